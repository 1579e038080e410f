"""The best pairing, proven, for as many people as an exact matching can bear (Edmonds' blossoms, by
rustworkx)."""

from dataclasses import replace

import numpy as np
import rustworkx as rx

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Circle, Priced
from tingsha.pairs.engine.cost import MISFIT, REPEAT, UNMIXED, Cost
from tingsha.pairs.engine.duals import tightened
from tingsha.pairs.engine.exchange import settle
from tingsha.pairs.engine.kinds import Kinds
from tingsha.pairs.engine.met import Met, Rounds
from tingsha.pairs.engine.start import Couples, start
from tingsha.pairs.engine.types import turn_within
from tingsha.pairs.roster import Ints

TIES = 36
BEARABLE = 300
_FEW_LEFT, _LEFT = 24, 120
"""So many wrong pairs at first; more only for what is graver than too little mixing."""
_TRIES = 6
_PRICINGS = 3
_FIELDS = ((44, 16, 55), (40, 15, 46), (26, (1 << 14) - 1, 26), (8, 15, 16), (0, 255, 0))
"""Fields of a cost: where it begins, which bits, and where it goes, wide enough for the sum over 300 pairs."""


def matching(priced: Priced, people: Ints, chance: Chance, worst: int = MISFIT) -> Ints:
    """As many couples below the cost `worst` as can be, and of those the cheapest set; int64[k, 2] of
    people."""
    i, j = np.triu_indices(people.size, 1)
    a, b = people[i], people[j]
    price = priced.plain(a, b)
    open_to = np.flatnonzero(price < worst)
    i, j, price = i[open_to], j[open_to], price[open_to]
    if not price.size:
        return np.empty((0, 2), np.int64)
    price = summable(price + priced.cost.fair(a[open_to], b[open_to]))
    # Random last bits leave one best answer, so the same seed gives the same plan whatever the solver's inner order.
    ties = (chance.draws(price.size) >> np.uint64(64 - TIES)).tolist()
    most = int(price.max()) + 1
    weights = [((most - p) << TIES) + t for p, t in zip(price.tolist(), ties, strict=True)]
    # Measured: without `multigraph` adding an edge searches all others of both people.
    graph: rx.PyGraph[int | None, int] = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(people.size))
    graph.extend_from_weighted_edge_list(list(zip(i.tolist(), j.tolist(), weights, strict=True)))
    found = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    couples = np.array(sorted((min(e), max(e)) for e in found), np.int64).reshape(-1, 2)
    return people[couples]


def summable(price: Ints) -> Ints:
    """Costs in fields so wide that those of all pairs of a round can be summed; the graver still weigh more."""
    wide = np.zeros(price.size, np.int64)
    for begins, bits, goes in _FIELDS:
        wide += ((price >> begins) & bits) << goes
    return wide


def strangers(cost: Cost, people: Ints, kinds: Kinds, chance: Chance) -> Ints:
    """Couples of people who fit and have not met, as many as can be (for a crowd: nearly), int64[k, 2]."""
    if people.size <= BEARABLE:
        return matching(Priced.of(cost, Circle.of(cost.traits, people)), people, chance, REPEAT)
    # What exchanges alone don't solve finds a place in the room sooner than here.
    _, found = _exchanged(cost, Circle.of(cost.traits, people[people.size % 2 :]), kinds, chance)
    fit = cost.pair(found.first, found.second) < REPEAT
    return np.stack([found.first[fit], found.second[fit]], axis=1)


def best_pairs(cost: Cost, circle: Circle, kinds: Kinds, chance: Chance) -> Couples:
    """An even number of people (nobody may be one) in pairs; those for whom nobody is left that fits stay together, as
    wrong as that is."""
    if not circle.people.size:
        return Couples(circle.people, circle.people, circle.people)
    priced, couples = _exchanged(cost, circle, kinds, chance)
    for _ in range(_PRICINGS):
        if not _unpaid(couples) or not tightened(priced, circle, couples):
            break
        priced = Priced.of(cost, circle)
        couples.wrong = priced.wrong(couples.first, couples.second)
        settle(priced, couples, chance)
    _finish(priced, couples, kinds, chance)
    return couples


