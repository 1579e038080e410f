"""The slice of a session that knows who is here: columns, one place per person."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from tingsha.gathering import events as e
from tingsha.words import DAY, HOUR, Event, Instant, Person

WAITING, HERE, AWAY, LEFT, REMOVED, FORGOTTEN = range(6)
WHEREABOUTS: Final = ("waiting", "here", "away", "left", "removed", "removed")
PLACES: Final = {None: 0, "room": 1, "remote": 2}
MOST_LANGUAGES: Final = 63

Touched = Sequence[Person] | None
"""Whose documents an event changed; None when the fold had to ignore the event."""


@dataclass(slots=True)
class People:
    """Everybody who ever arrived, by number. Columns keep a million people small and quick to fold."""

    ids: list[str] = field(default_factory=list[str])
    number: dict[str, Person] = field(default_factory=dict[str, Person])
    whereabouts: bytearray = field(default_factory=bytearray)
    group: "array[int]" = field(default_factory=lambda: array("h"))
    languages: "array[int]" = field(default_factory=lambda: array("Q"))
    place: bytearray = field(default_factory=bytearray)
    phone: bytearray = field(default_factory=bytearray)
    arrived_at: "array[int]" = field(default_factory=lambda: array("q"))
    roster: dict[str, Person] = field(default_factory=dict[str, Person])
    """Which place on the roster was taken by whom."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(slots=True)
class Gathering:
    """The house rules of this gathering, and its people."""

    opened_at: Instant = 0
    language: str = "nl"
    mode: Literal["room", "remote", "hybrid"] = "room"
    milling: Literal["free", "guided", "numbers"] = "free"
    preset: str = "classic"
    code: str = ""
    picture: str = ""
    seed: int = 0
    keep_days: int = 30
    groups: int = 0
    languages: list[str] = field(default_factory=list[str])
    rehearsal: bool = False
    community: str = ""
    admission: Literal["open", "ask", "locked"] = "open"
    host_link: int = 0
    roster_revision: int = 0
    roster_rows: int = 0
    removed_from: dict[Person, int] = field(default_factory=dict[Person, int])
    """Where a removed person was before, for when that is taken back."""
    apart: list[tuple[Person, Person]] = field(default_factory=list[tuple[Person, Person]])
    by_hand: set[tuple[Person, Person]] = field(default_factory=set[tuple[Person, Person]])
    """Those of them whom the host keeps apart; they may stand in `apart` twice."""
    joker: Person = -1
    """Who takes part only when the number is odd; -1 for nobody."""
    beside: dict[Person, Person] = field(default_factory=dict[Person, Person])
    """Who looks along on whose phone."""
    met_before: dict[tuple[Person, Person], None] = field(default_factory=dict[tuple[Person, Person], None])
    """Who met in an earlier gathering of this group or community."""
    twice: dict[Person, Person] = field(default_factory=dict[Person, Person])
    """Who came in twice: whom the phone of the second time stands for."""
    went_on: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Ids and codes of the gatherings in which this group went on, the newest last."""
    here: int = 0
    away: int = 0
    people: People = field(default_factory=People)

    @property
    def stands_by(self) -> Person:
        """The joker, as long as the others are an even number and need no one more; else -1."""
        if self.joker < 0 or self.people.whereabouts[self.joker] != HERE:
            return -1
        return self.joker if self.here % 2 else -1

    def keep_until(self, closed_at: Instant | None) -> Instant:
        """When everything disappears: `keep_days` after opening; with 0 an hour after closing, a day at most."""
        if self.keep_days > 0:
            return self.opened_at + self.keep_days * DAY
        return closed_at + HOUR if closed_at is not None else self.opened_at + DAY


def evolve(gathering: Gathering, event: Event) -> Touched:
    """Take an event into the gathering, in place. Total: an event that no longer fits is ignored."""
    handler = _HANDLERS.get(type(event))
    return handler(gathering, event) if handler else None


def _opened(g: Gathering, event: e.GatheringOpened) -> Touched:
    if g.code:
        return None
    g.opened_at, g.language, g.mode, g.milling = event.at, event.language, event.mode, event.milling
    g.code, g.picture, g.seed, g.keep_days = event.code, event.picture, event.seed, event.keep_days
    g.groups, g.rehearsal, g.preset = event.groups, event.rehearsal, event.preset
    g.languages = list(dict.fromkeys(event.languages))[:MOST_LANGUAGES]
    g.community = event.community
    return ()


def _arrived(g: Gathering, event: e.Arrived) -> Touched:
    people = g.people
    if event.participant in people.number or (event.roster and event.roster in people.roster):
        return None
    person = len(people.ids)
    people.number[event.participant] = person
    people.ids.append(event.participant)
    people.whereabouts.append(WAITING if event.waiting else HERE)
    people.group.append(event.group)
    people.languages.append(_language_bits(g, event.languages) if event.languages else 0)
    people.place.append(PLACES[event.place])
    people.phone.append(event.phone)
    people.arrived_at.append(event.at)
    if event.roster:
        people.roster[event.roster] = person
    if 0 <= event.beside < person and people.phone[event.beside]:
        g.beside[person] = event.beside
    known = (people.number.get(each) for each in event.met)
    g.met_before |= {(other, person): None for other in known if other is not None and other != person}
    g.here += not event.waiting
    return (person,)


def _language_bits(g: Gathering, spoken: list[str]) -> int:
    bits = 0
    for language in spoken:
        if language not in g.languages:
            if len(g.languages) >= MOST_LANGUAGES:
                continue
            g.languages.append(language)
        bits |= 1 << g.languages.index(language)
    return bits


def _moves(*, to: int, come_from: tuple[int, ...]):
    def move(g: Gathering, event: e.SteppedOut) -> Touched:
        return _move(g, event.person, to, come_from)

    return move


def _move(g: Gathering, person: Person, to: int, come_from: tuple[int, ...]) -> Touched:
    if not 0 <= person < len(g.people) or g.people.whereabouts[person] not in come_from:
        return None
    before = g.people.whereabouts[person]
    g.people.whereabouts[person] = to
    g.here += (to == HERE) - (before == HERE)
    g.away += (to == AWAY) - (before == AWAY)
    return (person,)


def _removed(g: Gathering, event: e.Removed) -> Touched:
    before = g.people.whereabouts[event.person]
    touched = _move(g, event.person, REMOVED, (WAITING, HERE, AWAY, LEFT))
    if touched is not None:
        g.removed_from[event.person] = before
    return touched


def _restored(g: Gathering, event: e.Restored) -> Touched:
    return _move(g, event.person, g.removed_from.pop(event.person, HERE), (REMOVED,))


def _forgotten(g: Gathering, event: e.Forgotten) -> Touched:
    touched = _move(g, event.person, FORGOTTEN, (WAITING, HERE, AWAY, LEFT, REMOVED))
    if touched is not None:
        people = g.people
        people.group[event.person], people.languages[event.person] = -1, 0
        people.roster = {row: who for row, who in people.roster.items() if who != event.person}
    return touched


def _renamed(g: Gathering, event: e.Renamed) -> Touched:
    return (event.person,) if 0 <= event.person < len(g.people) else None


def _made_known(g: Gathering, event: e.MadeKnown) -> Touched:
    return (event.person,) if 0 <= event.person < len(g.people) else None


def _taken_for_one(g: Gathering, event: e.TakenForOne) -> Touched:
    person, newcomer, people = event.person, event.newcomer, g.people
    if person == newcomer or FORGOTTEN in (people.whereabouts[person], people.whereabouts[newcomer]):
        return None

    def one(each: Person) -> Person:
        return person if each == newcomer else each

    people.phone[person] |= people.phone[newcomer]
    g.twice = {who: one(whom) for who, whom in g.twice.items()} | {newcomer: person}
    g.beside = {who: one(owner) for who, owner in g.beside.items() if who != one(owner)}
    g.joker = one(g.joker)
    # What either of them asked for holds for the one that they are.
    g.apart = _pairs(g.apart, one)
    g.by_hand = {*_pairs(g.by_hand, one)}
    g.met_before = dict.fromkeys(_pairs(g.met_before, one))
    return (person, newcomer)


def _pairs(
    couples: Iterable[tuple[Person, Person]], one: Callable[[Person], Person]
) -> list[tuple[Person, Person]]:
    """These, with somebody else's number; nobody is a couple with themselves."""
    moved = [(one(a), one(b)) for a, b in couples]
    return [(min(a, b), max(a, b)) for a, b in moved if a != b]


