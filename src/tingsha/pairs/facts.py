"""What a plan can be held to: for each round what it reached, and the most that was possible."""

from typing import Literal, NamedTuple

import numpy as np

from tingsha.pairs.met import Met, meetings
from tingsha.pairs.roster import Attribute, Bools, Ints, Roster, Units, members

Cause = Literal["alone", "apart", "language", "place"]


class RoundFacts(NamedTuple):
    """One round.

    cross_units: units with more than one group; with several attributes, units with more than one label, counted
    for each attribute and times its weight. cross_pairs: the same for any two in a unit.
    repeats: meetings of people who had met in an earlier round; met_before: in an earlier gathering.
    bound: no round with these people has more cross_units; gap: how far below it this one is.
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


def round_facts(roster: Roster, units: Units, met: Met, before: Met, circles: list[Ints]) -> RoundFacts:
    """Facts of one round; `met` are the meetings of earlier rounds, `before` of earlier gatherings, `circles` those
    of everyone present."""
    sizes = (units >= 0).sum(1)
    strays = unresolved(roster, units)
    traits = roster.traits()
    a, b = meetings(units)
    return RoundFacts(
        units=int((sizes > 0).sum()),
        trios=int((sizes > 2).sum()),
        cross_units=sum(weight * int(mixed(labels, units).sum()) for labels, weight in traits),
        cross_pairs=sum(weight * int((labels[a] != labels[b]).sum()) for labels, weight in traits),
        repeats=int(met.has(a, b).sum()),
        met_before=int(before.has(a, b).sum()),
        bound=bound(traits, circles, sum(len(people) for people, _ in strays)),
        unresolved=strays,
    )


def mixed(labels: np.ndarray[tuple[int], np.dtype[np.int32]], units: Units) -> Bools:
    """Which units have more than one group, bool[u]."""
    own = np.where(units >= 0, labels[units], -1)
    return ((own != own[:, :1]) & (units >= 0)).any(1)


def bound(traits: list[Attribute], circles: list[Ints], strays: int) -> int:
    """The most mixed units, weighted: each takes two people, and one of them from outside the largest group.

    This holds within each circle; each of the strays, who fit with nobody, may make one unit more a mixed
    one.
    """
    if not circles:
        return 0
    everybody = np.concatenate(circles)
    return sum(
        weight * min(sum(_most(labels, people) for people in circles) + strays, _most(labels, everybody))
        for labels, weight in traits
    )


def _most(labels: np.ndarray[tuple[int], np.dtype[np.int32]], people: Ints) -> int:
    return min(people.size // 2, people.size - int(np.bincount(labels[people]).max()))


def unresolved(roster: Roster, units: Units) -> list[tuple[list[int], Cause]]:
    """Who of those present is alone or has nobody in the unit to talk with; who shares a unit stands together."""
    tongues, grounds = roster.tongues(), roster.grounds()
    seated = np.zeros(roster.n, np.bool_)
    seated[units[units >= 0]] = True
    lonely = np.flatnonzero(roster.present & ~seated).tolist()
    only = int(roster.present.sum()) == 1
    found: list[tuple[list[int], Cause]] = [([person], "alone" if only else "apart") for person in lonely]
    every = np.uint64((1 << 64) - 1)
    here = units >= 0
    common = np.bitwise_and.reduce(np.where(here, tongues[units], every), axis=1) != 0
    common &= np.bitwise_and.reduce(np.where(here, grounds[units], np.uint8(3)), axis=1) != 0
    for row in np.flatnonzero(~common):
        found += _strangers(roster, members(units[row]))
    return sorted(found)


def _strangers(roster: Roster, unit: list[int]) -> list[tuple[list[int], Cause]]:
    """Who in this unit fits with nobody; when all fit with somebody, all of them."""
    people = np.array(unit)
    tongues, grounds = roster.of(people).tongues(), roster.of(people).grounds()
    shared = (tongues[:, None] & tongues) != 0
    together = (grounds[:, None] & grounds) != 0
    other = ~np.eye(len(unit), dtype=np.bool_)
    lost = ~(shared & together & other).any(1)
    if not lost.any():
        lost[:] = True
    away = ~(together & other).any(1)
    parts: list[tuple[list[int], Cause]] = [
        (people[lost & away].tolist(), "place"), (people[lost & ~away].tolist(), "language")
    ]  # fmt: skip
    return [part for part in parts if part[0]]
