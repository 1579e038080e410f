"""Reads what is sent, up to a limit, before anything tries to understand it."""

import asyncio
from typing import Any, Final

from tingsha.live.streams import Receive
from tingsha.words import Refusal

MOST_BYTES: Final = 16 * 1024
MOST_ROSTER_BYTES: Final = 64 * 1024 * 1024
DRAINED_BYTES: Final = 1024 * 1024
"""So much too much is still taken in and thrown away: a sender who is cut off half-way never reads our answer."""
PATIENCE_S: Final = 20.0
ROSTER_PATIENCE_S: Final = 300.0


async def read_body(receive: Receive, most: int, patience_s: float) -> bytes | Refusal:
    """The body, or why not. An interrupted one counts as too slow."""
    try:
        async with asyncio.timeout(patience_s):
            return await _read(receive, most)
    except TimeoutError:
        return Refusal("too-slow")


async def _read(receive: Receive, most: int) -> bytes | Refusal:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return Refusal("too-slow")
        part: bytes = message.get("body", b"")
        size += len(part)
        if size <= most:
            parts.append(part)
        if size > most + DRAINED_BYTES or not message.get("more_body"):
            return b"".join(parts) if size <= most else Refusal("too-large", {"most": _size(most)})


def is_text(body: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def replay(body: bytes, receive: Receive) -> Receive:
    """A `receive` that hands out a body already read, and then what else may come."""
    left: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Any:
        return left.pop() if left else await receive()

    return again


def _size(most: int) -> str:
    return f"{most // 1024} KiB" if most < 1024 * 1024 else f"{most // (1024 * 1024)} MiB"
