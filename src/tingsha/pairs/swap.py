"""Pairing many people: a random start near the best, then exchanges between pairs, only where something is
wrong.

A lower bound comes from prices on people (the dual of the matching problem): with a group larger than half,
its people carry +UNMIXED/2 and all others -UNMIXED/2. Cost minus the prices of both is never negative, so pairs
with nothing left are proven best together, and only the others are worked on."""

from dataclasses import dataclass

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.cost import UNMIXED, Cost
from tingsha.pairs.roster import Ints

_BATCH = 1 << 18
_TURNS = 300
_STALLS = 6


@dataclass
class Couples:
    """Pairs under work: first and second person, and what is still wrong with each pair above the bound."""

    first: Ints
    second: Ints
    wrong: Ints


@dataclass(frozen=True)
class Priced:
    """Costs less the prices of both people: 0 is proven best."""

    cost: Cost
    prices: Ints

    @classmethod
    def of(cls, cost: Cost, people: Ints) -> "Priced":
        """Prices for pairing these people among themselves."""
        counts = np.bincount(cost.labels[people])
        largest = int(counts.argmax())
        if 2 * counts[largest] <= people.size:
            return cls(cost, np.zeros(cost.labels.size, np.int64))
        return cls(cost, np.where(cost.labels == largest, UNMIXED // 2, -UNMIXED // 2))

    def wrong(self, a: Ints, b: Ints) -> Ints:
        return self.cost.pair(a, b) - self.prices[a] - self.prices[b]


def start(priced: Priced, people: Ints, chance: Chance) -> Couples:
    """An even number of people in random pairs, the largest group shared out over the others, in-group
    rounds to those who had fewest."""
    cost = priced.cost
    shuffled = people[chance.order(people.size)]
    one_kind = (cost.tongues[people] == cost.tongues[people[0]]).all()
    if not one_kind or (cost.grounds[people] != cost.grounds[people[0]]).any():
        kind = np.lexsort((cost.tongues[shuffled], cost.grounds[shuffled]))
        first, second = shuffled[kind[0::2]], shuffled[kind[1::2]]
    else:
        first, second = _shared_out(cost, shuffled, chance)
    return Couples(first, second, priced.wrong(first, second))


def _shared_out(cost: Cost, shuffled: Ints, chance: Chance) -> tuple[Ints, Ints]:
    counts = np.bincount(cost.labels[shuffled])
    inside = cost.labels[shuffled] == counts.argmax()
    many, rest = shuffled[inside], shuffled[~inside]
    if many.size > rest.size:
        many = many[np.argsort(cost.inside[many], kind="stable")]
        own = many[: many.size - rest.size]
        own = own[chance.order(own.size)]
        return np.concatenate([many[own.size :], own[0::2]]), np.concatenate([rest, own[1::2]])
    left = rest[many.size :]
    return np.concatenate([many, left[0::2]]), np.concatenate([rest[: many.size], left[1::2]])


def settle(priced: Priced, couples: Couples, chance: Chance) -> None:
    """Exchange partners between pairs, in place, until nothing is wrong or no exchange helps.

    Each pair with something wrong looks at a few random other pairs; the fewer there are left, the more it
    looks at, up to all of them.
    """
    size, width, stalls = couples.first.size, 2, 0
    for _ in range(_TURNS):
        wrong = np.flatnonzero(couples.wrong > 0)
        if not wrong.size or size < 2 or stalls > _STALLS:
            return
        if wrong.size > _BATCH:
            wrong = wrong[chance.order(wrong.size)[:_BATCH]]
        looks = max(1, min(size, width, _BATCH // wrong.size))
        made = _exchange(priced, couples, wrong, looks, chance)
        if made * 2 < wrong.size:
            width = min(width * 2, _BATCH)
        stalls = 0 if made else stalls + (10 if looks == size else 1)


def _exchange(priced: Priced, couples: Couples, wrong: Ints, looks: int, chance: Chance) -> int:
    """One look around by each wrong pair; how many exchanges were made."""
    here = np.repeat(wrong, looks)
    there = _others(couples, wrong, looks, chance)
    a, b = couples.first[here], couples.second[here]
    x, y = couples.first[there], couples.second[there]
    straight = priced.wrong(a, x), priced.wrong(b, y)
    across = priced.wrong(a, y), priced.wrong(b, x)
    cross = across[0] + across[1] < straight[0] + straight[1]
    after = np.where(cross, across[0] + across[1], straight[0] + straight[1])
    gain = couples.wrong[here] + couples.wrong[there] - after
    fair = priced.cost.fair
    unfair = np.where(cross, fair(a, y) + fair(b, x), fair(a, x) + fair(b, y)) - fair(a, b) - fair(x, y)
    gain[(here == there) | ((unfair > 0) & (looks < couples.first.size))] = 0
    best = _best(gain, unfair, wrong.size, looks)
    best = best[_apart(here[best], there[best], couples.first.size)]
    turn = cross[best]
    here, there = here[best], there[best]
    couples.first[here], couples.second[here] = a[best], np.where(turn, y[best], x[best])
    couples.first[there], couples.second[there] = b[best], np.where(turn, x[best], y[best])
    couples.wrong[here] = np.where(turn, across[0][best], straight[0][best])
    couples.wrong[there] = np.where(turn, across[1][best], straight[1][best])
    return best.size


def _others(couples: Couples, wrong: Ints, looks: int, chance: Chance) -> Ints:
    size = couples.first.size
    if looks == size:
        return np.tile(np.arange(size), wrong.size)
    there = chance.below(size, wrong.size * looks)
    # Two wrong pairs often mend each other, so some looks go there.
    among = chance.below(5, there.size) < 2
    there[among] = wrong[chance.below(wrong.size, int(among.sum()))]
    return there


def _best(gain: Ints, unfair: Ints, rows: int, looks: int) -> Ints:
    """Of each row of looks the one that gains most, and is fairest; rows without gain fall away."""
    gain, unfair = gain.reshape(rows, looks), unfair.reshape(rows, looks)
    most = gain.max(1, keepdims=True)
    pick = np.where(gain == most, unfair, np.iinfo(np.int64).max).argmin(1)
    picked = np.arange(rows) * looks + pick
    return picked[most[:, 0] > 0]


def _apart(here: Ints, there: Ints, size: int) -> Ints:
    """Those exchanges that share no pair with an earlier one."""
    number = np.arange(here.size)
    lowest = np.full(size, here.size)
    np.minimum.at(lowest, here, number)
    np.minimum.at(lowest, there, number)
    return np.flatnonzero((lowest[here] == number) & (lowest[there] == number))
