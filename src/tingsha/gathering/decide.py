"""Deciding on what is asked about being here: who may come in, under which name, and who goes."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, Protocol

import msgspec

from tingsha.gathering import commands as c
from tingsha.gathering import events as e
from tingsha.gathering.known import made_known, unknown_again
from tingsha.gathering.state import (
    AWAY,
    FORGOTTEN,
    HERE,
    LEFT,
    MOST_LANGUAGES,
    WAITING,
    Gathering,
)  # fmt: skip
from tingsha.wording import GROUP_GRAPHEMES, NAME_GRAPHEMES, bytes_on_screen, empty, fold, tidy, too_long
from tingsha.words import Asked, Decision, Fact, Person, Refusal, Said, Unsaid

MOST_GROUPS: Final = 200
MOST_TEXT_BYTES: Final = 11_500
FOR_PATTERNS: Final = 700
"""Kept free at the opening for what will be heard at the end."""
TEXT_BYTES_PER_ROUND: Final = 480
"""Title, groups and questions must leave room for the timeline, round by round, in a document of 16 KiB."""
PRESENT: Final = (WAITING, HERE, AWAY)
LANGUAGE: Final = re.compile(r"[a-z]{2,3}\Z")


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    texts: dict[str, str]
    control: int
    capacity: int

    def person(self, participant: str) -> Person | None: ...


def named(said: str) -> str | Refusal:
    """A name as it will be shown, or why not."""
    name = tidy(said)
    if empty(name):
        return Refusal("name-empty")
    return Refusal("name-too-long", {"most": NAME_GRAPHEMES}) if too_long(name, NAME_GRAPHEMES) else name


def labelled(said: list[str]) -> list[str] | Refusal:
    """Group labels as they will be shown, each once in its first spelling, or why not."""
    once: dict[str, str] = {}
    for label in dict.fromkeys(said):
        once.setdefault(fold(tidy(label)), tidy(label))
    labels = list(once.values())
    if any(empty(label) for label in labels):
        return Refusal("group-empty")
    if any(too_long(label, GROUP_GRAPHEMES) for label in labels):
        return Refusal("group-too-long", {"most": GROUP_GRAPHEMES})
    return Refusal("too-many-groups", {"most": MOST_GROUPS}) if len(labels) > MOST_GROUPS else labels


def too_much_text(texts: Iterable[str], rounds: int, keep_free: int = 0) -> Refusal | None:
    """Whether all that stands on every screen still fits into a document, with bytes kept free for later."""
    most = MOST_TEXT_BYTES - TEXT_BYTES_PER_ROUND * rounds - keep_free
    return Refusal("too-much-text") if sum(map(bytes_on_screen, texts)) > most else None


def spoken(languages: list[str], known: list[str]) -> Refusal | None:
    """Whether these language codes can be noted down."""
    if any(not LANGUAGE.match(language) for language in languages):
        return Refusal("unknown-language")
    return Refusal("too-many-languages") if len({*known, *languages}) > MOST_LANGUAGES else None


def group_number(session: Sees, label: str | None) -> int | Refusal:
    """The place of a label in the list of groups; -1 for none given."""
    if label is None or not tidy(label):
        return -1
    wanted = fold(tidy(label))
    for place in range(session.gathering.groups):
        if fold(session.texts.get(f"group:{place}", "")) == wanted:
            return place
    return Refusal("unknown-group", {"group": tidy(label)[:GROUP_GRAPHEMES]})


def _arrive(session: Sees, asked: Asked) -> Decision:
    command: c.Arrive = asked.command
    if command.participant in session.gathering.people.number:
        return []
    if session.gathering.admission == "locked":
        return Refusal("locked")
    waiting = session.gathering.admission == "ask"
    return _enter(session, asked, command, command.participant, phone=True, waiting=waiting)


def _carry_along(session: Sees, asked: Asked) -> Decision:
    command: c.CarryAlong = asked.command
    if command.participant in session.gathering.people.number:
        return []
    entered = _enter(session, asked, command, command.participant, phone=False, waiting=False)
    owner = session.person(command.beside)
    return entered if isinstance(entered, Refusal) or owner is None else _looking_along(entered, owner)


def _add_person(session: Sees, asked: Asked) -> Decision:
    command: c.AddPerson = asked.command
    return _enter(session, asked, command, asked.drawn, phone=False, waiting=False)


def _share_phone(session: Sees, asked: Asked) -> Decision:
    command, owner, people = asked.command, asked.by.person, session.gathering.people
    if people.whereabouts[owner] != HERE:
        return Refusal("not-here")
    if session.gathering.admission == "locked":
        return Refusal("locked")
    if any(people.whereabouts[each] in PRESENT for each in _beside(session, owner)):
        return Refusal("phone-shared")
    waiting = session.gathering.admission == "ask"
    add = c.AddPerson(name=command.name, group=command.group)
    entered = _enter(session, asked, add, asked.drawn, phone=False, waiting=waiting)
    return entered if isinstance(entered, Refusal) else _looking_along(entered, owner)


def _looking_along(entered: list[Fact], owner: Person) -> Decision:
    return [
        msgspec.structs.replace(fact, beside=owner) if isinstance(fact, e.Arrived) else fact
        for fact in entered
    ]


def _beside(session: Sees, owner: Person) -> list[Person]:
    """Who looks along on this person's phone."""
    return [person for person, other in session.gathering.beside.items() if other == owner]


