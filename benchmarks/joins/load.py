"""A frugal client: so many connections kept open, each asking again as soon as it was answered."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Final

import uvloop

MOST_WAIT_S: Final = 120.0


@dataclass(slots=True)
class Load:
    """What one run of requests took: seconds in all, and milliseconds each."""

    seconds: float = 0.0
    took_ms: list[float] = field(default_factory=list[float])
    refused: int = 0


class _Line(asyncio.Protocol):
    """One connection. Takes the next request from the pile until the pile is empty."""

    def __init__(self, pile: list[bytes], load: Load, done: "asyncio.Future[None]") -> None:
        self._pile, self._load, self._done = pile, load, done
        self._head = b""
        self._left = -1

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._done.done():
            self._done.set_exception(ConnectionError("the server hung up"))

    def data_received(self, data: bytes) -> None:
        if self._left >= 0:
            self._left -= len(data)
        else:
            self._head += data
            end = self._head.find(b"\r\n\r\n")
            if end < 0:
                return
            at = self._head.lower().index(b"content-length: ") + 16
            length = int(self._head[at : self._head.index(b"\r\n", at)])
            self._left = length - (len(self._head) - end - 4)
            self._load.refused += not self._head.startswith(b"HTTP/1.1 20")
        if self._left == 0:
            self._load.took_ms.append((time.perf_counter() - self._sent) * 1000)
            self._head, self._left = b"", -1
            self._next()

    def _next(self) -> None:
        if not self._pile:
            if not self._done.done():
                self._done.set_result(None)
            self._transport.close()
            return
        self._sent = time.perf_counter()
        self._transport.write(self._pile.pop())


def post(port: int, path: str, bodies: list[bytes], connections: int) -> Load:
    """POST all bodies over so many connections, as fast as the answers come."""
    head = f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncontent-type: application/json\r\ncontent-length: "
    pile = [f"{head}{len(body)}\r\n\r\n".encode() + body for body in bodies]
    return uvloop.run(_post(port, pile, connections))


async def _post(port: int, pile: list[bytes], connections: int) -> Load:
    loop, load = asyncio.get_running_loop(), Load()
    began = time.perf_counter()
    ends: list[asyncio.Future[None]] = [loop.create_future() for _ in range(connections)]
    for end in ends:
        await loop.create_connection(lambda end=end: _Line(pile, load, end), "127.0.0.1", port)
    async with asyncio.timeout(MOST_WAIT_S):
        await asyncio.gather(*ends)
    load.seconds = time.perf_counter() - began
    return load
