"""Opens the journal's file: held by one process, made whole or not at all, looked over before anything is written."""

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tingsha.journal import tables
from tingsha.journal.errors import JournalBusy, JournalDamaged, JournalNewer
from tingsha.journal.faults import named, reading
from tingsha.journal.tables import Mismatch

WAIT_MS = 5_000


class Held:
    """The lock on a journal. The operating system lets go of it when the process dies, however it dies."""

    def __init__(self, path: Path) -> None:
        lock = beside(path, ".lock")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise named(lock, fault) from fault
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            os.close(self._file)
            raise JournalBusy(path, "another process is using this journal") from taken

    def release(self) -> None:
        os.close(self._file)


def beside(path: Path, ending: str) -> Path:
    """A file that goes with the journal's: `-wal`, `-shm`, `.lock`, `.new`."""
    return path.with_name(path.name + ending)


def make_if_new(path: Path) -> None:
    """Make an empty journal where there is none. Raises JournalDamaged when only its write-ahead log is there."""
    if path.exists():
        return
    if beside(path, "-wal").exists():
        raise JournalDamaged(path, "the file is missing, but its write-ahead log is there")
    # Made under another name first: so an empty or half a file under the real name is always damage.
    new = beside(path, ".new")
    with reading(path):
        new.unlink(missing_ok=True)
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(new, isolation_level=None)) as conn:
            conn.execute("BEGIN")
            tables.create(conn)
            conn.execute("COMMIT")
        new.rename(path)
        _sync_directory(path.parent)


def look_over(path: Path) -> None:
    """Refuse a file that is damaged, not ours, or from a later version; through a connection that cannot write."""
    with reading(path), closing(connect(path, "ro")) as conn:
        (application,) = conn.execute("PRAGMA application_id").fetchone()
        (version,) = conn.execute("PRAGMA user_version").fetchone()
        if application != tables.APPLICATION:
            raise Mismatch("this is not a journal of Tingsha, or its first page is damaged")
        if version > tables.VERSION:
            raise JournalNewer(
                path, f"it has version {version}; this Tingsha knows versions up to {tables.VERSION}"
            )
        if version < 1:
            raise Mismatch(f"it says that it has version {version}, which never was")
        (verdict,) = conn.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise Mismatch(verdict)
        tables.secret(conn)
        tables.rows(conn)


def connect_for_writing(path: Path, max_bytes: int | None) -> sqlite3.Connection:
    """The writer's connection."""
    with reading(path):
        conn = connect(path, "rw")
        conn.execute("PRAGMA journal_mode=WAL")
        conn.execute("PRAGMA synchronous=FULL")
        conn.execute("PRAGMA secure_delete=ON")
        _note_version(conn)
        conn.execute(
            "PRAGMA temp_store=MEMORY"
        )  # words must not reach the system's directory for temporary files
        if max_bytes is not None:
            (page_size,) = conn.execute("PRAGMA page_size").fetchone()
            conn.execute(f"PRAGMA max_page_count={max_bytes // page_size}")
        return conn


def _note_version(conn: sqlite3.Connection) -> None:
    """From here on an older Tingsha leaves this file alone: it would not know all that has to be erased."""
    if conn.execute("PRAGMA user_version").fetchone()[0] < tables.VERSION:
        conn.execute(f"PRAGMA user_version={tables.VERSION}")


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in SQLite's mode `ro` or `rw`; it never makes a file."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    conn = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512
    )
    conn.execute(f"PRAGMA busy_timeout={WAIT_MS}")
    conn.execute("PRAGMA trusted_schema=OFF")
    return conn


def _sync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
