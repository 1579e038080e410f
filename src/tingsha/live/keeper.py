"""The keeper of one gathering: the only one who writes in its session.

Commands queue; the keeper takes as many as do not touch one another, decides, appends once, and only when that
is on disk folds the events, answers, and wakes the listeners. Between commands it wakes for the next bell.
"""

import asyncio
import secrets
from collections import deque
from contextlib import suppress
from typing import Final

from tingsha.flow import evolve as fold
from tingsha.flow.decide import decide
from tingsha.flow.session import Session
from tingsha.gathering import commands as g
from tingsha.gathering.events import Arrived
from tingsha.journal.contract import Journal
from tingsha.journal.errors import UnknownGathering
from tingsha.live.clock import Clock
from tingsha.live.clockwork import Clockwork
from tingsha.live.listening import Kind, LinksOf, Listener, Listeners, Page
from tingsha.live.waiting import Answer, Waiting, batch_of, key_of
from tingsha.words import (
    SECOND,
    Actor,
    Asked,
    Command,
    Event,
    Instant,
    Person,
    Refusal,
    Role,
    Unpinned,
    Unsaid,
)

MOST_AT_ONCE: Final = 512
HEAVY: Final = 2_000
"""With more people than this, pairing is thought out in a thread of its own, so that streams go on."""
REST: Final = 1 * SECOND
"""So long the keeper leaves its own work alone when that could not be written; people are served meanwhile."""


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
        self._rest_until: Instant = 0
        self._task: asyncio.Task[None] | None = None
        self._forgetting: set[asyncio.Task[None]] = set()

    # -- asked from outside -------------------------------------------------------------------------------------

    async def ask(self, command: Command, by: Actor) -> Answer | Refusal:
        """Decide on a command, durably. Raises JournalError when it could not be written; nothing changed then."""
        key = key_of(command, by)
        if key in self.done:
            return self._again(key, command)
        if key in self._pending:
            return await asyncio.shield(self._pending[key])
        if self.over:
            return Refusal("stopping")
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
        self._end()
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
        try:
            while not self.over:
                await self._round()
        finally:
            # Also when something broke that never should: better to be folded afresh than to let people wait for ever.
            self._end()
            for waiting in self._queue:
                waiting.tell(Refusal("stopping"))

    async def _round(self) -> None:
        now = self.clock()
        own = self.clockwork.due(self.session, now) if now >= self._rest_until else None
        if own is not None:
            self._queue.appendleft(self._own(own))
        if self._queue:
            await self._serve(self._take())
            return
        self._stir.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stir.wait(), self._sleep_s())

    def _end(self) -> None:
        self.over = True
        self.listeners.end_all()
        self._stir.set()

    def _sleep_s(self) -> float:
        now = self.clock()
        return max(self.clockwork.until_next(self.session, now), (self._rest_until - now) / SECOND)

    def _own(self, command: Command) -> Waiting:
        answer: asyncio.Future[Answer | Refusal] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda done: done.cancelled() or done.exception())
        asked = Asked(command, Actor(Role.KEEPER), self.clock(), secrets.randbits(62), secrets.token_hex(16))
        return Waiting(asked, "", answer)

    def _take(self) -> list[Waiting]:
        """As many commands as can be decided on side by side: different people, and nothing that steers."""
        taken: list[Waiting] = []
        actors: set[Actor] = set()
        unsigned = False
        # Those who come in together are counted together, so that the last place is given once.
        most = max(1, min(MOST_AT_ONCE, self.session.capacity - len(self.session.gathering.people)))
        while self._queue and len(taken) < most:
            command, by = self._queue[0].asked.command, self._queue[0].asked.by
            alone = command.alone or command.steers or by.role in (Role.HOST, Role.KEEPER)
            # What comes by ticket is written apart from what comes from a person: nothing is to be read in their order.
            if taken and (alone or by in actors or (by.role is Role.TICKET) != unsigned):
                break
            unsigned = by.role is Role.TICKET
            taken.append(self._queue.popleft())
            if by.role is Role.PARTICIPANT:
                actors.add(by)
            if alone:
                break
        return taken

    async def _serve(self, batch: list[Waiting]) -> None:
        served = await self._decided(batch)
        if not served:
            return
        try:
            await self.journal.append(batch_of(self.id, self.session, served))
        except Exception as broken:
            # Nothing was written, so nothing has happened: everybody hears that it was not saved.
            for waiting in served:
                self._fail(waiting, broken)
            self.listeners.note_saved(saved=False)
            return
        self.listeners.note_saved(saved=True)
        for waiting in served:
            self._settle(waiting)
        self.listeners.tell()

    async def _decided(self, batch: list[Waiting]) -> list[Waiting]:
        """Those that lead to something. Of two who steer on one base the fold takes the first, so each steers alone."""
        served: list[Waiting] = []
        for place, waiting in enumerate(batch):
            try:
                if not await self._decide(waiting):
                    continue
            except Exception as broken:
                self._fail(waiting, broken)
                continue
            if not waiting.steers:
                served.append(waiting)
                continue
            alone = not served
            self._queue.extendleft(reversed(batch[place + alone :]))
            return [waiting] if alone else served
        return served

    def _fail(self, waiting: Waiting, fault: Exception) -> None:
        waiting.fail(fault)
        if waiting.asked.by.role is Role.KEEPER:
            self._rest_until = self.clock() + REST
            self.clockwork = Clockwork()  # what it thinks it has looked at, it has to look at again

    async def _decide(self, waiting: Waiting) -> bool:
        asked = waiting.asked
        waiting.events, waiting.aside = [], []
        if asked.command.steers and len(self.session.gathering.people) > HEAVY:
            facts = await asyncio.to_thread(decide, self.session, asked)
        else:
            facts = decide(self.session, asked)
        if isinstance(facts, Refusal):
            waiting.tell(facts)
            return False
        for fact in facts:
            if isinstance(fact, Event):
                waiting.events.append(fact)
            else:
                waiting.aside.append(fact)
        if not facts:
            waiting.tell(Answer(self.session.version, asked.by.person, {}))
        return bool(facts)

    def _settle(self, waiting: Waiting) -> None:
        """Fold what is now on disk, and answer. The fold is the arbiter: what it ignores was too late."""
        for fact in waiting.aside:
            fold.say(self.session, fact)
        taken = [fold.evolve(self.session, event) for event in waiting.events]
        if taken and not any(taken):
            self._too_late(waiting)
            return
        if waiting.key:
            self.done[waiting.key] = self.session.version
        person = waiting.asked.by.person
        if isinstance(waiting.events[-1] if waiting.events else None, Arrived):
            person = len(self.session.gathering.people) - 1
        answer = Answer(self.session.version, person, {})
        if any(isinstance(fact, Unsaid | Unpinned) for fact in waiting.aside):
            # They are deleted already, and new texts may stand in their place: it is their traces that must go.
            self._answer_when_gone(waiting, answer, [])
        else:
            waiting.tell(answer)

    def _too_late(self, waiting: Waiting) -> None:
        event = waiting.events[-1]
        if not isinstance(event, Arrived):
            waiting.tell(Refusal("stale"))
            return
        person = self.session.person(event.participant)
        if person is not None:
            waiting.tell(Answer(self.session.version, person, {}))
            return
        # Somebody else on the list was quicker; the name that came along must not stay behind in the vault.
        self.session.texts.pop("name:" + event.participant, None)
        self._answer_when_gone(waiting, Refusal("roster-place-taken"), ["name:" + event.participant])

    def _answer_when_gone(self, waiting: Waiting, answer: Answer | Refusal, keys: list[str]) -> None:
        """Erasing can wait for whoever reads the journal's file; everybody else is served meanwhile."""
        task = asyncio.create_task(self._forget(waiting, answer, keys), name="forget")
        self._forgetting.add(task)
        task.add_done_callback(self._forgetting.discard)

    async def _forget(self, waiting: Waiting, answer: Answer | Refusal, keys: list[str]) -> None:
        try:
            with suppress(UnknownGathering):  # erased as a whole in the meantime
                await self.journal.forget(self.id, keys)
        except Exception as broken:
            waiting.fail(broken)
        else:
            waiting.tell(answer)
