"""Somebody now: for a person who stands alone, and for those who asked to be found a partner."""

from collections.abc import Sequence

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.cost import APART, REPEAT, Cost
from tingsha.pairs.engine.exact import strangers
from tingsha.pairs.engine.kinds import kinds
from tingsha.pairs.engine.met import Met, Rounds
from tingsha.pairs.engine.seat import join_cost
from tingsha.pairs.plan import NOBODY
from tingsha.pairs.roster import Bools, Ints, Roster, Units, members

_RESCUE, _MATCH = 0x7265, 0x6D61


def rescue(  # noqa: PLR0917 - the state of one moment, each part of another kind
    roster: Roster,
    played: Sequence[Units],
    current: Units,
    planned: Sequence[Units],
    person: int,
    free: Sequence[int],
    seed: int,
    *,
    met: Ints = NOBODY,
) -> tuple[int, ...] | None:
    """The unit a stranded person should be in now, with the person last; None when there is nobody they may
    be with.

    First an unmet stranger who is free too and not planned with them later, then an unmet unit as its
    third, then those whom they met at an earlier gathering, then a repeat. An open unit is never split.
    free: the people who are stranded or looking as well; met: int64[k, 2], couples of earlier gatherings.
    """
    cost = Cost.of(roster, Rounds.of(roster.n, [*played, current]))
    later, earlier = Rounds.of(roster.n, planned), Met.couples(roster.n, met)
    units, loose = _still_standing(roster, current, person, free)
    options = np.concatenate([_alone(loose, units.shape[1]), units])
    if not len(options):
        return None
    price = join_cost(cost, person, options)
    for column in options.astype(np.int64).T:
        there = column >= 0
        price[there] += REPEAT * later.has(np.full(int(there.sum()), person), column[there])
    tie = Chance(seed, _RESCUE, person, len(played)).order(len(options))
    loaded = np.arange(len(options)) >= loose.size
    known = _anybody(earlier, person, options)
    best = np.lexsort((tie, price, loaded, known, price // REPEAT))[0]
    return (*sorted(members(options[best])), person) if price[best] < APART else None


def _anybody(met: Met, person: int, units: Units) -> Bools:
    """In which units somebody is whom this person has met, bool[u]."""
    others = units.astype(np.int64)
    seen = met.has(np.full(others.shape, person), np.maximum(others, 0)) & (others >= 0)
    return np.logical_or.reduce(seen, axis=1)


def _alone(people: Ints, width: int) -> Units:
    units = np.full((people.size, width), -1, np.int32)
    units[:, 0] = people
    return units


def _still_standing(roster: Roster, current: Units, person: int, free: Sequence[int]) -> tuple[Units, Ints]:
    """Units of two or more who are present and not free, and everybody present who stands alone or is free."""
    inside = roster.present.copy()
    inside[[person, *free]] = False
    units = np.where(np.append(inside, False)[current], current, np.int32(-1))
    units = -np.sort(-units, axis=1)
    sizes = (units >= 0).sum(1)
    loose = np.unique(np.concatenate([np.array([*free], np.int64), units[sizes == 1, 0].astype(np.int64)]))
    return units[sizes > 1], loose[roster.present[loose] & (loose != person)]


def match(
    roster: Roster,
    played: Sequence[Units],
    planned: Sequence[Units],
    who: Sequence[int],
    seed: int,
    *,
    met: Ints = NOBODY,
) -> list[tuple[int, int]]:
    """Pairs among those who asked for a partner: only those who fit and have not met here, as many as can be, and of
    those as few as can be who met at an earlier gathering; the others wait."""
    people = np.unique(np.array([*who], np.int64))
    people = people[roster.present[people]]
    cost = Cost.of(roster, Rounds.of(roster.n, [*played, *planned]), Met.couples(roster.n + 1, met))
    couples = strangers(cost, people, kinds(roster), Chance(seed, _MATCH, len(played)))
    return sorted((min(a, b), max(a, b)) for a, b in couples.tolist())
