"""The journal in one SQLite file, for one process on one machine."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tingsha.journal import writing
from tingsha.journal.contract import Batch, Card, Record, Sizes
from tingsha.journal.errors import JournalClosed
from tingsha.journal.opening import Held, beside, connect, connect_for_writing, look_over, make_if_new
from tingsha.journal.reading import Reader
from tingsha.journal.writer import Job, Told, Writer


class SqliteJournal:
    """See `Journal`. Opening blocks: it reads the whole file once, to refuse it when it is damaged."""

    def __init__(self, path: Path, max_bytes: int | None = None) -> None:
        """Open the journal in the file `path`, or make it; the file grows to `max_bytes` at most.

        Raises JournalBusy, JournalDamaged, JournalNewer, JournalFull or JournalUnwritable.
        """
        self._path = path
        self._closed = False
        self._held = Held(path)
        try:
            make_if_new(path)
            look_over(path)
            self._writer = Writer(path, connect_for_writing(path, max_bytes))
            self._reader = Reader(path, connect(path, "ro"))
        except BaseException:
            self._held.release()
            raise

    async def append(self, batch: Batch) -> int:
        worn = batch.gathering if batch.forget else None
        stirred = batch.gathering if batch.pin or batch.unpin else None
        return await self._do(Job(partial(writing.append, batch=batch), worn=worn, stirred=stirred))

    async def forget(self, gathering: str, keys: Sequence[str]) -> None:
        batch = Batch(gathering, forget=keys)
        await self._do(Job(partial(writing.append, batch=batch), Told.WHEN_GONE, worn=gathering))

    async def purge(self, gathering: str) -> None:
        await self._do(Job(partial(writing.purge, gathering=gathering), Told.WHEN_GONE))

    def cards(self) -> list[Card]:
        return self._reader.cards()

    def records(self, gathering: str, after: int = 0) -> Iterator[Record]:
        return self._reader.records(gathering, after)

    def texts(self, gathering: str) -> dict[str, str]:
        return self._reader.texts(gathering)

    def slips(self, gathering: str) -> dict[str, bytes]:
        return self._reader.slips(gathering)

    def secret(self) -> bytes:
        return self._reader.secret()

    def sizes(self) -> Sizes:
        gatherings, records, texts = self._reader.counts()
        files = [self._path, beside(self._path, "-wal"), beside(self._path, "-shm")]
        return Sizes(gatherings, records, texts, sum(file.stat().st_size for file in files if file.exists()))

    async def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        # The reader goes first: the last connection to close takes the write-ahead log away.
        self._reader.close()
        await asyncio.to_thread(self._writer.close)
        self._held.release()

    async def _do(self, job: Job) -> int:
        if self._closed:
            raise JournalClosed(self._path, "this journal is closed")
        return await self._writer.do(job)
