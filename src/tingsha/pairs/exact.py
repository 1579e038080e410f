"""The best pairing, proven, for as many people as an exact matching can bear (Edmonds' blossoms, by
rustworkx)."""

import numpy as np
import rustworkx as rx

from tingsha.pairs.chance import Chance
from tingsha.pairs.cost import MISFIT, REPEAT, Cost
from tingsha.pairs.roster import Ints
from tingsha.pairs.swap import Couples, Priced, settle, start

_TIES = 36
_BEARABLE = 300
_LEFT = 150
_TRIES = 6


def matching(cost: Cost, people: Ints, chance: Chance, worst: int = MISFIT) -> Ints:
    """As many couples below the cost `worst` as can be, and of those the cheapest set; int64[k, 2] of
    people."""
    i, j = np.triu_indices(people.size, 1)
    a, b = people[i], people[j]
    price = cost.pair(a, b)
    price += np.where(price < worst, cost.fair(a, b), 0)
    open_to = price < worst
    i, j, price = i[open_to], j[open_to], price[open_to]
    if not price.size:
        return np.empty((0, 2), np.int64)
    # Random last bits leave one best answer, so the same seed gives the same plan whatever the solver's inner order.
    ties = (chance.draws(price.size) >> np.uint64(64 - _TIES)).tolist()
    most = int(price.max()) + 1
    weights = [((most - p) << _TIES) + t for p, t in zip(price.tolist(), ties, strict=True)]
    graph: rx.PyGraph[int | None, int] = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(people.size))
    graph.extend_from_weighted_edge_list(list(zip(i.tolist(), j.tolist(), weights, strict=True)))
    found = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    couples = np.array(sorted((min(e), max(e)) for e in found), np.int64).reshape(-1, 2)
    return people[couples]


def strangers(cost: Cost, people: Ints, chance: Chance) -> Ints:
    """Couples of people who fit and have not met, as many as can be (for a crowd: nearly), int64[k, 2]."""
    if people.size <= _BEARABLE:
        return matching(cost, people, chance, REPEAT)
    found = best_pairs(cost, people[people.size % 2 :], chance)
    fit = cost.pair(found.first, found.second) < REPEAT
    return np.stack([found.first[fit], found.second[fit]], axis=1)


def best_pairs(cost: Cost, people: Ints, chance: Chance) -> Couples:
    """An even number of people in pairs; those for whom nobody is left that fits stay together, as wrong as
    that is."""
    if not people.size:
        return Couples(people, people, people)
    priced = Priced.of(cost, people)
    couples = start(priced, people, chance)
    settle(priced, couples, chance)
    _finish(priced, couples, chance)
    return couples


def _finish(priced: Priced, couples: Couples, chance: Chance) -> None:
    """Solve exactly, in place, what exchanges could not: all of it when small, else the wrong pairs and
    some others."""
    size = couples.first.size
    for _ in range(_TRIES):
        wrong = np.flatnonzero(couples.wrong > 0)
        if not wrong.size:
            return
        whole = 2 * size <= _BEARABLE
        rows = np.arange(size) if whole else _some(wrong, size, chance)
        _solve(priced, couples, rows, chance)
        if whole:
            return


def _some(wrong: Ints, size: int, chance: Chance) -> Ints:
    picked = wrong[chance.order(wrong.size)[:_LEFT]]
    return np.unique(np.concatenate([picked, chance.below(size, _LEFT)]))


def _solve(priced: Priced, couples: Couples, rows: Ints, chance: Chance) -> None:
    """Match the people of these rows anew; those without a partner that fits stay wrong, together."""
    people = np.concatenate([couples.first[rows], couples.second[rows]])
    found = matching(priced.cost, people, chance)
    left = np.setdiff1d(people, found)
    found = np.concatenate([found, left.reshape(-1, 2)])
    wrong = priced.wrong(found[:, 0], found[:, 1])
    if (wrong >> 20).sum() > (couples.wrong[rows] >> 20).sum():
        return
    couples.first[rows], couples.second[rows], couples.wrong[rows] = found[:, 0], found[:, 1], wrong
