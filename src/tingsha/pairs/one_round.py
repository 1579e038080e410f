"""One round: everyone present in a pair, an odd circle with a trio, and nobody alone while anybody may be
with them."""

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.cost import MISFIT, Cost
from tingsha.pairs.exact import best_pairs
from tingsha.pairs.roster import Ints, Units, as_units
from tingsha.pairs.seat import Room, seat
from tingsha.pairs.swap import Couples
from tingsha.pairs.trio import trios

_TRIOS_TRIED = 4


def pair_round(cost: Cost, groups: list[Ints], chance: Chance) -> Units:
    """Units for the people of these circles."""
    parts = [_circle(cost, people, chance) for people in groups]
    units = np.concatenate([units for units, _ in parts])
    left = np.concatenate([left for _, left in parts])
    if left.size:
        room = Room(units, np.zeros(len(units), np.bool_))
        seat(cost, room, left, chance)
        units = room.units
    return units[chance.order(len(units))]


def _circle(cost: Cost, people: Ints, chance: Chance) -> tuple[Units, Ints]:
    """Units for one circle, and who is left over because nobody fits."""
    if people.size < 2:
        return as_units([]), people
    if people.size % 2 == 0:
        return _units(best_pairs(cost, people, chance), None)
    found: tuple[int, Couples, Ints] | None = None
    for three in trios(cost, people, chance, _TRIOS_TRIED):
        couples = best_pairs(cost, np.setdiff1d(people, three), chance)
        wrong = int((couples.wrong >> 20).sum())
        if found is None or wrong < found[0]:
            found = wrong, couples, three
        if wrong == 0:
            break
    if found is not None:
        return _units(found[1], found[2])
    odd = people[chance.below(people.size, 1)]
    units, left = _units(best_pairs(cost, np.setdiff1d(people, odd), chance), None)
    return units, np.concatenate([left, odd])


def _units(couples: Couples, three: Ints | None) -> tuple[Units, Ints]:
    fit = couples.wrong < MISFIT // 2
    pairs = np.full((int(fit.sum()), 3), -1, np.int32)
    pairs[:, 0] = np.minimum(couples.first, couples.second)[fit]
    pairs[:, 1] = np.maximum(couples.first, couples.second)[fit]
    left = np.concatenate([couples.first[~fit], couples.second[~fit]])
    if three is None:
        return pairs, left
    return np.concatenate([pairs, np.sort(three).astype(np.int32)[None]]), left
