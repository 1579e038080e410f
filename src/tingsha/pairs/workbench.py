"""Where envelopes are mended: copies of the tables, and note of what was changed in them."""

from dataclasses import replace
from typing import Protocol

import numpy as np

from tingsha.gathering.state import Gathering
from tingsha.pairs import events as e
from tingsha.pairs.people import coming, roster_of
from tingsha.pairs.plan import certificate
from tingsha.pairs.roster import Ints, Roster, Units, as_units
from tingsha.pairs.state import Pairs
from tingsha.pairs.table import NO_UNITS, Table
from tingsha.words import Asked, Decision, Instant, Person


class Sees(Protocol):
    """What mending reads of a session."""

    gathering: Gathering
    pairs: Pairs
    control: int

    def person(self, participant: str) -> Person | None: ...
    def here(self, person: Person) -> bool: ...
    def confirmed(self, person: Person) -> bool: ...
    def opened_round(self, at: Instant) -> int: ...
    def sealed_rounds(self, at: Instant) -> list[int]: ...
    def meeting_round(self, at: Instant) -> int: ...
    def may_split(self, at: Instant) -> bool: ...
    def must_settle(self, at: Instant) -> bool: ...
    def still_finding(self, at: Instant) -> bool: ...
    def may_swap(self, round_: int, a: Person, b: Person) -> bool: ...


class Work:
    """One mending: a copy of the tables to work on, and what was changed in it."""

    def __init__(self, session: Sees, asked: Asked) -> None:
        self.session, self.asked = session, asked
        self.roster: Roster = roster_of(session.gathering)
        self.coming: Roster = coming(session.gathering)
        """The same people for the rounds to come: without the joker while nobody needs one."""
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

    def met(self) -> Ints:
        """The couples of earlier gatherings."""
        return np.array(list(self.session.gathering.met_before), np.int64).reshape(-1, 2)

    def parted(self) -> list[Units]:
        """Who left whom, as a round of its own: another meeting of theirs would be a repeat."""
        couples = self.session.pairs.parted
        return [as_units(couples)] if couples else []

    def change(self, round_: int) -> e.RowsChanged:
        """What was laid anew in a round."""
        rows = self.laid[round_]
        return e.RowsChanged(round_, list(rows), list(rows.values()), self.reached(round_))

    def reached(self, round_: int) -> list[int]:
        """What the host is told of a round after it was mended."""
        if self.session.gathering.milling != "guided":
            return []
        (facts,) = certificate(self.coming, [self.units(round_)], self.played(round_))
        return [facts.cross_units, facts.bound, facts.repeats]

    def event(self, *, settled: bool) -> Decision:
        changes = [self.change(round_) for round_ in self.laid]
        return [
            e.EnvelopesChanged(
                base=self.session.control, changes=changes, words=self.new_words(), split=self.split, settled=settled
            )
        ]  # fmt: skip
