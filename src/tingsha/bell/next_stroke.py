"""What the server has to wake up for, and when. The devices ring by themselves; this only mends and gathers."""

from typing import Final

from tingsha.pairs.state import Pairs
from tingsha.rounds.state import RUNNING, Rounds
from tingsha.words import SECOND, Instant

MEND_BEFORE: Final = 20 * SECOND
"""Envelopes may still be split this long before the bell …"""
SETTLE_BEFORE: Final = 10 * SECOND
"""… and splits that not every phone has confirmed by then are taken back."""
RING_LEAD: Final = 1_500
"""A ring for attention is sent ahead this much."""
CLOSING_LEAD: Final = 4 * SECOND
"""The closing ring: time for every phone to hear of it, and for the room to fall silent."""


def gate(rounds: Rounds, round_: int) -> Instant | None:
    """The bell before a round: until shortly before it the round's envelopes may be split."""
    if round_ > rounds.plan.rounds:
        return None
    if round_ <= 1:
        return rounds.opens(1)
    bells = rounds.bells()
    return bells[round_ - 2] if round_ - 2 < len(bells) else None


def next_wake(rounds: Rounds, pairs: Pairs, now: Instant) -> Instant | None:
    """The next instant at which the keeper must look at the gathering; None: nothing to wait for.

    While paused only questions to phones run on.
    """
    wakes = [ask.until for ask in pairs.asks.values()]
    if rounds.phase == RUNNING and rounds.paused_at is None:
        wakes += [each.starts for each in rounds.timeline if each.starts > now]
        wakes += [rounds.timeline[-1].starts]
        opening = gate(rounds, rounds.next_round(now))
        if opening is not None:
            wakes += [at for at in (opening - MEND_BEFORE, opening - SETTLE_BEFORE) if at > now]
    return min(wakes, default=None)
