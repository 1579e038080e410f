"""Deciding on how many people counted off."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.gathering.state import Gathering
from tingsha.pairs import commands as c
from tingsha.pairs import events as e
from tingsha.pairs.numbers import LEAST_COUNTED, MOST_COUNTED
from tingsha.pairs.state import Pairs
from tingsha.words import Asked, Decision, Instant, Refusal


class Sees(Protocol):
    """What counting reads of a session."""

    gathering: Gathering
    pairs: Pairs
    control: int

    def meeting_round(self, at: Instant) -> int: ...
    def still_finding(self, at: Instant) -> bool: ...
    def opened_round(self, at: Instant) -> int: ...
    def sealed_rounds(self, at: Instant) -> list[int]: ...


def _count_off(session: Sees, asked: Asked) -> Decision:
    people = asked.command.people
    if session.gathering.milling != "numbers":
        return Refusal("not-by-number")
    if not LEAST_COUNTED <= people <= MOST_COUNTED:
        return Refusal("count-out-of-range", {"least": LEAST_COUNTED, "most": MOST_COUNTED})
    round_ = _counts_from(session, asked.at)
    if not round_:
        return Refusal("no-round-to-look-for")
    return [e.CountedOff(base=session.control, people=people, round=round_)]


def _counts_from(session: Sees, at: Instant) -> int:
    """The first round that a new count is for; 0 when the last has begun. A first count comes at once, and so
    does one that mends it before the first talking: nobody has found anybody by it yet."""
    opened = session.opened_round(at)
    if not opened:
        return session.meeting_round(at)
    early = not session.pairs.counted or opened == 1
    if early and session.still_finding(at):
        return opened
    return next(iter(session.sealed_rounds(at)), 0)


DECISIONS: Final[dict[type, Callable[[Any, Asked], Decision]]] = {c.CountOff: _count_off}
