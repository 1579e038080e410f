"""Better prices, where the largest groups alone do not prove enough: the dual of pairing types of people.

Given pairs that are as good as exchanges make them, prices are sought at which every kind of pair that occurs is
exactly paid for and no other is too cheap (Bellman and Ford's shortest paths on two copies of the types). If there are
such prices the pairs are proven best. If not, those met on the way are valid too, and the best of them are kept."""

from dataclasses import dataclass

import numpy as np

from tingsha.pairs.engine.bounds import Circle, Priced, between
from tingsha.pairs.engine.cost import MISFIT
from tingsha.pairs.engine.start import Couples
from tingsha.pairs.engine.types import Types
from tingsha.pairs.roster import Bools, Ints

_STEPS = 40
_NEVER = MISFIT
"""Who does not fit is not paired, so no price has to allow for it."""


@dataclass(frozen=True)
class _Problem:
    """cost: int64[k, k] between the types that are here; heads: how many of each; used: bool[k, k], pairs there are."""

    cost: Ints
    heads: Ints
    used: Bools


def tightened(priced: Priced, circle: Circle, couples: Couples) -> bool:
    """Give the circle better prices if these pairs lead to any."""
    types = priced.cost.types
    if types is None or not couples.first.size:
        return False
    problem, here = _problem(priced, types, circle, couples)
    prices = np.zeros(types.count, np.int64) if priced.prices is None else priced.prices[types.one]
    found = _best(problem, prices[here])
    if int(problem.heads @ found) <= int(problem.heads @ prices[here]):
        return False
    # Of who is not here any price will do that is low enough.
    better = np.full(types.count, np.int64(-MISFIT))
    better[here] = found
    circle.dual = better
    return True


def _problem(priced: Priced, types: Types, circle: Circle, couples: Couples) -> tuple[_Problem, Ints]:
    heads = np.bincount(types.of[circle.people], minlength=types.count)
    here = np.flatnonzero(heads)
    one = types.one[here]
    cost = np.minimum(between(priced.cost, one), _NEVER)
    alone = np.flatnonzero(heads[here] == 1)
    cost[alone, alone] = _NEVER
    number = np.zeros(types.count, np.int64)
    number[here] = np.arange(here.size)
    a, b = number[types.of[couples.first]], number[types.of[couples.second]]
    used = np.zeros(cost.shape, np.bool_)
    used[a, b] = used[b, a] = True
    return _Problem(cost, heads[here], used & (cost < _NEVER)), here


def _best(problem: _Problem, prices: Ints) -> Ints:
    """The best prices on the way to those at which every pair there is is exactly paid for."""
    buys, best = prices.copy(), prices
    for _ in range(_STEPS):
        sells = (problem.cost - buys[:, None]).min(0)
        # Both copies of a type share what they got: half of each is always allowed.
        shared = (buys + sells) >> 1
        if int(problem.heads @ shared) > int(problem.heads @ best):
            best = shared
        raised = np.where(problem.used, problem.cost - sells[None, :], np.iinfo(np.int64).min).max(1)
        raised = np.maximum(buys, raised)
        if (raised == buys).all():
            break
        buys = raised
    return best
