"""What has happened between people. Units are triples of people's numbers, the third -1 in a pair."""

from msgspec import Struct

from tingsha.words import Event, Instant, Person, Steering


class RoundPaired(Struct, frozen=True):
    """One planned round: its units, `width` numbers each, and what the plan reached (for the host)."""

    units: list[int]
    mixed: int = 0
    mixed_bound: int = 0
    repeats: int = 0
    unresolved: list[Person] = []
    width: int = 3


class RowsChanged(Struct, frozen=True):
    """Rows of one round laid anew; a row is a spot, so who keeps a row keeps the spot."""

    round: int
    rows: list[int]
    units: list[list[int]]
    reached: list[int] = []
    """What the round reaches now: mixed units, the most that could be mixed, repeats. Empty: not counted."""


class Word(Struct, frozen=True):
    """A notice to one person; an empty code takes the last one away."""

    person: Person
    code: str
    round: int = 0


class RoundsPaired(Steering, frozen=True, kw_only=True, tag="rounds-paired"):
    """The engine's result, stored, so that replaying the log never runs the engine again."""

    rounds: list[RoundPaired]


class EnvelopesChanged(Steering, frozen=True, kw_only=True, tag="envelopes-changed"):
    """Envelopes mended. `split` are the units (round, then three members) taken apart on the condition that
    every phone in them confirms in time; `settled` says that the waiting is over for all others."""

    changes: list[RowsChanged]
    words: list[Word] = []
    split: list[list[int]] = []
    settled: bool = False


class SpotsLaid(Steering, frozen=True, kw_only=True, tag="spots-laid"):
    """Where people stand: how many spots, in how many columns where they form a grid. Their names lie in the vault."""

    count: int = 0
    columns: int = 0
    named: bool = False
    room_m2: int = 0


class PlacesSwapped(Steering, frozen=True, kw_only=True, tag="places-swapped"):
    """`undoes` is the version of the swap that this one takes back, if it does; `reached` as in RowsChanged."""

    round: int
    a: Person
    b: Person
    undoes: int = 0
    reached: list[int] = []


class BroughtTogether(Steering, frozen=True, kw_only=True, tag="brought-together"):
    """The host put these two in one unit. `undoes` is the version of the same that this one takes back."""

    a: Person
    b: Person
    change: RowsChanged
    words: list[Word] = []
    undoes: int = 0


class CountedOff(Steering, frozen=True, kw_only=True, tag="counted-off"):
    """By number: so many people, from this round on."""

    people: int
    round: int


class EnvelopeSeen(Event, frozen=True, kw_only=True, tag="seen"):
    person: Person
    version: int


class PartnerFound(Event, frozen=True, kw_only=True, tag="found"):
    person: Person
    round: int


class PartnerAsked(Event, frozen=True, kw_only=True, tag="asked-whether-there"):
    """Somebody sees nobody; the partner's phone asks until `until`."""

    person: Person
    missed_by: Person
    until: Instant


class SaidHere(Event, frozen=True, kw_only=True, tag="said-here"):
    person: Person


class MissingConfirmed(Event, frozen=True, kw_only=True, tag="missing-confirmed"):
    person: Person


class HandRaised(Event, frozen=True, kw_only=True, tag="hand-raised"):
    """`round` 0: the hand is down."""

    person: Person
    round: int


class PartnerSought(Event, frozen=True, kw_only=True, tag="partner-sought"):
    person: Person


class Proposed(Event, frozen=True, kw_only=True, tag="proposed"):
    """A new proposal takes the place of one's earlier one."""

    person: Person
    to: Person


class PairAgreed(Event, frozen=True, kw_only=True, tag="pair-agreed"):
    """A proposal was answered with yes. Steers nothing, so that a whole crowd can agree at once; it is void
    when the proposal of `to` does not stand any more."""

    person: Person
    to: Person
    round: int


class PairMet(Event, frozen=True, kw_only=True, tag="pair-met"):
    """Two stand before each other: one had the other's tag. Void when one of them is in a pair by now."""

    person: Person
    to: Person
    round: int


class PairLeft(Event, frozen=True, kw_only=True, tag="pair-left"):
    person: Person
    round: int


class RoundOpened(Event, frozen=True, kw_only=True, tag="round-opened"):
    """The envelopes of a round are open; words and hands of earlier rounds are over."""

    round: int


class FoursFormed(Steering, frozen=True, kw_only=True, tag="fours-formed"):
    """For looking back: which pairs come together. The pair that stays where it stands comes first in its four."""

    fours: list[list[Person]]


EVENTS: tuple[type[Event], ...] = (
    SpotsLaid, RoundsPaired, EnvelopesChanged, PlacesSwapped, BroughtTogether, CountedOff, EnvelopeSeen, PartnerFound,
    PartnerAsked, SaidHere, MissingConfirmed, HandRaised, PartnerSought, Proposed, PairAgreed, PairMet, PairLeft,
    RoundOpened, FoursFormed,
)  # fmt: skip
