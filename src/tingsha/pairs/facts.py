"""What a plan can be held to: for each round what it reached, and the most that was possible."""

from typing import Literal, NamedTuple

import numpy as np

from tingsha.pairs.met import Met, meetings
from tingsha.pairs.roster import Ints, Roster, Units, members

Why = Literal["alone", "apart", "language", "place"]


class RoundFacts(NamedTuple):
    """One round. mixed_bound: no round with these people has more mixed units; repeats: meetings of people
    who had met; unresolved: who has no unit, or nobody in it to talk with, and why."""

    units: int
    trios: int
    mixed_units: int
    mixed_bound: int
    repeats: int
    unresolved: list[tuple[int, Why]]


def round_facts(roster: Roster, units: Units, met: Met, circles: list[Ints]) -> RoundFacts:
    """Facts of one round; `met` are the meetings before it, `circles` those of everyone present."""
    sizes = (units >= 0).sum(1)
    strays = unresolved(roster, units)
    return RoundFacts(
        units=int((sizes > 0).sum()),
        trios=int((sizes > 2).sum()),
        mixed_units=int(mixed(roster.labels(), units).sum()),
        mixed_bound=mixed_bound(roster.labels(), circles, len(strays)),
        repeats=int(met.has(*meetings(units)).sum()),
        unresolved=strays,
    )


def mixed(labels: Ints, units: Units) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which units have more than one group, bool[u]."""
    own = np.where(units >= 0, labels[units], -1)
    return ((own != own[:, :1]) & (units >= 0)).any(1)


def mixed_bound(labels: Ints, circles: list[Ints], strays: int) -> int:
    """The most mixed units: each takes two people, and one of them from outside the largest group.

    This holds within each circle; each of the strays, who fit with nobody, may make one unit more a mixed
    one.
    """
    within = sum(_bound(labels, people) for people in circles)
    return min(within + strays, _bound(labels, np.concatenate(circles))) if circles else 0


def _bound(labels: Ints, people: Ints) -> int:
    return min(people.size // 2, people.size - int(np.bincount(labels[people]).max()))


def unresolved(roster: Roster, units: Units) -> list[tuple[int, Why]]:
    """Who of those present is alone or has nobody in the unit to talk with."""
    tongues, grounds = roster.tongues(), roster.grounds()
    seated = np.zeros(roster.n, np.bool_)
    seated[units[units >= 0]] = True
    lonely = np.flatnonzero(roster.present & ~seated).tolist()
    only = int(roster.present.sum()) == 1
    found: list[tuple[int, Why]] = [(person, "alone" if only else "apart") for person in lonely]
    every = np.uint64((1 << 64) - 1)
    here = units >= 0
    common = np.bitwise_and.reduce(np.where(here, tongues[units], every), axis=1) != 0
    common &= np.bitwise_and.reduce(np.where(here, grounds[units], np.uint8(3)), axis=1) != 0
    for row in np.flatnonzero(~common):
        found += _strangers(roster, members(units[row]))
    return sorted(found)


def _strangers(roster: Roster, unit: list[int]) -> list[tuple[int, Why]]:
    """Who in this unit fits with nobody; when all fit with somebody, all of them."""
    tongues, grounds = roster.tongues()[unit], roster.grounds()[unit]
    shared = (tongues[:, None] & tongues) != 0
    together = (grounds[:, None] & grounds) != 0
    other = ~np.eye(len(unit), dtype=np.bool_)
    lost = ~(shared & together & other).any(1)
    if not lost.any():
        lost[:] = True
    whys: list[Why] = ["place" if not (together & other)[i].any() else "language" for i in range(len(unit))]
    return [(person, why) for person, why, is_lost in zip(unit, whys, lost, strict=True) if is_lost]
