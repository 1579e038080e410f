"""One simulated person with a phone: joins, listens, walks to a partner, and sometimes does what people do."""

import asyncio
import secrets
import time
from collections.abc import Coroutine
from random import Random
from typing import Any, Final, Protocol

import msgspec

from tingsha.flow.documents import Common, Envelope, Mine, Segment
from tingsha.rehearsal.ledger import ALONE_AFTER_S, Ledger
from tingsha.rehearsal.lines import Lines, Refused, Unreachable

TRIES: Final = 8
ANSWERS: Final = 0.9
"""How many of those who are asked "are you there?" answer."""
LAST_MOMENT_MS: Final = 1_000
"""Who comes this shortly before a round opens is late for it: envelopes are mended a few times a second."""
ORDINARY: Final = 409
"""The status of a refusal that may happen to anybody: something had just changed."""

_mine = msgspec.json.Decoder(Mine).decode


class Room(Protocol):
    """What a phone knows of the crowd it is in."""

    lines: Lines
    gathering: str
    ledger: Ledger
    closing: bool

    def now(self) -> int:
        """Server time, ms."""
        ...

    def read(self, data: bytes) -> Common: ...
    def segment(self) -> Segment | None: ...
    def later(self, seconds: float, doing: Coroutine[Any, Any, None]) -> None: ...


