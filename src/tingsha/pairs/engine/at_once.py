"""All rounds of a small circle at once.

Rounds without a repeat give each person as many couples as there are rounds, and each couple once: a factor of the
graph of those who may meet. The best factor is a matching in a larger graph (Tutte 1954): each person stands there once
for each round, and each couple is two points, matched with each other when it stays unused. Nothing better is
possible in so many rounds: a bound for all of them together. Where it can be taken apart into rounds, they are proven
best. Where couples are too many, only those near the bound are looked at, and nothing is proven."""

from dataclasses import dataclass

import numpy as np
import rustworkx as rx

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Circle, Priced
from tingsha.pairs.engine.cost import TWICE, Cost
from tingsha.pairs.engine.exact import TIES, summable
from tingsha.pairs.engine.one_round import units_of
from tingsha.pairs.engine.start import Couples
from tingsha.pairs.engine.trio import join
from tingsha.pairs.engine.types import turn_within
from tingsha.pairs.roster import Ints, Units

MOST_COUPLES = 2_000
"""About a second for three rounds."""
_WAYS_APART = 60


@dataclass(frozen=True)
class _May:
    """Who may meet, neither again nor in a second trio: places among the people, and what each couple costs; all:
    whether that is everybody who may."""

    people: Ints
    first: Ints
    second: Ints
    price: Ints
    all: bool


def at_once(cost: Cost, circle: Circle, rounds: int, chance: Chance) -> list[Units]:
    """The best rounds for a circle, none when they could not be found so; what is proven is kept in the circle."""
    may = _may(cost, circle, chance)
    used = _factor(cost, may, rounds, chance)
    if used is None:
        return []
    apart = _taken_apart(may, used, rounds, chance)
    odd = circle.people.size % 2
    made = _with_thirds(cost, apart, chance) if odd else _as_units(apart)
    if may.all and (not odd or _in_one_trio_each(cost, made)):
        circle.together = _most(cost, circle, may, used, rounds)
    return made


def _in_one_trio_each(cost: Cost, made: list[Units]) -> bool:
    """Where somebody must sit in a second trio they may be its third again, and more be mixed than the factor says."""
    if not made:
        return False
    seats = np.concatenate([units[units[:, 2] >= 0].ravel() for units in made]).astype(np.int64)
    return np.unique(seats).size == seats.size and not cost.again(seats).any()


