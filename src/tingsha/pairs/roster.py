"""The people to be paired, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]
Units: TypeAlias = NDArray[np.int32]
"""int32[u, 3]: one row per unit, its members first, -1 where there is none. A row of -1 is a free spot.

Only when nothing else keeps a person from being alone does a mended round have a fourth column."""


@dataclass(frozen=True)
class Roster:
    """People 0..n-1.

    groups: int32[n], -1 for no group (those form a group of their own), or None;
    languages: uint64[n], a bit per language, 0 for not said, which goes with all, or None;
    places: uint8[n], bit 1 in the room, bit 2 remote, 0 for not said, or None;
    present: bool[n], who is to be paired; apart: int64[k, 2], people who must not meet.
    """

    n: int
    groups: NDArray[np.int32] | None
    languages: NDArray[np.uint64] | None
    places: NDArray[np.uint8] | None
    present: Bools
    apart: Ints
    mix_places: bool = False

    def of(self, people: Ints) -> "Roster":
        """The same roster for these people only, renumbered in their order; all of them present."""
        number = np.full(self.n, -1, np.int64)
        number[people] = np.arange(people.size)
        apart = number[self.apart.reshape(-1, 2)]
        return Roster(
            n=people.size,
            groups=None if self.groups is None else self.groups[people],
            languages=None if self.languages is None else self.languages[people],
            places=None if self.places is None else self.places[people],
            present=np.ones(people.size, np.bool_),
            apart=apart[(apart >= 0).all(1)],
            mix_places=self.mix_places,
        )

    def labels(self) -> Ints:
        """Group numbers 0..g-1, int64[n]; all 0 when no groups are given."""
        if self.groups is None:
            return np.zeros(self.n, np.int64)
        return np.unique(self.groups, return_inverse=True)[1].astype(np.int64)

    def tongues(self) -> NDArray[np.uint64]:
        """Languages with "not said" opened up to all, uint64[n]."""
        every = np.uint64((1 << 64) - 1)
        if self.languages is None:
            return np.full(self.n, every)
        return np.where(self.languages == 0, every, self.languages.astype(np.uint64))

    def grounds(self) -> NDArray[np.uint8]:
        """Places with "not said" or "mixing is fine" opened up to both, uint8[n]."""
        if self.places is None or self.mix_places:
            return np.full(self.n, 3, np.uint8)
        return np.where(self.places == 0, np.uint8(3), self.places.astype(np.uint8))


def members(unit: NDArray[np.integer]) -> list[int]:
    """The people in one row."""
    return [int(person) for person in unit if person >= 0]


def as_units(rows: Sequence[Sequence[int]]) -> Units:
    """Rows of people as Units, one wider than three if a row is."""
    units = np.full((len(rows), max([3, *map(len, rows)])), -1, np.int32)
    for row, unit in enumerate(rows):
        units[row, : len(unit)] = unit
    return units
