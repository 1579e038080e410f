"""A crowd that does not exist, in a gathering that does: it joins, walks, talks, and some come late or go early."""

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import msgspec

from tingsha.flow.documents import Common, PublicCard, Segment
from tingsha.rehearsal.ledger import Ledger
from tingsha.rehearsal.lines import Lines
from tingsha.rehearsal.names import names
from tingsha.rehearsal.phone import Phone

TICK_S: Final = 0.05
SAMPLES: Final = 12
DEEDS: Final = ("miss", "step-out", "leave", "drop", "drop", "leave-pair")
"""What those do in a round who do not simply meet; a phone that loses its line is the commonest."""
FINDS: Final = 0.85
"""How many tap that they found each other; nobody has to."""
SEEKS: Final = 0.2
"""How many let their phone find them a partner where people find each other."""

_common = msgspec.json.Decoder(Common).decode


@dataclass(frozen=True, slots=True)
class Manners:
    """How a crowd behaves: how many people, the share that comes, goes or drops per round, how long joining takes."""

    people: int
    churn: float
    arriving_s: float


class Crowd:
    """All phones of a rehearsal in one gathering."""

    def __init__(self, lines: Lines, card: PublicCard, manners: Manners, seed: int) -> None:
        self.lines, self.card, self.manners = lines, card, manners
        self.gathering = card.id
        self.ledger = Ledger()
        self.closing = False
        self.chance = Random(seed)
        called = names(card.language, manners.people, self.chance)
        self.phones = [Phone(self, name, self.chance.getrandbits(60)) for name in called]
        self.newest: Common | None = None
        self.begun = asyncio.Event()
        """The lobby is over."""
        self._offset = 0.0
        self._last: tuple[bytes, Common] | None = None
        self._segment: Segment | None = None
        self._rung: set[int] = set()
        self._under_way: set[asyncio.Task[None]] = set()

    # -- what phones ask of the crowd -----------------------------------------------------------------------------

    def now(self) -> int:
        return int(time.monotonic() * 1000 + self._offset)

    def read(self, data: bytes) -> Common:
        """All phones get the same bytes, so they are understood once."""
        if self._last is None or self._last[0] != data:
            self._last = (data, _common(data))
        common = self._last[1]
        held = self.newest
        if held is None or (common.epoch, common.version) > (held.epoch, held.version):
            self.newest = common
            if common.phase != "lobby":
                self.begun.set()
        return common

    def segment(self) -> Segment | None:
        common, now = self.newest, self.now()
        if common is None or common.phase != "running":
            return None
        at = common.paused_at if isinstance(common.paused_at, int) else now
        return next((each for each in common.timeline if each.starts <= at < each.ends), None)

    def later(self, seconds: float, doing: Coroutine[Any, Any, None]) -> None:
        """Do something after a while, unless everybody has gone home by then."""
        task = asyncio.create_task(_after(seconds, doing))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    # -- the rehearsal ---------------------------------------------------------------------------------------------

    async def rehearse(self) -> None:
        """From the first arrival until the rounds are over, or the gathering is."""
        await self._keep_time()
        late = int(self.manners.churn * self.manners.people)
        people = [
            asyncio.create_task(self._live(phone, late=place < late))
            for place, phone in enumerate(self.phones)
        ]
        try:
            await self._conduct()
        finally:
            for each in (*people, *self._under_way):
                each.cancel()
            await asyncio.gather(*people, return_exceptions=True)

    async def go_home(self) -> None:
        """Everybody who is still here says goodbye."""
        self.closing = True
        there = [phone for phone in self.phones if phone.token and not phone.gone]
        await asyncio.gather(*(phone.leave() for phone in there), return_exceptions=True)

    async def arrived(self, most_s: float) -> None:
        """Wait until everybody who is not late has joined, at most so long."""
        wanted = self.manners.people - int(self.manners.churn * self.manners.people)
        with suppress(TimeoutError):
            async with asyncio.timeout(most_s):
                while sum(phone.online for phone in self.phones) < wanted:  # noqa: ASYNC110 - thousands, not one
                    await asyncio.sleep(TICK_S)

    async def _keep_time(self) -> None:
        """The server's clock, by the sample with the least round trip."""
        best = float("inf")
        for _ in range(SAMPLES):
            left = time.monotonic() * 1000
            said = await self.lines.ask("GET", "/api/clock")
            back = time.monotonic() * 1000
            if back - left < best:
                best, self._offset = back - left, said["now"] - (left + back) / 2

    async def _live(self, phone: Phone, *, late: bool) -> None:
        if late:
            await self.begun.wait()
            self.ledger.late += 1
        await asyncio.sleep(self.chance.random() * self.manners.arriving_s)
        place = self.chance.choice(("room", "remote")) if self.card.mode == "hybrid" else None
        group = self.chance.choice(self.card.groups) if self.card.groups else None
        if await phone.join(group, place):
            await phone.listen()

    async def _conduct(self) -> None:
        while not self._finished():
            self._ring()
            segment = self.segment()
            if segment is not None and _mark(segment) != _mark(self._segment):
                self._begin(segment)
            self._segment = segment
            await asyncio.sleep(TICK_S)
        self._ring()

    def _finished(self) -> bool:
        return self.newest is not None and self.newest.phase in ("together", "closed")

    def _begin(self, segment: Segment) -> None:
        now = self.now()
        for phone in self.phones:
            phone.look(now)
            if segment.kind == "find" and phone.token and not phone.gone:
                self._walk(phone, segment)

    def _walk(self, phone: Phone, segment: Segment) -> None:
        """What one person does in this round, drawn by lot."""
        walk_s = (segment.ends - segment.starts) / 1000
        draw = phone.chance
        if draw.random() < self.manners.churn:
            self.later(walk_s * (0.2 + draw.random()), self._do(draw.choice(DEEDS), phone, segment.round))
        elif self.card.milling == "guided" and draw.random() < FINDS:
            self.later(walk_s * (0.2 + 0.6 * draw.random()), self._find(phone, segment.round))
        elif self.card.milling == "free" and draw.random() < SEEKS:
            self.later(walk_s * 0.6 * draw.random(), phone.say("find-me-a-partner"))

    async def _find(self, phone: Phone, round_: int) -> None:
        if phone.partners(round_) and phone.here_since is not None:
            await phone.say("found-partner", round=round_)

    async def _do(self, deed: str, phone: Phone, round_: int) -> None:
        if deed == "drop":
            phone.drop(0.5 + 3 * phone.chance.random())
        elif deed == "leave":
            await phone.leave()
        elif deed == "step-out":
            await phone.say("step-out")
            self.later(1 + 6 * phone.chance.random(), phone.say("come-back"))
        elif deed == "leave-pair" and phone.partners(round_):
            phone.left_pair = round_
            await phone.say("leave-pair", round=round_)
        elif phone.partners(round_):
            await phone.say("partner-missing", round=round_)

    # -- the bell -------------------------------------------------------------------------------------------------

    def _ring(self) -> None:
        """Write down what the phones show at the instant of a bell."""
        common, now = self.newest, self.now()
        if common is None or isinstance(common.paused_at, int):
            return
        for each in common.timeline:
            if each.kind == "bell" and each.starts <= now and each.round not in self._rung:
                self._rung.add(each.round)
                self._write_down(each.round, each.starts)

    def _write_down(self, round_: int, at: int) -> None:
        there = [phone for phone in self.phones if phone.token and not phone.gone]
        played = self.ledger.round(round_)
        rings = [bell for phone in there if (bell := _bell(phone.common, round_))]
        played.heard = len(rings)
        connected = [bell for phone in there if phone.online and (bell := _bell(phone.common, round_))]
        played.spread_ms = max(connected, default=0) - min(connected, default=0)
        if played.spread_ms:
            self.ledger.problems[f"round {round_}: bells {played.spread_ms} ms apart"] += 1
        here = [phone for phone in there if phone.here_since is not None]
        for phone in here:
            if partners := phone.partners(round_):
                played.units.add(partners | {phone.participant})
            elif phone.alone(at) and len(here) > 1:
                self.ledger.problems[f"round {round_}: somebody was alone"] += 1
            phone.waits_since = None


async def _after(seconds: float, doing: Coroutine[Any, Any, None]) -> None:
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        doing.close()
        raise
    await doing


def _mark(segment: Segment | None) -> tuple[str, int, Any] | None:
    return None if segment is None else (segment.kind, segment.round, segment.speaker)


def _bell(common: Common | None, round_: int) -> int | None:
    bells = common.round_bells if common is not None else None
    return bells[round_ - 1] if isinstance(bells, list) and len(bells) >= round_ else None
