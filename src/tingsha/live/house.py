"""The house: every gathering that this server keeps. Gatherings are folded from the log when first asked for."""

import asyncio
import logging
import secrets
from contextlib import suppress
from typing import Final

from msgspec import structs

from tingsha.flow import evolve as fold
from tingsha.flow.decide import decide
from tingsha.flow.documents import Links
from tingsha.flow.session import Session
from tingsha.flow.wire import event_bytes, read_event
from tingsha.gathering.commands import Open
from tingsha.gathering.pictures import CODE_LENGTH, CODE_LETTERS, PICTURES
from tingsha.journal.contract import Batch, Card, Entry, Journal, Readable, Text
from tingsha.journal.errors import UnknownGathering
from tingsha.live.addresses import Site, links
from tingsha.live.clock import Clock
from tingsha.live.communities import Belonging
from tingsha.live.keeper import Keeper
from tingsha.live.keys import Keys
from tingsha.live.listening import Addresses
from tingsha.words import Actor, Asked, Decision, Event, Instant, Pinned, Refusal, Role, Said

BETWEEN_PURGES_S: Final = 30.0

log = logging.getLogger("tingsha.house")


class House:
    """All keepers of this server, by id and by code."""

    def __init__(self, journal: Journal, site: Site, clock: Clock, capacity: int) -> None:
        self.journal = journal
        self.keys = Keys(journal.secret())
        self.site = site
        self.clock = clock
        self._capacity = capacity
        self._keepers: dict[str, Keeper] = {}
        self._codes: dict[str, str] = {}
        self._expires: dict[str, int] = {}
        self._belonging = Belonging(journal)
        self._loading: dict[str, asyncio.Lock] = {}
        self._purging: asyncio.Task[None] | None = None
        self._closing = False

    def start(self) -> None:
        """Learn which gatherings there are, and begin looking for those whose time is over."""
        for card in self.journal.cards():
            self._note(card)
        self._purging = asyncio.create_task(self._purge_for_ever(), name="purge")

    def __len__(self) -> int:
        return len(self._expires)

    def live(self) -> list[Keeper]:
        """The gatherings that are in memory."""
        return list(self._keepers.values())

    async def open_gathering(self, command: Open, gathering: str) -> Keeper | Refusal:
        """Open a gathering under an id made from the request's; the same id again gives the same gathering."""
        lock = self._loading.setdefault(gathering, asyncio.Lock())
        async with lock:
            if gathering in self._expires:
                return await self._load(gathering)
            code = self._new_code()
            drawn = {"code": code, "picture": secrets.choice(PICTURES)}
            asked = Asked(
                structs.replace(command, drawn=drawn), Actor(Role.OPENER), self.clock(), secrets.randbits(62)
            )
            session = Session(capacity=self._capacity)
            facts = decide(session, asked)
            if isinstance(facts, Refusal):
                return facts
            await self._write_opening(gathering, session, asked, facts)
            return self._keep(gathering, session, {})

    async def keeper(self, gathering: str) -> Keeper | None:
        """The keeper of a gathering; None when there is none (any more)."""
        known = self._keepers.get(gathering)
        if known is not None and (self._closing or not known.over):
            return known
        if gathering not in self._expires:
            return None
        async with self._loading.setdefault(gathering, asyncio.Lock()):
            return await self._load(gathering) if gathering in self._expires else None

    async def keeper_by_code(self, code: str) -> Keeper | None:
        """The keeper of the gathering with this code, as long as it is not closed."""
        gathering = self._codes.get(code)
        keeper = await self.keeper(gathering) if gathering else None
        return None if keeper is None or keeper.session.rounds.phase == "closed" else keeper

    async def community(self, community: str) -> list[Keeper]:
        """The gatherings of a community that are still kept, the newest first."""
        if not community:
            return []
        found = [await self.keeper(each) for each in await self._belonging.gatherings(community)]
        there = [each for each in found if each is not None]
        return sorted(there, key=lambda each: each.session.gathering.opened_at, reverse=True)

    async def erase(self, keeper: Keeper) -> None:
        """Everything of a gathering disappears, now, and its streams end."""
        await self._purge(keeper.id)

    async def close(self) -> None:
        """End all streams, stop all keepers, and let go of the journal."""
        self._closing = True
        if self._purging is not None:
            self._purging.cancel()
            with suppress(asyncio.CancelledError):
                await self._purging
        await asyncio.gather(*(keeper.stop() for keeper in self.live()))
        await self.journal.close()

    def end_streams(self) -> None:
        """Every open stream ends at once; nothing else changes."""
        for keeper in self.live():
            keeper.listeners.end_all()

    # -- within -----------------------------------------------------------------------------------------------------

    def _note(self, card: Card) -> None:
        self._expires[card.gathering] = card.expires_at
        if card.code is not None:
            self._codes[card.code] = card.gathering

    def _new_code(self) -> str:
        while True:
            code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
            if code not in self._codes:
                return code

    async def _write_opening(self, gathering: str, session: Session, asked: Asked, facts: Decision) -> None:
        assert not isinstance(facts, Refusal)
        events = [fact for fact in facts if isinstance(fact, Event)]
        for fact in facts:
            if isinstance(fact, Event):
                fold.evolve(session, fact)
            else:
                fold.say(session, fact)
        card = Card(gathering, session.gathering.code, session.gathering.keep_until(None))
        texts = [Text(fact.key, fact.words) for fact in facts if isinstance(fact, Said)]
        entries = [Entry(asked.at, None, event_bytes(event)) for event in events]
        await self.journal.append(Batch(gathering, entries, texts, [], card))
        self._note(card)
        self._belonging.note(gathering, session.gathering.community)

    async def _load(self, gathering: str) -> Keeper:
        known = self._keepers.get(gathering)
        if known is None or known.over:
            session, done = await asyncio.to_thread(folded, self.journal, gathering, self._capacity)
            self._keep(gathering, session, done)
        return self._keepers[gathering]

    def _keep(self, gathering: str, session: Session, done: dict[str, int]) -> Keeper:
        keeper = Keeper(gathering, session, self.journal, self.clock, done, self._addresses)
        self._keepers[gathering] = keeper
        keeper.start()
        return keeper

    def _addresses(self, gathering: str, session: Session) -> Addresses:
        host = self.keys.host_token(gathering, session.gathering.host_link)
        code, own = session.gathering.code, self.site.own
        made: Links = links(own, own, gathering, code, host, self.keys.stage_token(gathering))
        return Addresses(made, [f"{each}/j/{code}" for each in self.site.all], *self._again(session))

    def _again(self, session: Session) -> tuple[str, str]:
        """The stage's and the host's links to the gathering in which this group goes on, while it is live."""
        gathering, code = session.gathering.went_on[-1] if session.gathering.went_on else ("", "")
        keeper = self._keepers.get(gathering)
        if keeper is None:
            return "", ""
        host = self.keys.host_token(gathering, keeper.session.gathering.host_link)
        made = links("", "", gathering, code, host, self.keys.stage_token(gathering))
        return made.stage, made.host

    async def _purge_for_ever(self) -> None:
        while True:
            await self.purge_expired()
            await asyncio.sleep(BETWEEN_PURGES_S)

    async def purge_expired(self) -> None:
        """Every gathering whose keep-until has passed disappears, closed or abandoned."""
        now = self.clock()
        for gathering, expires_at in list(self._expires.items()):
            if self._ends(gathering, expires_at) <= now:
                try:
                    await self._purge(gathering)
                except Exception:
                    log.exception("a gathering could not be erased at its date; it is tried again")

    def _ends(self, gathering: str, noted: Instant) -> Instant:
        """When a gathering disappears: as its session says, else as its card did when the server started."""
        keeper = self._keepers.get(gathering)
        if keeper is None:
            return noted
        return keeper.session.gathering.keep_until(keeper.session.rounds.closed_at)

    async def _purge(self, gathering: str) -> None:
        async with self._loading.setdefault(gathering, asyncio.Lock()):
            # From here on nobody finds it: a phone whose stream has just ended would have it folded afresh.
            self._expires.pop(gathering, None)
            self._codes = {code: each for code, each in self._codes.items() if each != gathering}
            keeper = self._keepers.pop(gathering, None)
            if keeper is not None:
                await keeper.stop()
            try:
                await self.journal.purge(gathering)
            except Exception:
                self._find_again(gathering)
                raise

    def _find_again(self, gathering: str) -> None:
        for card in self.journal.cards():
            if card.gathering == gathering:
                self._note(card)


def folded(journal: Readable, gathering: str, capacity: int) -> tuple[Session, dict[str, int]]:
    """A session folded from the log, and the version that each remembered command led to.

    Raises UnknownGathering; JournalDamaged when the log does not hold what was written.
    """
    session, done = Session(capacity=capacity), dict[str, int]()
    session.texts = journal.texts(gathering)
    for name, body in journal.slips(gathering).items():
        fold.say(session, Pinned(name, body))
    for record in journal.records(gathering):
        taken = fold.evolve(session, read_event(record.body))
        if record.command and taken:
            done[record.command] = session.version
    if not session.gathering.code:
        raise UnknownGathering(gathering)
    return session, done
