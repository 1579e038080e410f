"""Looks a stopped journal through, for `tingsha doctor`. Reports only; mends nothing, for a guess would be a lie."""

from collections import deque
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from tingsha.journal.errors import JournalBusy, JournalError
from tingsha.journal.faults import reading
from tingsha.journal.opening import Held, connect, look_over
from tingsha.journal.reading import Reader


def check(path: Path) -> list[str]:
    """Every fault found in the journal's file, as sentences; none when all is well.

    Reads all pages (`integrity_check`) and every sum. Raises JournalBusy while a process uses the journal.
    """
    if not path.is_file():
        return [f"{path}: there is no journal here."]
    held = Held(path)
    try:
        look_over(path)
        return _pages(path) + _sums(path)
    except JournalBusy:
        raise
    except JournalError as fault:
        return [str(fault)]
    finally:
        held.release()


def _pages(path: Path) -> list[str]:
    with closing(connect(path, "ro")) as conn:
        try:
            with reading(path):
                verdicts: list[str] = [verdict for (verdict,) in conn.execute("PRAGMA integrity_check")]
        except JournalError as fault:
            return [str(fault)]
    return [verdict for verdict in verdicts if verdict != "ok"]


def _sums(path: Path) -> list[str]:
    reader = Reader(path, connect(path, "ro"))
    try:
        gatherings = [card.gathering for card in reader.cards()]
        reads = [
            partial(read, reader, gathering)
            for gathering in gatherings
            for read in (_read_log, Reader.texts, Reader.slips)
        ]
        return [fault for fault in map(_fault_of, reads) if fault is not None]
    finally:
        reader.close()


def _read_log(reader: Reader, gathering: str) -> None:
    deque(reader.records(gathering, 0), maxlen=0)


def _fault_of(read: Callable[[], object]) -> str | None:
    try:
        read()
    except JournalError as fault:
        return str(fault)
    return None
