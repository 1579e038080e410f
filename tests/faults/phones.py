"""Held connections of phones, stages and hosts, on plain sockets: cheap enough for hundreds beside the server."""

import asyncio
import json
import socket
from contextlib import suppress
from typing import Any, Final

PATIENCE_S: Final = 20.0
OVER: Final = b"event: over\n"
PATHS: Final = {"phone": "stream", "stage": "stage", "host": "host"}


class Phone:
    """One open stream: the newest of both documents, and everything that was told."""

    def __init__(self) -> None:
        self.common: dict[str, Any] = {}
        self.mine: dict[str, Any] = {}
        self.ended = False
        self._news = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def listen(
        self, port: int, gathering: dict[str, Any], kind: str, token: str, since: str = ""
    ) -> "Phone":
        reader, self._writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
        self._writer.write(request(port, gathering, kind, token, since))
        status = await reader.readline()
        assert b" 200 " in status, status
        self._reading = asyncio.create_task(self._read(reader))
        return self

    async def _read(self, reader: asyncio.StreamReader) -> None:
        event = ""
        with suppress(ConnectionError):
            while (line := await reader.readline()) and line != OVER:
                if line.startswith(b"event: "):
                    event = line[7:].decode().strip()
                elif line.startswith(b"data: ") and event in ("common", "mine"):
                    setattr(self, event, json.loads(line[6:]))
                    self._news.set()
        self.ended = True
        self._news.set()

    async def until(self, true: "Any", patience_s: float = PATIENCE_S) -> "Phone":
        """Wait until this is true of the phone."""
        async with asyncio.timeout(patience_s):
            while not true(self):
                self._news.clear()
                await self._news.wait()
        return self

    async def close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        if self._writer is not None:
            self._writer.transport.abort()
            with suppress(ConnectionError):
                await self._writer.wait_closed()


def request(port: int, gathering: dict[str, Any], kind: str, token: str, since: str = "") -> bytes:
    """The request that opens a stream."""
    path = f"/api/gatherings/{gathering['id']}/{PATHS[kind]}?since={since}"
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n\r\n".encode()


async def first_document(port: int, gathering: dict[str, Any], kind: str, token: str) -> dict[str, Any]:
    """The document that everybody with this kind of screen sees, as it is now."""
    phone = await Phone().listen(port, gathering, kind, token)
    try:
        await phone.until(lambda it: it.common)
        return phone.common
    finally:
        await phone.close()


def who_never_reads(port: int, gathering: dict[str, Any], token: str) -> socket.socket:
    """A stream whose reader takes nothing, with a small window besides. The caller closes it."""
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", port))
    deaf.sendall(request(port, gathering, "phone", token))
    return deaf


async def post(port: int, path: str, body: dict[str, Any], token: str = "") -> tuple[int, dict[str, Any]]:
    """A POST on a connection of its own, as a phone makes it; the status and the JSON of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    words = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Type: application/json\r\n"
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    writer.write(f"{head}{bearer}Content-Length: {len(words)}\r\n\r\n".encode() + words)
    try:
        status = int((await reader.readline()).split()[1])
        answer = await reader.read()
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
    return status, json.loads(answer.partition(b"\r\n\r\n")[2])
