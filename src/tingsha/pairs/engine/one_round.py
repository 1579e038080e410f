"""One round: everyone present in a pair, an odd circle with a trio, and nobody alone while anybody may be
with them."""

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Circle, Priced
from tingsha.pairs.engine.cost import MISFIT, Cost
from tingsha.pairs.engine.exact import best_pairs
from tingsha.pairs.engine.kinds import Kinds
from tingsha.pairs.engine.seat import Room, seat
from tingsha.pairs.engine.start import Couples
from tingsha.pairs.engine.trio import join, trios, varied
from tingsha.pairs.roster import Ints, Units, as_units

_FEW = 61
_TRIOS_TRIED = 24


def pair_round(cost: Cost, groups: list[Circle], kinds: Kinds, chance: Chance) -> Units:
    """Units for the people of these circles."""
    parts = [_circle(cost, circle, kinds, chance) for circle in groups]
    units = np.concatenate([units for units, _ in parts]) if len(parts) > 1 else parts[0][0]
    left = np.concatenate([left for _, left in parts])
    if left.size:
        room = Room(units, np.zeros(len(units), np.bool_))
        seat(cost, room, left, kinds, chance)
        units = room.units
    return units[chance.order(len(units))]


def _circle(cost: Cost, circle: Circle, kinds: Kinds, chance: Chance) -> tuple[Units, Ints]:
    """Units for one circle, and who is left over because nobody fits."""
    people = circle.people
    if people.size < 2:
        return as_units([]), people
    if people.size % 2 == 0:
        return units_of(best_pairs(cost, circle, kinds, chance), None)
    if people.size > _FEW:
        whole = circle.with_nobody(cost.n)
        couples, three = join(cost, best_pairs(cost, whole, kinds, chance), chance)
        circle.dual = whole.dual
        units, left = units_of(couples, three if three.size == 3 else None)
        return units, left if three.size == 3 else np.concatenate([left, three])
    return _few(cost, circle, kinds, chance)


def _few(cost: Cost, circle: Circle, kinds: Kinds, chance: Chance) -> tuple[Units, Ints]:
    """An odd circle where several trios can be tried, until no other can lead to anything better."""
    people = circle.people
    priced = _prices(cost, circle, kinds, chance)
    found: tuple[int, Couples, Ints] | None = None
    three, price = trios(priced, people, chance)
    tried = varied(cost, three, _TRIOS_TRIED)
    for unit, least in zip(three[tried], price[tried].tolist(), strict=True):
        if found is not None and least >= found[0]:
            break
        couples = best_pairs(cost, _without(cost, circle, unit), kinds, chance)
        wrong = least + sum(priced.wrong(couples.first, couples.second).tolist())
        if found is None or wrong < found[0]:
            found = wrong, couples, unit
    if found is not None:
        return units_of(found[1], found[2])
    odd = people[chance.below(people.size, 1)]
    units, left = units_of(best_pairs(cost, _without(cost, circle, odd), kinds, chance), None)
    return units, np.concatenate([left, odd])


def _prices(cost: Cost, circle: Circle, kinds: Kinds, chance: Chance) -> Priced:
    """Prices for an odd circle: those of pairing it with nobody as one more."""
    whole = circle.with_nobody(cost.n)
    best_pairs(cost, whole, kinds, chance)
    priced = Priced.of(cost, whole)
    circle.dual = whole.dual
    return priced


def _without(cost: Cost, circle: Circle, some: Ints) -> Circle:
    rest = Circle.of(cost.traits, np.setdiff1d(circle.people, some))
    rest.dual = circle.dual
    return rest


def units_of(couples: Couples, three: Ints | None) -> tuple[Units, Ints]:
    """These pairs and a trio as units, and whoever is in a pair that does not fit."""
    fit = couples.wrong < MISFIT // 2
    first, second, left = couples.first, couples.second, np.empty(0, np.int64)
    if not fit.all():
        left = np.concatenate([first[~fit], second[~fit]])
        first, second = first[fit], second[fit]
    pairs = np.full((first.size + (three is not None), 3), -1, np.int32)
    pairs[: first.size, 0] = np.minimum(first, second)
    pairs[: first.size, 1] = np.maximum(first, second)
    if three is not None:
        pairs[-1] = np.sort(three)
    return pairs, left
