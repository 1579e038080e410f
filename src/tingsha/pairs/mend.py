"""Mending the plan for those who came or left, while as many envelopes as can be stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.cost import Cost
from tingsha.pairs.engine.kinds import kinds
from tingsha.pairs.engine.met import Met, Rounds, among
from tingsha.pairs.engine.seat import Room, seat
from tingsha.pairs.plan import NOBODY
from tingsha.pairs.roster import Bools, Ints, Roster, Units, members

Together = tuple[int, Sequence[int]]


@dataclass(frozen=True)
class Mended:
    """The rounds, each row still at its spot, and per round bool[n]: whose envelope (partners or spot) is
    another one now, those who lost theirs included."""

    rounds: list[Units]
    changed: list[Bools]


def mend(
    roster: Roster,
    played: Sequence[Units],
    planned: Sequence[Units],
    seed: int,
    firm: Bools,
    remake: Sequence[Together] = (),
    *,
    met: Ints = NOBODY,
) -> Mended:
    """Mend the planned rounds for the people present now; the roster may know more people than the plan
    did.

    Who is absent leaves their unit; who is stranded or new gets a place. firm: bool[n], people whose unit
    may lose the absent and gain a third, but is not split. remake: (round, members) that are put together
    again. `apart` goes before both. met: int64[k, 2], couples of earlier gatherings, brought together only when that
    changes less. Rows keep their number; a row nobody stands on any more is -1 and may
    be used again.
    """
    cost = Cost.of(roster, Rounds(roster.n), Met.couples(roster.n + 1, met))
    chance = Chance(seed, len(played), len(planned))
    rounds = [units.astype(np.int32) for units in planned]
    for i, units in enumerate(rounds):
        together = [[person for person in unit if person >= 0] for at, unit in remake if at == i]
        room, left = _loosened(roster, cost, units, firm, together)
        others = [*played, *rounds[:i], *rounds[i + 1 :]]
        left = _with_strays(roster, cost, room, left)
        if left.size:
            now = cost
            for each in others:
                now = now.after(among(each, roster.n))
            seat(now, room, left, kinds(roster), chance)
        rounds[i] = room.units
    return Mended(rounds, [_changed(roster.n, a, b) for a, b in zip(planned, rounds, strict=True)])


def _loosened(
    roster: Roster, cost: Cost, units: Units, firm: Bools, together: list[list[int]]
) -> tuple[Room, Ints]:
    """The units without those who can't stay, and who of those present has no place."""
    units = _present_only(roster, units)
    _part_those_apart(cost, units)
    kept = np.append(firm, False)[units]
    room = Room(units, np.logical_or.reduce(kept, axis=1))
    for unit in together:
        _remake(roster, cost, room, unit)
    room.units[room.sizes() == 1] = -1
    placed = np.zeros(roster.n, np.bool_)
    placed[room.units[room.units >= 0]] = True
    return room, np.flatnonzero(roster.present & ~placed)


def _present_only(roster: Roster, units: Units) -> Units:
    stays = np.append(roster.present, False)[units]
    units = np.where(stays, units, np.int32(-1))
    gaps = np.flatnonzero((units[:, 1:] > units[:, :-1]).any(1))
    # Members to the front, in the order they stood.
    units[gaps] = np.take_along_axis(units[gaps], np.argsort(units[gaps] < 0, axis=1, kind="stable"), axis=1)
    return units


def _part_those_apart(cost: Cost, units: Units) -> None:
    if not cost.apart.keys.size:
        return
    couples = np.stack([cost.apart.keys // cost.apart.n, cost.apart.keys % cost.apart.n], axis=1)
    row = np.full(cost.apart.n, -1)
    rows, columns = np.nonzero(units >= 0)
    row[units[rows, columns]] = rows
    here = (row[couples[:, 0]] >= 0) & (row[couples[:, 0]] == row[couples[:, 1]])
    for a, b in couples[here].tolist():
        unit = members(units[row[a]])
        if a in unit and b in unit:
            unit.remove(b)
            units[row[a]] = unit + [-1] * (units.shape[1] - len(unit))


def _remake(roster: Roster, cost: Cost, room: Room, unit: list[int]) -> None:
    """Put these people together on the lowest row that one of them stands on; others there make way."""
    unit = [person for person in unit if roster.present[person]]
    one, other = (np.array(unit, np.int64)[index] for index in np.triu_indices(len(unit), 1))
    if len(unit) < 2 or cost.apart.has(one, other).any():
        return
    rows = np.flatnonzero(np.isin(room.units, unit).any(1)).tolist()
    stays = [[person for person in members(room.units[row]) if person not in unit] for row in rows]
    for row, rest in zip(rows, stays, strict=True):
        room.set(row, rest)
    home = rows[0] if rows else None
    if home is None:
        room.put(unit)
        home = int(np.flatnonzero((room.units == unit[0]).any(1))[0])
    elif rest := stays[0]:
        room.set(home, [])
        room.set(home, sorted(unit))
        if len(rest) > 1:
            room.put(rest)
    else:
        room.set(home, sorted(unit))
    room.kept[home] = True


def _with_strays(roster: Roster, cost: Cost, room: Room, left: Ints) -> Ints:
    """Also those who have nobody in their unit to talk with, if now there may be somebody."""
    if not left.size or (roster.languages is None and roster.places is None):
        return left
    fits = np.zeros(room.units.shape, np.bool_)
    for i in range(room.units.shape[1]):
        for j in range(room.units.shape[1]):
            a, b = room.units[:, i].astype(np.int64), room.units[:, j].astype(np.int64)
            fits[:, i] |= (i != j) & (a >= 0) & (b >= 0) & cost.fits(a, b)
    rows, columns = np.nonzero(~fits & (room.units >= 0) & ~room.kept[:, None])
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        person = int(room.units[row, column])
        if person >= 0 and cost.fits(np.full(left.size, person), left).any():
            rest = [other for other in members(room.units[row]) if other != person]
            room.set(row, rest if len(rest) > 1 else [])
            left = np.append(left, [person, *(rest if len(rest) == 1 else [])])
    return np.unique(left)


def _changed(n: int, before: Units, after: Units) -> Bools:
    """Who is in a row that is not as it was, bool[n]."""
    size, width = max(len(before), len(after)), max(before.shape[1], after.shape[1])
    old, new = np.full((2, size, width), -1, np.int32)
    old[: len(before), : before.shape[1]] = before
    new[: len(after), : after.shape[1]] = after
    differs = (np.sort(old, axis=1) != np.sort(new, axis=1)).any(1)
    changed = np.zeros(n + 1, np.bool_)
    changed[old[differs]] = changed[new[differs]] = True
    return changed[:n]
