"""What was acknowledged is on the disk, whatever happens to the process."""

import asyncio
import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.journal.batches import bodies, do, entry, opened
from tests.journal.on_disk import another_process, files_with
from tingsha.journal.contract import Batch, Text
from tingsha.journal.errors import JournalBusy
from tingsha.journal.sqlite import SqliteJournal


def test_a_journal_comes_back_as_it_was(path: Path):
    journal = SqliteJournal(path)
    do(journal.append(opened("circle", Text("title", "Here"))))
    do(journal.append(Batch("circle", [entry(1), entry(2)])))
    before = (journal.cards(), list(journal.records("circle")), journal.texts("circle"), journal.secret())
    do(journal.close())
    again = SqliteJournal(path)
    assert before == (again.cards(), list(again.records("circle")), again.texts("circle"), again.secret())
    assert do(again.append(Batch("circle", [entry(3)]))) == 3
    do(again.close())


def test_what_was_acknowledged_outlives_kill_9(path: Path):
    stored: list[bytes] = []
    for seed in range(6):
        killed_after = random.Random(seed).randrange(1, 3_000)
        stored += killed_while_writing(path, killed_after)
        journal = SqliteJournal(path)
        found = bodies(journal)
        do(journal.close())
        assert len(found) == len(set(found))
        assert set(stored) <= set(found)


def killed_while_writing(path: Path, killed_after: int) -> list[bytes]:
    with another_process(path) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(killed_after)]
        process.kill()
        lines += process.stdout.readlines()
    said = [line.split() for line in lines]
    gone = [words for kind, words in said if kind == "gone"]
    assert [words for words in gone if files_with(path.parent, words.encode())] == []
    return [body.encode() for kind, body in said if kind == "stored"]


def test_words_deleted_just_before_a_power_cut_are_scrubbed_at_the_next_start(path: Path, tmp_path: Path):
    journal = SqliteJournal(path)
    do(journal.append(opened("circle", Text("name:1", "canary"))))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM gatherings").fetchall()
        do(journal.append(Batch("circle", forget=["name:1"])))
        cut = shutil.copytree(path.parent, tmp_path / "cut")
    do(journal.close())
    assert files_with(cut, b"canary") != []
    again = SqliteJournal(cut / path.name)
    until(lambda: files_with(cut, b"canary") == [])
    do(again.close())


def until(come_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not come_true():
        assert time.monotonic() < deadline


def test_a_batch_that_cannot_be_stored_leaves_nothing(path: Path):
    async def side_by_side() -> list[int | BaseException]:
        await journal.append(opened())
        half = Batch("circle", [entry(1)], [Text("name:1", "Ada"), Text("name:2", "\ud800")])
        batches = [Batch("circle", [entry(2)]), half, Batch("circle", [entry(3)])]
        return await asyncio.gather(*map(journal.append, batches), return_exceptions=True)

    journal = SqliteJournal(path)
    first, refused, last = do(side_by_side())
    assert (first, type(refused), last) == (1, UnicodeEncodeError, 2)
    assert (bodies(journal), journal.texts("circle")) == ([b"event 2", b"event 3"], {})
    do(journal.close())


def test_only_one_process_holds_a_journal(path: Path):
    with another_process(path) as first:
        assert first.stdout is not None
        first.stdout.readline()
        with pytest.raises(JournalBusy), another_process(path) as second:
            _, complaint = second.communicate()
            assert second.returncode == 1
            assert "JournalBusy" in complaint
            SqliteJournal(path)
        first.kill()
    do(SqliteJournal(path).close())


def test_many_appends_share_a_commit(path: Path):
    journal = SqliteJournal(path)

    async def crowd() -> float:
        await journal.append(opened())
        began = time.perf_counter()
        await asyncio.gather(*(one_after_another(person) for person in range(64)))
        return time.perf_counter() - began

    async def one_after_another(person: int) -> None:
        for number in range(50):
            await journal.append(Batch("circle", [entry(person * 50 + number)]))

    took = do(crowd())
    assert sorted(bodies(journal)) == sorted(entry(number).body for number in range(3_200))
    do(journal.close())
    sys.stdout.write(f"\n{3_200 / took:,.0f} durable appends/s with 64 at once\n")