def _exchanged(cost: Cost, circle: Circle, kinds: Kinds, chance: Chance) -> tuple[Priced, Couples]:
    priced = Priced.of(cost, circle)
    couples = start(priced, circle, kinds, chance)
    settle(priced, couples, chance)
    return priced, couples


def _unpaid(couples: Couples) -> bool:
    """Whether better prices might prove more: only what lasts has a price."""
    return bool(((couples.wrong & (MISFIT - 1)) % REPEAT >= UNMIXED // 2).any())


def _finish(priced: Priced, couples: Couples, kinds: Kinds, chance: Chance) -> None:
    """Solve exactly, in place, what exchanges could not: all of it when small, else the wrong pairs and
    some others."""
    size, left = couples.first.size, _FEW_LEFT
    for _ in range(_TRIES):
        wrong = np.flatnonzero(couples.wrong > 0)
        if not wrong.size:
            return
        whole = 2 * size <= BEARABLE
        rows = np.arange(size) if whole else _some(couples, wrong, kinds, left, chance)
        if _solve(priced, couples, rows, chance):
            continue
        if whole or left == _LEFT or int(couples.wrong.max()) < REPEAT:
            return
        left = _LEFT


def _some(couples: Couples, wrong: Ints, kinds: Kinds, left: int, chance: Chance) -> Ints:
    """So many of the wrong pairs and others, of every combination of kinds some: a chain of exchanges may need one of
    each."""
    picked = wrong[chance.order(wrong.size)[:left]]
    if kinds.count.size == 1:
        return np.unique(np.concatenate([picked, chance.below(couples.first.size, left)]))
    kind = kinds.of[np.minimum(np.stack([couples.first, couples.second]), kinds.of.size - 1)].astype(np.int64)
    order = chance.order(couples.first.size)
    combination = (kind.min(0) * kinds.count.size + kind.max(0))[order]
    turn = turn_within(combination)
    return np.unique(np.concatenate([picked, order[np.lexsort((combination, turn))[: 2 * left]]]))


def _solve(priced: Priced, couples: Couples, rows: Ints, chance: Chance) -> bool:
    """Match the people of these rows anew, if that is better. Who has no partner that fits stays wrong, together."""
    people = np.concatenate([couples.first[rows], couples.second[rows]])
    found = matching(priced, people, chance)
    left = np.setdiff1d(people, found)
    found = np.concatenate([found, left.reshape(-1, 2)])
    wrong = priced.wrong(found[:, 0], found[:, 1])
    before, after = _total(couples.wrong[rows]), _total(wrong)
    if after <= before:
        couples.first[rows], couples.second[rows], couples.wrong[rows] = found[:, 0], found[:, 1], wrong
    return after < before


def _total(wrong: Ints) -> tuple[int, int]:
    """All wrongs together, the gravest first; their sum would not fit one number."""
    return int((wrong >> 26).sum()), int((wrong & ((1 << 26) - 1)).sum())


def prove(cost: Cost, circle: Circle, chance: Chance) -> None:
    """Find out how many units stay unmixed at least in any one round of a circle that an exact matching can bear."""
    free = replace(cost, met=Rounds(cost.n), before=Met.nobody(cost.n + 1), trios=np.zeros_like(cost.trios))
    odd = circle.people.size % 2
    whole = circle.with_nobody(cost.n) if odd else circle
    priced = Priced.of(free, whole)
    found = matching(priced, whole.people, chance)
    if 2 * len(found) < whole.people.size:
        return
    a, b = found.T
    tightened(priced, whole, Couples(a, b, priced.wrong(a, b)))
    circle.dual = whole.dual
    if not odd:
        circle.least = sum(weight * int((labels[a] == labels[b]).sum()) for labels, weight in cost.traits)
