"""A hall of phones on plain sockets that come back by the rules of `stream.ts` and `patience.ts` of the screens."""

import asyncio
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

PATIENCE_S: Final = 60.0
NEWS: Final = (b"event: common", b"event: beat")


def back_off(attempt: int, chance: float) -> float:
    """Seconds, as `backOff` of the screens says."""
    longest = min(8.0, 2.0 * 2**attempt)
    return 0.5 + chance * (longest - 0.5)


@dataclass
class Phone:
    """One open stream. `asks`: whether it first asks why its line broke, as the screens once did each time."""

    port: int
    path: str
    token: str
    asks: bool = False
    writer: asyncio.StreamWriter | None = field(default=None, repr=False)
    tries: int = 0

    async def listen(self) -> None:
        """Until the first news has come; raises ConnectionError when there is no server."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._request())
            while (line := await reader.readline()) and not line.startswith(NEWS):
                if line.startswith(b"HTTP/") and b" 200 " not in line:
                    raise ConnectionRefusedError(line.decode().strip())
            if not line:
                raise ConnectionResetError("hung up")
        except BaseException:
            writer.transport.abort()
            raise
        self.writer = writer

    def cut(self) -> None:
        if self.writer is not None:
            self.writer.transport.abort()

    async def come_back(self) -> float:
        """The instant (monotonic, s) at which the first news was there again."""
        asks = self.asks
        for attempt in range(100):
            await asyncio.sleep(back_off(attempt, random.random()))
            self.tries += 1
            with suppress(OSError):
                if asks:
                    await self._ask()
                async with asyncio.timeout(PATIENCE_S):
                    await self.listen()
                return time.monotonic()
            asks = True  # a line that does not open is asked about
        raise ConnectionError("never came back")

    async def _ask(self) -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._request())
            await _.readline()
        finally:
            writer.transport.abort()

    def _request(self) -> bytes:
        head = f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        return f"{head}Authorization: Bearer {self.token}\r\n\r\n".encode()
