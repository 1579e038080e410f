"""Setting envelopes right for those who came, left or sought: what is open now is rescued, what comes is mended.

The consistency rule: an open unit only gains or loses people; a sealed one is split only while there is time for
every phone in it to confirm, and put together again when one has not. A lost connection is not absence.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import numpy as np

from tingsha.gathering.state import Gathering
from tingsha.pairs import commands as c
from tingsha.pairs import events as e
from tingsha.pairs.mend import mend
from tingsha.pairs.people import roster_of
from tingsha.pairs.rescue import match, rescue
from tingsha.pairs.roster import Bools, Roster, Units, as_units
from tingsha.pairs.state import Pairs
from tingsha.pairs.table import NO_UNITS, Table
from tingsha.words import Asked, Decision, Instant, Person, Refusal


class Sees(Protocol):
    """What mending reads of a session."""

    gathering: Gathering
    pairs: Pairs
    control: int

    def here(self, person: Person) -> bool: ...
    def confirmed(self, person: Person) -> bool: ...
    def opened_round(self, at: Instant) -> int: ...
    def sealed_rounds(self, at: Instant) -> list[int]: ...
    def meeting_round(self, at: Instant) -> int: ...
    def may_split(self, at: Instant) -> bool: ...
    def must_settle(self, at: Instant) -> bool: ...
    def still_finding(self, at: Instant) -> bool: ...


class Work:
    """One mending: a copy of the tables to work on, and what was changed in it."""

    def __init__(self, session: Sees, asked: Asked) -> None:
        self.session, self.asked = session, asked
        self.roster: Roster = roster_of(session.gathering)
        parted = np.array(session.pairs.parted, np.int64).reshape(-1, 2)
        self.wary: Roster = replace(self.roster, apart=np.concatenate([self.roster.apart, parted]))
        """The same people, and who left a pair is kept apart from whom they left."""
        self.tables = {i: table.copy() for i, table in enumerate(session.pairs.tables, 1)}
        self.laid: dict[int, dict[int, list[int]]] = {}
        self.words: dict[Person, e.Word] = {}
        self.split: list[list[int]] = []

    def table(self, round_: int) -> Table:
        return self.tables.setdefault(round_, Table())

    def units(self, round_: int) -> Units:
        return self.tables[round_].units if round_ in self.tables else NO_UNITS

    def lay(self, round_: int, row: int, unit: list[int]) -> None:
        unit = [*unit, -1, -1, -1][: max(3, len(unit))]
        table = self.table(round_)
        if row < len(table.units) and list(table.members(row)) == [each for each in unit if each >= 0]:
            return
        table.lay(row, unit)
        self.laid.setdefault(round_, {})[row] = unit

    def say(self, person: Person, code: str, round_: int = 0) -> None:
        """The last word said to somebody is the one they read."""
        self.words[person] = e.Word(person, code, round_)

    def new_words(self) -> list[e.Word]:
        known = self.session.pairs.words
        return [word for person, word in self.words.items() if known.get(person) != word]

    def played(self, before: int) -> list[Units]:
        """The units of the rounds before one."""
        return [self.units(each) for each in range(1, before)]

    def parted(self) -> list[Units]:
        """Who left whom, as a round of its own: another meeting of theirs would be a repeat."""
        couples = self.session.pairs.parted
        return [as_units(couples)] if couples else []

    def event(self, *, settled: bool) -> Decision:
        changes = [
            e.RowsChanged(round=round_, rows=list(rows), units=list(rows.values()))
            for round_, rows in self.laid.items()
        ]
        return [
            e.EnvelopesChanged(
                base=self.session.control, changes=changes, words=self.new_words(), split=self.split, settled=settled
            )
        ]  # fmt: skip


def decide_mend(session: Sees, asked: Asked) -> Decision:
    """Everything that needs mending at this instant, as one event; a refusal when nothing does."""
    work = Work(session, asked)
    if session.gathering.milling == "guided":
        _mend_open(work)
        settled = session.must_settle(asked.at)
        _mend_sealed(work, settled=settled)
        _greet_late(work)
    elif session.gathering.milling == "free":
        settled = False
        _match_free(work)
    else:
        return Refusal("nothing-to-mend")
    if not (work.laid or work.new_words() or settled or session.pairs.restless):
        return Refusal("nothing-to-mend")
    return work.event(settled=settled)


def _mend_open(work: Work) -> None:
    """The running round: who lost everybody, or was promised a partner, joins somebody now."""
    round_ = work.session.opened_round(work.asked.at)
    if not round_:
        return
    _lift_absent(work, round_)
    stranded = _stranded(work, round_)
    for person in stranded:
        if len(work.table(round_).unit_of(person)) < 2:
            _rescue(work, round_, person, [each for each in stranded if each != person])


def _lift_absent(work: Work, round_: int) -> None:
    """Who is not here any more leaves the unit; the others are told."""
    table, here = work.table(round_), work.session.here
    for row in _rows_with(table, ~work.roster.present):
        unit = table.members(row)
        rest = [each for each in unit if here(each)]
        work.lay(round_, row, rest)
        for person in rest:
            work.say(person, "partner-left", round_)


def _rows_with(table: Table, wanted: Bools) -> list[int]:
    if not len(table.units):
        return []
    flagged = np.append(wanted, False)
    return np.flatnonzero(flagged[table.units].any(1)).tolist()


def _stranded(work: Work, round_: int) -> list[Person]:
    """People of a round who stand alone in their unit, and those who asked for a partner."""
    table = work.table(round_)
    alone: list[Person] = table.units[(table.units >= 0).sum(1) == 1].max(1, initial=-1).tolist()
    sought = [each for each in work.session.pairs.seeking if work.session.here(each)]
    return [each for each in dict.fromkeys([*alone, *sought]) if len(table.unit_of(each)) < 2]


def _rescue(work: Work, round_: int, person: Person, free: list[Person]) -> None:
    played = work.played(round_)
    later = [work.units(each) for each in work.session.sealed_rounds(work.asked.at)]
    free = [each for each in free if len(work.table(round_).unit_of(each)) < 2]
    unit: tuple[Person, ...] | None = None
    for roster in (work.wary, work.roster):
        unit = unit or rescue(roster, played, work.units(round_), later, person, free, work.asked.seed)
    if unit is None:
        work.say(person, "alone", round_)
        return
    table = work.table(round_)
    rows = [row for row in (table.row_of(each) for each in unit if each != person) if row >= 0]
    row = next((each for each in rows), table.row_of(person))
    for each in unit:
        old = table.row_of(each)
        if old >= 0 and old != row:
            work.lay(round_, old, [other for other in table.members(old) if other not in unit])
    joined = [each for each in unit if each != person]
    work.lay(round_, row if row >= 0 else table.free_row(), list(unit))
    work.say(person, "rescued", round_)
    for each in joined:
        work.say(each, "rescued" if each in free else "joined-you", round_)


def _mend_sealed(work: Work, *, settled: bool) -> None:
    """The rounds to come: as few envelopes changed as possible."""
    session, at = work.session, work.asked.at
    sealed = session.sealed_rounds(at)
    if not sealed:
        return
    played = [*work.played(sealed[0]), *work.parted()]
    planned = [work.units(each) for each in sealed]
    firm = _firm(work, at)
    remake = _unconfirmed(work, sealed) if settled else []
    mended = mend(work.roster, played, planned, work.asked.seed, firm, remake)
    for round_, units, before in zip(sealed, mended.rounds, planned, strict=True):
        _lay_mended(work, round_, before, units)
    if not settled and session.may_split(at):
        for round_ in sealed:
            work.split += _splits(work, round_)


def _firm(work: Work, at: Instant) -> Bools:
    """Whose unit may not be split: everybody's outside the time for it, else theirs whose phone has not confirmed."""
    n, session = work.roster.n, work.session
    if not session.may_split(at):
        return np.ones(n, np.bool_)
    phone = session.gathering.people.phone
    return np.array([bool(phone[each]) and not session.confirmed(each) for each in range(n)], np.bool_)


