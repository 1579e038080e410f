"""The odd one out: which three make the trio."""

from itertools import combinations

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Priced
from tingsha.pairs.engine.cost import MISFIT, TWICE, UNMIXED, Cost
from tingsha.pairs.engine.start import Couples
from tingsha.pairs.engine.types import turn_within
from tingsha.pairs.roster import Bools, Ints

_DRAWN = 4096


def trios(priced: Priced, people: Ints, chance: Chance) -> tuple[Ints, Ints]:
    """All trios that fit among an odd number of people, int64[k, 3], and what each costs above its prices, least first.

    With those prices no pair of the others costs less than nothing, so nothing better begins with a dearer trio.
    """
    cost = priced.cost
    three = np.array(list(combinations(people.tolist(), 3)), np.int64)
    three = three[chance.order(len(three))]
    a, b, c = three.T
    price = cost.third(c, a, b) + cost.pair(a, b) - UNMIXED * sum(weight for _, weight in cost.traits)
    inside = cost.inside[a] + cost.inside[b] + cost.inside[c]
    # A mixed trio is for those who had most in-group rounds, any other for those who had fewest.
    fair = np.where(_are_mixed(cost, three), -inside, inside)
    fit = np.flatnonzero(price < MISFIT)
    if priced.prices is not None:
        price -= priced.prices[three].sum(1)
    order = fit[np.lexsort((fair[fit], price[fit]))]
    return three[order], price[order]


def varied(cost: Cost, three: Ints, most: int) -> Ints:
    """So many of these trios, in their order, int64[most]: of every combination of types the first before any second,
    for what the others cost depends on who is taken from them."""
    if cost.types is None:
        return np.arange(min(most, len(three)))
    types = np.sort(cost.types.of[three], axis=1)
    combination = types @ np.array([cost.types.count**2, cost.types.count, 1])
    return np.sort(np.argsort(turn_within(combination), kind="stable")[:most])


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
