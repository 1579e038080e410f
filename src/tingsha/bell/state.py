"""The slice of a session that knows who rings, and the last ring for attention."""

from dataclasses import dataclass

from tingsha.bell import events as e
from tingsha.words import Event, Instant


@dataclass(slots=True)
class Bell:
    by: str = "devices"
    swap_cue: bool = True
    ring_at: Instant | None = None
    closing_at: Instant | None = None


def evolve(bell: Bell, event: Event) -> bool:
    """Take an event into the bell, in place. False: not an event of the bell."""
    if isinstance(event, e.Rung):
        bell.ring_at = event.at
        return True
    if isinstance(event, e.ClosingRung):
        bell.closing_at = event.at
        return True
    if isinstance(event, e.BellHanded):
        bell.by = event.by
        return True
    if isinstance(event, e.SwapCueSet):
        bell.swap_cue = event.on
        return True
    return False
