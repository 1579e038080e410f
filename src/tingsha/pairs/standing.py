"""Who stands where in a grid: from one round to the next nobody walks further than needed.

Who meets whom is settled before, and is never changed here; only the rows of each round, which are spots, change
places. After the first conversation hardly anybody walks: units that will exchange people stand side by side. From
then on everybody has met strangers from all over, and a unit stands midway between where its members come from.
"""

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.chance import Chance
from tingsha.pairs.roster import Bools, Ints, Units
from tingsha.pairs.spots import Spots

Floats: TypeAlias = NDArray[np.float64]

_AFOOT: Final = 0x5707
"""Sets these draws apart from those of the plan, which has the same seed."""


def stand(rounds: Sequence[Units], spots: Spots, in_room: Bools, seed: int) -> list[Units]:
    """The same units of each round, in the order of the spots they stand on.

    in_room: bool[n]; units with nobody there come last, where no spot is lost on them. Without a grid nobody knows
    what is near, and everything stays as it is. The same seed gives the same on every machine.
    """
    if not spots.columns or not rounds:
        return list(rounds)
    chance = Chance(seed, _AFOOT)
    laid = [_first(rounds, spots, in_room, chance)]
    for units in rounds[1:]:
        laid.append(_next(laid[-1], units, spots, in_room))
    return laid


def walks(before: Units, after: Units, spots: Spots, n: int) -> Floats:
    """How far each person walks between two rounds, in steps of the grid; NaN for who is missing in either."""
    return np.hypot(*(_places(before, spots, n) - _places(after, spots, n)))


def _first(rounds: Sequence[Units], spots: Spots, in_room: Bools, chance: Chance) -> Units:
    """The first round, along the winding way through the grid, so that the second is just around the corner."""
    units = rounds[0]
    order = (
        np.array(_chained(units, rounds[1], chance), np.int64) if len(rounds) > 1 else np.arange(len(units))
    )
    return _seated(units, order, _winding(spots, len(units)), in_room)


def _chained(units: Units, following: Units, chance: Chance) -> list[int]:
    """The units in such an order that those who will exchange people are mostly one apart, and never far.

    Two rounds of pairs make rings: from a unit to whom one half of it meets next, on to whom that one's present
    partner meets, and so on until the ring closes. A ring is laid double, like a cord: out along the even places,
    back along the odd ones.
    """
    n = int(max(units.max(initial=-1), following.max(initial=-1))) + 1
    row, mate, next_mate = _rows(units, n), _mates(units, n), _mates(following, n)
    free, order = [True] * len(units), list[int]()
    for start in chance.order(len(units)).tolist():
        if not free[start]:
            continue
        ring, unit, person = list[int](), start, int(units[start, 0])
        while unit >= 0 and free[unit]:
            free[unit] = False
            ring.append(unit)
            met = next_mate[person]
            unit, person = row[met], mate[met]
        half = (len(ring) + 1) // 2
        order += ring
        order[-len(ring) :: 2], order[len(order) - len(ring) + 1 :: 2] = ring[:half], ring[: half - 1 : -1]
    return order


def _rows(units: Units, n: int) -> list[int]:
    """The row of each person, -1 for none, and once more -1 for nobody."""
    row = np.full(n + 1, -1, np.int64)
    rows, columns = np.nonzero(units >= 0)
    row[units[rows, columns]] = rows
    return row.tolist()


def _mates(units: Units, n: int) -> list[int]:
    """Whom each person is with, -1 for nobody; of three the third is counted as with nobody."""
    mate = np.full(n + 1, -1, np.int64)
    pairs = units[units[:, 1] >= 0]
    mate[pairs[:, 0]], mate[pairs[:, 1]] = pairs[:, 1], pairs[:, 0]
    return mate.tolist()


def _next(before: Units, units: Units, spots: Spots, in_room: Bools) -> Units:
    """A later round: of two ways to seat it, the one with less walking."""
    n = max(len(in_room), int(before.max(initial=-1)) + 1, int(units.max(initial=-1)) + 1)
    middle, along = _middles(before, units, spots, n)
    winding = _winding(spots, len(units))
    ways = (
        _seated(units, np.argsort(along, kind="stable"), winding, in_room),
        _by_columns(units, middle, spots, in_room),
    )
    return min(ways, key=lambda way: float(np.nansum(walks(before, way, spots, n))))


def _middles(before: Units, units: Units, spots: Spots, n: int) -> tuple[Floats, Floats]:
    """Midway between where its members were: as a point of the grid, float[2, u], and along the winding way,
    float[u]. Whose members were nowhere is midway of everybody."""
    along = np.full(n + 1, np.nan)
    rank = np.empty(len(before))
    rank[_winding(spots, len(before))] = np.arange(len(before))
    rows, columns = np.nonzero(before >= 0)
    along[before[rows, columns]] = rank[rows]
    places = np.concatenate([_places(before, spots, n), along[None, :n]])
    members = np.concatenate([places, np.full((3, 1), np.nan)], axis=1)[:, units]
    known = ~np.isnan(members)
    sums, counts = np.where(known, members, 0.0).sum(2), known.sum(2)
    whole = np.nan_to_num(np.nanmean(places, axis=1, keepdims=True)) if known.any() else np.zeros((3, 1))
    middle = np.where(counts > 0, sums / np.maximum(counts, 1), whole)
    return middle[:2], middle[2]


def _by_columns(units: Units, middle: Floats, spots: Spots, in_room: Bools) -> Units:
    """From left to right into columns, as many as each can hold; and within each from the front to the back.

    Both orders are kept, so nobody's way crosses the whole hall (the Knothe-Rosenblatt rearrangement, which for
    evenly spread people is close to the least walking there can be).
    """
    depth, across = _grid(spots, len(units))
    slots = np.lexsort((depth, across))
    left_to_right = np.argsort(middle[1], kind="stable")
    column = np.empty(len(units), np.int64)
    column[left_to_right] = across[slots]
    return _seated(units, np.lexsort((middle[0], column)), slots, in_room)


def _seated(units: Units, order: Ints, slots: Ints, in_room: Bools) -> Units:
    """Units laid, in this order, on rows in that order; those with nobody in the room on the last rows."""
    there: Bools = np.logical_or.reduce(np.append(in_room, False)[units], axis=1)
    room = order[there[order]]
    laid = np.empty_like(units)
    laid[slots[slots < room.size]] = units[room]
    laid[room.size :] = units[order[~there[order]]]
    return laid


def _winding(spots: Spots, rows: int) -> Ints:
    """The rows of a table along a winding way: there and back again, and all who share a spot after each other."""
    depth, across = _grid(spots, rows)
    return np.lexsort((np.where(depth % 2, -across, across), depth))


def _grid(spots: Spots, rows: int) -> tuple[Ints, Ints]:
    """How far back and how far to the right the unit in each row of a table stands."""
    spot = np.arange(rows, dtype=np.int64) % spots.count
    return spot // spots.columns, spot % spots.columns


def _places(units: Units, spots: Spots, n: int) -> Floats:
    """Where each person stands, as steps back and to the right, float[2, n]; NaN for who stands nowhere."""
    place = np.full((2, n), np.nan)
    depth, across = _grid(spots, len(units))
    rows, columns = np.nonzero(units >= 0)
    place[:, units[rows, columns]] = depth[rows], across[rows]
    return place
