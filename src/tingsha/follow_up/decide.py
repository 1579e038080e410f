"""Deciding on what is asked about staying in touch: only those who talked, and only when all is said."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from msgspec import json, structs

from tingsha.follow_up import commands as c
from tingsha.follow_up import events as e
from tingsha.follow_up.state import FollowUp
from tingsha.gathering.state import FORGOTTEN, REMOVED, Gathering
from tingsha.pairs.known import Pairs
from tingsha.rounds.state import CLOSED, TOGETHER, Rounds
from tingsha.wording import CARD_GRAPHEMES, tidy, too_long
from tingsha.words import Asked, Decision, Fact, Instant, Person, Refusal, Said, Unsaid

FIELDS: Final = ("name", "email", "phone", "link")


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    rounds: Rounds
    pairs: Pairs
    follow_up: FollowUp
    control: int

    def person(self, participant: str) -> Person | None: ...
    def rounds_held(self, at: Instant) -> int: ...


def _turn(session: Sees, asked: Asked) -> Decision:
    on = asked.command.on
    return [] if session.follow_up.on == on else [e.FollowUpTurned(base=session.control, on=on)]


def _offer(session: Sees, asked: Asked) -> Decision:
    command: c.OfferContact = asked.command
    to = _partner(session, asked, command.participant)
    if isinstance(to, Refusal):
        return to
    card = tidied(command.card)
    if isinstance(card, Refusal):
        return card
    if session.follow_up.exchanged(asked.by.person, to):
        return Refusal("contact-exchanged")
    words = json.encode(card).decode()
    return [
        Said(card_key(session.gathering, asked.by.person, to), words),
        e.ContactOffered(person=asked.by.person, to=to),
    ]


def tidied(card: c.ContactCard) -> c.ContactCard | Refusal:
    """A card as it is kept, or what is wrong with it."""
    words = {name: tidy(getattr(card, name)) for name in FIELDS}
    if any(too_long(each, CARD_GRAPHEMES) for each in words.values()):
        return Refusal("card-too-long", {"most": CARD_GRAPHEMES})
    if not (words["email"] or words["phone"] or words["link"]):
        return Refusal("card-empty")
    if words["link"] and not words["link"].startswith(("https://", "http://")):
        # What a person taps must never run as a script.
        words["link"] = "https://" + words["link"].split("://", 1)[-1].split(":", 1)[-1].lstrip("/")
    return structs.replace(card, **words)


def _take_back(session: Sees, asked: Asked) -> Decision:
    to = _partner(session, asked, asked.command.participant)
    if isinstance(to, Refusal):
        return to
    if session.follow_up.exchanged(asked.by.person, to):
        return Refusal("contact-exchanged")
    if (asked.by.person, to) not in session.follow_up.offered:
        return []
    key = card_key(session.gathering, asked.by.person, to)
    return [Unsaid(key), e.ContactTakenBack(person=asked.by.person, to=to)]


def _buddy(session: Sees, asked: Asked) -> Decision:
    to = _partner(session, asked, asked.command.participant)
    if isinstance(to, Refusal):
        return to
    want = asked.command.want
    if ((asked.by.person, to) in session.follow_up.wanted) == want:
        return []
    return [e.BuddyWanted(person=asked.by.person, to=to, want=want)]


def _partner(session: Sees, asked: Asked, participant: str) -> Person | Refusal:
    if session.rounds.phase not in (TOGETHER, CLOSED):
        return Refusal("not-together")
    # What was offered may be taken back at any time, also when no more offers are wanted.
    if not session.follow_up.on and not isinstance(asked.command, c.TakeBackContact):
        return Refusal("follow-up-off")
    to, person = session.person(participant), asked.by.person
    gone = to is not None and session.gathering.people.whereabouts[to] in (REMOVED, FORGOTTEN)
    if to is None or to == person or gone:
        return Refusal("no-partner")
    held = range(1, session.rounds_held(asked.at) + 1)
    met = any(to in session.pairs.table(round_).unit_of(person) for round_ in held)
    return to if met else Refusal("no-partner")


def forget(session: Sees, person: Person) -> list[Fact]:
    """The cards that somebody gave go, and those that others meant for them: these nobody could take back any more."""
    gave = sorted(who for who, to in session.follow_up.offered if to == person)
    mine = f"contact:{session.gathering.people.ids[person]}:*"
    return [Unsaid(mine), *(Unsaid(card_key(session.gathering, who, person)) for who in gave)]


def card_key(gathering: Gathering, person: Person, to: Person) -> str:
    """Where the card of one for another lies in the vault."""
    return f"contact:{gathering.people.ids[person]}:{gathering.people.ids[to]}"


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.TurnFollowUp: _turn,
    c.OfferContact: _offer,
    c.TakeBackContact: _take_back,
    c.WantBuddy: _buddy,
}
