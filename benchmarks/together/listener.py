"""A phone that holds its stream, counts the bytes, and knows the newest version of the board."""

import asyncio
import re
from typing import Final

VERSION: Final = re.compile(rb'"board":\{"version":(\d+)')


class Listener:
    """One open stream."""

    def __init__(self, port: int, path: str, token: str) -> None:
        self._port = port
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        self._request = f"{head}Authorization: Bearer {token}\r\n\r\n".encode()
        self.version = -1
        self.bytes = 0
        self._news = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        """Until the first document has come; goes on reading then."""
        reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        self._writer.write(self._request)
        self._reading = asyncio.create_task(self._read(reader))
        await self.until(-1)

    async def until(self, version: int) -> None:
        """A later version of the board has been told of."""
        while self.version <= version:
            self._news.clear()
            await self._news.wait()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            self.bytes += len(line)
            if found := VERSION.search(line):
                self.version = int(found[1])
                self._news.set()

    def hang_up(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._writer.transport.abort()
