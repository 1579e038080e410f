"""The keeper of one gathering: the only one who writes in its session.

Commands queue; the keeper takes as many as do not touch one another, decides, appends once, and only when that
is on disk folds the events, answers, and wakes the listeners. Between commands it wakes for the next bell.
"""

import asyncio
import secrets
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from tingsha.flow import evolve as fold
from tingsha.flow.decide import decide
from tingsha.flow.session import Session
from tingsha.flow.wire import event_bytes
from tingsha.gathering import commands as g
from tingsha.gathering.events import Arrived
from tingsha.journal.contract import Batch, Card, Entry, Journal, Text
from tingsha.live.clock import Clock
from tingsha.live.clockwork import Clockwork
from tingsha.live.listening import Kind, LinksOf, Listener, Listeners, Page
from tingsha.rounds.events import Closed
from tingsha.words import Actor, Asked, Command, Event, Instant, Person, Refusal, Role, Said, Unsaid

MOST_AT_ONCE: Final = 512
HEAVY: Final = 2_000
"""With more people than this, pairing is thought out in a thread of its own, so that streams go on."""


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
    texts: list[Said | Unsaid] = field(default_factory=list[Said | Unsaid])


class Keeper:
    """One gathering, live. `epoch` is the instant at which this server took it up."""

    def __init__(
        self,
        gathering: str,
        session: Session,
        journal: Journal,
        clock: Clock,
        done: dict[str, int],
        links: LinksOf,
    ) -> None:
        self.id = gathering
        self.session = session
        self.epoch: Instant = clock()
        self.journal = journal
        self.clock = clock
        self.done = done
        self.over = False
        self.links = links
        self.clockwork = Clockwork()
        self.listeners = Listeners(self)
        self._queue: deque[Waiting] = deque()
        self._pending: dict[str, asyncio.Future[Answer | Refusal]] = {}
        self._stir = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    # -- asked from outside -------------------------------------------------------------------------------------

    async def ask(self, command: Command, by: Actor) -> Answer | Refusal:
        """Decide on a command, durably. Raises JournalError when it could not be written; nothing changed then."""
        key = _key(command, by)
        if key in self.done:
            return self._again(key, command)
        if key in self._pending:
            return await asyncio.shield(self._pending[key])
        asked = Asked(command, by, self.clock(), secrets.randbits(62), secrets.token_hex(16))
        answer: asyncio.Future[Answer | Refusal] = asyncio.get_running_loop().create_future()
        if key:
            self._pending[key] = answer
            answer.add_done_callback(lambda _: self._pending.pop(key, None))
        self._queue.append(Waiting(asked, key, answer))
        self._stir.set()
        return await asyncio.shield(answer)

    def _again(self, key: str, command: Command) -> Answer:
        person = self.session.person(command.participant) if isinstance(command, g.Arrive) else None
        return Answer(self.done[key], -1 if person is None else person, {})

    def start(self) -> None:
        """Begin keeping. The task ends with `stop`."""
        self._task = asyncio.create_task(self._keep(), name="keeper")

    async def stop(self) -> None:
        """End all streams, answer what is still waiting, and stop."""
        self.over = True
        self.listeners.end_all()
        self._stir.set()
        if self._task is not None:
            with suppress(asyncio.CancelledError):
                await self._task

    # -- listened to ----------------------------------------------------------------------------------------------

    def listen(self, kind: Kind, person: Person = -1) -> Listener:
        """A new stream of this gathering."""
        return self.listeners.listen(kind, person)

    def part(self, listener: Listener) -> None:
        """A stream has ended."""
        self.listeners.part(listener)

    def common(self, kind: Kind) -> Page:
        """The newest document for everybody of a kind."""
        return self.listeners.common(kind)

    def mine(self, listener: Listener) -> Page:
        """The newest document for one listener alone."""
        return self.listeners.mine(listener)

    # -- the keeper's own round -----------------------------------------------------------------------------------

    async def _keep(self) -> None:
        while not self.over:
            own = self.clockwork.due(self.session, self.clock())
            if own is not None:
                self._queue.appendleft(self._own(own))
            if self._queue:
                await self._serve(self._take())
                continue
            self._stir.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stir.wait(), self._sleep_s())
        for waiting in self._queue:
            waiting.answer.cancel()

    def _sleep_s(self) -> float:
        return self.clockwork.until_next(self.session, self.clock())

    def _own(self, command: Command) -> Waiting:
        answer: asyncio.Future[Answer | Refusal] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda done: done.cancelled() or done.exception())
        asked = Asked(command, Actor(Role.KEEPER), self.clock(), secrets.randbits(62), secrets.token_hex(16))
        return Waiting(asked, "", answer)

    def _take(self) -> list[Waiting]:
        """As many commands as can be decided on side by side: different people, and nothing that steers."""
        taken: list[Waiting] = []
        actors: set[Actor] = set()
        while self._queue and len(taken) < MOST_AT_ONCE:
            command, by = self._queue[0].asked.command, self._queue[0].asked.by
            alone = command.steers or by.role in (Role.HOST, Role.KEEPER)
            if taken and (alone or by in actors):
                break
            taken.append(self._queue.popleft())
            if by.role is Role.PARTICIPANT:
                actors.add(by)
            if alone:
                break
        return taken

    async def _serve(self, batch: list[Waiting]) -> None:
        try:
            served = [waiting for waiting in batch if await self._decide(waiting)]
            if served:
                await self.journal.append(self._batch(served))
        except Exception as broken:
            # Nothing was written, so nothing has happened: everybody hears that it was not saved.
            for waiting in batch:
                if not waiting.answer.done():
                    waiting.answer.set_exception(broken)
            if self._is_own(batch):
                await asyncio.sleep(1)
            return
        for waiting in served:
            await self._settle(waiting)
        self.listeners.tell()

    @staticmethod
    def _is_own(batch: list[Waiting]) -> bool:
        return all(waiting.asked.by.role is Role.KEEPER for waiting in batch)

    async def _decide(self, waiting: Waiting) -> bool:
        asked = waiting.asked
        if asked.command.steers and len(self.session.gathering.people) > HEAVY:
            facts = await asyncio.to_thread(decide, self.session, asked)
        else:
            facts = decide(self.session, asked)
        if isinstance(facts, Refusal):
            self._answer(waiting, facts)
            return False
        for fact in facts:
            if isinstance(fact, Event):
                waiting.events.append(fact)
            else:
                waiting.texts.append(fact)
        if not facts:
            self._answer(waiting, Answer(self.session.version, asked.by.person, {}))
        return bool(facts)

    @staticmethod
    def _answer(waiting: Waiting, answer: Answer | Refusal) -> None:
        if not waiting.answer.done():
            waiting.answer.set_result(answer)

    def _batch(self, served: list[Waiting]) -> Batch:
        entries, texts, forget = list[Entry](), list[Text](), list[str]()
        card: Card | None = None
        for waiting in served:
            last = len(waiting.events) - 1
            for place, event in enumerate(waiting.events):
                command = waiting.key if place == last and waiting.key else None
                entries.append(Entry(waiting.asked.at, command, event_bytes(event)))
                if isinstance(event, Closed):
                    card = Card(self.id, None, self.session.gathering.keep_until(event.at))
            texts += [Text(fact.key, fact.words) for fact in waiting.texts if isinstance(fact, Said)]
            forget += [fact.key for fact in waiting.texts if isinstance(fact, Unsaid)]
        return Batch(self.id, entries, texts, forget, card)

    async def _settle(self, waiting: Waiting) -> None:
        """Fold what is now on disk, and answer. The fold is the arbiter: what it ignores was too late."""
        for text in waiting.texts:
            fold.say(self.session, text)
        taken = [fold.evolve(self.session, event) for event in waiting.events]
        unsaid = [text.key for text in waiting.texts if isinstance(text, Unsaid)]
        if waiting.key:
            self.done[waiting.key] = self.session.version
        if taken and not any(taken):
            self._answer(waiting, await self._too_late(waiting))
            return
        if unsaid:
            await self.journal.forget(self.id, unsaid)
        person = waiting.asked.by.person
        if isinstance(waiting.events[-1] if waiting.events else None, Arrived):
            person = len(self.session.gathering.people) - 1
        self._answer(waiting, Answer(self.session.version, person, {}))

    async def _too_late(self, waiting: Waiting) -> Refusal | Answer:
        event = waiting.events[-1]
        if not isinstance(event, Arrived):
            self.done.pop(waiting.key, None)
            return Refusal("stale")
        person = self.session.person(event.participant)
        if person is not None:
            return Answer(self.session.version, person, {})
        # Somebody else on the list was quicker; the name that came along must not stay behind in the vault.
        self.session.texts.pop("name:" + event.participant, None)
        await self.journal.forget(self.id, ["name:" + event.participant])
        self.done.pop(waiting.key, None)
        return Refusal("roster-place-taken")


def _key(command: Command, by: Actor) -> str:
    """The same id from somebody else is another command."""
    return f"{by.role.value[0]}{by.person}:{command.id}" if command.id else ""
