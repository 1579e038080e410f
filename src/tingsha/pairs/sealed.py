"""Mending the envelopes of the rounds to come.

A sealed unit is split only while there is time for every phone in it to confirm, and put together again when one
has not; otherwise it only loses who is gone and gains who has nobody.
"""

from collections.abc import Sequence

import numpy as np

from tingsha.pairs.mend import mend
from tingsha.pairs.roster import Bools, Units
from tingsha.pairs.workbench import Work
from tingsha.words import Instant


def mend_sealed(work: Work, *, settled: bool) -> None:
    """The rounds to come: as few envelopes changed as possible."""
    session, at = work.session, work.asked.at
    sealed = session.sealed_rounds(at)
    if not sealed:
        return
    played = [*work.played(sealed[0]), *work.parted()]
    planned = [work.units(each) for each in sealed]
    firm = _firm(work, at)
    remake = _unconfirmed(work, sealed[0]) if settled else []
    mended = mend(work.coming, played, planned, work.asked.seed, firm, remake, met=work.met())
    if session.may_split(at):
        thinned = [_thinned(units, firm) for units in mended.rounds]
        anew = mend(work.coming, played, thinned, work.asked.seed, firm, met=work.met())
        mended = anew if _too_many(anew.rounds) < _too_many(mended.rounds) else mended
    for round_, units, before in zip(sealed, mended.rounds, planned, strict=True):
        _lay_mended(work, round_, before, units)
    if settled:
        # Splits of later rounds wait for a bell of their own.
        work.split = [[round_, *unit] for round_, unit in session.pairs.split if round_ > sealed[0]]
    elif session.may_split(at):
        for round_ in sealed:
            work.split += _splits(work, round_)


def _thinned(units: Units, firm: Bools) -> Units:
    """The same round with the fourth of a unit taken out, and the third where there are two trios: what was
    joined while nothing could be split may make pairs now."""
    free, sizes = ~np.append(firm, False)[units].any(1), (units >= 0).sum(1)
    trios = np.flatnonzero(free & (sizes == 3))
    thinned = units.copy()
    thinned[trios[: len(trios) // 2 * 2], 2] = -1
    thinned[np.flatnonzero(free & (sizes > 3)), 2:] = -1
    return thinned


def _too_many(rounds: Sequence[Units]) -> int:
    """How many people are a third or more in their unit."""
    return sum(int(((units >= 0).sum(1) - 2).clip(0).sum()) for units in rounds)


def _firm(work: Work, at: Instant) -> Bools:
    """Whose unit may not be split: everybody's outside the time for it, else theirs whose phone has not confirmed."""
    n, session = work.roster.n, work.session
    if not session.may_split(at):
        return np.ones(n, np.bool_)
    phone = session.gathering.people.phone
    return np.array([bool(phone[each]) and not session.confirmed(each) for each in range(n)], np.bool_)


def _unconfirmed(work: Work, due: int) -> list[tuple[int, tuple[int, ...]]]:
    session = work.session
    phone = session.gathering.people.phone
    return [
        (0, unit)
        for round_, unit in session.pairs.split
        if round_ == due and any(phone[each] and not session.confirmed(each) for each in unit)
    ]


def _lay_mended(work: Work, round_: int, before: Units, after: Units) -> None:
    wide = np.full((len(after), max(after.shape[1], before.shape[1])), -1, np.int32)
    wide[: len(before), : before.shape[1]] = before[: len(after)]
    new = np.full_like(wide, -1)
    new[:, : after.shape[1]] = after
    # Whole rows are freed before they are laid, so that who moves is never seated twice.
    moved = np.flatnonzero((wide != new).any(1)).tolist()
    for row in moved:
        work.lay(round_, row, [])
    for row in moved:
        work.lay(round_, row, [int(each) for each in new[row] if each >= 0])


def _splits(work: Work, round_: int) -> list[list[int]]:
    """Units of a round whose members who are still here are no longer together. Those of later rounds too: a
    phone that falls silent now may not hear of it any more."""
    before, table, splits = work.session.pairs.table(round_), work.table(round_), list[list[int]]()
    for row in work.laid.get(round_, {}):
        unit = before.members(row) if row < len(before.units) else ()
        stay = [each for each in unit if work.session.here(each)]
        if len(stay) > 1 and len({table.row_of(each) for each in stay}) > 1:
            splits.append([round_, *stay])
    return splits
