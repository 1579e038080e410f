"""What was heard more than once: a poster to hang up before the coffee, and a slide."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from msgspec import Struct

from tingsha.languages import OnPaper
from tingsha.paper.printing import pdf
from tingsha.paper.signs import legible, numbered

LONGEST_UNBROKEN: Final = 24
"""So many signs of a word without any place to break it; longer ones may break anywhere."""
MAY_BREAK: Final = "\u200b"

Size = Literal["a3", "a4", "slide"]


class Line(Struct):
    """Words, and the direction in which they run."""

    words: str
    direction: Literal["ltr", "rtl"]


class Heard(Struct):
    language: str
    size: Size
    kicker: str
    title: Line
    day: str
    patterns: list[Line]
    questions: list[Line]
    credit: str


@dataclass(frozen=True)
class Asked:
    """What the poster is for. Patterns as they were written down, the questions as they were asked."""

    language: str
    title: str
    day: str
    patterns: Sequence[str]
    questions: Sequence[str]


def heard(asked: Asked, said: OnPaper, size: Size) -> Heard:
    return Heard(
        language=asked.language,
        size=size,
        kicker=said.heard,
        title=line(asked.title),
        day=asked.day,
        patterns=[line(each) for each in asked.patterns],
        questions=[line(each) for each in asked.questions if each],
        credit=said.credit,
    )


def line(words: str) -> Line:
    """Words with places to break where they have none, in the direction of their first letter."""
    return Line(" ".join(_breakable(each) for each in words.split(" ")), _direction(words))


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_UNBROKEN:
        return word
    # Never before a sign that belongs to the one before it.
    signs = (MAY_BREAK + each if _stands_alone(each) else each for each in word)
    return "".join(signs).removeprefix(MAY_BREAK)


def _stands_alone(sign: str) -> bool:
    return unicodedata.category(sign) in ("Lu", "Ll", "Lo", "Nd", "So")


def _direction(words: str) -> Literal["ltr", "rtl"]:
    runs = (unicodedata.bidirectional(each) for each in words)
    first = next((each for each in runs if each in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def printed(made: Heard) -> bytes:
    said = legible(each.words for each in (made.title, *made.patterns, *made.questions))
    number(made.patterns, said)
    made.title.words = said[made.title.words]
    made.questions = readable(made.questions, said)
    return pdf("slide" if made.size == "slide" else "patterns", made, 1)


def number(lines: Sequence[Line], said: Mapping[str, str]) -> None:
    """Those of these lines that cannot be printed become their number."""
    for place, each in enumerate(lines, 1):
        each.words = numbered(said, each.words, place)


def readable(lines: Sequence[Line], said: Mapping[str, str]) -> list[Line]:
    """As much of these lines as can be printed."""
    return [Line(said[each.words], each.direction) for each in lines if said[each.words]]
