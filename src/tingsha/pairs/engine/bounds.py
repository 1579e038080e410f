"""What no plan can be better than: prices on people, the dual of the matching problem.

With a label on more than half of the people, its holders carry +1/2 of its weight and all others -1/2. The cost of two
people less the prices of both is then never negative, so pairs with nothing left are proven best together, and only the
others need work. The sum of all prices is the bound."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.engine.cost import TWICE, UNMIXED, Cost
from tingsha.pairs.roster import Attribute, Ints

_FEW_TYPES = 120


@dataclass
class Circle:
    """People who are paired among themselves.

    heads: for each attribute how many have each label; dual: a price for each type, once better ones were found than
    the largest groups give; least: as many units (weighted) stay unmixed whatever one does, once that is proven;
    together: over all rounds that are planned no more units (weighted) can be mixed, once that is proven.
    """

    people: Ints
    heads: list[Ints]
    dual: Ints | None = None
    least: int = 0
    together: int | None = None

    @classmethod
    def of(cls, traits: Sequence[Attribute], people: Ints) -> "Circle":
        return cls(people, [counts(labels, people) for labels, _ in traits])

    def with_nobody(self, nobody: int) -> "Circle":
        return Circle(np.append(self.people, nobody), self.heads, self.dual)


def counts(labels: NDArray[np.int32], people: Ints) -> Ints:
    """How many of these people have each label; nobody has none."""
    return np.bincount(labels[people] + 1, minlength=int(labels.max(initial=0)) + 2)[1:]


@dataclass(frozen=True)
class Priced:
    """Costs less the prices of both people: 0 is proven best.

    prices: int64[n + 1], or None where all are 0; table: what lasts between any two types, less their prices;
    odd: whether one of the people is nobody; uneven: whether anybody was more among their own than another.
    """

    cost: Cost
    prices: Ints | None
    table: Ints | None
    odd: bool
    uneven: bool

    @classmethod
    def of(cls, cost: Cost, circle: Circle) -> "Priced":
        """Prices for pairing these people (an even number; nobody may be one) among themselves."""
        odd = bool(circle.people.size) and int(circle.people[-1]) == cost.n
        if circle.dual is not None and cost.types is not None:
            return cls.by_type(cost, circle.dual, odd=odd)
        prices: Ints | None = None
        for (labels, weight), heads in zip(cost.traits, circle.heads, strict=True):
            half = UNMIXED * weight // 2
            largest = int(heads.argmax())
            if 2 * int(heads[largest]) > circle.people.size:
                part = np.where(labels == largest, half, -half)
                prices = part if prices is None else prices + part
        return cls(cost, prices, _table(cost, prices), odd, bool(cost.inside.any()))

    @classmethod
    def by_type(cls, cost: Cost, dual: Ints, *, odd: bool) -> "Priced":
        """With a price for each type."""
        assert cost.types is not None
        prices = dual[cost.types.of]
        return cls(cost, prices, _table(cost, prices), odd, bool(cost.inside.any()))

    def plain(self, a: Ints, b: Ints) -> Ints:
        """The cost of each couple; with nobody, that of being in a trio."""
        return self._with_nobody(self.cost.pair(a, b), a, b)

    def wrong(self, a: Ints, b: Ints) -> Ints:
        """The cost of each couple less the prices of both."""
        wrong = self.cost.passing(a, b)
        if self.table is not None and self.cost.types is not None:
            of, count = self.cost.types.of, self.cost.types.count
            wrong += self.table[of[a] * count + of[b]]
        else:
            wrong += self.cost.lasting(a, b)
            if self.prices is not None:
                wrong -= self.prices[a] + self.prices[b]
        return self._with_nobody(wrong, a, b)

    def _with_nobody(self, cost: Ints, a: Ints, b: Ints) -> Ints:
        if self.odd:
            nobody = np.flatnonzero((a == self.cost.n) | (b == self.cost.n))
            cost[nobody] += TWICE * self.cost.again(np.minimum(a, b)[nobody])
        return cost


def _table(cost: Cost, prices: Ints | None) -> Ints | None:
    if cost.types is None:
        return None
    table = between(cost, cost.types.one)
    if prices is not None:
        own = prices[cost.types.one]
        table -= np.add.outer(own, own)
    return table.ravel()


def between(cost: Cost, people: Ints) -> Ints:
    """What lasts between any two of these people, int64[k, k]."""
    one, other = np.repeat(people, people.size), np.tile(people, people.size)
    return cost.lasting(one, other).reshape(people.size, -1)


def bound(cost: Cost, circles: list[Circle], strays: int) -> int:
    """The most mixed units, weighted: each takes two people, and one of them from outside the largest group.

    This holds within each circle, where better prices may say more; each of the strays, who fit with nobody, may make
    one unit more a mixed one.
    """
    if not circles:
        return 0
    weights = [weight for _, weight in cost.traits]
    within = [[_most(circle.people.size, heads) for heads in circle.heads] for circle in circles]
    people = sum(circle.people.size for circle in circles)
    whole = [
        _most(people, np.stack([circle.heads[i] for circle in circles]).sum(0)) for i in range(len(weights))
    ]
    loosely = sum(w * min(sum(each[i] for each in within) + strays, whole[i]) for i, w in enumerate(weights))
    tightly = sum(
        min(sum(w * each for w, each in zip(weights, most, strict=True)), _by_price(cost, circle, strays))
        for circle, most in zip(circles, within, strict=True)
    )
    return min(loosely, tightly + strays * sum(weights))


def _most(people: int, heads: Ints) -> int:
    return min(people // 2, people - int(heads.max(initial=0)))


def _by_price(cost: Cost, circle: Circle, strays: int) -> int:
    """The most mixed units, weighted, by the prices of the circle.

    Who is in a unit with a stray pays nothing, and of a trio all three may pay less than their prices.
    """
    most = circle.people.size // 2 * sum(weight for _, weight in cost.traits) - (
        0 if strays else circle.least
    )
    if circle.dual is None or cost.types is None:
        return most
    heads = np.bincount(cost.types.of[circle.people], minlength=cost.types.count)
    heads[-1] = odd = circle.people.size % 2
    prices = circle.dual[heads > 0]
    least = int(heads[heads > 0] @ prices) - 3 * strays * max(0, int(prices.max()))
    if odd:
        least -= _spared(cost, prices, cost.types.one[heads > 0])
    return min(most, circle.people.size // 2 * sum(weight for _, weight in cost.traits) + -least // UNMIXED)


def _spared(cost: Cost, prices: Ints, people: Ints) -> int:
    """By how much three people together with nobody can have higher prices than their trio costs, at most.

    prices: of one person of each type, nobody last.
    """
    prices, nobody, people = prices[:-1], int(prices[-1]), people[:-1]
    if people.size > _FEW_TYPES:
        # The third pays for being with nobody; the two others, at most all they have.
        return max(0, 2 * int(prices.max()))
    trio = np.zeros((people.size,) * 3, np.int64)
    for labels, weight in cost.traits:
        same = labels[people][:, None] == labels[people]
        trio += (UNMIXED * weight) * (same[:, :, None] & same[:, None, :])
    paid = prices[:, None, None] + prices[:, None] + prices
    return max(0, int((paid - trio).max()) + nobody)
