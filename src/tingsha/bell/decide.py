"""Deciding on what is asked of the bell."""

from collections.abc import Callable
from typing import Any, Protocol

from tingsha.bell import commands as c
from tingsha.bell import events as e
from tingsha.bell.next_stroke import CLOSING_LEAD, RING_LEAD
from tingsha.words import Asked, Decision


class Sees(Protocol):
    """What this room reads of a session."""

    control: int


def _ring(session: Sees, asked: Asked) -> Decision:
    return [e.Rung(base=session.control, at=asked.at + RING_LEAD)]


def _closing_ring(session: Sees, asked: Asked) -> Decision:
    return [e.ClosingRung(base=session.control, at=asked.at + CLOSING_LEAD)]


def _my_own_bell(session: Sees, asked: Asked) -> Decision:
    return [e.BellHanded(base=session.control, by="host" if asked.command.on else "devices")]


def _swap_cue(session: Sees, asked: Asked) -> Decision:
    return [e.SwapCueSet(base=session.control, on=asked.command.on)]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.Ring: _ring,
    c.ClosingRing: _closing_ring,
    c.MyOwnBell: _my_own_bell,
    c.SwapCue: _swap_cue,
}
