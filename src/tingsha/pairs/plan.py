"""The plan: every round for everyone, made together before the first bell, with what it can promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.cost import Cost
from tingsha.pairs.engine.facts import RoundFacts, held_together, round_facts
from tingsha.pairs.engine.floor import Floor
from tingsha.pairs.engine.met import members_first
from tingsha.pairs.engine.small import HANDFUL, small_plan
from tingsha.pairs.engine.together import crowd_plan
from tingsha.pairs.roster import Ints, Roster, Units, as_units
from tingsha.pairs.why import Why, reasons


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
    floor = Floor.of(roster, played, met)
    chance = Chance(seed, len(played))
    if floor.n <= 1:
        made, tried = [as_units([]) for _ in range(rounds)], True
    elif floor.n <= HANDFUL:
        made, tried = small_plan(floor.cost, rounds, chance)
    else:
        made, tried = crowd_plan(floor, rounds, chance), False
    facts, after = _facts(floor, made)
    inside, trios = int(after.inside.max()), int(after.trios.max())
    facts, again = held_together(floor, facts, tried=tried)
    why = reasons(floor, facts, len(played), trios, again, tried=tried)
    return Plan([floor.named(units) for units in made], facts, inside, trios, why)


def certificate(roster: Roster, rounds: Sequence[Units], played: Sequence[Units]) -> list[RoundFacts]:
    """Facts of each round, after the rounds played."""
    floor = Floor.of(roster, played, NOBODY)
    number = np.full(roster.n + 1, -1, np.int32)
    number[floor.people] = np.arange(floor.n)
    return _facts(floor, [members_first(number[units]) for units in rounds])[0]


def _facts(floor: Floor, rounds: Sequence[Units]) -> tuple[list[RoundFacts], Cost]:
    facts, cost = list[RoundFacts](), floor.cost
    for units in rounds:
        facts.append(round_facts(floor, cost, units))
        cost = cost.after(units)
    return facts, cost
