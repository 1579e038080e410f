"""Checksums (CRC-32, as SQLite's own pages have none) that show when a disk gives back something else than was written.

A record's sum covers the one before it, so that a record that is missing, moved or borrowed from another gathering
shows as well. Sums are no defence against a person who can write in the file.
"""

from struct import Struct
from zlib import crc32

_HEAD = Struct("<qqi")


def chain_start(gathering: str) -> int:
    """The sum before the first record of a gathering."""
    return crc32(gathering.encode())


def chained(before: int, seq: int, at: int, command: str | None, body: bytes) -> int:
    """The sum of a record, given the sum of the record before it."""
    origin = b"" if command is None else command.encode()
    head = _HEAD.pack(seq, at, -1 if command is None else len(origin))
    return crc32(head + origin + body, before)


def sealed(*parts: str | int | bytes | None) -> int:
    """The sum of a row, given its columns."""
    return crc32(repr(parts).encode())
