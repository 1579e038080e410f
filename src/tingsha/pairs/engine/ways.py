"""A handful of people: every way to spend a round, written down."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.engine.cost import Cost, mixed
from tingsha.pairs.roster import Ints

_WORD = 60
"""Couples to a word of bits: twelve people have 66."""

Words = list[NDArray[np.uint64]]


@lru_cache(maxsize=64)
def partings(people: int, trios: int) -> NDArray[np.int8]:
    """Every way to part 0..people-1 in this many trios and for the rest pairs, int8[w, units, 3]."""
    units = trios + (people - 3 * trios) // 2
    if people < 3 * trios or (people - 3 * trios) % 2:
        return np.empty((0, max(units, 0), 3), np.int8)
    if people == 0:
        return np.empty((1, 0, 3), np.int8)
    ways = [_with_first((0, j), people, trios) for j in range(1, people)]
    if trios:
        ways += [_with_first((0, *pair), people, trios - 1) for pair in combinations(range(1, people), 2)]
    return np.concatenate(ways)


def _with_first(unit: tuple[int, ...], people: int, trios: int) -> NDArray[np.int8]:
    others = np.array([person for person in range(people) if person not in unit] + [-1], np.int8)
    rest = others[partings(others.size - 1, trios)]
    first = np.full((len(rest), 1, 3), -1, np.int8)
    first[:, 0, : len(unit)] = unit
    return np.concatenate([first, rest], axis=1)


@dataclass(frozen=True)
class Ways:
    """units: int8[w, u, 3]; meets: per word uint64[w], a bit per couple; threes: uint64[w], a bit for each in a trio.

    unmixed, alike, before: int64[w], what a round like that costs, whatever the others are; own: bool[w, n], who is in
    a unit of one group only.
    """

    units: NDArray[np.int8]
    meets: Words
    threes: NDArray[np.uint64]
    unmixed: Ints
    alike: Ints
    before: Ints
    own: NDArray[np.bool_]

    @property
    def count(self) -> int:
        return self.unmixed.size

    def meeting(self) -> Ints:
        """How many meet in each way, int64[w]."""
        return np.bitwise_count(np.stack(self.meets)).sum(0, dtype=np.int64)

    def at(self, rows: Ints) -> "Ways":
        return Ways(
            self.units[rows], [word[rows] for word in self.meets], self.threes[rows], self.unmixed[rows],
            self.alike[rows], self.before[rows], self.own[rows],
        )  # fmt: skip


def ways(cost: Cost) -> Ways:
    """The ways that leave fewest alone, then fewest with nobody to talk to, then with fewest trios."""
    n = cost.n
    units = next(units for alone in range(n + 1) if len(units := _leaving(alone, cost)))
    x, y, z = _columns(units, n)
    trio = z < n
    rows = units.reshape(-1, 3).astype(np.int64)
    unmixed, alike, before = np.zeros((3, len(units)), np.int64)
    for labels, weight in cost.traits:
        apart = mixed(labels, rows.astype(np.int32)).reshape(x.shape)
        unmixed += weight * (~apart & (y < n)).sum(1)
        same = [labels[x] == labels[y], trio & (labels[x] == labels[z]), trio & (labels[y] == labels[z])]
        alike += weight * np.sum(same, axis=0).sum(1)
    for a, b in ((x, y), (x, z), (y, z)):
        before += ((b < n) & cost.before.has(a, b)).sum(1)
    return Ways(units, _meets(units, n), _threes(units, n), unmixed, alike, before, _own(cost, units))


def _columns(units: NDArray[np.int8], n: int) -> tuple[Ints, Ints, Ints]:
    """The three columns, nobody where there is none."""
    wide = np.where(units >= 0, units, n).astype(np.int64)
    return wide[:, :, 0], wide[:, :, 1], wide[:, :, 2]


def _leaving(alone: int, cost: Cost) -> NDArray[np.int8]:
    """The allowed ways with so many alone: fewest strays, then fewest trios; none where nobody may be together."""
    best, least = np.empty((0, 1, 3), np.int8), np.iinfo(np.int64).max
    for trios in range((cost.n - alone) // 3 + 1):
        units = _allowed(_left_out(cost.n, alone, trios), cost)
        if not len(units):
            continue
        strays = _strays(cost, units)
        if strays.min() < least:
            best, least = units[strays == strays.min()], int(strays.min())
        if least == 0:
            break
    return best


def _left_out(n: int, alone: int, trios: int) -> NDArray[np.int8]:
    """As `partings`, with each choice of this many people left out."""
    if not alone:
        return partings(n, trios)
    parts: list[NDArray[np.int8]] = []
    for out in combinations(range(n), alone):
        rest = np.array([person for person in range(n) if person not in out] + [-1], np.int8)
        parts.append(rest[partings(n - alone, trios)])
    return np.concatenate(parts)


def _allowed(units: NDArray[np.int8], cost: Cost) -> NDArray[np.int8]:
    if not cost.apart.keys.size:
        return units
    x, y, z = _columns(units, cost.n)
    torn = cost.apart.has(x, y) | cost.apart.has(x, z) | cost.apart.has(y, z)
    return units[~torn.any(1)]


def _strays(cost: Cost, units: NDArray[np.int8]) -> Ints:
    """How many people of each way have nobody to talk with, int64[w]; all of a trio without a language in common."""
    x, y, z = _columns(units, cost.n)
    trio, two = z < cost.n, y < cost.n
    xy, xz, yz = cost.fits(x, y), trio & cost.fits(x, z), trio & cost.fits(y, z)
    strays = (~(xy | xz)).astype(np.int64) + ~(xy | yz) + (trio & ~(xz | yz))
    strays = np.where(trio & (strays == 0) & ~cost.fit_all(x, y, z), 3, strays)
    return np.where(two, strays, 0).sum(1)


def _meets(units: NDArray[np.int8], n: int) -> Words:
    number = np.full((n + 1, n + 1), n * n, np.int64)
    a, b = np.triu_indices(n, 1)
    number[a, b] = number[b, a] = np.arange(a.size)
    x, y, z = _columns(units, n)
    couples = np.concatenate([number[x, y], number[x, z], number[y, z]], axis=1)
    words: Words = []
    for begins in range(0, a.size, _WORD):
        inside = (couples >= begins) & (couples < begins + _WORD)
        bits = np.uint64(1) << np.where(inside, couples - begins, 0).astype(np.uint64)
        words.append(np.bitwise_or.reduce(np.where(inside, bits, np.uint64(0)), axis=1))
    return words


def couples_as_words(n: int, met: NDArray[np.bool_]) -> list[np.uint64]:
    """The couples of `met`, bool for each of the couples in order, as words of bits."""
    return [
        np.bitwise_or.reduce(
            np.uint64(1) << np.flatnonzero(met[i : i + _WORD]).astype(np.uint64), initial=np.uint64(0)
        )
        for i in range(0, n * (n - 1) // 2, _WORD)
    ]


def _threes(units: NDArray[np.int8], n: int) -> NDArray[np.uint64]:
    member = np.where((units[:, :, 2] >= 0)[:, :, None], units, n).astype(np.uint64).reshape(len(units), -1)
    bits = np.bitwise_or.reduce(np.uint64(1) << member, axis=1, initial=np.uint64(0))
    return bits & np.uint64((1 << n) - 1)


def _own(cost: Cost, units: NDArray[np.int8]) -> NDArray[np.bool_]:
    own = np.zeros((len(units), cost.n + 1), np.bool_)
    # With one group only there is nothing to share out.
    if cost.traits and cost.traits[0].labels[:-1].any():
        among = ~mixed(cost.traits[0].labels, units.reshape(-1, 3).astype(np.int32)).reshape(units.shape[:2])
        way, unit = np.nonzero(among)
        own[way[:, None], units[way, unit]] = True
    return own[:, :-1]
