"""The slice of a session that knows who meets whom: a table of units per round, and what people said of it."""

from collections.abc import Callable, Sequence
from typing import Any

from tingsha.pairs import events as e
from tingsha.pairs import said
from tingsha.pairs.known import Pairs
from tingsha.pairs.spots import Spots
from tingsha.pairs.table import Table
from tingsha.words import Event, Person

Touched = Sequence[Person] | None
"""Whose documents an event changed; None when the fold had to ignore the event."""


def evolve(pairs: Pairs, event: Event) -> Touched:
    """Take an event into the pairing, in place; None when it does not fit and is ignored."""
    handler = _HANDLERS.get(type(event))
    return handler(pairs, event) if handler else None


def clear(pairs: Pairs) -> None:
    """The start was taken back: no envelopes, no asks."""
    seen, spots, counted = pairs.seen, pairs.spots, pairs.counted
    pairs.__init__()
    pairs.seen, pairs.spots, pairs.counted = seen, spots, counted


def _spots_laid(p: Pairs, event: e.SpotsLaid) -> Touched:
    p.spots = Spots(event.count, event.columns, event.named, event.room_m2)
    return range(max((len(table.row) for table in p.tables), default=0))


def _rounds_paired(p: Pairs, event: e.RoundsPaired) -> Touched:
    p.tables = []
    for planned in event.rounds:
        table = Table(mixed=planned.mixed, mixed_bound=planned.mixed_bound, repeats=planned.repeats)
        table.unresolved = list(planned.unresolved)
        table.lay_all(planned.units, planned.width)
        p.tables.append(table)
    p.restless = False
    return range(max((len(table.row) for table in p.tables), default=0))


FIGURES = 3


def _envelopes_changed(p: Pairs, event: e.EnvelopesChanged) -> Touched:
    touched: dict[Person, None] = {}
    for change in event.changes:
        touched.update(dict.fromkeys(_rows_changed(p, change)))
    touched.update(dict.fromkeys(said.stale_asks_over(p, touched)))
    for word in event.words:
        _say(p, word)
        touched[word.person] = None
    waiting = [(each[0], tuple(each[1:])) for each in event.split]
    p.split = waiting if event.settled else [*p.split, *waiting]
    p.restless = False
    return tuple(touched)


def _rows_changed(p: Pairs, change: e.RowsChanged) -> Sequence[Person]:
    table, touched = p.laid_table(change.round), list[Person]()
    _figures(table, change.reached)
    for row, unit in zip(change.rows, change.units, strict=True):
        there = [
            *(table.members(row) if row < len(table.units) else ()),
            *(each for each in unit if each >= 0),
        ]
        before = {person: table.unit_of(person) for person in there}
        table.lay(row, unit)
        touched += [*before, *(each for members in before.values() for each in members)]
        for person, partners in before.items():
            if not {*partners} & {*table.unit_of(person)} - {person}:
                p.found.pop((change.round, person), None)
        touched += said.matched(p, unit)
    return touched


def _figures(table: Table, reached: list[int]) -> None:
    if len(reached) == FIGURES:
        table.mixed, table.mixed_bound, table.repeats = reached


def _brought_together(p: Pairs, event: e.BroughtTogether) -> Touched:
    touched = dict.fromkeys(_rows_changed(p, event.change))
    touched.update(dict.fromkeys(said.stale_asks_over(p, touched)))
    for word in event.words:
        _say(p, word)
        touched[word.person] = None
    return tuple(touched)


def _say(p: Pairs, word: e.Word) -> None:
    if word.code:
        p.words[word.person] = word
    else:
        p.words.pop(word.person, None)


def _places_swapped(p: Pairs, event: e.PlacesSwapped) -> Touched:
    table = p.table(event.round)
    row_a, row_b = table.row_of(event.a), table.row_of(event.b)
    if row_a < 0 or row_b < 0 or row_a == row_b:
        return None
    before = table.members(row_a) + table.members(row_b)
    _figures(table, event.reached)
    exchange = {event.a: event.b, event.b: event.a}
    laid = [tuple(exchange.get(int(each), int(each)) for each in table.units[row]) for row in (row_a, row_b)]
    table.lay(row_a, laid[0])
    table.lay(row_b, laid[1])
    return before


