"""The one thread that writes: it takes everything that waits, writes it in one transaction, then tells everybody."""

import sqlite3
from asyncio import AbstractEventLoop, Future, get_running_loop
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

from tingsha.journal.errors import JournalBusy, JournalClosed, JournalFull, JournalUnwritable
from tingsha.journal.faults import named
from tingsha.journal.opening import WAIT_MS
from tingsha.journal.writing import hang_board_up, lay_vault_afresh

_TOGETHER = 512
_RETRY_S = 0.05
_RETRY_AFTER_FAULT_S = 1.0


class Told(Enum):
    """When the one who asked for a write is told that it is done."""

    WHEN_STORED = "durable"
    WHEN_GONE = "no file holds what was deleted"


@dataclass(slots=True, eq=False)
class Job:
    """A write that waits. `worn` names the gathering from whose vault it deletes texts, `stirred` the one whose
    board it changes."""

    work: Callable[[sqlite3.Connection], Any]
    told: Told = Told.WHEN_STORED
    worn: str | None = None
    stirred: str | None = None
    loop: AbstractEventLoop = field(default_factory=get_running_loop)
    future: "Future[Any]" = field(init=False)

    def __post_init__(self) -> None:
        self.future = self.loop.create_future()

    @property
    def leaves_traces(self) -> bool:
        return self.worn is not None or self.stirred is not None or self.told is Told.WHEN_GONE


_Outcome = tuple[Job, Any]


class Writer:
    """Owns the writing connection from here on."""

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self._path = path
        self._conn = conn
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._closing = False
        self._unscrubbed = True  # an earlier process may have died between deleting and scrubbing
        self._next_scrub = 0.0
        self._waiting_for_scrub: list[Job] = []
        self._in_hand: list[Job] = []
        # A daemon, so that a process that was never told to close can still end: what was acknowledged is on disk.
        self._thread = Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    async def do(self, job: Job) -> Any:
        """Queue a job and wait until it is time to tell."""
        if not self._thread.is_alive():
            raise self._closed()
        self._queue.put(job)
        return await job.future

    def close(self) -> None:
        """Write what is queued, then end the thread. Blocks."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._closing:
                self._in_hand = self._take()
                self._write(self._in_hand)
                self._scrub()
        finally:
            self._finish()

    def _take(self) -> list[Job]:
        pause = max(0.0, self._next_scrub - monotonic()) if self._unscrubbed else None
        taken: list[Job | None] = []
        try:
            taken.append(self._queue.get(timeout=pause))
            while len(taken) < _TOGETHER:
                taken.append(self._queue.get_nowait())
        except Empty:
            pass
        self._closing = None in taken
        return [job for job in taken if job is not None]

    def _write(self, jobs: list[Job]) -> None:
        if not jobs:
            return
        try:
            self._told_in_time(self._together(jobs))
        except Exception as fault:
            self._roll_back()
            self._write_apart(jobs, named(self._path, fault))

    def _write_apart(self, jobs: list[Job], refused: Exception) -> None:
        """Give each job a transaction of its own, for SQLite may give up all of them when one finds no room."""
        if len(jobs) > 1 and not isinstance(refused, JournalBusy | JournalUnwritable):
            for job in jobs:
                self._write([job])
            return
        # On a full disk, emptying the write-ahead log may make the room that the next write needs.
        self._unscrubbed |= isinstance(refused, JournalFull)
        _tell([(job, refused) for job in jobs])

    def _together(self, jobs: list[Job]) -> list[_Outcome]:
        self._conn.execute("BEGIN IMMEDIATE")
        outcomes = [(job, self._try(job)) for job in jobs]
        written = [job for job, outcome in outcomes if not isinstance(outcome, Exception)]
        for gathering in {job.worn for job in written if job.worn is not None}:
            lay_vault_afresh(self._conn, gathering)
        for gathering in {job.stirred for job in written if job.stirred is not None}:
            hang_board_up(self._conn, gathering)
        self._conn.execute("COMMIT")
        return outcomes

    def _try(self, job: Job) -> Any:
        self._conn.execute("SAVEPOINT job")
        try:
            outcome = job.work(self._conn)
        except Exception as fault:
            if not self._conn.in_transaction:
                raise
            self._conn.execute("ROLLBACK TO job")
            outcome = named(self._path, fault)
        self._conn.execute("RELEASE job")
        return outcome

    def _told_in_time(self, outcomes: Sequence[_Outcome]) -> None:
        stored: list[_Outcome] = []
        for job, outcome in outcomes:
            failed = isinstance(outcome, Exception)
            self._unscrubbed |= job.leaves_traces and not failed
            if job.told is Told.WHEN_STORED or failed:
                stored.append((job, outcome))
            else:
                self._waiting_for_scrub.append(job)
        _tell(stored)

    def _scrub(self) -> None:
        """Empty the write-ahead log. A reader in another process can stand in the way: try again, write meanwhile."""
        if not self._unscrubbed or monotonic() < self._next_scrub:
            return
        self._next_scrub = monotonic() + _RETRY_S
        try:
            busy = self._emptied_log()
        except sqlite3.Error as fault:
            self._next_scrub = monotonic() + _RETRY_AFTER_FAULT_S
            self._tell_waiting(named(self._path, fault))
            return
        if not busy:
            self._unscrubbed = False
            self._next_scrub = 0.0
            self._tell_waiting(None)

    def _emptied_log(self) -> int:
        self._conn.execute("PRAGMA busy_timeout=0")
        try:
            return self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={WAIT_MS}")

    def _tell_waiting(self, outcome: Exception | None) -> None:
        _tell([(job, outcome) for job in self._waiting_for_scrub])
        self._waiting_for_scrub.clear()

    def _roll_back(self) -> None:
        if self._conn.in_transaction:
            self._conn.execute("ROLLBACK")

    def _finish(self) -> None:
        self._tell_waiting(self._closed())
        # Only a fault that nobody foresaw leaves any of these unanswered; a person must not wait for it without end.
        _tell([(job, self._closed()) for job in self._in_hand])
        while not self._queue.empty():
            job = self._queue.get()
            if job is not None:
                _tell([(job, self._closed())])
        self._conn.close()

    def _closed(self) -> JournalClosed:
        return JournalClosed(self._path, "this journal is closed")


def _tell(outcomes: Sequence[_Outcome]) -> None:
    by_loop: dict[AbstractEventLoop, list[_Outcome]] = {}
    for job, outcome in outcomes:
        by_loop.setdefault(job.loop, []).append((job, outcome))
    for loop, theirs in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle, theirs)
        except RuntimeError:
            continue  # that loop has ended, and with it everyone who waited


def _settle(outcomes: Sequence[_Outcome]) -> None:
    for job, outcome in outcomes:
        if job.future.done():
            continue
        if isinstance(outcome, Exception):
            job.future.set_exception(outcome)
        else:
            job.future.set_result(outcome)