def _kept_apart(g: Gathering, event: e.KeptApart) -> Touched:
    if not (0 <= event.a < len(g.people) and 0 <= event.b < len(g.people)):
        return None
    g.apart.append((event.a, event.b))
    if event.by_hand:
        g.by_hand.add((event.a, event.b))
    return ()


def _may_meet(g: Gathering, event: e.MayMeet) -> Touched:
    couple = (event.a, event.b)
    if couple not in g.by_hand:
        return None
    g.by_hand.remove(couple)
    g.apart.remove(couple)
    return ()


def _joker_named(g: Gathering, event: e.JokerNamed) -> Touched:
    if event.on == (g.joker == event.person):
        return None
    before, g.joker = g.joker, event.person if event.on else -1
    return tuple({each for each in (before, event.person) if each >= 0})


def _admission_set(g: Gathering, event: e.AdmissionSet) -> Touched:
    g.admission = event.admission
    return ()


def _host_link_renewed(g: Gathering, event: e.HostLinkRenewed) -> Touched:
    g.host_link = event.generation
    return ()


def _went_on(g: Gathering, event: e.WentOn) -> Touched:
    g.went_on.append((event.gathering, event.code))
    return ()


def _roster_placed(g: Gathering, event: e.RosterPlaced) -> Touched:
    g.roster_revision, g.roster_rows, g.groups = event.revision, event.rows, event.groups
    return ()


_HANDLERS: dict[type[Event], Callable[[Gathering, Any], Touched]] = {
    e.GatheringOpened: _opened,
    e.Arrived: _arrived,
    e.Admitted: _moves(to=HERE, come_from=(WAITING,)),
    e.SteppedOut: _moves(to=AWAY, come_from=(HERE,)),
    e.CameBack: _moves(to=HERE, come_from=(AWAY, LEFT)),
    e.HasLeft: _moves(to=LEFT, come_from=(WAITING, HERE, AWAY)),
    e.Removed: _removed,
    e.Restored: _restored,
    e.Renamed: _renamed,
    e.TakenForOne: _taken_for_one,
    e.Forgotten: _forgotten,
    e.MadeKnown: _made_known,
    e.KeptApart: _kept_apart,
    e.MayMeet: _may_meet,
    e.JokerNamed: _joker_named,
    e.AdmissionSet: _admission_set,
    e.HostLinkRenewed: _host_link_renewed,
    e.WentOn: _went_on,
    e.RosterPlaced: _roster_placed,
}
