"""A place for those who are left over: with each other, with the third of a trio, or with a pair as its
third."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Circle
from tingsha.pairs.engine.cost import APART, CROWD, MISFIT, REPEAT, UNMIXED, Cost
from tingsha.pairs.engine.exact import best_pairs, strangers
from tingsha.pairs.engine.kinds import Kinds
from tingsha.pairs.roster import Bools, Ints, Units, members

_KEPT = UNMIXED << 4
_TAKES = 10
_MANY = 64


@dataclass
class Room:
    """The units of one round and their spots. kept: bool[u], units that may gain people but may not be
    split."""

    units: Units
    kept: Bools

    def sizes(self) -> Ints:
        return (self.units >= 0).sum(1)

    def put(self, people: list[int]) -> None:
        """A new unit, on a free spot if there is one."""
        free = np.flatnonzero(self.sizes() == 0)
        if not free.size:
            self.units = np.concatenate([self.units, np.full((1, self.units.shape[1]), -1, np.int32)])
            self.kept = np.append(self.kept, False)
            free = np.array([len(self.units) - 1])
        self.units[free[0], : len(people)] = sorted(people)

    def set(self, row: int, people: list[int]) -> None:
        """Other people at this spot."""
        if len(people) > self.units.shape[1]:
            self.units = np.pad(self.units, ((0, 0), (0, 1)), constant_values=-1)
        self.units[row] = -1
        self.units[row, : len(people)] = people


@dataclass(frozen=True)
class Way:
    """One way to give a person a place: cheaper first; at the same number of repeats, the one that disturbs
    least."""

    price: int
    rank: int
    take: Callable[[], list[int]]
    """Does it, and answers which other left-over people have a place now too."""

    def order(self) -> tuple[int, int, int]:
        return self.price // REPEAT, self.rank, self.price


def seat(cost: Cost, room: Room, left: Ints, kinds: Kinds, chance: Chance) -> list[int]:
    """Give the left-over people a place in the room, in place; answers who stays alone.

    Strangers who fit pair up; then, one by one: the third of a trio comes over, or the person joins a pair;
    a pair is parted between two; repeats only when nothing else is left, then people who don't fit; apart
    never.
    """
    people = left[chance.order(left.size)]
    couples = strangers(cost, people, kinds, chance)
    if people.size - couples.size > _MANY:
        couples = np.concatenate([couples, _least_bad(cost, np.setdiff1d(people, couples), kinds, chance)])
    _put_all(room, couples)
    waiting: list[int] = people[~np.isin(people, couples)].tolist()
    alone: list[int] = []
    while waiting:
        person = waiting.pop()
        ways = [*_with(cost, room, person, waiting), *_peel(cost, room, person), *_join(cost, room, person)]
        ways += _part(cost, room, person, waiting)
        ways = [way for way in ways if way.price < APART] or _take(cost, room, person)
        if not ways:
            alone.append(person)
            continue
        for other in min(ways, key=Way.order).take():
            waiting.remove(other)
    return alone


def _least_bad(cost: Cost, people: Ints, kinds: Kinds, chance: Chance) -> Ints:
    """Couples of a crowd for whom nobody is left who fits, int64[k, 2]; apart never."""
    circle = Circle.of(cost.traits, people[people.size % 2 :])
    found = best_pairs(cost, circle, kinds, chance)
    allowed = cost.pair(found.first, found.second) < CROWD
    return np.stack([found.first[allowed], found.second[allowed]], axis=1)


def _put_all(room: Room, couples: Ints) -> None:
    free = np.flatnonzero(room.sizes() == 0)[: len(couples)]
    rows = np.full((len(couples), room.units.shape[1]), -1, np.int32)
    rows[:, :2] = np.sort(couples, axis=1)
    room.units[free] = rows[: free.size]
    room.units = np.concatenate([room.units, rows[free.size :]])
    room.kept = np.concatenate([room.kept, np.zeros(len(couples) - free.size, np.bool_)])


def _with(cost: Cost, room: Room, person: int, waiting: list[int]) -> list[Way]:
    """Together with somebody else who is left over."""
    if not waiting:
        return []
    others = np.array(waiting)
    price = cost.pair(np.full(others.size, person), others)
    best = int(price.argmin())

    def take() -> list[int]:
        room.put([person, waiting[best]])
        return [waiting[best]]

    return [Way(int(price[best]), 0, take)]


def _peel(cost: Cost, room: Room, person: int) -> list[Way]:
    """With the third of a trio; the two who stay must get on without."""
    rows = np.flatnonzero((room.sizes() == 3) & ~room.kept)
    if not rows.size:
        return []
    rows, column = np.repeat(rows, 3), np.tile(np.arange(3), rows.size)
    third, a, b = (room.units[rows, (column + turn) % 3].astype(np.int64) for turn in range(3))
    price = cost.pair(np.full(rows.size, person), third)
    price += MISFIT * ~cost.fits(a, b) + APART * cost.apart.has(a, b)
    best = int(price.argmin())

    def take() -> list[int]:
        room.set(int(rows[best]), sorted([int(a[best]), int(b[best])]))
        room.put([person, int(third[best])])
        return []

    return [Way(int(price[best]), 1, take)]


def _join(cost: Cost, room: Room, person: int) -> list[Way]:
    """As one more in a unit."""
    price = join_cost(cost, person, room.units)
    if not price.size:
        return []
    # A kept unit hears of its third late, so another is better, other things being equal.
    price = np.where(room.kept, price + _KEPT, price)
    best = int(price.argmin())

    def take() -> list[int]:
        room.set(best, [*members(room.units[best]), person])
        return []

    return [Way(int(price[best]), 2, take)]


def join_cost(cost: Cost, person: int, units: Units) -> Ints:
    """What it would cost that this person joins each unit, int64[u]: a trio more than any misfit, an empty
    row APART."""
    wide, sizes = units.astype(np.int64), (units >= 0).sum(1)
    p = np.full(len(units), person)
    price = np.full(len(units), APART)
    one, two = sizes == 1, sizes == 2
    price[one] = cost.pair(p[one], wide[one, 0])
    price[two] = cost.third(p[two], wide[two, 0], wide[two, 1])
    price[sizes > 2] = CROWD
    for column in range(units.shape[1]):
        there = (sizes > 2) & (wide[:, column] >= 0)
        price[there] += cost.pair(p[there], wide[there, column])
    return price


def _part(cost: Cost, room: Room, person: int, waiting: list[int]) -> list[Way]:
    """A pair parts: one comes to this person, one to somebody else who is left over."""
    rows = np.flatnonzero((room.sizes() == 2) & ~room.kept)
    if not rows.size or not waiting:
        return []
    here, there = np.array([person]), np.array([waiting[-1]])
    a, b = room.units[rows, 0].astype(np.int64), room.units[rows, 1].astype(np.int64)
    a, b, rows = np.concatenate([a, b]), np.concatenate([b, a]), np.tile(rows, 2)
    price = cost.pair(here.repeat(a.size), a) + cost.pair(there.repeat(b.size), b)
    best = int(price.argmin())

    def take() -> list[int]:
        room.set(int(rows[best]), sorted([person, int(a[best])]))
        room.put([int(there[0]), int(b[best])])
        return [int(there[0])]

    return [Way(int(price[best]), 3, take)]


def _take(cost: Cost, room: Room, person: int) -> list[Way]:
    """One of a pair comes to this person, and the other joins another unit: the last way out before being
    alone."""
    rows = np.flatnonzero((room.sizes() == 2) & ~room.kept)
    rows, column = np.tile(rows, 2), np.repeat([0, 1], rows.size)
    come = room.units[rows, column].astype(np.int64)
    price = cost.pair(np.full(rows.size, person), come)
    ways: list[Way] = []
    for i in np.argsort(price, kind="stable")[:_TAKES].tolist():
        row, goes = int(rows[i]), int(room.units[rows[i], 1 - column[i]])
        joins = join_cost(cost, goes, room.units)
        joins[row] = APART
        best = int(joins.argmin())
        ways.append(
            Way(int(price[i] + joins[best]), 4, _taking(room, [person, int(come[i])], row, goes, best))
        )
    return [way for way in ways if way.price < APART]


def _taking(room: Room, pair: list[int], row: int, goes: int, other: int) -> Callable[[], list[int]]:
    def take() -> list[int]:
        room.set(row, sorted(pair))
        room.set(other, [*members(room.units[other]), goes])
        return []

    return take
