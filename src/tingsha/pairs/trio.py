"""The odd one out: which three make the trio."""

from itertools import combinations

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.cost import MISFIT, UNMIXED, Cost
from tingsha.pairs.roster import Bools, Ints

_ALL = 24
_DRAWN = 2048


def trios(cost: Cost, people: Ints, chance: Chance, best: int) -> Ints:
    """The `best` cheapest trios among an odd number of people, int64[k, 3]; none if no three fit.

    A trio is judged by itself and by how many mixed pairs it leaves possible among the others.
    """
    three = _drawn(cost, people, chance)
    a, b, c = three.T
    price = cost.third(c, a, b) + cost.pair(a, b)
    inside = cost.inside[a] + cost.inside[b] + cost.inside[c]
    # A mixed trio is for those who had most in-group rounds, any other for those who had fewest.
    fair = np.where(_is_mixed(cost, three), -inside, inside)
    fit = price < MISFIT
    three, price, fair = three[fit], price[fit], fair[fit]
    if not len(three):
        return three
    price = price - UNMIXED * _mixed(cost, people, three)
    return three[np.lexsort((fair, price))[:best]]


def _drawn(cost: Cost, people: Ints, chance: Chance) -> Ints:
    """All trios in random order when few, else random ones of those who have been in the fewest trios."""
    if people.size <= _ALL:
        three = np.array(list(combinations(people.tolist(), 3)), np.int64)
        return three[chance.order(len(three))]
    fewest = people[cost.trios[people] == cost.trios[people].min()]
    pool = fewest if fewest.size >= 3 else people
    three = pool[chance.below(pool.size, 3 * _DRAWN)].reshape(-1, 3)
    a, b, c = three.T
    return three[(a != b) & (a != c) & (b != c)]


def _mixed(cost: Cost, people: Ints, three: Ints) -> Ints:
    """For each trio: how many mixed units there can be, itself counted."""
    counts = np.bincount(cost.labels[people])
    largest = np.argsort(-counts, kind="stable")[:4]
    labels = cost.labels[three]
    taken = (labels[:, :, None] == largest).sum(1)
    rest = people.size - 3
    most = (counts[largest] - taken).max(1)
    return np.minimum(rest // 2, rest - most) + _is_mixed(cost, three)


def _is_mixed(cost: Cost, three: Ints) -> Bools:
    labels = cost.labels[three]
    return np.logical_or.reduce(labels != labels[:, :1], axis=1)
