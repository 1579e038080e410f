"""What a plan can be held to: for each round what it reached, and the most that was possible."""

from typing import Literal, NamedTuple

import numpy as np

from tingsha.pairs.engine.bounds import bound
from tingsha.pairs.engine.cost import Cost, mixed
from tingsha.pairs.engine.floor import Floor
from tingsha.pairs.engine.met import meetings
from tingsha.pairs.roster import Units, members

Cause = Literal["alone", "apart", "language", "place"]


class RoundFacts(NamedTuple):
    """One round.

    cross_units: units with more than one group; with several attributes, units with more than one label, counted
    for each attribute and times its weight. cross_pairs: the same for any two in a unit.
    repeats: meetings of people who had met in an earlier round; met_before: in an earlier gathering.
    bound: no round with these people has more cross_units, nor have these rounds together more than the sum of their
    bounds, unless by a repeat or a second trio; gap: how far below it this one is.
    unresolved: who has no unit, or nobody in it to talk with, and why.
    """

    units: int
    trios: int
    cross_units: int
    cross_pairs: int
    repeats: int
    met_before: int
    bound: int
    unresolved: list[tuple[list[int], Cause]]

    @property
    def gap(self) -> int:
        return self.bound - self.cross_units

    def lost(self) -> list[int]:
        """Everybody who is unresolved."""
        return sorted(person for people, _ in self.unresolved for person in people)


def round_facts(floor: Floor, cost: Cost, units: Units) -> RoundFacts:
    """Facts of one round; `cost` is that before it."""
    strays = unresolved(cost, units)
    wide = units[units[:, 2] >= 0]
    a, b = meetings(units)
    rows = int((units[:, 1] >= 0).sum())
    cross_units = cross_pairs = 0
    for labels, weight in cost.traits:
        differ = labels[a] != labels[b]
        cross_pairs += weight * int(differ.sum())
        by_third = int(mixed(labels, wide).sum()) - int((labels[wide[:, 0]] != labels[wide[:, 1]]).sum())
        cross_units += weight * (int(differ[:rows].sum()) + by_third)
    return RoundFacts(
        units=int((units[:, 0] >= 0).sum()),
        trios=len(wide),
        cross_units=cross_units,
        cross_pairs=cross_pairs,
        repeats=int(cost.met.has(a, b).sum()),
        met_before=int(cost.before.has(a, b).sum()),
        bound=bound(cost, floor.groups, sum(len(people) for people, _ in strays)),
        unresolved=sorted((floor.people[people].tolist(), why) for people, why in strays),
    )


def held_together(floor: Floor, facts: list[RoundFacts], *, tried: bool) -> tuple[list[RoundFacts], int]:
    """The facts with bounds that hold for all rounds together, and by how much those are lower than of each by itself.

    tried: whether all ways were tried, so that nothing better exists. What is taken off comes off the last round first.
    """
    single = sum(each.bound for each in facts)
    most = sum(each.cross_units for each in facts) if tried else _together(floor, len(facts))
    over, held = single - most, list[RoundFacts]()
    for each in reversed(facts):
        off = max(0, min(over, each.gap))
        over -= off
        held.append(each._replace(bound=each.bound - off))
    return held[::-1], single - sum(each.bound for each in held)


def _together(floor: Floor, rounds: int) -> int:
    return sum(
        rounds * bound(floor.cost, [circle], 0) if circle.together is None else circle.together
        for circle in floor.groups
    )


def unresolved(cost: Cost, units: Units) -> list[tuple[list[int], Cause]]:
    """Who is alone or has nobody in the unit to talk with; who shares a unit stands together."""
    found: list[tuple[list[int], Cause]] = []
    if int((units >= 0).sum()) < cost.n:
        seated = np.zeros(cost.n + 1, np.bool_)
        seated[units] = True
        why: Cause = "alone" if cost.n == 1 else "apart"
        lonely: list[int] = np.flatnonzero(~seated[:-1]).tolist()
        found.extend(([person], why) for person in lonely)
    if cost.tongues is None and cost.grounds is None:
        return found
    first, second = units[:, 0].astype(np.int64), units[:, 1].astype(np.int64)
    lost = ~cost.fits(first, second) & (second >= 0)
    wide = np.flatnonzero(units[:, 2] >= 0)
    lost[wide] = ~_common(cost, units[wide])
    for row in np.flatnonzero(lost):
        found += _strangers(cost, members(units[row]))
    return found


def _common(cost: Cost, units: Units) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether all in a unit share a language and a place; nobody shares all."""
    fit = np.ones(len(units), np.bool_)
    if cost.tongues is not None:
        fit &= np.bitwise_and.reduce(cost.tongues[units], axis=1) != 0
    if cost.grounds is not None:
        fit &= np.bitwise_and.reduce(cost.grounds[units], axis=1) != 0
    return fit


def _strangers(cost: Cost, unit: list[int]) -> list[tuple[list[int], Cause]]:
    """Who in this unit fits with nobody; when all fit with somebody, all of them."""
    a, b = (each.ravel() for each in np.meshgrid(unit, unit, indexing="ij"))
    fits = (cost.fits(a, b) & (a != b)).reshape(len(unit), -1)
    near = a != b
    if cost.grounds is not None:
        near &= (cost.grounds[a] & cost.grounds[b]) != 0
    lost = ~fits.any(1)
    if not lost.any():
        lost[:] = True
    away = ~near.reshape(fits.shape).any(1)
    people = np.array(unit)
    parts: list[tuple[list[int], Cause]] = [
        (people[lost & away].tolist(), "place"), (people[lost & ~away].tolist(), "language")
    ]  # fmt: skip
    return [part for part in parts if part[0]]
