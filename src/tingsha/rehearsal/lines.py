"""Lines to a running Tingsha: requests over connections that are kept, and streams that are held.

Thousands of simulated phones share one process with whatever they measure, so this is as small as it gets: sockets, a
parser, and nothing per request that is not needed.
"""

import asyncio
import ssl
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast
from urllib.parse import urlsplit

import msgspec
from httptools import HttpResponseParser

PATIENCE_S: Final = 30.0
KEPT: Final = 64

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode

Tell = Callable[[str, bytes], None]
"""Takes an event of a stream: its name and its data."""


class Unreachable(Exception):
    """Nobody answers at an address, or not in time; the message says which."""


class Refused(Exception):
    """A server said no: its status, the stable code, and the sentence for a person."""

    def __init__(self, answer: "Answer") -> None:
        found = answer.said
        said: dict[str, Any] = cast(dict[str, Any], found) if isinstance(found, dict) else {}
        self.status = answer.status
        self.code = str(said.get("code", f"http-{answer.status}"))
        self.retry_after_s = answer.retry_after_s
        super().__init__(str(said.get("detail") or said.get("title") or f"status {answer.status}"))


class Answer(NamedTuple):
    """What came back. `retry_after_s` is 0 when the server named no wait."""

    status: int
    body: bytes
    retry_after_s: float

    @property
    def said(self) -> Any:
        """The body as JSON; None when it is none."""
        try:
            return _decode(self.body)
        except msgspec.DecodeError:
            return None


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is: `http://host:port`, without a path."""

    text: str
    host: str
    port: int
    secure: ssl.SSLContext | None

    @classmethod
    def read(cls, text: str) -> "Address":
        """An address as somebody typed it; `localhost:8080` will do. Raises ValueError."""
        parts = urlsplit(text if "://" in text else f"http://{text}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"an address looks like http://localhost:8080, not {text!r}")
        secure = ssl.create_default_context() if parts.scheme == "https" else None
        port = parts.port or (443 if secure else 80)
        return cls(f"{parts.scheme}://{parts.netloc}", parts.hostname, port, secure)


class _Line(asyncio.Protocol):
    """One connection: what is written to it is answered, one thing at a time."""

    def __init__(self) -> None:
        self.answer: asyncio.Future[Answer] | None = None
        self.tell: Callable[[bytes], None] | None = None
        self.transport: Any = None
        self.begun = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.answer is not None and not self.answer.done():
            self.answer.set_exception(ConnectionResetError("the line was cut"))

    def ask(self, words: bytes, tell: Callable[[bytes], None] | None = None) -> "asyncio.Future[Answer]":
        """Send a request. The body of a good answer goes to `tell`, piece by piece, where there is one."""
        self.answer = asyncio.get_running_loop().create_future()
        self.tell, self.begun, self._body, self._wait = tell, False, list[bytes](), 0.0
        self._parser: Any = HttpResponseParser(self)
        self.transport.write(words)
        return self.answer

    def data_received(self, data: bytes) -> None:
        self.begun = True
        try:
            self._parser.feed_data(data)
        except Exception:  # whatever this speaks, it is not HTTP
            self.transport.abort()

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"retry-after" and value.isdigit():
            self._wait = float(value)

    def on_body(self, piece: bytes) -> None:
        if self.tell is not None and self._parser.get_status_code() == 200:
            self.tell(piece)
        else:
            self._body.append(piece)

    def on_message_complete(self) -> None:
        if self.answer is None or self.answer.done():
            return
        if not self._parser.should_keep_alive():
            self.transport.close()
        self.answer.set_result(Answer(self._parser.get_status_code(), b"".join(self._body), self._wait))


class Lines:
    """Everything that is said to one server; at most `KEPT` requests at a time, streams besides."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._idle: list[_Line] = []
        self._room = asyncio.Semaphore(KEPT)

    async def ask(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        """A request and the JSON of its good answer. Raises Refused, or Unreachable.

        A line that broke before anything came back is tried once more on a new one: every POST carries an id, so the
        server does nothing twice.
        """
        words = self._words(method, path, b"" if body is None else _encode(body), token)
        async with self._room:
            try:
                answer = await self._once(words)
            except ConnectionError:
                answer = await self._again(words)
        if answer.status >= 400:
            raise Refused(answer)
        return answer.said

    async def follow(self, path: str, token: str, tell: Tell) -> None:
        """Hold a stream until the server ends it. Raises Refused, or Unreachable when it breaks off."""
        words = self._words("GET", path, b"", token)
        async with self._new_line() as line:
            try:
                answer = await line.ask(words, _events(tell))
            except ConnectionError as cut:
                raise Unreachable("the stream broke off") from cut
        if answer.status >= 400:
            raise Refused(answer)

    def close(self) -> None:
        """Let go of the lines that were kept."""
        for line in self._idle:
            line.transport.close()
        self._idle.clear()

    async def _once(self, words: bytes) -> Answer:
        while self._idle:
            line = self._idle.pop()
            if not line.transport.is_closing():
                return await self._on(line, words)
        return await self._again(words)

    async def _again(self, words: bytes) -> Answer:
        try:
            return await self._on(await self._connect(), words)
        except ConnectionError as cut:
            raise Unreachable(f"{self.address.text} does not answer properly") from cut

    async def _on(self, line: _Line, words: bytes) -> Answer:
        try:
            async with asyncio.timeout(PATIENCE_S):
                answer = await line.ask(words)
        except TimeoutError as late:
            line.transport.abort()
            raise Unreachable(f"{self.address.text} does not answer in {PATIENCE_S:.0f} s") from late
        except asyncio.CancelledError:
            line.transport.abort()
            raise
        if not line.transport.is_closing():
            self._idle.append(line)
        return answer

    @asynccontextmanager
    async def _new_line(self):
        line = await self._connect()
        try:
            yield line
        finally:
            line.transport.abort()

    async def _connect(self) -> _Line:
        at = self.address
        try:
            async with asyncio.timeout(PATIENCE_S):
                _, line = await asyncio.get_running_loop().create_connection(
                    _Line, at.host, at.port, ssl=at.secure
                )
        except (OSError, TimeoutError) as fault:
            raise Unreachable(f"nobody answers at {at.text}") from fault
        return line

    def _words(self, method: str, path: str, body: bytes, token: str) -> bytes:
        head = f"{method} {path} HTTP/1.1\r\nhost: {urlsplit(self.address.text).netloc}\r\n"
        if token:
            head += f"authorization: Bearer {token}\r\n"
        if body:
            head += f"content-type: application/json\r\ncontent-length: {len(body)}\r\n"
        return head.encode() + b"\r\n" + body


def _events(tell: Tell) -> Callable[[bytes], None]:
    """Takes pieces of a stream, and tells the events in them."""
    rest = b""

    def take(piece: bytes) -> None:
        nonlocal rest
        *blocks, rest = (rest + piece).split(b"\n\n")
        for block in blocks:
            name, data = "message", b""
            for line in block.split(b"\n"):
                if line.startswith(b"event: "):
                    name = line[7:].decode()
                elif line.startswith(b"data: "):
                    data = line[6:]
            tell(name, data)

    return take
