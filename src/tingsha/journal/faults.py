"""Gives an error of SQLite the name it has for us."""

import sqlite3
from pathlib import Path

from tingsha.journal.errors import JournalBusy, JournalDamaged, JournalError, JournalFull, JournalUnwritable

_KINDS: dict[int, type[JournalError]] = {
    sqlite3.SQLITE_FULL: JournalFull,
    sqlite3.SQLITE_BUSY: JournalBusy,
    sqlite3.SQLITE_LOCKED: JournalBusy,
    sqlite3.SQLITE_CORRUPT: JournalDamaged,
    sqlite3.SQLITE_NOTADB: JournalDamaged,
    # Our own statements are right, so "no such table" and its like mean that the schema was damaged.
    sqlite3.SQLITE_ERROR: JournalDamaged,
    sqlite3.SQLITE_SCHEMA: JournalDamaged,
    sqlite3.SQLITE_READONLY: JournalUnwritable,
    sqlite3.SQLITE_PERM: JournalUnwritable,
    sqlite3.SQLITE_CANTOPEN: JournalUnwritable,
    sqlite3.SQLITE_IOERR: JournalUnwritable,
    sqlite3.SQLITE_NOMEM: JournalUnwritable,
}


def named(path: Path, fault: Exception) -> Exception:
    """The JournalError for a fault of SQLite or of the file system; any other exception as it is."""
    if isinstance(fault, OSError):
        return JournalUnwritable(path, fault.strerror or str(fault))
    if not isinstance(fault, sqlite3.DatabaseError) or isinstance(fault, sqlite3.ProgrammingError):
        return fault
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None or code == sqlite3.SQLITE_IOERR_SHORT_READ:
        return JournalDamaged(path, str(fault))
    kind = _KINDS.get(code & 0xFF)
    return fault if kind is None else kind(path, str(fault))