def _counted_off(p: Pairs, event: e.CountedOff) -> Touched:
    """What was counted for later rounds is void: those who were meant have been counted anew."""
    earlier = {round_: people for round_, people in p.counted.items() if round_ < event.round}
    p.counted = earlier | {event.round: event.people}
    return ()


def _pair_agreed(p: Pairs, event: e.PairAgreed) -> Touched:
    if p.proposed.get(event.to) != event.person:
        return None
    table = p.laid_table(event.round)
    rows = [row for row in (table.row_of(event.person), table.row_of(event.to)) if row >= 0]
    row = rows[0] if rows else table.free_row()
    return _rows_changed(p, e.RowsChanged(event.round, [row], [[event.person, event.to]]))


def _pair_met(p: Pairs, event: e.PairMet) -> Touched:
    both = (event.person, event.to)
    table = p.laid_table(event.round)
    if event.person == event.to or any(len(table.unit_of(each)) > 1 for each in both):
        return None
    rows = [row for row in (table.row_of(each) for each in both) if row >= 0]
    row = rows[0] if rows else table.free_row()
    touched = _rows_changed(p, e.RowsChanged(event.round, [row], [[*both]]))
    for each in both:
        p.found[event.round, each] = True
        p.words.pop(each, None)
    return touched


def _pair_left(p: Pairs, event: e.PairLeft) -> Touched:
    table = p.table(event.round)
    row = table.row_of(event.person)
    if row < 0:
        return None
    unit = table.members(row)
    rest = [each for each in unit if each != event.person]
    table.lay(row, rest)
    p.unpaired[event.round, event.person] = None
    p.parted += [(event.person, each) for each in rest]
    p.found.pop((event.round, event.person), None)
    p.restless = True
    return (*unit, *said.asks_over(p, event.person))


def _round_opened(p: Pairs, event: e.RoundOpened) -> Touched:
    over = [person for person, word in p.words.items() if _is_over(word, event.round)]
    down = [person for person, raised in p.hands.items() if raised < event.round]
    table = p.table(event.round)
    matched = [person for person in p.seeking if len(table.unit_of(person)) > 1]
    for person in over:
        del p.words[person]
    for person in down:
        del p.hands[person]
    for person in matched:
        del p.seeking[person]
    p.opened = event.round
    # Who still seeks is looked at anew in every round.
    p.restless = p.restless or bool(p.seeking)
    return (*over, *down, *matched)


def _fours_formed(p: Pairs, event: e.FoursFormed) -> Touched:
    before = [*p.four_of]
    p.fours = event.fours
    p.four_of = {person: at for at, four in enumerate(event.fours) for person in four}
    return (*dict.fromkeys([*before, *p.four_of]),)


def _is_over(word: e.Word, round_: int) -> bool:
    return word.round <= round_ if word.code == "late" else word.round < round_


_HANDLERS: dict[type[Event], Callable[[Pairs, Any], Touched]] = {
    e.SpotsLaid: _spots_laid,
    e.RoundsPaired: _rounds_paired,
    e.EnvelopesChanged: _envelopes_changed,
    e.PlacesSwapped: _places_swapped,
    e.BroughtTogether: _brought_together,
    e.CountedOff: _counted_off,
    e.EnvelopeSeen: said.seen,
    e.PartnerFound: said.found,
    e.PartnerAsked: said.partner_asked,
    e.SaidHere: said.said_here,
    e.MissingConfirmed: said.missing_confirmed,
    e.HandRaised: said.hand_raised,
    e.PartnerSought: said.partner_sought,
    e.Proposed: said.proposed,
    e.PairAgreed: _pair_agreed,
    e.PairMet: _pair_met,
    e.PairLeft: _pair_left,
    e.RoundOpened: _round_opened,
    e.FoursFormed: _fours_formed,
}
