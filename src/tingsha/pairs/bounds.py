"""What no plan can be better than: prices on people, the dual of the matching problem.

With a label on more than half of the people, its holders carry +1/2 of its weight and all others -1/2. The cost of two
people less the prices of both is then never negative, so pairs with nothing left are proven best together, and only the
others need work. The sum of all prices is the bound."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.cost import TWICE, UNMIXED, Cost
from tingsha.pairs.roster import Attribute, Ints


@dataclass(frozen=True)
class Circle:
    """People who are paired among themselves; heads: for each attribute how many have each label."""

    people: Ints
    heads: list[Ints]

    @classmethod
    def of(cls, traits: Sequence[Attribute], people: Ints) -> "Circle":
        return cls(people, [counts(labels, people) for labels, _ in traits])

    def with_nobody(self, nobody: int) -> "Circle":
        return Circle(np.append(self.people, nobody), self.heads)


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
        prices: Ints | None = None
        for (labels, weight), heads in zip(cost.traits, circle.heads, strict=True):
            half = UNMIXED * weight // 2
            largest = int(heads.argmax())
            if 2 * int(heads[largest]) > circle.people.size:
                part = np.where(labels == largest, half, -half)
                prices = part if prices is None else prices + part
        odd = bool(circle.people.size) and int(circle.people[-1]) == cost.n
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
    one = cost.types.one
    a, b = np.repeat(one, one.size), np.tile(one, one.size)
    return cost.lasting(a, b) if prices is None else cost.lasting(a, b) - prices[a] - prices[b]


def bound(traits: list[Attribute], circles: list[Circle], strays: int) -> int:
    """The most mixed units, weighted: each takes two people, and one of them from outside the largest group.

    This holds within each circle; each of the strays, who fit with nobody, may make one unit more a mixed
    one.
    """
    if not circles:
        return 0
    most = 0
    for i, (_, weight) in enumerate(traits):
        heads = np.stack([circle.heads[i] for circle in circles]).sum(0)
        people = sum(circle.people.size for circle in circles)
        within = sum(_most(circle.people.size, circle.heads[i]) for circle in circles)
        most += weight * min(within + strays, _most(people, heads))
    return most


def _most(people: int, heads: Ints) -> int:
    return min(people // 2, people - int(heads.max(initial=0)))
