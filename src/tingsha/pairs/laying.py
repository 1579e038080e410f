"""Deciding on where people stand: how many spots there are, and what they are called."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.gathering.commands import SpotsAsked
from tingsha.pairs import commands as c
from tingsha.pairs import events as e
from tingsha.pairs.spots import MOST_COLUMNS, MOST_NAMES, MOST_ROWS, MOST_SPOTS
from tingsha.wording import GROUP_GRAPHEMES, empty, fold, tidy, too_long
from tingsha.words import Asked, Decision, Fact, Refusal, Said, Unsaid

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
    if grid + (asked.count is not None) + bool(asked.names) != 1:
        return Refusal("spots-unclear")
    if asked.names:
        return _named(asked.names, base)
    if grid:
        return _grid(asked.rows or 0, asked.columns or 0, base)
    if refusal := _out_of_range("count", asked.count or 0, MOST_SPOTS):
        return refusal
    return [Unsaid(NAME + "*"), e.SpotsLaid(base=base, count=asked.count or 0)]


def _grid(rows: int, columns: int, base: int) -> Decision:
    refusal = _out_of_range("rows", rows, MOST_ROWS) or _out_of_range("columns", columns, MOST_COLUMNS)
    return refusal or [Unsaid(NAME + "*"), e.SpotsLaid(base=base, count=rows * columns, columns=columns)]


def _out_of_range(field: str, number: int, most: int) -> Refusal | None:
    if 1 <= number <= most:
        return None
    return Refusal("spots-out-of-range", {"field": field, "least": 1, "most": most})


def _named(asked: list[str], base: int) -> Decision:
    names = [tidy(name) for name in asked]
    if refusal := _out_of_range("names", len(names), MOST_NAMES):
        return refusal
    alike = len({fold(name) for name in names}) < len(names)
    if alike or any(empty(name) or too_long(name, GROUP_GRAPHEMES) for name in names):
        return Refusal("spot-names-unusable", {"most": GROUP_GRAPHEMES})
    said: list[Fact] = [Said(f"{NAME}{number}", name) for number, name in enumerate(names, 1)]
    return [Unsaid(NAME + "*"), *said, e.SpotsLaid(base=base, count=len(names), named=True)]


def _lay_spots(session: Sees, asked: Asked) -> Decision:
    # Once envelopes are sealed a spot is a promise.
    if session.started():
        return Refusal("already-started")
    command: c.LaySpots = asked.command
    return lay(command.spots, session.control)


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {c.LaySpots: _lay_spots}
