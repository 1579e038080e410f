"""When the end comes later than was promised at the start, and how shorter turns would make up for it."""

from typing import Final, Protocol

from tingsha.rounds.plan import Segment
from tingsha.words import SECOND, Instant

LATE: Final = 60 * SECOND
"""Below this nobody minds. In a rehearsal, whose minutes are seconds, a twelfth of it."""
LEAST_TURN_S: Final = 30
BRISK_S: Final = 60
"""Turns from this length on are named in quarters of a minute, shorter ones in steps of five seconds."""


class Timed(Protocol):
    """What this page reads of the rounds."""

    timeline: list[Segment]
    due: Instant | None

    def ends(self, at: Instant) -> Instant: ...
    def turns_to_come(self, at: Instant) -> list[Segment]: ...


def shorter_turn(rounds: Timed, at: Instant, *, rehearsal: bool) -> int | None:
    """Seconds that each coming turn should have so that the end is as was promised, or as near as turns of
    half their length come; None when it is not late, or there is nothing left to shorten."""
    share = 12 if rehearsal else 1
    turns = rounds.turns_to_come(at)
    if not turns or rounds.due is None:
        return None
    late = rounds.ends(at) - rounds.due
    if late < LATE // share:
        return None
    turn_s = (turns[0].ends - turns[0].starts) // SECOND
    wanted = turn_s - -(-late // (len(turns) * SECOND))
    least = max(LEAST_TURN_S // share, turn_s // 2)
    proposed = max(_rounded(wanted), least)
    return proposed if proposed < turn_s else None


def _rounded(seconds: int) -> int:
    step = 15 if seconds >= BRISK_S else 5
    return seconds // step * step
