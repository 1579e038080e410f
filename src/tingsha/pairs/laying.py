"""Deciding on where people stand: how many spots there are, and what they are called."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.gathering.commands import SpotsAsked
from tingsha.pairs import commands as c
from tingsha.pairs import events as e
from tingsha.pairs.spots import MOST_COLUMNS, MOST_NAMES, MOST_ROOM_M2, MOST_ROWS, MOST_SPOTS
from tingsha.wording import GROUP_GRAPHEMES, empty, fold, tidy, too_long
from tingsha.words import Asked, Decision, Refusal, Said, Unsaid

NAME: Final = "spot:"
"""Under this key and its number, counted from 1, the vault keeps the name of a spot."""


class Sees(Protocol):
    """What laying spots reads of a session."""

    control: int

    def started(self) -> bool: ...


def lay(asked: SpotsAsked | None, base: int) -> Decision:
    """The spots of a gathering, held against their limits; without any, as many as are needed."""
    if asked is None:
        return [Unsaid(NAME + "*"), e.SpotsLaid(base=base)]
    grid = asked.rows is not None or asked.columns is not None
    ways = grid + (asked.count is not None) + bool(asked.names)
    if ways > 1 or not (ways or asked.room_m2):
        return Refusal("spots-unclear")
    if refusal := _too_large(asked, grid=grid):
        return refusal
    names = [tidy(name) for name in asked.names]
    alike = len({fold(name) for name in names}) < len(names)
    if alike or any(empty(name) or too_long(name, GROUP_GRAPHEMES) for name in names):
        return Refusal("spot-names-unusable", {"most": GROUP_GRAPHEMES})
    columns = asked.columns or 0
    count = (asked.rows or 0) * columns if grid else asked.count or len(names)
    laid = e.SpotsLaid(base=base, count=count, columns=columns, named=bool(names), room_m2=asked.room_m2 or 0)
    said = [Said(f"{NAME}{number}", name) for number, name in enumerate(names, 1)]
    return [Unsaid(NAME + "*"), *said, laid]


def _too_large(asked: SpotsAsked, *, grid: bool) -> Refusal | None:
    """What lies outside its limits, if anything does."""
    ranges = {
        "count": (asked.count, MOST_SPOTS),
        "rows": (asked.rows or 0 if grid else None, MOST_ROWS),
        "columns": (asked.columns or 0 if grid else None, MOST_COLUMNS),
        "names": (len(asked.names) or None, MOST_NAMES),
        "room_m2": (asked.room_m2, MOST_ROOM_M2),
    }
    for field, (number, most) in ranges.items():
        if number is not None and not 1 <= number <= most:
            return Refusal("spots-out-of-range", {"field": field, "least": 1, "most": most})
    return None


def _lay_spots(session: Sees, asked: Asked) -> Decision:
    # Once envelopes are sealed a spot is a promise.
    if session.started():
        return Refusal("already-started")
    command: c.LaySpots = asked.command
    return lay(command.spots, session.control)


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {c.LaySpots: _lay_spots}
