"""Deciding on what people ask about whom they meet. The mending of envelopes has a file of its own."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.gathering.events import SteppedOut
from tingsha.gathering.state import Gathering
from tingsha.pairs import commands as c
from tingsha.pairs import events as e
from tingsha.pairs.looking import kept_apart
from tingsha.pairs.state import Pairs
from tingsha.pairs.tag import person_of, tidy_tag
from tingsha.words import SECOND, Asked, Decision, Fact, Instant, Person, Refusal

ASK_FOR: Final = 8 * SECOND
"""How long a phone is asked whether its owner is there."""


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    pairs: Pairs
    control: int
    version: int

    def person(self, participant: str) -> Person | None: ...
    def here(self, person: Person) -> bool: ...
    def meeting_round(self, at: Instant) -> int:
        """The round people are finding each other for, or talking in; 0 when none is or comes."""
        ...

    def still_finding(self, at: Instant) -> bool:
        """Whether the talking of a round has not begun."""
        ...

    def opened_round(self, at: Instant) -> int:
        """The round whose envelopes are open; 0 outside the rounds."""
        ...


def _seen(session: Sees, asked: Asked) -> Decision:
    version = asked.command.version
    if version > session.version:
        return Refusal("unknown-version")
    if version <= session.pairs.has_seen(asked.by.person):
        return []
    return [e.EnvelopeSeen(person=asked.by.person, version=version)]


def _found(session: Sees, asked: Asked) -> Decision:
    round_, person = asked.command.round, asked.by.person
    if round_ != session.opened_round(asked.at) or not session.here(person):
        return Refusal("not-this-round")
    return [] if (round_, person) in session.pairs.found else [e.PartnerFound(person=person, round=round_)]


def _missing(session: Sees, asked: Asked) -> Decision:
    round_, person = asked.command.round, asked.by.person
    if round_ != session.opened_round(asked.at) or not session.here(person):
        return Refusal("not-this-round")
    people, facts = session.gathering.people, list[Fact]()
    partners = [each for each in _present(session, round_, person) if each != person]
    if not partners:
        return Refusal("no-partner")
    for partner in partners:
        if partner in session.pairs.asks:
            continue
        # Without a phone nobody can be asked: the word of who stands there and sees nobody is all there is.
        until = asked.at + (ASK_FOR if people.phone[partner] else 0)
        facts.append(e.PartnerAsked(person=partner, missed_by=person, until=until))
    return facts or Refusal("nobody-to-ask")


def _confirm_missing(session: Sees, asked: Asked) -> Decision:
    person = asked.command.person
    ask = session.pairs.asks.get(person)
    if ask is None or ask.until > asked.at:
        return Refusal("not-asked")
    if not session.still_finding(asked.at):
        # They are talking by now: a phone that lies face up and is not looked at says nothing.
        return [e.SaidHere(person=person)]
    confirmed: list[Fact] = [e.MissingConfirmed(person=person)]
    return [*confirmed, SteppedOut(person=person)] if session.here(person) else confirmed


def _here(session: Sees, asked: Asked) -> Decision:
    if asked.by.person not in session.pairs.asks:
        return []
    return [e.SaidHere(person=asked.by.person)]


def _looking(session: Sees, asked: Asked) -> Decision:
    person = asked.by.person
    round_ = session.meeting_round(asked.at) if asked.command.looking else 0
    if asked.command.looking and not (round_ and session.here(person)):
        return Refusal("no-round-to-look-for")
    return [] if session.pairs.hands.get(person, 0) == round_ else [e.HandRaised(person=person, round=round_)]


def _seek(session: Sees, asked: Asked) -> Decision:
    person = asked.by.person
    round_ = session.meeting_round(asked.at)
    if not round_ or not session.here(person) or session.gathering.milling == "numbers":
        return Refusal("no-round-to-look-for")
    if len(_present(session, round_, person)) > 1:
        return Refusal("has-partner")
    return [] if person in session.pairs.seeking else [e.PartnerSought(person=person)]


def _present(session: Sees, round_: int, person: Person) -> list[Person]:
    return [each for each in session.pairs.table(round_).unit_of(person) if session.here(each)]


def _join_now(session: Sees, asked: Asked) -> Decision:
    person = session.person(asked.command.participant)
    if person is None or not session.here(person):
        return Refusal("unknown-participant")
    round_ = session.opened_round(asked.at)
    if not round_ or session.gathering.milling == "numbers":
        return Refusal("no-round-to-look-for")
    if len(_present(session, round_, person)) > 1:
        return Refusal("has-partner")
    return [] if person in session.pairs.seeking else [e.PartnerSought(person=person)]


def _propose(session: Sees, asked: Asked) -> Decision:
    to = session.person(asked.command.to)
    if refusal := _cannot_pair(session, asked, to):
        return refusal
    assert to is not None
    if to in session.pairs.proposals.get(asked.by.person, {}):
        return _agreed(session, asked, to)
    known = session.pairs.proposed.get(asked.by.person) == to
    return [] if known else [e.Proposed(person=asked.by.person, to=to)]


def _accept(session: Sees, asked: Asked) -> Decision:
    other = session.person(asked.command.from_)
    if refusal := _cannot_pair(session, asked, other):
        return refusal
    assert other is not None
    if other not in session.pairs.proposals.get(asked.by.person, {}):
        return Refusal("not-proposed")
    return _agreed(session, asked, other)


def _stand_with(session: Sees, asked: Asked) -> Decision:
    person, round_ = asked.by.person, session.meeting_round(asked.at)
    if session.gathering.milling != "free" or not round_ or not session.here(person):
        return Refusal("no-round-to-look-for")
    other = person_of(session.gathering.seed, round_, tidy_tag(asked.command.tag))
    if other == person:
        return Refusal("own-tag")
    # Whoever is blocked, away or gone looks like a slip of the finger, so that nobody learns of a block.
    if other is None or not _may_stand_with(session, person, other):
        return Refusal("unknown-tag")
    if other in session.pairs.table(round_).unit_of(person):
        return []
    if any(len(_present(session, round_, each)) > 1 for each in (person, other)):
        return Refusal("has-partner")
    return [e.PairMet(person=person, to=other, round=round_)]


def _may_stand_with(session: Sees, person: Person, other: Person) -> bool:
    if other >= len(session.gathering.people) or not session.here(other):
        return False
    return not kept_apart(session.gathering, person, other)


def _cannot_pair(session: Sees, asked: Asked, other: Person | None) -> Refusal | None:
    person, round_ = asked.by.person, session.meeting_round(asked.at)
    if session.gathering.milling != "free" or not round_:
        return Refusal("no-round-to-look-for")
    if other is None or other == person or not session.here(other) or not session.here(person):
        return Refusal("unknown-participant")
    # Blocked people look just like busy ones, so that nobody learns of a block.
    if kept_apart(session.gathering, person, other):
        return Refusal("has-partner")
    busy = any(len(_present(session, round_, each)) > 1 for each in (person, other))
    return Refusal("has-partner") if busy else None


def _agreed(session: Sees, asked: Asked, to: Person) -> Decision:
    return [e.PairAgreed(person=asked.by.person, to=to, round=session.meeting_round(asked.at))]


def _leave_pair(session: Sees, asked: Asked) -> Decision:
    round_, person = asked.command.round, asked.by.person
    if round_ != session.opened_round(asked.at):
        return Refusal("not-this-round")
    if len(session.pairs.table(round_).unit_of(person)) < 2:
        return Refusal("no-partner")
    return [e.PairLeft(person=person, round=round_)]


def _open_round(session: Sees, asked: Asked) -> Decision:
    round_ = asked.command.round
    if round_ != session.opened_round(asked.at) or round_ == session.pairs.opened:
        return Refusal("not-this-round")
    return [e.RoundOpened(round=round_), *_part_those_apart(session, round_)]


def _part_those_apart(session: Sees, round_: int) -> list[Fact]:
    """Who were kept apart too late for the last mending do not meet all the same; both are found somebody."""
    table, facts, gone = session.pairs.table(round_), list[Fact](), set[Person]()
    for a, b in session.gathering.apart:
        if gone.isdisjoint((a, b)) and 0 <= table.row_of(a) == table.row_of(b):
            gone.add(b)
            facts += [e.PairLeft(person=b, round=round_), e.PartnerSought(person=b)]
    return facts


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.Seen: _seen,
    c.FoundPartner: _found,
    c.PartnerMissing: _missing,
    c.ConfirmMissing: _confirm_missing,
    c.Here: _here,
    c.Looking: _looking,
    c.FindMeAPartner: _seek,
    c.JoinNow: _join_now,
    c.Propose: _propose,
    c.Accept: _accept,
    c.StandWith: _stand_with,
    c.LeavePair: _leave_pair,
    c.OpenRound: _open_round,
}
