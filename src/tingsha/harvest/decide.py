"""Deciding on what the host writes down."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.gathering.decide import too_much_text
from tingsha.harvest import commands as c
from tingsha.harvest import events as e
from tingsha.rounds.state import LOBBY, Rounds
from tingsha.wording import PATTERN_GRAPHEMES, empty, tidy, too_long
from tingsha.words import Asked, Decision, Refusal, Said, Unsaid

MOST_PATTERNS: Final = 3
"""More than three is a list, and a list is not read aloud."""


class Sees(Protocol):
    """What this room reads of a session."""

    rounds: Rounds
    texts: dict[str, str]

    def on_every_screen(self) -> list[str]:
        """The title, the questions and the groups."""
        ...


def _hear(session: Sees, asked: Asked) -> Decision:
    if session.rounds.phase == LOBBY:
        return Refusal("nothing-heard-yet")
    patterns = [words for said in asked.command.patterns if not empty(words := tidy(said))]
    if len(patterns) > MOST_PATTERNS:
        return Refusal("too-many-patterns", {"most": MOST_PATTERNS})
    if any(too_long(words, PATTERN_GRAPHEMES) for words in patterns):
        return Refusal("pattern-too-long", {"most": PATTERN_GRAPHEMES})
    if refusal := too_much_text([*session.on_every_screen(), *patterns], session.rounds.plan.rounds):
        return refusal
    said = [Said(key(place), words) for place, words in enumerate(patterns, 1)]
    gone = [Unsaid(key(place)) for place in range(len(patterns) + 1, MOST_PATTERNS + 1)]
    return [*said, *gone, e.PatternsHeard(patterns=len(patterns))]


def key(place: int) -> str:
    """Where the words of a pattern lie; places count from 1."""
    return f"pattern:{place}"


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {c.HearPatterns: _hear}
