"""What is asked of a keeper: a command in the queue, what it leads to, and the answer that somebody waits for."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tingsha.flow.session import Session
from tingsha.flow.wire import event_bytes
from tingsha.journal.contract import Batch, Card, Entry, Slip, Text
from tingsha.rounds.events import Closed
from tingsha.words import (
    Actor,
    Aside,
    Asked,
    Command,
    Event,
    Person,
    Pinned,
    Refusal,
    Said,
    Steering,
    Unpinned,
    Unsaid,
)


class Answer(NamedTuple):
    """What a command led to: the version after it, and for an arrival the person."""

    version: int
    person: Person
    extra: dict[str, Any]


@dataclass(slots=True)
class Waiting:
    """A command in the queue. `key` makes a repeated one get the first one's answer."""

    asked: Asked
    key: str
    answer: "asyncio.Future[Answer | Refusal]"
    events: list[Event] = field(default_factory=list[Event])
    aside: list[Aside] = field(default_factory=list[Aside])

    @property
    def steers(self) -> bool:
        return any(isinstance(event, Steering) for event in self.events)

    def tell(self, answer: Answer | Refusal) -> None:
        if not self.answer.done():
            self.answer.set_result(answer)

    def fail(self, fault: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(fault)


def key_of(command: Command, by: Actor) -> str:
    """By what a repeated command is known: the same id from somebody else is another command. It stands in the log, so
    what must not be traced has none."""
    if command.untraced:
        return ""
    return f"{by.role.value[0]}{by.person}:{command.id}" if command.id else ""


def batch_of(gathering: str, session: Session, served: list[Waiting]) -> Batch:
    """What these commands have led to, as it is written: together or not at all."""
    entries = list[Entry]()
    card: Card | None = None
    for waiting in served:
        last = len(waiting.events) - 1
        for place, event in enumerate(waiting.events):
            command = waiting.key if place == last and waiting.key else None
            entries.append(Entry(waiting.asked.at, command, event_bytes(event)))
            if isinstance(event, Closed):
                card = Card(gathering, None, session.gathering.keep_until(event.at))
    aside = [fact for waiting in served for fact in waiting.aside]
    return Batch(
        gathering,
        entries,
        texts=[Text(fact.key, fact.words) for fact in aside if isinstance(fact, Said)],
        forget=[fact.key for fact in aside if isinstance(fact, Unsaid)],
        card=card,
        pin=[Slip(fact.name, fact.body) for fact in aside if isinstance(fact, Pinned)],
        unpin=[fact.name for fact in aside if isinstance(fact, Unpinned)],
    )
