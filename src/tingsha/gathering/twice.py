"""Somebody's phone died and they came in anew: the host sees one person twice, and says so."""

from typing import Protocol

from tingsha.gathering.apart import couple
from tingsha.gathering.decide import PRESENT
from tingsha.gathering.events import CameBack, Forgotten, TakenForOne
from tingsha.gathering.known import devices_of, made_known, unknown_again
from tingsha.gathering.state import HERE, LEFT, WAITING, Gathering
from tingsha.words import Asked, Decision, Fact, Person, Refusal, Unsaid


class Sees(Protocol):
    """What this page reads of a session."""

    gathering: Gathering
    texts: dict[str, str]

    def person(self, participant: str) -> Person | None: ...


def take_for_one(session: Sees, asked: Asked) -> Decision:
    """Who came first stays, envelopes and all, so that nobody's partner changes; the second is forgotten."""
    people = session.gathering.people
    both = couple(session.person(asked.command.a), session.person(asked.command.b))
    if isinstance(both, Refusal):
        return both
    person, newcomer = both
    if people.whereabouts[newcomer] not in PRESENT or people.whereabouts[person] not in (*PRESENT, LEFT):
        return Refusal("not-here")
    facts: list[Fact] = [
        *_forgetting(session, people.ids[newcomer]),
        *(known for each in devices_of(session.texts, people.ids[newcomer])[:1]
          for known in made_known(session, people.ids[person], each)),
        TakenForOne(person=person, newcomer=newcomer),
        Forgotten(person=newcomer),
    ]  # fmt: skip
    return facts if people.whereabouts[person] in (WAITING, HERE) else [*facts, CameBack(person=person)]


def _forgetting(session: Sees, participant: str) -> list[Fact]:
    return [Unsaid("name:" + participant), *unknown_again(session, participant)]
