"""Requests by the ten thousand, from several addresses: written ahead of their answers, on connections that stay."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

AHEAD: Final = 50
STATUS: Final = re.compile(rb"HTTP/1\.1 (\d{3}) ")
LENGTH: Final = re.compile(rb"content-length: (\d+)", re.I)


def looking(port: int, code: str) -> bytes:
    """A guess at a code."""
    return f"GET /api/gatherings/by-code/{code} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()


def joining(port: int, gathering: str, name: str) -> bytes:
    """Somebody joins; the server draws the id."""
    words = f'{{"name": "{name}"}}'.encode()
    head = f"POST /api/gatherings/{gathering}/participants HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    return f"{head}Content-Type: application/json\r\nContent-Length: {len(words)}\r\n\r\n".encode() + words


async def flood(port: int, requests: Sequence[bytes], addresses: Iterable[str]) -> Counter[int]:
    """Send all of them, each address its share, and count the statuses of the answers."""
    sources = list(addresses)
    shares = [requests[place :: len(sources)] for place in range(len(sources))]
    counts = await asyncio.gather(*map(_stream, [port] * len(sources), shares, sources))
    return sum(counts, Counter[int]())


async def _stream(port: int, requests: Sequence[bytes], source: str) -> Counter[int]:
    found: Counter[int] = Counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
    try:
        for first in range(0, len(requests), AHEAD):
            some = requests[first : first + AHEAD]
            writer.write(b"".join(some))
            for _ in some:
                found[await _answer(reader)] += 1
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
    return found


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    status, length = STATUS.match(head), LENGTH.search(head)
    assert status is not None, head
    assert length is not None, head
    await reader.readexactly(int(length[1]))
    return int(status[1])
