"""Held connections: server-sent events that only ever carry the newest of two documents.

A listener's task sends, then waits to be woken. While a slow reader's send is stuck, changes pile up nowhere: when it
comes loose, the newest is sent. A second task hears of a disconnect, which a task that only sends never would.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple, Protocol

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Kind = Literal["phone", "stage", "host"]

BEAT_S: Final = 15.0
STALLED_S: Final = 20.0
GOODBYE_S: Final = 0.5
BEAT: Final = b": \nevent: beat\ndata: {}\n\n"
OVER: Final = b"event: over\ndata: {}\n\n"
PLACE: Final = re.compile(r"(\d{1,15})\.(\d{1,15})\.(\d{1,15})\Z")
HEADERS: Final = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),
    (b"connection", b"close"),
]


class Page(Protocol):
    @property
    def version(self) -> int: ...
    @property
    def body(self) -> bytes: ...


class Listener(Protocol):
    """One open stream, as the keeper knows it."""

    @property
    def kind(self) -> Kind: ...

    wake: asyncio.Event
    over: bool


class Source(Protocol):
    """What a stream needs of those who listen to a gathering."""

    def listen(self, kind: Kind, person: int = -1) -> Any: ...
    def part(self, listener: Any) -> None: ...
    def common(self, kind: Kind) -> Page: ...
    def mine(self, listener: Any) -> Page: ...


class Place(NamedTuple):
    """What a client holds: which log, and the versions of its two documents. -1 for none."""

    epoch: int
    common: int
    mine: int


def place(text: str, epoch: int) -> Place:
    """What a client that names its place as `epoch.common.mine` still holds; of another epoch that is nothing."""
    found = PLACE.match(text)
    held = Place(*(int(each) for each in found.groups())) if found else None
    return held if held is not None and held.epoch == epoch else Place(epoch, -1, -1)


@dataclass(slots=True)
class Streams:
    """All streams of this server, so that they can be ended before it stops."""

    beat_s: float = BEAT_S
    stalled_s: float = STALLED_S
    open: set["Stream"] = field(default_factory=set["Stream"])

    async def follow(self, source: Source, kind: Kind, person: int, since: Place, wire: "Wire") -> None:
        """Hold one stream until its reader or its gathering is gone.

        `since` is what the reader has already, within this epoch.
        """
        stream = Stream(source, source.listen(kind, person), since, wire, self)
        self.open.add(stream)
        try:
            await stream.run()
        finally:
            self.open.discard(stream)
            source.part(stream.listener)

    def end_all(self) -> None:
        """Ask every stream to say goodbye now."""
        for stream in self.open:
            stream.end()


class Wire(NamedTuple):
    """The two ends that an ASGI server hands over with a request."""

    receive: Receive
    send: Send

    def cut(self) -> None:
        """Drop the connection with all that is still to be sent; a server that cannot will see to it in the end."""
        server = getattr(self.send, "server", self.send)
        transport = getattr(getattr(server, "__self__", None), "transport", None)
        if transport is not None:
            transport.abort()


class Stream:
    """One reader."""

    def __init__(self, source: Source, listener: Listener, since: Place, wire: Wire, house: Streams) -> None:
        self.source = source
        self.listener = listener
        self._wire, self._house = wire, house
        self._held = since
        self._gone = False
        self._sending: asyncio.Timeout | None = None

    def end(self) -> None:
        """Say goodbye soon; to a reader whose last send is stuck, without words."""
        self.listener.over = True
        self.listener.wake.set()
        if self._sending is not None:
            self._sending.reschedule(asyncio.get_running_loop().time() + GOODBYE_S)

    @property
    def stuck(self) -> bool:
        """Whether the reader has not yet taken what was last sent."""
        return self._sending is not None

    async def run(self) -> None:
        watch = asyncio.create_task(self._watch())
        try:
            await self._wire.send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            await self._say(BEAT)
            while not (self._gone or self.listener.over):
                await self._tell()
                await self._rest()
            await self._part()
        except TimeoutError:  # a reader that takes nothing for so long has gone without saying so
            self._wire.cut()
            await asyncio.wait(
                {watch}, timeout=GOODBYE_S
            )  # or the server would wonder where our last words are
        finally:
            watch.cancel()

    async def _tell(self) -> None:
        self.listener.wake.clear()
        if news := self._news():
            await self._say(news)

    def _news(self) -> bytes:
        """Both documents, as far as they are newer than what the reader holds; the newest at this very moment."""
        common, mine = self.source.common(self.listener.kind), self.source.mine(self.listener)
        held, self._held = self._held, Place(self._held.epoch, common.version, mine.version)
        id_ = b"id: %d.%d.%d\ndata: " % self._held
        parts: list[bytes] = []
        if common.version != held.common:
            parts += (b"event: common\n", id_, common.body, b"\n\n")
        if mine.version != held.mine:
            parts += (b"event: mine\n", id_, mine.body, b"\n\n")
        return b"".join(parts)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._house.beat_s):
                await self.listener.wake.wait()
        except TimeoutError:
            if not self._gone:
                await self._say(BEAT)

    async def _say(self, words: bytes) -> None:
        async with asyncio.timeout(self._house.stalled_s) as self._sending:
            await self._wire.send({"type": "http.response.body", "body": words, "more_body": True})
        self._sending = None

    async def _part(self) -> None:
        if self._gone:
            return
        async with asyncio.timeout(GOODBYE_S):
            await self._wire.send({"type": "http.response.body", "body": OVER})

    async def _watch(self) -> None:
        with suppress(OSError):
            while (await self._wire.receive())["type"] != "http.disconnect":
                pass
        self._gone = True
        self.listener.wake.set()
