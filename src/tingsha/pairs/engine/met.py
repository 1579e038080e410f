"""Who has met whom: a set of couples, and the rounds of one gathering."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.roster import Bools, Ints, Units

_SLOTS = 8
_PORTION = 1 << 18


def meetings(units: Units) -> tuple[Ints, Ints]:
    """Everyone who meets in these units, as two columns; a trio is three meetings."""
    first, second = units[:, 0].astype(np.int64), units[:, 1].astype(np.int64)
    both = second >= 0
    if not both.all():
        first, second = first[both], second[both]
    wide = units[units[:, 2] >= 0].astype(np.int64)
    if not len(wide):
        return first, second
    couples = [(i, j) for j in range(2, units.shape[1]) for i in range(j)]
    more = [(wide[wide[:, j] >= 0, i], wide[wide[:, j] >= 0, j]) for i, j in couples]
    return np.concatenate([first, *(a for a, _ in more)]), np.concatenate([second, *(b for _, b in more)])


class Met:
    """A set of couples of people below n: sorted keys behind a one-hash bit filter, so that most looks stay
    in cache."""

    def __init__(self, n: int, keys: Ints) -> None:
        self.n = n
        # Sorting is several times faster here than the hashing in np.unique.
        keys.sort()
        again = keys[:-1] == keys[1:]
        self.keys = keys[np.append(~again, True)] if again.any() else keys
        self._bits = max(10, (_SLOTS * max(1, self.keys.size) - 1).bit_length())
        self._filter = self._filled()

    @classmethod
    def nobody(cls, n: int) -> "Met":
        return cls(n, np.empty(0, np.int64))

    @classmethod
    def couples(cls, n: int, couples: Ints, number: NDArray[np.int32] | None = None) -> "Met":
        """These couples, int64[k, 2], renumbered first; who is then below 0, or n or higher, is passed over."""
        keys, size = np.empty(len(couples), np.int64), 0
        for some in _portions(couples):
            first, second = (some if number is None else number[some].astype(np.int64)).T
            known = (np.minimum(first, second) >= 0) & (np.maximum(first, second) < n)
            now = _keys(n, first[known], second[known])
            keys[size : size + now.size] = now
            size += now.size
        return cls(n, keys[:size])

    def has(self, first: Ints, second: Ints) -> Bools:
        """For each couple of the two columns, of any shape, whether it is in the set."""
        if not self.keys.size:
            return np.zeros(first.shape, np.bool_)
        keys = _keys(self.n, first, second).ravel()
        spot = self._spot(keys)
        seen = (self._filter[spot >> 3] >> (spot & 7).astype(np.uint8) & 1).astype(np.bool_)
        maybe = np.flatnonzero(seen)
        place = np.searchsorted(self.keys, keys[maybe])
        place[place == self.keys.size] = 0
        seen[maybe] = self.keys[place] == keys[maybe]
        return seen.reshape(first.shape)

    def columns(self) -> tuple[Ints, Ints]:
        """The couples, the lower number first."""
        return self.keys // self.n, self.keys % self.n

    def _filled(self) -> NDArray[np.uint8]:
        bits = np.zeros(1 << (self._bits - 3), np.uint8)
        for keys in _portions(self.keys):
            spot = self._spot(keys)
            np.bitwise_or.at(bits, spot >> 3, np.uint8(1) << (spot & 7).astype(np.uint8))
        return bits

    def _spot(self, keys: Ints) -> Ints:
        hashed = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        return (hashed >> np.uint64(64 - self._bits)).astype(np.int64)


def _portions(array: Ints) -> Iterator[Ints]:
    """So that millions of couples need little room beside themselves."""
    return (array[begins : begins + _PORTION] for begins in range(0, len(array), _PORTION))


def _keys(n: int, first: Ints, second: Ints) -> Ints:
    return np.minimum(first, second) * n + np.maximum(first, second)


@dataclass(frozen=True)
class Rounds:
    """The rounds of a gathering so far, for people below n.

    A column per round names a partner of each, -1 for none; in a trio it goes round, as `ring` says. So one look
    answers, where a set would have to be searched. Rounds with units of four, or with somebody in two units, are in
    `more`. There is room for a person n, who meets nobody.
    """

    n: int
    partner: list[NDArray[np.int32]] = field(default_factory=list[NDArray[np.int32]])
    ring: list[bool] = field(default_factory=list[bool])
    more: Met | None = None

    @classmethod
    def of(cls, n: int, rounds: Iterable[Units]) -> "Rounds":
        """These rounds; people numbered n or higher are passed over."""
        found = cls(n)
        for units in rounds:
            found = found.also(units)
        return found

    def also(self, units: Units) -> "Rounds":
        """These rounds and one more."""
        units = among(units, self.n)
        partner = np.full(self.n + 1, -1, np.int32)
        a, b, c = units[:, 0], units[:, 1], units[:, 2]
        partner[a], partner[b] = b, a
        trio = np.flatnonzero(c >= 0)
        partner[b[trio]], partner[c[trio]] = c[trio], a[trio]
        partner[self.n] = -1
        if units.shape[1] > 3 or int((partner >= 0).sum()) < int((units[b >= 0] >= 0).sum()):
            return replace(self, more=self._among_more(units))
        return replace(self, partner=[*self.partner, partner], ring=[*self.ring, trio.size > 0])

    def _among_more(self, units: Units) -> Met:
        a, b = meetings(units)
        if self.more is not None:
            first, second = self.more.columns()
            a, b = np.concatenate([a, first]), np.concatenate([b, second])
        return Met.couples(self.n + 1, np.stack([a, b], axis=1))

    def has(self, first: Ints, second: Ints) -> Bools:
        """For each couple of the two columns, whether they met."""
        met = np.zeros(first.shape, np.bool_)
        for partner, ring in zip(self.partner, self.ring, strict=True):
            met |= partner[first] == second
            if ring:
                met |= partner[second] == first
        if self.more is not None:
            met |= self.more.has(first, second)
        return met


def among(units: Units, n: int) -> Units:
    """The units without people numbered n or higher, members first."""
    return (
        units if int(units.max(initial=-1)) < n else members_first(np.where(units < n, units, np.int32(-1)))
    )


def members_first(units: Units) -> Units:
    """Rows with gaps closed up, in the order people stood."""
    gaps = np.flatnonzero(((units[:, 1:] >= 0) & (units[:, :-1] < 0)).any(1))
    order = np.argsort(units[gaps] < 0, axis=1, kind="stable")
    units[gaps] = np.take_along_axis(units[gaps], order, axis=1)
    return units
