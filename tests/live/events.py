"""Reads server-sent events from a real socket, as slowly as a test likes."""

import json
import socket
import time
from typing import Any, NamedTuple

from tests.live.running import PATIENCE_S, Running


class Event(NamedTuple):
    kind: str
    id: str
    data: Any


class Reader:
    """One open stream. `buffer` makes this end's socket small."""

    def __init__(
        self, server: Running, path: str, token: str, *, buffer: int | None = None, cookie: str = ""
    ) -> None:
        self._socket = socket.socket()
        server.opened.append(self._socket)
        if buffer is not None:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self._socket.settimeout(PATIENCE_S)
        self._socket.connect(("127.0.0.1", server.port))
        who = f"Cookie: {cookie}" if cookie else f"Authorization: Bearer {token}"
        self._socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{who}\r\n\r\n".encode())
        self._raw = b""
        self.ended = False

    def head(self) -> str:
        """Status line and headers."""
        while b"\r\n\r\n" not in self._raw:
            self._more()
        head, self._raw = self._raw.split(b"\r\n\r\n", 1)
        return head.decode()

    def next(self, kind: str = "") -> Event:
        """The next event, of this kind if one is named."""
        while True:
            event = self._event()
            if kind in ("", event.kind):
                return event

    def documents(self) -> dict[str, Any]:
        """The first `common` and `mine`, after the head."""
        self.head()
        return {"common": self.next("common").data, "mine": self.next("mine").data}

    def rest(self) -> bytes:
        """All bytes until the server ends the stream."""
        while not self.ended:
            self._more()
        return self._raw

    def close(self) -> None:
        self._socket.close()

    def _event(self) -> Event:
        while b"\n\n" not in (plain := _unchunked(self._raw)):
            assert not self.ended, "the stream is over"
            self._more()
        block, rest = plain.split(b"\n\n", 1)
        self._raw = (
            b"%x\r\n%s\r\n" % (len(rest), rest) + _open_chunk(self._raw) if rest else _open_chunk(self._raw)
        )
        fields = dict(line.split(": ", 1) for line in block.decode().splitlines() if ": " in line[1:])
        return Event(fields.get("event", ""), fields.get("id", ""), json.loads(fields.get("data", "null")))

    def _more(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        part = self._socket.recv(65_536)
        assert time.monotonic() < deadline
        self.ended = not part
        self._raw += part


def _chunks(raw: bytes) -> tuple[bytes, bytes]:
    """The content of all whole chunks, and what is left."""
    content = b""
    while b"\r\n" in raw:
        size, rest = raw.split(b"\r\n", 1)
        length = int(size, 16)
        if len(rest) < length + 2:
            break
        content, raw = content + rest[:length], rest[length + 2 :]
    return content, raw


def _unchunked(raw: bytes) -> bytes:
    return _chunks(raw)[0]


def _open_chunk(raw: bytes) -> bytes:
    return _chunks(raw)[1]
