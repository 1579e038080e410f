"""What was deleted stands in no file any more: not in the database, not in its write-ahead log, nowhere."""

import asyncio
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.journal.batches import do, entry, opened
from tests.journal.on_disk import files_with
from tingsha.journal.contract import Batch, Card, Entry, Text
from tingsha.journal.sqlite import SqliteJournal


@pytest.fixture
def journal(path: Path) -> Iterator[SqliteJournal]:
    kept = SqliteJournal(path)
    yield kept
    asyncio.run(kept.close())


def test_a_forgotten_name_is_in_no_file(journal: SqliteJournal, path: Path):
    do(journal.append(opened("circle", Text("name:1", "canary"), Text("name:2", "Grace"))))
    assert files_with(path.parent, b"canary") != []
    do(journal.forget("circle", ["name:1"]))
    assert files_with(path.parent, b"canary") == []
    assert journal.texts("circle") == {"name:2": "Grace"}


def test_a_name_forgotten_along_with_an_event_leaves_the_files_too(journal: SqliteJournal, path: Path):
    do(journal.append(opened("circle", Text("name:1", "canary"))))
    do(journal.append(Batch("circle", [entry(1)], forget=["name:1"])))
    do(journal.forget("circle", []))
    assert files_with(path.parent, b"canary") == []


def test_of_a_purged_gathering_nothing_is_in_any_file(journal: SqliteJournal, path: Path):
    do(journal.append(opened("other")))
    words = [Text(f"name:{number}", "canary" * 3_000) for number in range(5)]
    do(
        journal.append(
            Batch("canary", [Entry(1, "canary", b"canary")], words, card=Card("canary", "canary", 1))
        )
    )
    do(journal.purge("canary"))
    assert files_with(path.parent, b"canary") == []


@pytest.mark.parametrize("seed", range(4))
def test_no_copy_stays_behind_where_pages_were_split_and_merged(
    journal: SqliteJournal, path: Path, seed: int
):
    chance = random.Random(seed)
    do(journal.append(opened()))
    do(journal.append(opened("square")))
    names = [
        Text(f"name:{chance.getrandbits(128):032x}", f"<{n}>" + "x" * chance.randrange(60))
        for n in range(3_000)
    ]
    for start in range(0, 3_000, 100):
        do(journal.append(Batch(chance.choice(["circle", "square"]), texts=names[start : start + 100])))
    vault = journal.texts("circle")
    gone = chance.sample(list(vault), 300)
    marks = [vault[key].rstrip("x").encode() for key in gone]
    do(journal.forget("circle", gone))
    marks += [words.rstrip("x").encode() for words in journal.texts("square").values()]
    do(journal.purge("square"))
    files = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert [mark for mark in marks if mark in files] == []
    assert len(journal.texts("circle")) == len(vault) - 300


@pytest.mark.parametrize("erase", ["forget", "purge"])
def test_erasing_waits_for_a_reader_and_lets_others_write(journal: SqliteJournal, path: Path, erase: str):
    async def erase_beside_a_reader() -> None:
        await journal.append(opened("circle", Text("name:1", "canary")))
        await journal.append(opened("square"))
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM gatherings").fetchall()
            asked = journal.purge("circle") if erase == "purge" else journal.forget("circle", ["name:1"])
            erasing = asyncio.create_task(asked)
            for number in range(1, 51):
                assert await journal.append(Batch("square", [entry(number)])) == number
            assert files_with(path.parent, b"canary") != []
            assert not erasing.done()
        await asyncio.wait_for(erasing, 10)
        assert files_with(path.parent, b"canary") == []

    do(erase_beside_a_reader())


def test_our_own_slow_reading_does_not_hold_up_an_erasure(journal: SqliteJournal, path: Path):
    entries = [entry(number) for number in range(1, 5_001)]
    do(journal.append(Batch("circle", entries, [Text("name:1", "canary")], card=Card("circle", None, 1))))
    reading = journal.records("circle")
    assert next(reading).seq == 1
    do(journal.forget("circle", ["name:1"]))
    assert files_with(path.parent, b"canary") == []
    assert [record.seq for record in reading] == list(range(2, 5_001))


def test_the_files_are_for_their_owner_only(journal: SqliteJournal, path: Path):
    do(journal.append(opened()))
    assert {oct(file.stat().st_mode & 0o777) for file in path.parent.iterdir()} == {"0o600"}
