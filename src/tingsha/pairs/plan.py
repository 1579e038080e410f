"""The plan: every round for everyone, made together before the first bell, with what it can promise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.circles import circles
from tingsha.pairs.cost import Cost
from tingsha.pairs.facts import RoundFacts, mixed, round_facts
from tingsha.pairs.met import Met
from tingsha.pairs.one_round import pair_round
from tingsha.pairs.roster import Ints, Roster, Units, as_units
from tingsha.pairs.small import HANDFUL, small_plan
from tingsha.pairs.why import Why, reasons

_TRIES = 12


@dataclass(frozen=True)
class Plan:
    """Units and facts of each round; a row of units is a spot.

    in_group_max, trio_max: the most rounds anybody spends among their own group only, and in a trio, rounds played
    earlier counted too; why: the reasons for what is not as one would wish.
    """

    rounds: list[Units]
    certificate: list[RoundFacts]
    in_group_max: int
    trio_max: int
    why: list[Why]


NOBODY: Final[Ints] = np.empty((0, 2), np.int64)


def plan(roster: Roster, rounds: int, seed: int, played: Sequence[Units] = (), met: Ints = NOBODY) -> Plan:
    """Pair everyone present for this many rounds, after the rounds already played.

    met: int64[k, 2], couples of earlier gatherings.

    In this order: everyone in one unit, a trio only when odd; `apart` never, a shared language and place
    where possible; no two people meet twice while that is possible; nobody twice in a trio; as many mixed
    units, then mixed couples, as can be; nobody met before; in-group rounds shared out fairly. The same seed gives
    the same plan on every machine.
    """
    people = np.flatnonzero(roster.present)
    here = roster.of(people)
    earlier, before = Met.of(roster.n, played), Met.couples(roster.n, met)
    cost = Cost.of(here, _known(earlier, people), _known(before, people))
    cost.trios = trios_of(roster.n, played)[people]
    cost.inside = inside_of(roster, played)[people]
    chance = Chance(seed, len(played))
    if here.n <= 1:
        made = [as_units([]) for _ in range(rounds)]
    elif here.n <= HANDFUL:
        made = small_plan(cost, rounds, chance)
    else:
        made = _best(here, rounds, cost, chance)
    made = [_numbered(units, people) for units in made]
    return _with_facts(roster, made, played, earlier, before)


def _with_facts(
    roster: Roster, made: list[Units], played: Sequence[Units], earlier: Met, before: Met
) -> Plan:
    facts = certificate(roster, made, earlier, before)
    people = np.flatnonzero(roster.present)
    groups = [people[circle] for circle in circles(roster.of(people))]
    trio_max = int(trios_of(roster.n, [*played, *made])[people].max(initial=0))
    inside = int(inside_of(roster, [*played, *made])[people].max(initial=0))
    tried = 1 < people.size <= HANDFUL
    return Plan(
        made, facts, inside, trio_max, reasons(roster, facts, groups, len(played), trio_max, tried=tried)
    )


def certificate(
    roster: Roster, rounds: Sequence[Units], met: Met, before: Met | None = None
) -> list[RoundFacts]:
    """Facts of each round, after the meetings `met` before the first and those of earlier gatherings."""
    before = before or Met.couples(roster.n, NOBODY)
    people = np.flatnonzero(roster.present)
    groups = [people[circle] for circle in circles(roster.of(people))]
    facts: list[RoundFacts] = []
    for units in rounds:
        facts.append(round_facts(roster, units, met, before, groups))
        met = met.also(units)
    return facts


def inside_of(roster: Roster, rounds: Sequence[Units]) -> Ints:
    """In how many rounds each person was among their own group only, int64[n]."""
    count = np.zeros(roster.n, np.int64)
    if not roster.attributes:
        return count
    for units in rounds:
        inside = units[~mixed(roster.attributes[0].labels, units)]
        inside = inside[inside >= 0]
        np.add.at(count, inside[inside < roster.n], 1)
    return count


def trios_of(n: int, rounds: Sequence[Units]) -> Ints:
    """In how many trios each person was, int64[n]."""
    count = np.zeros(n, np.int64)
    for units in rounds:
        trio = units[(units >= 0).sum(1) > 2]
        trio = trio[(trio >= 0) & (trio < n)]
        np.add.at(count, trio, 1)
    return count


def _known(met: Met, people: Ints) -> Met:
    """The same meetings among these people only, in their numbers."""
    if people.size == met.n:
        return met
    number = np.full(met.n, -1, np.int64)
    number[people] = np.arange(people.size)
    couples = number[np.stack([met.keys // met.n, met.keys % met.n], axis=1)]
    return Met.couples(people.size, couples[(couples >= 0).all(1)])


def _numbered(units: Units, people: Ints) -> Units:
    """Units of 0..p-1 as units of the roster's people."""
    return np.append(people, -1).astype(np.int32)[units]


def _best(roster: Roster, rounds: int, cost: Cost, chance: Chance) -> list[Units]:
    """Round by round; where that can get stuck, several times over, and the best of them."""
    made = _rounds(roster, rounds, cost, chance)
    if not _may_stick(roster.n, rounds):
        return made
    least = _wrongs(roster, made, cost)
    for _ in range(_TRIES):
        if least[1:3] == (0, 0):
            break
        other = _rounds(roster, rounds, cost, chance)
        wrongs = _wrongs(roster, other, cost)
        if wrongs < least:
            made, least = other, wrongs
    return made


def _may_stick(n: int, rounds: int) -> bool:
    if n % 2:
        return n < max(5 * rounds - 2, 2 * rounds + 5)
    return n < 2 * rounds


def _wrongs(roster: Roster, rounds: list[Units], cost: Cost) -> tuple[int, int, int, int]:
    facts = certificate(roster, rounds, cost.met)
    twice = trios_of(roster.n, rounds)
    strays = sum(len(fact.lost()) for fact in facts)
    repeats = sum(fact.repeats for fact in facts)
    return strays, repeats, int((twice - 1).clip(0).sum()), -sum(fact.cross_units for fact in facts)


def _rounds(roster: Roster, rounds: int, cost: Cost, chance: Chance) -> list[Units]:
    groups = circles(roster)
    made: list[Units] = []
    for _ in range(rounds):
        units = pair_round(cost, groups, chance)
        made.append(units)
        cost = replace(
            cost, met=cost.met.also(units), trios=cost.trios + trios_of(roster.n, [units]),
            inside=cost.inside + inside_of(roster, [units]),
        )  # fmt: skip
    return made
