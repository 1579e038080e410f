"""What gives a question away in one language: whole words, words it begins with, turns of phrase.

They stand in `giveaways/`, a file per language. They were chosen on one half of a labelled set of questions and are
measured on the other (`./bench coach`). A hint that is wrong irritates more than one that is missing, so they err on
the quiet side.
"""

import re
import tomllib
from typing import NamedTuple


class Cues(NamedTuple):
    """`asks` are the words that open a real question; `takes` and `gives` what give-and-take is made of."""

    asks: re.Pattern[str]
    closed: re.Pattern[str]
    broad: re.Pattern[str]
    leading: re.Pattern[str]
    exposing: re.Pattern[str]
    jargon: re.Pattern[str]
    solution: re.Pattern[str]
    cv: re.Pattern[str]
    takes: re.Pattern[str]
    gives: re.Pattern[str]


def read_cues(text: str) -> Cues:
    """The cues in a file of this room. Raises TOMLDecodeError, KeyError or re.error for a file that is not right."""
    said = tomllib.loads(text)
    return Cues(*(re.compile(_any_of(said[name])) for name in Cues._fields))


def _any_of(cue: dict[str, list[str]]) -> str:
    ways = list(cue.get("turns", []))
    if words := cue.get("words"):
        ways.append(rf"\b(?:{'|'.join(words)})(?!\w)")
    if first := cue.get("first"):
        ways.append(rf"^(?:(?:en|of|and|or) )?(?:{'|'.join(first)})\b")
    return "|".join(ways)
