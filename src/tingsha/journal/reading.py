"""Reads the journal on disk and checks every sum on the way."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from tingsha.journal import tables
from tingsha.journal.checksum import chain_start, chained, sealed
from tingsha.journal.contract import Card, Record
from tingsha.journal.faults import reading
from tingsha.journal.tables import Mismatch, Row

# A read that stays open keeps erased words in the write-ahead log, so long logs are read in pieces.
_PIECE = 2_000


class Reader:
    """One connection for reading, to be used from any thread."""

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self._path = path
        self._conn = conn
        self._lock = Lock()

    def cards(self) -> list[Card]:
        with self._view() as conn:
            return [row.card for row in tables.rows(conn)]

    def records(self, gathering: str, after: int = 0) -> Iterator[Record]:
        """The records after `after`; the first piece is read at once, so that errors come early."""
        piece, total = self._piece(gathering, after, None)
        return self._pieces(gathering, piece, total)

    def texts(self, gathering: str) -> dict[str, str]:
        with self._view() as conn:
            row = tables.find(conn, gathering)
            found = conn.execute(f"SELECT key, words, sum FROM vault_{row.number}").fetchall()
            for key, words, total in found:
                if sealed(key, words) != total:
                    raise Mismatch(f"a text of gathering {gathering} is not the one that was written")
            return {key: words for key, words, _ in found}

    def slips(self, gathering: str) -> dict[str, bytes]:
        with self._view() as conn:
            found = tables.slips(conn, tables.find(conn, gathering))
            for name, body, total in found:
                if sealed(name, body) != total:
                    raise Mismatch(f"a slip of gathering {gathering} is not the one that was written")
            return {name: body for name, body, _ in found}

    def secret(self) -> bytes:
        with self._view() as conn:
            return tables.secret(conn)

    def counts(self) -> tuple[int, int, int]:
        """Gatherings, records, texts."""
        with self._view() as conn:
            rows = tables.rows(conn)
            texts = sum(
                conn.execute(f"SELECT count(*) FROM vault_{row.number}").fetchone()[0] for row in rows
            )
            return len(rows), sum(row.last_seq for row in rows), texts

    def close(self) -> None:
        with self._lock:
            self._conn.close()

    def _pieces(self, gathering: str, piece: list[Record], total: int) -> Iterator[Record]:
        while piece:
            yield from piece
            piece, total = self._piece(gathering, piece[-1].seq, total) if len(piece) == _PIECE else ([], 0)

    def _piece(self, gathering: str, after: int, total: int | None) -> tuple[list[Record], int]:
        with self._view() as conn:
            row = tables.find(conn, gathering)
            if after >= row.last_seq:
                return [], 0
            before = _sum_at(conn, row, after) if total is None else total
            return _checked(conn, row, after, before)

    @contextmanager
    def _view(self) -> Generator[sqlite3.Connection]:
        with self._lock, reading(self._path):
            self._conn.execute("BEGIN")
            try:
                yield self._conn
            finally:
                self._conn.execute("ROLLBACK")


def _sum_at(conn: sqlite3.Connection, row: Row, seq: int) -> int:
    if seq <= 0:
        return chain_start(row.card.gathering)
    found = conn.execute(f"SELECT sum FROM log_{row.number} WHERE seq = ?", (seq,)).fetchone()
    if found is None:
        raise Mismatch(f"record {seq} of gathering {row.card.gathering} is missing")
    return found[0]


def _checked(conn: sqlite3.Connection, row: Row, after: int, total: int) -> tuple[list[Record], int]:
    query = (
        f"SELECT seq, at, command, body, sum FROM log_{row.number} WHERE seq > ? ORDER BY seq LIMIT {_PIECE}"
    )
    piece: list[Record] = []
    expected = max(after, 0)
    for seq, at, command, body, written in conn.execute(query, (after,)):
        expected += 1
        total = chained(total, seq, at, command, body)
        if seq != expected or total != written:
            raise Mismatch(
                f"record {expected} of gathering {row.card.gathering} is not the one that was written"
            )
        piece.append(Record(seq, at, command, body))
    if len(piece) < _PIECE and (expected, total) != (row.last_seq, row.last_sum):
        raise Mismatch(
            f"the log of gathering {row.card.gathering} ends at {expected} instead of {row.last_seq}"
        )
    return piece, total