def _enter(
    session: Sees,
    asked: Asked,
    command: c.Arrive | c.AddPerson | c.CarryAlong,
    participant: str,
    *,
    phone: bool,
    waiting: bool,
) -> Decision:
    people = session.gathering.people
    if len(people) >= session.capacity:
        return Refusal("full", {"most": session.capacity})
    said = _as_on_roster(session, command)
    if isinstance(said, Refusal):
        return said
    name, group = named(said.name), group_number(session, said.group)
    if isinstance(name, Refusal):
        return name
    if isinstance(group, Refusal):
        return group
    if refusal := spoken(said.languages, session.gathering.languages):
        return refusal
    place = said.place if session.gathering.mode == "hybrid" else None
    arrived = e.Arrived(
        participant=participant, at=asked.at, group=group, languages=said.languages, place=place, phone=phone,
        waiting=waiting, roster=command.roster_id, met=[] if isinstance(command, c.AddPerson) else command.met,
    )  # fmt: skip
    device = command.device if isinstance(command, c.Arrive) else ""
    return [Said("name:" + participant, name), *made_known(session, participant, device), arrived]


def _as_on_roster(session: Sees, command: c.Arrive | c.AddPerson | c.CarryAlong) -> c.RosterRow | Refusal:
    """What somebody says about themselves, filled in from their place on the roster."""
    said = c.RosterRow(command.name, command.group, command.languages, command.place)
    if command.roster_id is None:
        return said
    if refusal := _roster_free(session, command.roster_id):
        return refusal
    row = msgspec.json.decode(session.texts[f"roster:{command.roster_id}"], type=c.RosterRow)
    return c.RosterRow(
        row.name if empty(tidy(said.name)) else said.name,
        said.group or row.group,
        said.languages or row.languages,
        said.place or row.place,
    )


def _roster_free(session: Sees, roster_id: str) -> Refusal | None:
    if f"roster:{roster_id}" not in session.texts:
        return Refusal("unknown-roster-place")
    return Refusal("roster-place-taken") if roster_id in session.gathering.people.roster else None


def _own(event: Callable[..., Any], states: tuple[int, ...], refusal: str):
    def decide(session: Sees, asked: Asked) -> Decision:
        if session.gathering.people.whereabouts[asked.by.person] not in states:
            return Refusal(refusal)
        return [event(person=asked.by.person)]

    return decide


def _somebodys(event: Callable[..., Any], states: tuple[int, ...], refusal: str):
    def decide(session: Sees, asked: Asked) -> Decision:
        person = session.person(asked.command.participant)
        if person is None:
            return Refusal("unknown-participant")
        if session.gathering.people.whereabouts[person] not in states:
            return Refusal(refusal)
        return [event(person=person)]

    return decide


def _erase_me(session: Sees, asked: Asked) -> Decision:
    me, people = asked.by.person, session.gathering.people
    mine = next((row for row, who in people.roster.items() if who == me), None)
    facts: list[Fact] = [Unsaid(f"roster:{mine}")] if mine else []
    # Nobody else can ask for those beside: they have no phone of their own.
    for person in (me, *_beside(session, me)):
        participant = people.ids[person]
        facts += [
            Unsaid("name:" + participant),
            *unknown_again(session, participant),
            e.Forgotten(person=person),
        ]
    return facts


def _re_entry(session: Sees, asked: Asked) -> Decision:
    return []


def _rename(session: Sees, asked: Asked) -> Decision:
    command: c.Rename = asked.command
    person = session.person(command.participant)
    if person is None or session.gathering.people.whereabouts[person] == FORGOTTEN:
        return Refusal("unknown-participant")
    name = named(command.name)
    if isinstance(name, Refusal):
        return name
    return [Said("name:" + command.participant, name), e.Renamed(person=person)]


def _joker(session: Sees, asked: Asked) -> Decision:
    command: c.Joker = asked.command
    person = session.person(command.participant)
    if person is None or session.gathering.people.whereabouts[person] not in (HERE, AWAY):
        return Refusal("unknown-participant")
    known = command.on == (session.gathering.joker == person)
    return [] if known else [e.JokerNamed(person=person, on=command.on)]


def _set_admission(session: Sees, asked: Asked) -> Decision:
    return [e.AdmissionSet(base=session.control, admission=asked.command.admission)]


def _go_on(session: Sees, asked: Asked) -> Decision:
    command: c.GoOn = asked.command
    return [e.WentOn(gathering=command.gathering, code=command.code)]


def _new_host_link(session: Sees, asked: Asked) -> Decision:
    return [e.HostLinkRenewed(base=session.control, generation=session.gathering.host_link + 1)]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.Arrive: _arrive,
    c.AddPerson: _add_person,
    c.CarryAlong: _carry_along,
    c.SharePhone: _share_phone,
    c.StepOut: _own(e.SteppedOut, (HERE,), "not-here"),
    c.ComeBack: _own(e.CameBack, (AWAY, LEFT), "not-away"),
    c.Leave: _own(e.HasLeft, (WAITING, HERE, AWAY), "not-here"),
    c.EraseMe: _erase_me,
    c.ReEntry: _re_entry,
    c.SetAdmission: _set_admission,
    c.Admit: _somebodys(e.Admitted, (WAITING,), "not-waiting"),
    c.Remove: _somebodys(e.Removed, (WAITING, HERE, AWAY, LEFT), "not-here"),
    c.SetAway: _somebodys(e.SteppedOut, (HERE,), "not-here"),
    c.SetBack: _somebodys(e.CameBack, (AWAY, LEFT), "not-away"),
    c.Rename: _rename,
    c.Joker: _joker,
    c.NewHostLink: _new_host_link,
    c.GoOn: _go_on,
}
