"""The plan: every round for everyone, made together before the first bell, with what it can promise."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.circles import circles
from tingsha.pairs.cost import Cost
from tingsha.pairs.facts import RoundFacts, mixed, round_facts
from tingsha.pairs.met import Met
from tingsha.pairs.one_round import pair_round
from tingsha.pairs.roster import Ints, Roster, Units, as_units
from tingsha.pairs.small import HANDFUL, small_plan

_TRIES = 12


@dataclass(frozen=True)
class Plan:
    """Units and facts of each round. A row of units is a spot."""

    rounds: list[Units]
    certificate: list[RoundFacts]


def plan(roster: Roster, rounds: int, seed: int, played: Sequence[Units] = ()) -> Plan:
    """Pair everyone present for this many rounds, after the rounds already played.

    In this order: everyone in one unit, a trio only when odd; `apart` never, a shared language and place
    where possible; no two people meet twice while that is possible; nobody twice in a trio; as many mixed
    units, then mixed couples, as can be; in-group rounds shared out fairly. The same seed gives the same
    plan on every machine.
    """
    people = np.flatnonzero(roster.present)
    here = roster.of(people)
    met = Met.of(roster.n, played)
    threes = trios_of(roster.n, played)[people]
    chance = Chance(seed, len(played))
    if here.n <= 1:
        made = [as_units([]) for _ in range(rounds)]
    elif here.n <= HANDFUL:
        made = small_plan(here, rounds, _known(met, people), threes, chance)
    else:
        made = _best(here, rounds, _known(met, people), threes, chance)
    made = [_numbered(units, people) for units in made]
    return Plan(made, certificate(roster, made, met))


def certificate(roster: Roster, rounds: Sequence[Units], met: Met) -> list[RoundFacts]:
    """Facts of each round, after the meetings `met` before the first."""
    people = np.flatnonzero(roster.present)
    groups = [people[circle] for circle in circles(roster.of(people))]
    facts: list[RoundFacts] = []
    for units in rounds:
        facts.append(round_facts(roster, units, met, groups))
        met = met.also(units)
    return facts


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


def _best(roster: Roster, rounds: int, met: Met, threes: Ints, chance: Chance) -> list[Units]:
    """Round by round; where that can get stuck, several times over, and the best of them."""
    made = _rounds(roster, rounds, met, threes, chance)
    if not _may_stick(roster.n, rounds):
        return made
    least = _wrongs(roster, made, met)
    for _ in range(_TRIES):
        if least[1:3] == (0, 0):
            break
        other = _rounds(roster, rounds, met, threes, chance)
        wrongs = _wrongs(roster, other, met)
        if wrongs < least:
            made, least = other, wrongs
    return made


def _may_stick(n: int, rounds: int) -> bool:
    if n % 2:
        return n < max(5 * rounds - 2, 2 * rounds + 5)
    return n < 2 * rounds


def _wrongs(roster: Roster, rounds: list[Units], met: Met) -> tuple[int, int, int, int]:
    facts = certificate(roster, rounds, met)
    twice = trios_of(roster.n, rounds)
    strays = sum(len(fact.unresolved) for fact in facts)
    repeats = sum(fact.repeats for fact in facts)
    return strays, repeats, int((twice - 1).clip(0).sum()), -sum(fact.mixed_units for fact in facts)


def _rounds(roster: Roster, rounds: int, met: Met, threes: Ints, chance: Chance) -> list[Units]:
    groups = circles(roster)
    cost = Cost.of(roster, met)
    cost.trios = threes.copy()
    made: list[Units] = []
    for _ in range(rounds):
        units = pair_round(cost, groups, chance)
        made.append(units)
        cost.met = cost.met.also(units)
        cost.trios = cost.trios + trios_of(roster.n, [units])
        inside = units[~mixed(cost.labels, units)]
        np.add.at(cost.inside, inside[inside >= 0], 1)
    return made
