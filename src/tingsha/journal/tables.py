"""The tables of the journal on disk.

Every gathering has a log and a vault of its own, and a board once something hangs there, because only a dropped table
leaves nothing behind: SQLite zeroes the pages it gives back (`secure_delete`), but a row that was moved to a
neighbouring page when its own was split may stay behind in the gap it came from, and deleting the row does not find
that copy.
"""

import secrets
import sqlite3
from dataclasses import dataclass

from tingsha.journal.checksum import chain_start, sealed
from tingsha.journal.contract import Card
from tingsha.journal.errors import UnknownGathering

APPLICATION = int.from_bytes(b"Tsga", "big")
VERSION = 2

_META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID"
_GATHERINGS = """CREATE TABLE gatherings (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, code TEXT, expires_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL, last_sum INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID"""
_LOG = """CREATE TABLE log_{} (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, command TEXT, body BLOB NOT NULL, sum INTEGER NOT NULL)"""
_VAULT = (
    "CREATE TABLE vault_{} (key TEXT PRIMARY KEY, words TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID"
)
_BOARD = "CREATE TABLE {} (name TEXT PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID"


class Mismatch(Exception):
    """A row is not what was written."""


@dataclass(frozen=True, slots=True)
class Row:
    """A gathering's row: where its tables are, and how far its log has come."""

    number: int
    card: Card
    last_seq: int
    last_sum: int

    def columns(self) -> tuple[str, int, str | None, int, int, int]:
        card = self.card
        return card.gathering, self.number, card.code, card.expires_at, self.last_seq, self.last_sum


def create(conn: sqlite3.Connection) -> None:
    """Make the tables of an empty journal."""
    conn.execute(f"PRAGMA application_id={APPLICATION}")
    conn.execute(f"PRAGMA user_version={VERSION}")
    conn.execute(_META)
    conn.execute(_GATHERINGS)
    secret = secrets.token_bytes(32)
    conn.execute("INSERT INTO meta VALUES ('secret', ?, ?)", (secret, sealed("secret", secret)))


def secret(conn: sqlite3.Connection) -> bytes:
    """The journal's 32 random bytes. Raises Mismatch."""
    found = conn.execute("SELECT value, sum FROM meta WHERE name = 'secret'").fetchone()
    if found is None or sealed("secret", found[0]) != found[1]:
        raise Mismatch("its secret is not the one that was written")
    return found[0]


def rows(conn: sqlite3.Connection) -> list[Row]:
    """The rows of all gatherings. Raises Mismatch."""
    return [_row(columns) for columns in conn.execute("SELECT * FROM gatherings ORDER BY id")]


def find(conn: sqlite3.Connection, gathering: str) -> Row:
    """The row of a gathering. Raises UnknownGathering or Mismatch."""
    columns = conn.execute("SELECT * FROM gatherings WHERE id = ?", (gathering,)).fetchone()
    if columns is None:
        raise UnknownGathering(gathering)
    return _row(columns)


def _row(columns: tuple[str, int, str | None, int, int, int, int]) -> Row:
    gathering, number, code, expires_at, last_seq, last_sum, seal = columns
    if sealed(*columns[:-1]) != seal:
        raise Mismatch(f"the index row of gathering {gathering} is not the one that was written")
    return Row(number, Card(gathering, code, expires_at), last_seq, last_sum)


def save(conn: sqlite3.Connection, row: Row) -> None:
    """Write a gathering's row over the one before."""
    columns = row.columns()
    conn.execute("REPLACE INTO gatherings VALUES (?, ?, ?, ?, ?, ?, ?)", (*columns, sealed(*columns)))


def add(conn: sqlite3.Connection, card: Card) -> Row:
    """Make the log and the vault of a new gathering. The caller saves its row."""
    (number,) = conn.execute("SELECT coalesce(max(number), 0) + 1 FROM gatherings").fetchone()
    conn.execute(_LOG.format(number))
    conn.execute(_VAULT.format(number))
    return Row(number, card, 0, chain_start(card.gathering))


def remove(conn: sqlite3.Connection, row: Row) -> None:
    """Take a gathering away: its tables, and its row together with the pages it lay on."""
    conn.execute(f"DROP TABLE log_{row.number}")
    conn.execute(f"DROP TABLE vault_{row.number}")
    for where in ("temp", "main"):
        conn.execute(f"DROP TABLE IF EXISTS {where}.board_{row.number}")
    conn.execute("DELETE FROM gatherings WHERE id = ?", (row.card.gathering,))
    _lay_afresh(conn, "gatherings", _GATHERINGS)


def lay_vault_afresh(conn: sqlite3.Connection, row: Row) -> None:
    """Copy what is left in a vault into new pages, so that nothing that was deleted stays in the old ones."""
    _lay_afresh(conn, f"vault_{row.number}", _VAULT.format(row.number))


def take_board_down(conn: sqlite3.Connection, row: Row) -> str:
    """Lay a gathering's board aside in memory, where slips may be changed; answers where. `hang_board_up` puts it back.

    Within a page rows lie in the order in which they came, and even which page was split last would tell something. So
    nothing is ever added to a board that hangs: its pages are given back, and it is written anew in the order of names.
    """
    aside = f"temp.board_{row.number}"
    if _is_there(conn, "temp", row):
        return aside
    conn.execute(_BOARD.format(aside))
    if _is_there(conn, "main", row):
        conn.execute(f"INSERT INTO {aside} SELECT * FROM main.board_{row.number}")
        conn.execute(f"DROP TABLE main.board_{row.number}")
    return aside


def hang_board_up(conn: sqlite3.Connection, row: Row) -> None:
    """Write a board that was taken down into new pages, in the order of the slips' names."""
    if not _is_there(conn, "temp", row):
        return
    conn.execute(_BOARD.format(f"main.board_{row.number}"))
    conn.execute(f"INSERT INTO main.board_{row.number} SELECT * FROM temp.board_{row.number} ORDER BY name")
    conn.execute(f"DROP TABLE temp.board_{row.number}")


def slips(conn: sqlite3.Connection, row: Row) -> list[tuple[str, bytes, int]]:
    """Names, bodies and sums of a gathering's slips, in the order of their names."""
    if not _is_there(conn, "main", row):
        return []
    return conn.execute(f"SELECT name, body, sum FROM board_{row.number} ORDER BY name").fetchall()


def _is_there(conn: sqlite3.Connection, where: str, row: Row) -> bool:
    query = f"SELECT 1 FROM {where}.sqlite_master WHERE type = 'table' AND name = ?"
    return conn.execute(query, (f"board_{row.number}",)).fetchone() is not None


def _lay_afresh(conn: sqlite3.Connection, table: str, schema: str) -> None:
    # The copy is a temporary table, kept in memory (temp_store), and the old pages are free before new ones are
    # taken: so this works in a full file too.
    conn.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table}")
    conn.execute(f"DROP TABLE main.{table}")
    conn.execute(schema)
    conn.execute(f"INSERT INTO main.{table} SELECT * FROM temp.kept")
    conn.execute("DROP TABLE temp.kept")