def _may(cost: Cost, circle: Circle, chance: Chance) -> _May:
    whole = circle.with_nobody(cost.n) if circle.people.size % 2 else circle
    people = whole.people
    i, j = np.triu_indices(people.size, 1)
    a, b = people[i], people[j]
    price = cost.pair(a, b) + TWICE * cost.again(a) * (b == cost.n)
    kept = np.flatnonzero(price < TWICE)
    every = kept.size <= MOST_COUPLES
    if not every:
        wrong = Priced.of(cost, whole).wrong(a[kept], b[kept])
        kept = kept[_nearest(i[kept], j[kept], wrong, MOST_COUPLES // people.size, chance)]
    return _May(people, i[kept], j[kept], price[kept], every)


def _nearest(i: Ints, j: Ints, wrong: Ints, each: int, chance: Chance) -> Ints:
    """For each place so many couples that are least wrong."""
    order = chance.order(i.size)
    order = order[np.argsort(wrong[order], kind="stable")]
    near = np.minimum(turn_within(i[order]), turn_within(j[order])) < each
    return np.sort(order[near])


def _factor(cost: Cost, may: _May, rounds: int, chance: Chance) -> Ints | None:
    """The couples of the cheapest factor; None when there is none."""
    k, size = may.people.size, may.first.size
    ties = (chance.draws(size) >> np.uint64(64 - TIES)).tolist()
    price = summable(may.price)
    most = int(price.max(initial=0)) + 1 + rounds
    fair = _own(cost, may)
    edges: list[tuple[int, int, int]] = []
    couples = zip(may.first.tolist(), may.second.tolist(), price.tolist(), fair.tolist(), ties, strict=True)
    for place, (a, b, costs, own, tie) in enumerate(couples):
        one = rounds * k + 2 * place
        edges.append((one, one + 1, 0))
        for turn in range(rounds):
            # The more in-group couples somebody has, the dearer is one more: so they are shared out.
            edges.append((rounds * a + turn, one, (most - costs - own * turn << TIES) + tie))
            edges.append((rounds * b + turn, one + 1, most - own * turn << TIES))
    graph: rx.PyGraph[int | None, int] = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(rounds * k + 2 * size))
    graph.extend_from_weighted_edge_list(edges)
    found = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    if 2 * len(found) < rounds * k + 2 * size:
        return None
    unused = {min(edge) for edge in found if min(edge) >= rounds * k}
    return np.array([place for place in range(size) if rounds * k + 2 * place not in unused], np.int64)


def _own(cost: Cost, may: _May) -> Ints:
    if not cost.traits:
        return np.zeros(may.first.size, np.int64)
    labels = cost.traits[0].labels
    return (labels[may.people[may.first]] == labels[may.people[may.second]]).astype(np.int64)


def _most(cost: Cost, circle: Circle, may: _May, used: Ints, rounds: int) -> int:
    """So many units, weighted, can be mixed in all rounds together."""
    a, b = may.people[may.first[used]], may.people[may.second[used]]
    alike = sum(weight * int((labels[a] == labels[b]).sum()) for labels, weight in cost.traits)
    all_mixed = rounds * (circle.people.size // 2) * sum(weight for _, weight in cost.traits)
    return all_mixed - alike + rounds * (circle.people.size % 2) * _by_third(cost, circle)


def _by_third(cost: Cost, circle: Circle) -> int:
    """By how much any trio can be more mixed than the most mixed two of its three: never for one attribute or two."""
    if len(cost.traits) < 3:
        return 0
    rows = np.unique(np.stack([labels[circle.people] for labels, _ in cost.traits], axis=1), axis=0)
    weights = np.array([weight for _, weight in cost.traits])
    differ = rows[:, None] != rows[None]
    pair = differ @ weights
    most = 0
    for a in range(len(rows)):
        whole = (differ[a][:, None] | differ[a][None] | differ) @ weights
        best = np.maximum(np.maximum(pair[a][:, None], pair[a][None]), pair)
        most = max(most, int((whole - best).max()))
    return most


def _taken_apart(may: _May, used: Ints, rounds: int, chance: Chance) -> list[Couples]:
    """The couples of a factor as rounds; where that does not come out, the last rounds from all couples there are."""
    price = summable(may.price)
    least, best = int(price[used].sum()), list[Ints]()
    for _ in range(_WAYS_APART):
        made = _one_way_apart(may, used, rounds, chance)
        if made and (not best or _sum(price, made) < _sum(price, best)):
            best = made
        if best and _sum(price, best) == least:
            break
    return [Couples(may.people[may.first[now]], may.people[may.second[now]], may.price[now]) for now in best]


def _sum(price: Ints, made: list[Ints]) -> int:
    return sum(int(price[now].sum()) for now in made)


def _one_way_apart(may: _May, used: Ints, rounds: int, chance: Chance) -> list[Ints]:
    made, left = list[Ints](), used
    while len(made) < rounds:
        now = _a_round(may, left, np.zeros(left.size, np.int64), chance)
        if not now.size:
            rest = (
                np.setdiff1d(np.arange(may.first.size), np.concatenate(made))
                if made
                else np.arange(may.first.size)
            )
            now = _a_round(may, rest, summable(may.price[rest]), chance)
        if not now.size:
            return []
        left = np.setdiff1d(left, now)
        made.append(now)
    return made


def _a_round(may: _May, some: Ints, price: Ints, chance: Chance) -> Ints:
    """The cheapest of these couples, everybody in one of them; none when that can't be."""
    graph: rx.PyGraph[int | None, int] = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(may.people.size))
    ties = (chance.draws(some.size) >> np.uint64(64 - TIES)).tolist()
    most = int(price.max(initial=0)) + 1
    weights = [((most - costs) << TIES) + tie for costs, tie in zip(price.tolist(), ties, strict=True)]
    a, b = may.first[some].tolist(), may.second[some].tolist()
    graph.extend_from_weighted_edge_list(list(zip(a, b, weights, strict=True)))
    found = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    if 2 * len(found) < may.people.size:
        return np.empty(0, np.int64)
    chosen = {(min(edge), max(edge)) for edge in found}
    return some[[couple in chosen for couple in zip(a, b, strict=True)]]


def _as_units(made: list[Couples]) -> list[Units]:
    return [units_of(couples, None)[0] for couples in made]


def _with_thirds(cost: Cost, made: list[Couples], chance: Chance) -> list[Units]:
    """Whoever is with nobody joins the best pair of that round, beside all other rounds; none if somebody can't."""
    rounds = [units_of(_without_nobody(cost, couples), None)[0] for couples in made]
    for i, couples in enumerate(made):
        beside = cost
        for units in rounds[:i] + rounds[i + 1 :]:
            beside = beside.after(units)
        pairs, three = join(beside, couples, chance)
        if three.size < 3:
            return []
        rounds[i] = units_of(pairs, three)[0]
    return rounds


def _without_nobody(cost: Cost, couples: Couples) -> Couples:
    two = np.maximum(couples.first, couples.second) < cost.n
    return Couples(couples.first[two], couples.second[two], couples.wrong[two])
