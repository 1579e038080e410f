"""Why a plan is not better than it is: a code and numbers for each reason; the sentences are in `flow/reasons.py`."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tingsha.pairs.engine.bounds import Circle, counts
from tingsha.pairs.engine.exact import BEARABLE
from tingsha.pairs.engine.facts import RoundFacts
from tingsha.pairs.engine.floor import Floor


class Why(NamedTuple):
    """A reason, and the numbers that belong in its sentence."""

    code: str
    params: dict[str, int]


def reasons(
    floor: Floor, facts: Sequence[RoundFacts], before: int, trio_max: int, again: int, *, tried: bool
) -> list[Why]:
    """Everything that is not as one would wish, in the order of its gravity.

    before: rounds played earlier; again: how many more units could be mixed if people met again; tried: whether all
    ways were tried, so that nothing better exists.
    """
    found = [*_unresolved(facts), *_trios(facts, floor.groups, trio_max)]
    found += _repeats(floor, facts, before, tried=tried)
    found += _unmixed(floor, facts, again, tried=tried)
    if met := sum(each.met_before for each in facts):
        found.append(Why("met-before", {"couples": met}))
    return found


def _unresolved(facts: Sequence[RoundFacts]) -> list[Why]:
    found: list[Why] = []
    for cause in ("alone", "apart", "place", "language"):
        people = {one for each in facts for lost, why in each.unresolved if why == cause for one in lost}
        if people:
            found.append(Why(f"unresolved-{cause}", {"people": len(people)}))
    return found


def _trios(facts: Sequence[RoundFacts], circles: list[Circle], trio_max: int) -> list[Why]:
    odd = sum(each.people.size % 2 for each in circles)
    most = max((each.trios for each in facts), default=0)
    found: list[Why] = []
    if most == 1 and odd == 1:
        found.append(Why("trio-odd", {}))
    elif most > 0:
        code = "trio-circles" if most <= odd else "trio-apart"
        found.append(Why(code, {"trios": most}))
    if trio_max > 1:
        found.append(Why("trio-again", {"times": trio_max}))
    return found


def _repeats(floor: Floor, facts: Sequence[RoundFacts], before: int, *, tried: bool) -> list[Why]:
    repeats = sum(each.repeats for each in facts)
    if not repeats:
        return []
    rounds = before + len(facts)
    fewest = min(each.people.size for each in floor.groups)
    if 1 < fewest <= rounds:
        return [Why("repeats-few-people", {"repeats": repeats, "people": fewest, "rounds": rounds})]
    lonely = _with_few_others(floor, rounds)
    if lonely:
        return [Why("repeats-few-others", {"repeats": repeats, "people": lonely, "rounds": rounds})]
    return [Why("repeats-tried" if tried else "repeats-found", {"repeats": repeats})]


def _with_few_others(floor: Floor, rounds: int) -> int:
    """How many people have fewer others whom they may meet than there are rounds; 0 where that is too much to count."""
    n = floor.n
    if n > BEARABLE:
        return 0
    a, b = (each.ravel() for each in np.indices((n, n)))
    may = floor.cost.fits(a, b) & ~floor.cost.apart.has(a, b) & (a != b)
    return int((may.reshape(n, n).sum(1) < rounds).sum())


def _unmixed(floor: Floor, facts: Sequence[RoundFacts], again: int, *, tried: bool) -> list[Why]:
    found: list[Why] = []
    units = floor.n // 2
    possible = again + sum(each.bound for each in facts)
    unexplained = sum(each.units * sum(w for _, w in floor.cost.traits) for each in facts) - possible
    for number, (labels, weight) in enumerate(floor.cost.traits, 1):
        largest = int(counts(labels, np.arange(floor.n)).max())
        if units > floor.n - largest > 0:
            params = {"attribute": number, "largest": largest, "people": floor.n}
            found.append(Why("unmixed-largest", params))
        unexplained -= len(facts) * weight * max(0, units - (floor.n - largest))
    if unexplained > 0:
        found.append(Why("unmixed-divided", {"units": unexplained}))
    if again:
        found.append(Why("unmixed-tried" if tried else "unmixed-again", {"units": again}))
    if gap := sum(each.gap for each in facts):
        found.append(Why("unmixed-gap", {"units": gap}))
    return found
