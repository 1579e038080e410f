"""The units of one round, and who stands on which spot."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tingsha.pairs.roster import Units
from tingsha.words import Person

NOBODY: Final = -1
NO_UNITS: Final[Units] = np.zeros((0, 3), np.int32)


@dataclass(slots=True)
class Table:
    """The units of one round. Row k is spot k + 1; a free row is all -1."""

    units: Units = field(default_factory=NO_UNITS.copy)
    row: "array[int]" = field(default_factory=lambda: array("i"))
    mixed: int = 0
    mixed_bound: int = 0
    repeats: int = 0
    unresolved: list[Person] = field(default_factory=list[Person])

    def row_of(self, person: Person) -> int:
        return self.row[person] if 0 <= person < len(self.row) else NOBODY

    def unit_of(self, person: Person) -> tuple[Person, ...]:
        """Everybody in this person's unit, the person included; empty when in none."""
        row = self.row_of(person)
        return self.members(row) if row >= 0 else ()

    def members(self, row: int) -> tuple[Person, ...]:
        people: list[int] = self.units[row].tolist()
        return tuple(each for each in people if each >= 0)

    def free_row(self) -> int:
        """The first spot that nobody stands on."""
        free = np.flatnonzero((self.units < 0).all(1))
        return int(free[0]) if free.size else len(self.units)

    def copy(self) -> "Table":
        return Table(self.units.copy(), self.row[:])

    def lay(self, row: int, unit: Sequence[int]) -> None:
        """Put a unit on a row, growing the table where needed. Who stood elsewhere is taken from there."""
        self._make_room(row, len(unit))
        for person in unit:
            self._lift(person)
        for person in self.members(row):
            if self.row_of(person) == row:
                self.row[person] = NOBODY
        self.units[row] = NOBODY
        self.units[row, : len(unit)] = unit
        for person in unit:
            self._seat(person, row)

    def _make_room(self, row: int, width: int) -> None:
        high, wide = self.units.shape
        if row >= high or width > wide:
            grown = np.full(
                (max(row + 1, high * 2 if row >= high else high), max(width, wide)), NOBODY, np.int32
            )
            grown[:high, :wide] = self.units
            self.units = grown

    def _seat(self, person: Person, row: int) -> None:
        if person < 0:
            return
        if person >= len(self.row):
            self.row.extend([NOBODY] * (person + 1 - len(self.row)))
        self.row[person] = row

    def _lift(self, person: Person) -> None:
        row = self.row_of(person)
        if row >= 0:
            self.units[row][self.units[row] == person] = NOBODY

    def crowded(self) -> list[Person]:
        """Everybody in a unit of three or more."""
        units = self.units[(self.units >= 0).sum(1) > 2]
        return units[units >= 0].tolist()

    def lay_all(self, flat: list[int], width: int) -> None:
        """A whole round at once, from units of `width` laid end to end."""
        self.units = np.array(flat, np.int32).reshape(-1, width)
        row = np.full(int(self.units.max(initial=-1)) + 1, NOBODY, np.int32)
        for column in range(width - 1, -1, -1):
            taken = self.units[:, column] >= 0
            row[self.units[taken, column]] = np.flatnonzero(taken)
        self.row = array("i", row.tobytes())
