"""What the host does by hand: two people change places, or these two are brought together."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any, Final

from tingsha.pairs import commands as c
from tingsha.pairs import events as e
from tingsha.pairs.table import Table
from tingsha.pairs.workbench import Sees, Work
from tingsha.words import Asked, Decision, Person, Refusal

Laid = list[tuple[int, list[Person]]]
"""Rows and who stands there from now on."""
NEW: Final = -1
"""Any row that nobody stands on."""


def _swap(session: Sees, asked: Asked) -> Decision:
    command: c.Swap = asked.command
    a, b = session.person(command.a), session.person(command.b)
    if a is None or b is None:
        return Refusal("unknown-participant")
    # An open unit only gains or loses people; a swap would break it up.
    if command.round not in session.sealed_rounds(asked.at):
        return Refusal("not-this-round")
    table = session.pairs.table(command.round)
    row_a, row_b = table.row_of(a), table.row_of(b)
    if min(row_a, row_b) < 0 or row_a == row_b:
        return Refusal("nothing-to-swap")
    if not session.may_swap(command.round, a, b):
        return Refusal("kept-apart")
    work, exchange = Work(session, asked), {a: b, b: a}
    for row in (row_a, row_b):
        work.lay(command.round, row, [exchange.get(each, each) for each in table.members(row)])
    reached = work.reached(command.round)
    return [e.PlacesSwapped(base=session.control, round=command.round, a=a, b=b, reached=reached)]


def _bring_together(session: Sees, asked: Asked) -> Decision:
    command: c.BringTogether = asked.command
    a, b, round_ = session.person(command.a), session.person(command.b), command.round
    if a is None or b is None or not (session.here(a) and session.here(b)):
        return Refusal("unknown-participant")
    if a == b:
        return Refusal("same-person")
    is_open = round_ == session.opened_round(asked.at)
    if session.gathering.milling != "guided" or not (is_open or round_ in session.sealed_rounds(asked.at)):
        return Refusal("not-this-round")
    table = session.pairs.table(round_)
    laid = arranged(table, a, b)
    if refusal := _must_not(session, table, laid, (a, b) if is_open else ()):
        return refusal
    work = Work(session, asked)
    for row, unit in laid:
        work.lay(round_, work.table(round_).free_row() if row == NEW else row, unit)
    words = _words(table, laid, round_) if is_open else []
    return [e.BroughtTogether(base=session.control, a=a, b=b, change=work.change(round_), words=words)]


def _must_not(session: Sees, table: Table, laid: Laid, talking: Sequence[Person]) -> Refusal | None:
    if not laid:
        return Refusal("together-already")
    if talking and all(len(table.unit_of(each)) == 2 for each in talking):
        return Refusal("in-conversation")
    return Refusal("kept-apart") if any(_kept_apart(session, unit) for _row, unit in laid) else None


def arranged(table: Table, a: Person, b: Person) -> Laid:
    """The rows that bring these two together and leave nobody alone: two pairs exchange partners, a third goes
    over to a pair, and where neither is missed they are a pair of their own. Empty when they are together."""
    row_a, row_b = table.row_of(a), table.row_of(b)
    if row_a == row_b >= 0:
        return []
    rest_a = [each for each in table.unit_of(a) if each != a]
    rest_b = [each for each in table.unit_of(b) if each != b]
    if len(rest_a) == 1 and len(rest_b) == 1:
        return [(row_a, [a, b]), (row_b, rest_a + rest_b)]
    if len(rest_b) == 1:
        return [*_left(row_a, rest_a), (row_b, [b, *rest_b, a])]
    if len(rest_a) == 1:
        return [*_left(row_b, rest_b), (row_a, [a, *rest_a, b])]
    own = next((row for row, rest in ((row_a, rest_a), (row_b, rest_b)) if row >= 0 and not rest), NEW)
    stays = [*_left(row_a, rest_a), *_left(row_b, rest_b)]
    return [*(each for each in stays if each[0] != own), (own, [a, b])]


def _left(row: int, rest: list[Person]) -> Laid:
    return [(row, rest)] if row >= 0 else []


def _kept_apart(session: Sees, unit: Sequence[Person]) -> bool:
    couples = {(min(couple), max(couple)) for couple in combinations(unit, 2)}
    return not couples.isdisjoint(session.gathering.apart)


def _words(table: Table, laid: Laid, round_: int) -> list[e.Word]:
    """Whoever stands somewhere else now is told; and who gains somebody, too."""
    words: list[e.Word] = []
    for _row, unit in laid:
        for person in unit:
            before = {*table.unit_of(person)} - {person}
            gained = {*unit} - before - {person}
            if gained:
                words.append(e.Word(person, "joined-you" if before & {*unit} else "rescued", round_))
    return words


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {c.Swap: _swap, c.BringTogether: _bring_together}
