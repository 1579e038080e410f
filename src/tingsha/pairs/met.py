"""Who has met whom."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.roster import Bools, Ints, Units


def meetings(units: Units) -> tuple[Ints, Ints]:
    """Everyone who meets in these units, as two columns; a trio is three meetings."""
    wide = units.astype(np.int64)
    couples = [(i, j) for j in range(1, units.shape[1]) for i in range(j)]
    pairs = [(wide[:, i], wide[:, j]) for i, j in couples]
    found = [(a >= 0) & (b >= 0) for a, b in pairs]
    first = [a[both] for (a, _), both in zip(pairs, found, strict=True)]
    second = [b[both] for (_, b), both in zip(pairs, found, strict=True)]
    return np.concatenate(first), np.concatenate(second)


class Met:
    """A set of couples of people below n: sorted keys behind a one-hash bit filter, so that most looks stay
    in cache."""

    def __init__(self, n: int, keys: Ints) -> None:
        self.n = n
        # Sorting is several times faster here than the hashing in np.unique.
        ordered = np.sort(keys)
        self.keys = ordered[np.append(ordered[:-1] != ordered[1:], True)] if ordered.size else ordered
        self._bits = max(10, (16 * max(1, self.keys.size) - 1).bit_length())
        self._filter = self._filled()

    @classmethod
    def of(cls, n: int, rounds: Iterable[Units]) -> "Met":
        """All meetings of these rounds; people numbered n or higher are passed over."""
        pairs = [meetings(units) for units in rounds]
        if not pairs:
            return cls(n, np.empty(0, np.int64))
        first, second = np.concatenate([a for a, _ in pairs]), np.concatenate([b for _, b in pairs])
        known = np.maximum(first, second) < n
        return cls(n, _keys(n, first[known], second[known]))

    @classmethod
    def couples(cls, n: int, couples: Ints) -> "Met":
        """These couples, int64[k, 2]."""
        return cls(n, _keys(n, couples[:, 0], couples[:, 1]))

    def also(self, units: Units) -> "Met":
        """This set and the meetings of one more round."""
        return Met(self.n, np.concatenate([self.keys, _keys(self.n, *meetings(units))]))

    def has(self, first: Ints, second: Ints) -> Bools:
        """For each couple of the two columns, whether it is in the set."""
        if not self.keys.size:
            return np.zeros(first.shape, np.bool_)
        keys = _keys(self.n, first, second)
        spot = self._spot(keys)
        seen = (self._filter[spot >> 3] >> (spot & 7).astype(np.uint8) & 1).astype(np.bool_)
        maybe = np.flatnonzero(seen)
        place = np.searchsorted(self.keys, keys[maybe])
        place[place == self.keys.size] = 0
        seen[maybe] = self.keys[place] == keys[maybe]
        return seen

    def _filled(self) -> NDArray[np.uint8]:
        bits = np.zeros(1 << self._bits, np.bool_)
        bits[self._spot(self.keys)] = True
        return np.packbits(bits, bitorder="little")

    def _spot(self, keys: Ints) -> Ints:
        hashed = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        return (hashed >> np.uint64(64 - self._bits)).astype(np.int64)


def _keys(n: int, first: Ints, second: Ints) -> Ints:
    return np.minimum(first, second) * n + np.maximum(first, second)
