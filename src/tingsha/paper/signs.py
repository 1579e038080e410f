"""Which words cannot be printed here, and what stands on paper instead.

Type is set with the fonts that typst brings along and those of this machine. A sign that is in none of them would come
out as an empty box, and nobody would know until the paper lies there. A picture among words is left out; words whose
letters are missing become a number, and somebody writes them beside it by hand.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
import typst

from tingsha.paper.printing import source

IN_NO_FONT: Final = "\u0378"
"""Never assigned, so it shows what a missing sign looks like."""
PICTURES: Final = ("So", "Sk", "Cn", "Co")
"""Also signs that Unicode took in after this Python was made: nearly all of them faces."""
JOINERS: Final = "\u200d\ufe0f"
"""They make one picture of several, or a coloured one."""
Looks = list[float]


def legible(words: Iterable[str]) -> dict[str, str]:
    """What can be printed of each: without pictures that no font here has; nothing where letters are missing."""
    asked = {*words}
    missing = _missing({sign for each in asked for sign in each if _is_drawn(sign)})
    return {each: _without(missing.intersection(each), each) for each in asked}


def numbered(said: Mapping[str, str], words: str, number: int) -> str:
    """What can be printed of these words, or else their number."""
    return said[words] or (f"№ {number}" if words and number else "")


def unprintable(words: Iterable[str]) -> list[str]:
    """Those of these words that cannot be printed, for want of letters."""
    asked = [*words]
    said = legible(asked)
    return [each for each in asked if each and not said[each]]


def told(words: Iterable[str]) -> list[str]:
    """Those that cannot be printed, each with the number that stands on paper instead: its place, from 1."""
    asked = [*words]
    said = legible(asked)
    return [f"{number} {each}" for number, each in enumerate(asked, 1) if each and not said[each]]


def _without(missing: set[str], words: str) -> str:
    if not missing:
        return words
    if any(unicodedata.category(sign) not in PICTURES for sign in missing):
        return ""
    return " ".join("".join(sign for sign in words if sign not in missing and sign not in JOINERS).split())


def _is_drawn(sign: str) -> bool:
    """Marks and joiners are drawn with their neighbours, or not at all; plain ASCII is everywhere."""
    kind = unicodedata.category(sign)
    return not sign.isascii() and (kind[0] in "LNPS" or kind in PICTURES)


def _missing(signs: set[str]) -> set[str]:
    if not signs:
        return set()
    asked = [IN_NO_FONT, *sorted(signs)]
    inputs = {"content": msgspec.json.encode(asked).decode()}
    found = typst.query(source("signs"), "<looks>", field="value", one=True, sys_inputs=inputs)
    box, *looks = msgspec.json.decode(found, type=list[Looks])
    return {sign for sign, look in zip(asked[1:], looks, strict=True) if look == box}
