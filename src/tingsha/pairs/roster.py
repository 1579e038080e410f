"""The people to be paired, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]
Units: TypeAlias = NDArray[np.int32]
"""int32[u, 3]: one row per unit, its members first, -1 where there is none. A row of -1 is a free spot.

Only when nothing else keeps a person from being alone does a mended round have a fourth column."""


HEAVIEST: Final = 1000
"""All weights of a roster together. Heavier ones are made lighter in the same measure, down to 1."""


class Attribute(NamedTuple):
    """Something by which people are to be mixed. labels: int32[n], -1 for none (those are a label of their own);
    weight: how much one mixed unit counts beside one of another attribute, from 1; all together at most HEAVIEST."""

    labels: NDArray[np.int32]
    weight: int = 1


@dataclass(frozen=True)
class Roster:
    """People 0..n-1.

    attributes: what people are mixed by; the first is their group;
    languages: uint64[n], a bit per language, 0 for not said, which goes with all, or None;
    places: uint8[n], bit 1 in the room, bit 2 remote, 0 for not said, or None;
    present: bool[n], who is to be paired; apart: int64[k, 2], people who must not meet.
    """

    n: int
    attributes: Sequence[Attribute]
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
            attributes=[Attribute(labels[people], weight) for labels, weight in self.attributes],
            languages=None if self.languages is None else self.languages[people],
            places=None if self.places is None else self.places[people],
            present=np.ones(people.size, np.bool_),
            apart=apart[(apart >= 0).all(1)],
            mix_places=self.mix_places,
        )

    @property
    def groups(self) -> NDArray[np.int32] | None:
        """The labels of the first attribute, if there is any."""
        return self.attributes[0].labels if self.attributes else None

    def traits(self) -> list[Attribute]:
        """The attributes with labels 0..g-1. A single one weighs 1: weights say what counts beside what."""
        weights = [weight for _, weight in self.attributes]
        if len(weights) == 1:
            weights = [1]
        elif sum(weights) > HEAVIEST:
            lighter = HEAVIEST - len(weights)
            weights = [max(1, weight * lighter // sum(weights)) for weight in weights]
        return [
            Attribute(_numbered(each.labels), w) for each, w in zip(self.attributes, weights, strict=True)
        ]

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


def _numbered(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Any labels as 0..g-1, in their order."""
    least, most = int(labels.min(initial=0)), int(labels.max(initial=0))
    if most - least > 4 * labels.size + 64:
        return np.unique(labels, return_inverse=True)[1].astype(np.int32)
    # By counting, which takes a fraction of the time of sorting.
    shifted = labels - np.int32(least)
    there = np.bincount(shifted, minlength=1) > 0
    return (np.cumsum(there) - 1).astype(np.int32)[shifted]


def members(unit: NDArray[np.integer]) -> list[int]:
    """The people in one row."""
    return [int(person) for person in unit if person >= 0]


def as_units(rows: Sequence[Sequence[int]]) -> Units:
    """Rows of people as Units, one wider than three if a row is."""
    units = np.full((len(rows), max([3, *map(len, rows)])), -1, np.int32)
    for row, unit in enumerate(rows):
        units[row, : len(unit)] = unit
    return units
