"""What one write does to the tables, inside the writer's transaction."""

import sqlite3
from collections.abc import Iterator, Sequence

from tingsha.journal import tables
from tingsha.journal.checksum import chained, sealed
from tingsha.journal.contract import Batch, Entry
from tingsha.journal.errors import UnknownGathering
from tingsha.journal.tables import Row

_LogRow = tuple[int, int, str | None, bytes, int]


def append(conn: sqlite3.Connection, batch: Batch) -> int:
    """Write a batch; returns the seq of the last record."""
    row = _row_for(conn, batch)
    for pattern in batch.forget:
        _forget(conn, row, pattern)
    conn.executemany(
        f"REPLACE INTO vault_{row.number} VALUES (?, ?, ?)",
        [(text.key, text.words, sealed(text.key, text.words)) for text in batch.texts],
    )
    _pin(conn, row, batch)
    log_rows = list(_log_rows(row, batch.entries))
    conn.executemany(f"INSERT INTO log_{row.number} VALUES (?, ?, ?, ?, ?)", log_rows)
    last_seq, last_sum = (log_rows[-1][0], log_rows[-1][4]) if log_rows else (row.last_seq, row.last_sum)
    tables.save(conn, Row(row.number, batch.card or row.card, last_seq, last_sum))
    return last_seq


def purge(conn: sqlite3.Connection, gathering: str) -> None:
    """Take a gathering away, if it is there."""
    try:
        row = tables.find(conn, gathering)
    except UnknownGathering:
        return
    tables.remove(conn, row)


def lay_vault_afresh(conn: sqlite3.Connection, gathering: str) -> None:
    """Leave no trace of forgotten texts in the pages of a gathering's vault, if it is still there."""
    try:
        row = tables.find(conn, gathering)
    except UnknownGathering:
        return
    tables.lay_vault_afresh(conn, row)


def hang_board_up(conn: sqlite3.Connection, gathering: str) -> None:
    """Put a gathering's board back when all that was asked for has been changed on it, if it is still there."""
    try:
        row = tables.find(conn, gathering)
    except UnknownGathering:
        return
    tables.hang_board_up(conn, row)


def _row_for(conn: sqlite3.Connection, batch: Batch) -> Row:
    try:
        return tables.find(conn, batch.gathering)
    except UnknownGathering:
        if batch.card is None:
            raise
        return tables.add(conn, batch.card)


def _forget(conn: sqlite3.Connection, row: Row, pattern: str) -> None:
    if not pattern.endswith("*"):
        conn.execute(f"DELETE FROM vault_{row.number} WHERE key = ?", (pattern,))
        return
    prefix = pattern[:-1]
    conn.execute(
        f"DELETE FROM vault_{row.number} WHERE key >= ? AND substr(key, 1, ?) = ?",
        (prefix, len(prefix), prefix),
    )


def _pin(conn: sqlite3.Connection, row: Row, batch: Batch) -> None:
    if not batch.pin and not batch.unpin:
        return
    aside = tables.take_board_down(conn, row)
    conn.executemany(f"DELETE FROM {aside} WHERE name = ?", [(name,) for name in batch.unpin])
    conn.executemany(
        f"REPLACE INTO {aside} VALUES (?, ?, ?)",
        [(slip.name, slip.body, sealed(slip.name, slip.body)) for slip in batch.pin],
    )


def _log_rows(row: Row, entries: Sequence[Entry]) -> Iterator[_LogRow]:
    total = row.last_sum
    for seq, entry in enumerate(entries, row.last_seq + 1):
        total = chained(total, seq, entry.at, entry.command, entry.body)
        yield seq, entry.at, entry.command, entry.body, total
