"""A handful of people: every way to pair them is written down, and all rounds are chosen together, since
round by round is provably worse. Six people who pair up carelessly three times can be stuck in the fourth
round."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.chance import Chance
from tingsha.pairs.cost import ALIKE, APART, MISFIT, REPEAT, TWICE, UNMIXED, Cost
from tingsha.pairs.met import Rounds
from tingsha.pairs.roster import Ints, Units

HANDFUL = 11
_STEPS = 1500
_LOOKS = 600_000
_FAIR_STEPS = 100


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
    """Every way to spend a round, in random order.

    units: [w, u, 3]; meets: uint64[w], a bit per couple; price: what never changes;
    threes, insiders: float32[w, n], who is in a trio, who in a unit of one group.
    """

    units: NDArray[np.int8]
    meets: NDArray[np.uint64]
    price: Ints
    threes: NDArray[np.float32]
    insiders: NDArray[np.float32]

    def at(self, rows: Ints) -> "Ways":
        return Ways(
            self.units[rows], self.meets[rows], self.price[rows], self.threes[rows], self.insiders[rows]
        )  # fmt: skip

    def price_now(self, past: "Past") -> Ints:
        """Price of each way after these rounds, int64[w]."""
        again = np.bitwise_count(self.meets & past.met).astype(np.int64)
        twice = (self.threes @ past.threes).astype(np.int64)
        return self.price + REPEAT * again + TWICE * twice + (self.insiders @ past.insiders).astype(np.int64)


@dataclass(frozen=True)
class Past:
    """Rounds chosen so far."""

    met: np.uint64
    threes: NDArray[np.float32]
    insiders: NDArray[np.float32]

    def then(self, ways: Ways, way: int) -> "Past":
        met = self.met | ways.meets[way]
        return Past(met, self.threes + ways.threes[way], self.insiders + ways.insiders[way])


def small_plan(cost: Cost, rounds: int, chance: Chance) -> tuple[list[Units], bool]:
    """The best `rounds` rounds together for at most HANDFUL people, all present."""
    n = cost.n
    ways = _ways(n, cost, chance)
    past = Past(_bits(n, cost.met), cost.trios[:-1].astype(np.float32), cost.inside[:-1].astype(np.float32))
    chosen = _search(ways, past, rounds)
    return [_units(ways.units[way]) for way in chosen], True


def _bits(n: int, met: Rounds) -> np.uint64:
    a, b = np.triu_indices(n, 1)
    seen = np.flatnonzero(met.has(a, b)).astype(np.uint64)
    return np.bitwise_or.reduce(np.uint64(1) << seen, initial=np.uint64(0))


def _units(way: NDArray[np.int8]) -> Units:
    return way[(way >= 0).any(1)].astype(np.int32)


def _ways(n: int, cost: Cost, chance: Chance) -> Ways:
    """The ways that leave fewest alone, then fewest with nobody to talk to, then with fewest trios."""
    best = next(ways for alone in range(n + 1) if (ways := _leaving(alone, n, cost)) is not None)
    order = chance.order(best.price.size)
    return best.at(order)


def _leaving(alone: int, n: int, cost: Cost) -> Ways | None:
    best: Ways | None = None
    for trios in range((n - alone) // 3 + 1):
        ways = _priced(_left_out(n, alone, trios), n, cost)
        if ways.price.size and (best is None or ways.price.min() // MISFIT < best.price.min() // MISFIT):
            best = ways
        if best is not None and best.price.min() < MISFIT:
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


def _priced(units: NDArray[np.int8], n: int, cost: Cost) -> Ways:
    """The ways among these in which nobody meets whom they must not, with their fixed prices."""
    a, b = np.triu_indices(n, 1)
    couple = np.zeros((n + 1, n + 1), np.int64)
    couple[a, b] = couple[b, a] = np.arange(a.size)
    x, y, z = (units[:, :, column].astype(np.int64) for column in range(3))
    trio = z >= 0
    one = np.uint64(1)
    meets = one << couple[x, y].astype(np.uint64)
    more = (one << couple[x, z].astype(np.uint64)) | (one << couple[y, z].astype(np.uint64))
    meets = np.bitwise_or.reduce(meets | np.where(trio, more, np.uint64(0)), axis=1, initial=np.uint64(0))
    return _allowed(units, meets, n, cost)


def _allowed(units: NDArray[np.int8], meets: NDArray[np.uint64], n: int, cost: Cost) -> Ways:
    a, b = np.triu_indices(n, 1)
    forbidden = np.flatnonzero(cost.apart.has(a, b)).astype(np.uint64)
    allowed = (meets & np.bitwise_or.reduce(np.uint64(1) << forbidden, initial=np.uint64(0))) == 0
    units, meets = units[allowed], meets[allowed]
    x, y, z = (units[:, :, column].astype(np.int64) for column in range(3))
    trio = z >= 0
    labels = cost.traits[0].labels if cost.traits else np.zeros(n + 1, np.int32)
    # With one group only there is nothing to mix, and nothing to share out.
    mixed = (labels[x] != labels[y]) | (trio & (labels[x] != labels[z])) | (not labels[:-1].any())
    alike = [labels[x] == labels[y], trio & (labels[x] == labels[z]), trio & (labels[y] == labels[z])]
    same = np.sum(alike, axis=0, dtype=np.int64) * labels[:-1].any()
    price = (ALIKE * same + UNMIXED * ~mixed + MISFIT * _strays(cost, x, y, z)).sum(1)
    rows = np.arange(len(units))
    threes, insiders = np.zeros((2, len(units), n + 1), np.float32)
    for column in (x, y, z):
        threes[rows[:, None], np.where(trio, column, n)] = 1
        insiders[rows[:, None], np.where(~mixed & (column >= 0), column, n)] = 1
    return Ways(units, meets, price, threes[:, :n], insiders[:, :n])


def _strays(cost: Cost, x: Ints, y: Ints, z: Ints) -> Ints:
    """How many people in each unit have nobody to talk with."""
    fits, trio = cost.fits, z >= 0
    xy, xz, yz = fits(x, y), trio & fits(x, z), trio & fits(y, z)
    strays = (~(xy | xz)).astype(np.int64) + ~(xy | yz) + (trio & ~(xz | yz))
    shared = cost.fit_all(x, y, z)
    return np.where(trio & (strays == 0) & ~shared, 3, strays)


def _search(ways: Ways, past: Past, rounds: int) -> list[int]:
    """Depth first, cheapest way first, cutting off what can't become better; after some steps the best so
    far."""
    best: list[int] = []
    least, steps = APART, 0
    most = min(_STEPS, _LOOKS // ways.price.size)

    def walk(past: Past, spent: int, chosen: list[int]) -> None:
        nonlocal best, least, steps
        if len(chosen) == rounds:
            best, least = list(chosen), spent
            return
        price, left = ways.price_now(past), rounds - len(chosen)
        for way in np.argsort(price, kind="stable").tolist():
            # No later round can be cheaper than the cheapest way is now.
            bound = spent + int(price[way]) + (left - 1) * int(price.min())
            if bound >= least or (
                best and steps > (most if bound // ALIKE < least // ALIKE else _FAIR_STEPS)
            ):
                return
            steps += 1
            walk(past.then(ways, way), spent + int(price[way]), [*chosen, way])

    walk(past, 0, [])
    return best
