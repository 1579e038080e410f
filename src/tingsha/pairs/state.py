"""The slice of a session that knows who meets whom: a table of units per round, and what people said of it."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tingsha.pairs import events as e
from tingsha.pairs.table import NOBODY, Table
from tingsha.words import Event, Instant, Person

Touched = Sequence[Person] | None
"""Whose documents an event changed; None when the fold had to ignore the event."""


@dataclass(slots=True)
class Ask:
    """A phone that is being asked whether its owner is there."""

    missed_by: Person
    until: Instant


@dataclass(slots=True)
class Pairs:
    tables: list[Table] = field(default_factory=list[Table])
    seen: "array[int]" = field(default_factory=lambda: array("q"))
    found: dict[tuple[int, Person], bool] = field(default_factory=dict[tuple[int, Person], bool])
    asks: dict[Person, Ask] = field(default_factory=dict[Person, Ask])
    unpaired: dict[tuple[int, Person], None] = field(default_factory=dict[tuple[int, Person], None])
    """Who left their pair in which round."""
    hands: dict[Person, int] = field(default_factory=dict[Person, int])
    seeking: dict[Person, None] = field(default_factory=dict[Person, None])
    proposals: dict[Person, dict[Person, None]] = field(default_factory=dict[Person, dict[Person, None]])
    words: dict[Person, e.Word] = field(default_factory=dict[Person, e.Word])
    split: list[tuple[int, tuple[int, ...]]] = field(default_factory=list[tuple[int, tuple[int, ...]]])
    opened: int = 0
    """The last round whose envelopes were opened."""
    restless: bool = False
    """Somebody came, left or sought since the envelopes were last mended."""

    def table(self, round_: int) -> Table:
        """The table of a round, counted from 1; laid out empty when there is none yet."""
        while len(self.tables) < round_:
            self.tables.append(Table())
        return self.tables[round_ - 1]

    def partners(self, person: Person) -> set[Person]:
        """Everybody who shares an envelope with this person in any round."""
        return {other for table in self.tables for other in table.unit_of(person)} - {person}

    def has_seen(self, person: Person) -> int:
        return self.seen[person] if person < len(self.seen) else 0


def evolve(pairs: Pairs, event: Event) -> Touched:
    """Take an event into the pairing, in place; None when it does not fit and is ignored."""
    handler = _HANDLERS.get(type(event))
    return handler(pairs, event) if handler else None


def unsettle(pairs: Pairs, person: Person) -> None:
    """Somebody came, went or changed: their pending asks and proposals are over, the envelopes need a look."""
    pairs.asks.pop(person, None)
    pairs.hands.pop(person, None)
    pairs.seeking.pop(person, None)
    pairs.proposals.pop(person, None)
    pairs.words.pop(person, None)
    pairs.restless = True


def clear(pairs: Pairs) -> None:
    """The start was taken back: no envelopes, no asks."""
    seen = pairs.seen
    pairs.__init__()
    pairs.seen = seen


def _rounds_paired(p: Pairs, event: e.RoundsPaired) -> Touched:
    p.tables = []
    for planned in event.rounds:
        table = Table(mixed=planned.mixed, mixed_bound=planned.mixed_bound, repeats=planned.repeats)
        table.unresolved = list(planned.unresolved)
        table.lay_all(planned.units)
        p.tables.append(table)
    p.restless = False
    return range(max((len(table.row) for table in p.tables), default=0))


def _envelopes_changed(p: Pairs, event: e.EnvelopesChanged) -> Touched:
    touched: dict[Person, None] = {}
    for change in event.changes:
        table = p.table(change.round)
        for row in change.rows:
            if row < len(table.units):
                touched.update(dict.fromkeys(table.members(row)))
        for row, unit in zip(change.rows, change.units, strict=False):
            table.lay(row, unit)
            touched.update(dict.fromkeys(person for person in unit if person >= 0))
            _matched(p, unit)
    for word in event.words:
        _say(p, word)
        touched[word.person] = None
    p.split = [(each[0], tuple(each[1:])) for each in event.split] if not event.settled else []
    p.restless = False
    return tuple(touched)


def _matched(p: Pairs, unit: Sequence[int]) -> None:
    if sum(person >= 0 for person in unit) < 2:
        return
    for person in unit:
        p.seeking.pop(person, None)
        p.hands.pop(person, None)
        p.proposals.pop(person, None)


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
    exchange = {event.a: event.b, event.b: event.a}
    laid = [tuple(exchange.get(int(each), int(each)) for each in table.units[row]) for row in (row_a, row_b)]
    table.lay(row_a, laid[0])
    table.lay(row_b, laid[1])
    return before


def _seen(p: Pairs, event: e.EnvelopeSeen) -> Touched:
    if event.person >= len(p.seen):
        p.seen.extend([0] * (event.person + 1 - len(p.seen)))
    p.seen[event.person] = max(p.seen[event.person], event.version)
    return ()


def _found(p: Pairs, event: e.PartnerFound) -> Touched:
    p.found[event.round, event.person] = True
    p.hands.pop(event.person, None)
    return (event.person, *_over(p, event.person))


def _over(p: Pairs, person: Person) -> tuple[Person, ...]:
    """Finding each other answers every question about who is there."""
    p.words.pop(person, None)
    for asked, ask in list(p.asks.items()):
        if person in (asked, ask.missed_by):
            del p.asks[asked]
            return (asked, ask.missed_by)
    return ()


def _partner_asked(p: Pairs, event: e.PartnerAsked) -> Touched:
    p.asks.setdefault(event.person, Ask(event.missed_by, event.until))
    p.words[event.missed_by] = e.Word(event.missed_by, "asked")
    return (event.person, event.missed_by)


def _said_here(p: Pairs, event: e.SaidHere) -> Touched:
    ask = p.asks.pop(event.person, None)
    if ask is None:
        return None
    p.words.pop(ask.missed_by, None)
    return (event.person, ask.missed_by)


def _missing_confirmed(p: Pairs, event: e.MissingConfirmed) -> Touched:
    ask = p.asks.get(event.person)
    if ask is None:
        return None
    unsettle(p, event.person)
    p.words.pop(ask.missed_by, None)
    return (event.person, ask.missed_by)


def _hand_raised(p: Pairs, event: e.HandRaised) -> Touched:
    p.hands.pop(event.person, None)
    if event.round:
        p.hands[event.person] = event.round
    return (event.person,)


def _partner_sought(p: Pairs, event: e.PartnerSought) -> Touched:
    p.seeking[event.person] = None
    p.restless = True
    return (event.person,)


def _proposed(p: Pairs, event: e.Proposed) -> Touched:
    p.proposals.setdefault(event.to, {})[event.person] = None
    return (event.to,)


def _pair_left(p: Pairs, event: e.PairLeft) -> Touched:
    table = p.table(event.round)
    row = table.row_of(event.person)
    if row < 0:
        return None
    unit = table.members(row)
    rest = [each for each in unit if each != event.person]
    table.lay(row, tuple((rest + [NOBODY] * 3)[:3]))
    p.unpaired[event.round, event.person] = None
    p.restless = True
    return unit


def _round_opened(p: Pairs, event: e.RoundOpened) -> Touched:
    over = [person for person, word in p.words.items() if _is_over(word, event.round)]
    down = [person for person, raised in p.hands.items() if raised < event.round]
    for person in over:
        del p.words[person]
    for person in down:
        del p.hands[person]
    p.opened = event.round
    return (*over, *down)


def _is_over(word: e.Word, round_: int) -> bool:
    return word.round <= round_ if word.code == "late" else word.round < round_


_HANDLERS: dict[type[Event], Callable[[Pairs, Any], Touched]] = {
    e.RoundsPaired: _rounds_paired,
    e.EnvelopesChanged: _envelopes_changed,
    e.PlacesSwapped: _places_swapped,
    e.EnvelopeSeen: _seen,
    e.PartnerFound: _found,
    e.PartnerAsked: _partner_asked,
    e.SaidHere: _said_here,
    e.MissingConfirmed: _missing_confirmed,
    e.HandRaised: _hand_raised,
    e.PartnerSought: _partner_sought,
    e.Proposed: _proposed,
    e.PairLeft: _pair_left,
    e.RoundOpened: _round_opened,
}
