"""Gives an error of SQLite the name it has for us."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from struct import error as StructError  # noqa: N812

from tingsha.journal.errors import JournalBusy, JournalDamaged, JournalError, JournalFull, JournalUnwritable
from tingsha.journal.tables import Mismatch

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
    if isinstance(fault, Mismatch | UnicodeDecodeError):
        return JournalDamaged(path, str(fault))
    if not isinstance(fault, sqlite3.DatabaseError) or isinstance(fault, sqlite3.ProgrammingError):
        return fault
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None or code == sqlite3.SQLITE_IOERR_SHORT_READ:
        return JournalDamaged(path, str(fault))
    kind = _KINDS.get(code & 0xFF)
    return fault if kind is None else kind(path, str(fault))


@contextmanager
def reading(path: Path) -> Generator[None]:
    """Whatever goes wrong while a file is read comes out as a JournalError."""
    try:
        yield
    except (Mismatch, UnicodeDecodeError, sqlite3.Error, OSError) as fault:
        raise named(path, fault) from fault
    except (TypeError, AttributeError, StructError) as fault:
        # A damaged cell can come back as another type than was written.
        raise JournalDamaged(path, f"a value in it is not of the kind that was written ({fault})") from fault
