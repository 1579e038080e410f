"""Looking back goes in steps: each with a name, a length, and a bell where the next one begins."""

from typing import Final, Literal

from tingsha.rounds.plan import Segment
from tingsha.words import SECOND, Instant

Form = Literal["voices", "1-2-4-all", "fifteen", "fifteen-fours"]
Step = Literal[
    "silence", "pairs", "voices", "alone", "fours", "all", "one", "other", "second", "third", "last"
]

STEPS: Final[dict[Form, tuple[Step, ...]]] = {
    "voices": ("silence", "pairs", "voices"),
    "1-2-4-all": ("alone", "pairs", "fours", "all"),
    "fifteen": ("alone", "one", "other"),
    "fifteen-fours": ("alone", "fours", "second", "third", "last"),
}
"""Silence, with neighbours, a few voices; 1-2-4-All; and 15 % Solutions, told and asked about in pairs or in
fours, where the first tells as soon as a four stands together."""

LENGTHS: Final[dict[Form, tuple[int, ...]]] = {
    "1-2-4-all": (60, 120, 240, 300),
    "fifteen": (180, 180, 180),
    "fifteen-fours": (180, 240, 180, 180, 180),
}
"""Seconds. The voices share what the plan gives to looking back."""


def lengths(form: Form, debrief_s: int) -> list[int]:
    """How long the steps of a form last when nobody says otherwise, in seconds."""
    if form in LENGTHS:
        return list(LENGTHS[form])
    silence, pairs = debrief_s // 4, debrief_s * 2 // 5
    return [silence, pairs, debrief_s - silence - pairs]


def steps(form: Form, starts: Instant, seconds: list[int]) -> list[Segment]:
    """The steps one after the other, from `starts` on."""
    laid: list[Segment] = []
    for step, length in zip(STEPS[form], seconds, strict=True):
        ends = starts + length * SECOND
        laid.append(Segment(step, 0, starts, ends))
        starts = ends
    return laid
