"""Which words cannot be printed here.

Type is set with the fonts that typst brings along and those of this machine. A sign that is in none of them would come
out as an empty box, and nobody would know until the paper lies there.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

import msgspec
import typst

from tingsha.paper.printing import source

IN_NO_FONT: Final = "\u0378"
"""Never assigned, so it shows what a missing sign looks like."""
Looks = list[float]


def unprintable(words: Iterable[str]) -> list[str]:
    """Those of these words that hold a sign which no font here has."""
    asked = [*words]
    missing = _missing({sign for each in asked for sign in each if _is_drawn(sign)})
    return [each for each in asked if not missing.isdisjoint(each)]


def _is_drawn(sign: str) -> bool:
    """Marks and joiners are drawn with their neighbours, or not at all; plain ASCII is everywhere."""
    return not sign.isascii() and unicodedata.category(sign)[0] in "LNPS"


def _missing(signs: set[str]) -> set[str]:
    if not signs:
        return set()
    asked = [IN_NO_FONT, *sorted(signs)]
    inputs = {"content": msgspec.json.encode(asked).decode()}
    found = typst.query(source("signs"), "<looks>", field="value", one=True, sys_inputs=inputs)
    box, *looks = msgspec.json.decode(found, type=list[Looks])
    return {sign for sign, look in zip(asked[1:], looks, strict=True) if look == box}