def _unconfirmed(work: Work, sealed: list[int]) -> list[tuple[int, tuple[int, ...]]]:
    session = work.session
    phone = session.gathering.people.phone
    return [
        (sealed.index(round_), unit)
        for round_, unit in session.pairs.split
        if round_ in sealed and any(phone[each] and not session.confirmed(each) for each in unit)
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


def _greet_late(work: Work) -> None:
    """Who came after a round was opened is told which round is theirs."""
    round_ = work.session.opened_round(work.asked.at)
    sealed = work.session.sealed_rounds(work.asked.at)
    if not round_ or not sealed:
        return
    pairs = work.session.pairs
    for person in _without_unit(work, round_):
        if person not in pairs.seeking and (round_, person) not in pairs.unpaired:
            work.say(person, "late", sealed[0])


def _without_unit(work: Work, round_: int) -> list[Person]:
    row = np.array(work.table(round_).row, np.int32)[: work.roster.n]
    placed = np.zeros(work.roster.n, np.bool_)
    placed[: len(row)] = row >= 0
    return np.flatnonzero(work.roster.present & ~placed).tolist()


def _match_free(work: Work) -> None:
    """Those who asked for a partner are paired; once the talking has begun the last one joins a pair."""
    session, at = work.session, work.asked.at
    round_ = session.meeting_round(at)
    if not round_:
        return
    _lift_absent(work, round_)
    who = _stranded(work, round_)
    played = work.played(round_)
    for a, b in match(work.wary, played, [], who, work.asked.seed):
        _seat_pair(work, round_, a, b)
    if session.opened_round(at) and not session.still_finding(at):
        for person in _stranded(work, round_):
            _rescue(work, round_, person, [each for each in _stranded(work, round_) if each != person])


def _seat_pair(work: Work, round_: int, a: Person, b: Person) -> None:
    table = work.table(round_)
    rows = [row for row in (table.row_of(a), table.row_of(b)) if row >= 0]
    for row in rows[1:]:
        work.lay(round_, row, [])
    work.lay(round_, rows[0] if rows else table.free_row(), [a, b])
    work.say(a, "rescued", round_)
    work.say(b, "rescued", round_)


DECISIONS: dict[type, Callable[..., Decision]] = {c.Mend: decide_mend}
