"""A crowd: round by round, and where that can get stuck, rounds made anew beside the others."""

from tingsha.pairs.chance import Chance
from tingsha.pairs.floor import Floor
from tingsha.pairs.one_round import pair_round
from tingsha.pairs.roster import Units


def crowd_plan(floor: Floor, rounds: int, chance: Chance) -> list[Units]:
    """All rounds for more than a handful of people."""
    made: list[Units] = []
    cost = floor.cost
    for _ in range(rounds):
        units = pair_round(cost, floor.groups, floor.kinds, chance)
        made.append(units)
        cost = cost.after(units)
    return made
