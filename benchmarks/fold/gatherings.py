"""Gatherings as they stand in a log: what happened to so many people, as real events of the real rooms."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import Final

from tingsha.flow import evolve as fold
from tingsha.flow.decide import decide
from tingsha.flow.session import Session
from tingsha.flow.wire import event_bytes
from tingsha.gathering.commands import InvitationAsked, Open
from tingsha.gathering.events import Arrived, CameBack, HasLeft, SteppedOut
from tingsha.journal.contract import Batch, Card, Entry, Text
from tingsha.pairs.events import EnvelopeSeen, PartnerFound
from tingsha.rounds.commands import Start
from tingsha.words import Actor, Asked, Command, Event, Refusal, Role, Said

AT: Final = 1_800_000_000_000
GROUPS: Final = ["Zorg", "Onderwijs", "Bouw", "Kunst", "Horeca"]
ID: Final = "f01d" * 8


class Log:
    """Decides and folds as the keeper does, and keeps what goes to the journal."""

    def __init__(self, gathering: str = ID) -> None:
        self.gathering = gathering
        self.session = Session()
        self.entries: list[Entry] = []
        self.texts: list[Text] = []

    def ask(self, command: Command, role: Role, at: int = AT) -> None:
        facts = decide(self.session, Asked(command, Actor(role), at, seed=7))
        assert not isinstance(facts, Refusal), facts
        for fact in facts:
            if isinstance(fact, Event):
                self.happen(fact, at=at)
            elif isinstance(fact, Said):
                fold.say(self.session, fact)
                self.texts.append(Text(fact.key, fact.words))

    def happen(self, event: Event, at: int = AT) -> None:
        fold.evolve(self.session, event)
        number = len(self.entries)
        self.entries.append(Entry(at, f"n{number}:{number:032x}", event_bytes(event)))

    def batches(self, size: int = 5_000) -> Iterator[Batch]:
        card = Card(self.gathering, self.session.gathering.code, AT + 10**11)
        yield Batch(self.gathering, texts=self.texts, card=card)
        for first in range(0, len(self.entries), size):
            yield Batch(self.gathering, self.entries[first : first + size])


def opened(rounds: int = 3) -> Log:
    """A guided gathering with groups, and nobody in it yet."""
    log = Log()
    questions = InvitationAsked("Waar loop je tegenaan?", "Wat zoek je, en wat heb je te geven?")
    drawn = {"code": "KVMR7TDX", "picture": "owl"}
    log.ask(
        Open(title="Meting", milling="guided", groups=GROUPS, invitation=questions, drawn=drawn), Role.OPENER
    )
    return log


def arrivals(log: Log, people: int) -> None:
    """So many people come in, each by their own phone."""
    chance = Random(3)
    for number in range(len(log.session.gathering.people), len(log.session.gathering.people) + people):
        participant = f"{chance.getrandbits(128):032x}"
        log.texts.append(Text("name:" + participant, f"Mens {number}"))
        log.happen(Arrived(participant=participant, at=AT + number, group=number % len(GROUPS)))


def mixed_log(events: int) -> Log:
    """A whole gathering of so many events: half of them arrivals, then envelopes, seen, found, and steps in and out."""
    log = opened()
    arrivals(log, events // 2)
    log.ask(Start(), Role.HOST, AT + events)
    for event in _bustle(log, events - len(log.entries)):
        log.happen(event, AT + events)
    return log


def _bustle(log: Log, many: int) -> Iterable[Event]:
    chance, people = Random(5), len(log.session.gathering.people)
    for number in range(many):
        person = number % people
        draw = chance.random()
        if draw < 0.6:
            yield EnvelopeSeen(person=person, version=log.session.touched[person])
        elif draw < 0.9:
            yield PartnerFound(person=person, round=1)
        else:
            yield (SteppedOut if draw < 0.95 else CameBack if draw < 0.98 else HasLeft)(person=person)
