"""Kinds of people, by what they speak and where they are; and circles of kinds that can talk with each other,
directly or through others.

Nobody outside a circle can be paired with anybody inside, so each circle is paired by itself; an odd circle
has a trio."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.roster import Bools, Ints, Roster

_LANGUAGES = 64


@dataclass(frozen=True)
class Kinds:
    """of: int32[n], each person's kind; per kind: tongues uint64, grounds uint8, count."""

    of: NDArray[np.int32]
    tongues: NDArray[np.uint64]
    grounds: NDArray[np.uint8]
    count: Ints

    def tables(self) -> list[tuple[int, Bools]]:
        """Where people can meet: a language in a place. How many there are, and bool[kinds], which kinds."""
        found: list[tuple[int, Bools]] = []
        for place in (1, 2):
            here = (self.grounds & np.uint8(place)) > 0
            for language in range(_LANGUAGES):
                speaks = here & ((self.tongues >> np.uint64(language) & np.uint64(1)) > 0)
                if speaks.any():
                    found.append((int(self.count[speaks].sum()), speaks))
        return found


def kinds(roster: Roster) -> Kinds:
    """The kinds among these people; one when nothing divides them."""
    if roster.languages is None and (roster.places is None or roster.mix_places):
        everything = np.full(1, (1 << 64) - 1, np.uint64)
        return Kinds(np.zeros(roster.n, np.int32), everything, np.full(1, 3, np.uint8), np.array([roster.n]))
    tongues, grounds = roster.tongues(), roster.grounds()
    # A sorted list of the few different values and a search in it: no sorting of places along.
    values = np.unique(tongues)
    kind = np.searchsorted(values, tongues) * 4 + grounds
    count = np.bincount(kind)
    there = np.flatnonzero(count)
    number = np.zeros(count.size, np.int32)
    number[there] = np.arange(there.size)
    return Kinds(number[kind], values[there // 4], (there % 4).astype(np.uint8), count[there])


def circles(found: Kinds) -> list[Ints]:
    """The people of each circle, largest circle first."""
    if found.of.size == 0:
        return []
    if found.count.size == 1:
        return [np.arange(found.of.size)]
    circle = _joined(found)
    own = np.unique(circle, return_inverse=True)[1][found.of]
    parts = np.split(np.argsort(own, kind="stable"), np.cumsum(np.bincount(own))[:-1])
    return sorted(parts, key=lambda people: -people.size)


def _joined(found: Kinds) -> Ints:
    """A circle number for each kind: kinds take the lowest number among those that share a language and a
    place."""
    circle = np.arange(found.count.size)
    tables = [table for _, table in found.tables()]
    while True:
        before = circle.copy()
        for table in tables:
            circle[table] = circle[table].min()
        if (circle == before).all():
            return circle