class Phone:
    """`here_since` and `waits_since` are in ms on the server's clock, None while not here or not waiting."""

    def __init__(self, room: Room, name: str, seed: int) -> None:
        self.room, self.name = room, name
        self.chance = Random(seed)
        self.participant = self.token = ""
        self.common: Common | None = None
        self.mine: Mine | None = None
        self.online = False
        self.gone = False
        self.here_since: int | None = None
        self.waits_since: int | None = None
        self.left_pair = 0
        """The round in which this person chose to leave a pair; who does is not given another."""
        self._seen = 0
        self._asleep_s = 0.0
        self._held: asyncio.Task[None] | None = None

    # -- being there ----------------------------------------------------------------------------------------------

    async def join(self, group: str | None, place: str | None) -> bool:
        """Come in through the door. False when that did not work; the ledger says why."""
        form: dict[str, Any] = {
            "id": secrets.token_hex(16),
            "name": self.name,
            "group": group,
            "place": place,
        }
        try:
            said = await self._patiently(f"/api/gatherings/{self.room.gathering}/participants", form)
        except Refused as no:
            self.room.ledger.problems[f"joining refused: {no.code}"] += 1
            return False
        except Unreachable as fault:
            self.room.ledger.problems[f"joining: {fault}"] += 1
            return False
        self.participant, self.token = said["participant"], said["token"]
        self.room.ledger.joined += 1
        if group:
            self.room.ledger.groups[self.participant] = group
        return True

    async def _patiently(self, path: str, form: dict[str, Any]) -> Any:
        for _ in range(TRIES):
            try:
                return await self._timed(path, form)
            except Refused as no:
                if not no.retry_after_s:
                    raise
                await asyncio.sleep(no.retry_after_s * (1 + self.chance.random()))
        return await self._timed(path, form)

    async def listen(self) -> None:
        """Hold the stream, and come back after every break, until this person is gone or the crowd goes home."""
        while not (self.gone or self.room.closing):
            self._held = asyncio.create_task(self._follow())
            ended = await asyncio.gather(self._held, return_exceptions=True)
            self.online = False
            fault = ended[0]
            if isinstance(fault, Refused):
                self.room.ledger.problems[f"stream refused: {fault.code}"] += not self.gone
                return
            if self.gone or self.room.closing or (self.common is not None and self.common.phase == "closed"):
                return
            self.room.ledger.reconnects += 1
            await asyncio.sleep(self._asleep_s or 0.5 + self.chance.random())
            self._asleep_s = 0.0

    async def _follow(self) -> None:
        since = ""
        if self.common is not None and self.mine is not None:
            since = f"?since={self.common.epoch}.{self.common.version}.{self.mine.version}"
        path = f"/api/gatherings/{self.room.gathering}/stream{since}"
        await self.room.lines.follow(path, self.token, self._hear)

    def drop(self, seconds: float) -> None:
        """The phone loses its line, and finds it again so much later."""
        if self._held is not None and self.online:
            self._asleep_s = seconds
            self._held.cancel()

    def stop(self) -> None:
        """Gone for good."""
        self.gone = True
        if self._held is not None:
            self._held.cancel()

    # -- what the stream says -------------------------------------------------------------------------------------

    def _hear(self, event: str, data: bytes) -> None:
        self.online = True
        if event == "common":
            self.common = self.room.read(data)
        elif event == "mine":
            self._take(_mine(data))

    def _take(self, mine: Mine) -> None:
        before, self.mine = self.mine, mine
        now = self.room.now()
        if mine.state == "here":
            self.here_since = self.here_since or now
        else:
            self.here_since = None
        if before is not None:
            self.room.ledger.changed += _changes(before, mine)
        self.look(now)
        if mine.version > self._seen:
            self._seen = mine.version
            self.room.later(0, self.say("seen", version=mine.version))
        if _notice(mine) == "are-you-there" and self.chance.random() < ANSWERS:
            self.room.later(0.3 + 1.5 * self.chance.random(), self.say("here"))

    def look(self, now: int) -> None:
        """Whether this person stands without a partner, and since when."""
        segment = self.room.segment()
        if segment is None or segment.kind not in ("find", "turn", "swap") or not self._expects(segment):
            self.waits_since = None
        elif self.partners(segment.round):
            self._found(now)
        else:
            self.waits_since = self.waits_since or now

    def _found(self, now: int) -> None:
        if self.waits_since is not None:
            self.room.ledger.waits_s.append((now - self.waits_since) / 1000)
        self.waits_since = None

    def _expects(self, segment: Segment) -> bool:
        """Guided people were promised a partner if they were here when the round began; others when they asked."""
        mine, common = self.mine, self.common
        if mine is None or common is None or self.here_since is None or self.left_pair == segment.round:
            return False
        if common.milling == "guided":
            return (
                self.here_since <= _opens(common, segment.round) - LAST_MOMENT_MS and _notice(mine) != "late"
            )
        return common.milling == "free" and mine.seeking

    def partners(self, round_: int) -> frozenset[str]:
        """Ids of the partners in a round; empty without an envelope."""
        return _partners(self.mine, round_)

    def alone(self, now: int) -> bool:
        """Whether this person has stood without a partner for longer than the server needs to help."""
        return self.online and self.waits_since is not None and now - self.waits_since > ALONE_AFTER_S * 1000

    # -- what people do -------------------------------------------------------------------------------------------

    async def say(self, type_: str, **more: Any) -> None:
        """Send a command of one's own; refusals go into the ledger."""
        if self.gone or not self.token:
            return
        command = {"id": secrets.token_hex(16), "type": type_, "as": "participant", **more}
        try:
            await self._timed(f"/api/gatherings/{self.room.gathering}/commands", command)
        except Refused as no:
            noted = self.room.ledger.declined if no.status == ORDINARY else self.room.ledger.problems
            noted[f"{type_}: {no.code}"] += 1
        except Unreachable as fault:
            self.room.ledger.problems[f"{type_}: {fault}"] += 1

    async def leave(self) -> None:
        """Go home, and say so."""
        await self.say("leave")
        self.stop()

    async def _timed(self, path: str, body: dict[str, Any]) -> Any:
        began = time.perf_counter()
        said = await self.room.lines.ask("POST", path, body, self.token)
        self.room.ledger.took_ms.append((time.perf_counter() - began) * 1000)
        return said


def _notice(mine: Mine) -> str:
    return "" if mine.notice is msgspec.UNSET else mine.notice.code


def _opens(common: Common, round_: int) -> int:
    return next((each.starts for each in common.timeline if each.kind == "find" and each.round == round_), 0)


def _partners(mine: Mine | None, round_: int) -> frozenset[str]:
    envelope: Envelope | None = (
        next((each for each in mine.envelopes if each.round == round_), None) if mine else None
    )
    return frozenset(each.participant for each in envelope.partners) if envelope else frozenset()


def _changes(before: Mine, after: Mine) -> int:
    return sum(_partners(after, each.round) != _partners(before, each.round) for each in before.envelopes)
