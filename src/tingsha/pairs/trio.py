"""The odd one out: which three make the trio."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.bounds import counts
from tingsha.pairs.chance import Chance
from tingsha.pairs.cost import MISFIT, TWICE, UNMIXED, Cost
from tingsha.pairs.roster import Bools, Ints
from tingsha.pairs.start import Couples

_ALL = 36
_DRAWN = 4096


def trios(cost: Cost, people: Ints, chance: Chance, best: int) -> Ints:
    """The `best` cheapest trios among an odd number of people, int64[k, 3]; none if no three fit.

    A trio is judged by itself and by how many mixed pairs it leaves possible among the others.
    """
    three = _drawn(cost, people, chance)
    a, b, c = three.T
    price = cost.third(c, a, b) + cost.pair(a, b)
    inside = cost.inside[a] + cost.inside[b] + cost.inside[c]
    # A mixed trio is for those who had most in-group rounds, any other for those who had fewest.
    fair = np.where(_are_mixed(cost, three), -inside, inside)
    fit = price < MISFIT
    three, price, fair = three[fit], price[fit], fair[fit]
    for labels, weight in cost.traits:
        price -= UNMIXED * weight * _left_mixed(labels, people, three)
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


def _left_mixed(labels: NDArray[np.int32], people: Ints, three: Ints) -> Ints:
    """For each trio: how many mixed units there can be beside it."""
    count = counts(labels, people)
    largest = np.argsort(-count, kind="stable")[:4]
    taken = (labels[three][:, :, None] == largest).sum(1)
    rest = people.size - 3
    most = (count[largest] - taken).max(1)
    return np.minimum(rest // 2, rest - most)


def _are_mixed(cost: Cost, three: Ints) -> Bools:
    if not cost.traits:
        return np.zeros(len(three), np.bool_)
    labels = cost.traits[0].labels[three]
    return np.logical_or.reduce(labels != labels[:, :1], axis=1)


def join(cost: Cost, couples: Couples, chance: Chance) -> tuple[Couples, Ints]:
    """Whoever is paired with nobody joins the best pair: the other pairs, and the three; no three if none fit."""
    waits = int(np.flatnonzero(np.maximum(couples.first, couples.second) == cost.n)[0])
    third = int(min(couples.first[waits], couples.second[waits]))
    rows = np.delete(np.arange(couples.first.size), waits)
    some = rows[chance.below(rows.size, _DRAWN)] if rows.size > _DRAWN else rows[chance.order(rows.size)]
    price = _joining(cost, couples, some, third)
    if price.min() >= TWICE and some.size < rows.size:
        some = rows
        price = _joining(cost, couples, some, third)
    best = int(price.argmin())
    if price[best] >= MISFIT:
        return _without(couples, [waits]), np.array([third])
    row = int(some[best])
    return _without(couples, [waits, row]), np.array([third, couples.first[row], couples.second[row]])


def _joining(cost: Cost, couples: Couples, rows: Ints, third: int) -> Ints:
    """What the third costs in these rows; a pair that does not fit is no place."""
    price = cost.third(np.full(rows.size, third), couples.first[rows], couples.second[rows])
    return price + MISFIT * (couples.wrong[rows] >= MISFIT // 2)


def _without(couples: Couples, rows: list[int]) -> Couples:
    kept = np.ones(couples.first.size, np.bool_)
    kept[rows] = False
    return Couples(couples.first[kept], couples.second[kept], couples.wrong[kept])
