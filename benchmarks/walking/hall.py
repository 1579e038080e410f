"""A hall with people in it: where they stand, how crowded it is around them, how fast they get on."""

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]

STEP_S: Final = 0.25
FREE_SPEED: Final = 1.34
SPREAD: Final = 0.26
"""Metres a second, and how people differ in it (Weidmann 1993, Transporttechnik der Fussgänger)."""
SLOWEST: Final = 0.5
LOOKING: Final = 0.8
"""Our own guess: who looks for something walks a fifth slower."""
CELL_M: Final = 3.0
DEEP: Final = 2 / 3
"""A hall is two deep to three wide."""


def pace(density: Floats) -> Floats:
    """The share of one's free speed that is left among so many people to the square metre.

    Weidmann's fundamental diagram (1993): 1 - exp(-1.913 (1/d - 1/5.4)); nobody moves at 5.4.
    """
    return np.maximum(0.05, 1 - np.exp(-1.913 * (1 / np.maximum(density, 0.01) - 1 / 5.4)))


class Hall:
    """People as points. Metres and seconds; `at` is float[n, 2]."""

    def __init__(self, people: int, square_metres: float, chance: np.random.Generator) -> None:
        self.n, self.chance = people, chance
        self.size = np.array([np.sqrt(square_metres / DEEP), np.sqrt(square_metres * DEEP)])
        self.at: Floats = chance.random((people, 2)) * self.size
        self.speed: Floats = np.maximum(SLOWEST, chance.normal(FREE_SPEED, SPREAD, people)) * LOOKING
        self._cells = np.maximum(1, (self.size / CELL_M).astype(np.int64))

    def density(self) -> Floats:
        """People to the square metre around each person."""
        cell = np.minimum((self.at / self.size * self._cells).astype(np.int64), self._cells - 1)
        number = cell[:, 0] * self._cells[1] + cell[:, 1]
        count = np.bincount(number, minlength=int(self._cells.prod()))
        return count[number].astype(np.float64) * float(self._cells.prod()) / float(self.size.prod())

    def walk(self, who: Bools, to: Floats, density: Floats) -> Floats:
        """One step of time for these people, each towards a point; how far each still has to go."""
        way = to - self.at
        left = np.hypot(way[:, 0], way[:, 1])
        step = np.minimum(left, self.speed * pace(density) * STEP_S) * who
        self.at += way * (step / np.maximum(left, 1e-9))[:, None]
        return left - step

    def somewhere(self, how_many: int) -> Floats:
        """Points of the hall to stroll to."""
        return self.chance.random((how_many, 2)) * self.size

    def grid(self, rows: int, columns: int) -> Any:
        """Where the spots of a grid lie, spread over the whole hall: float[rows * columns, 2]."""
        spot = np.arange(rows * columns)
        return (
            np.stack([(spot % columns + 0.5) / columns, (spot // columns + 0.5) / rows], axis=1) * self.size
        )
