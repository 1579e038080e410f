"""A full disk: nothing is half written, nothing is told as saved that is not, and room made is room used."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journal.batches import bodies, do, entry, opened
from tingsha.journal.checks import check
from tingsha.journal.contract import Batch, Entry, Text
from tingsha.journal.errors import JournalFull
from tingsha.journal.sqlite import SqliteJournal

ROOM = 400_000


@pytest.fixture
def journal(path: Path) -> Iterator[SqliteJournal]:
    kept = SqliteJournal(path, max_bytes=ROOM)
    yield kept
    asyncio.run(kept.close())
    assert check(path) == []


def fill(journal: SqliteJournal, gathering: str) -> list[bytes]:
    stored: list[bytes] = []
    while True:
        body = f"{len(stored):05}".encode() * 500
        try:
            do(journal.append(Batch(gathering, [Entry(1, None, body)], [Text(f"t{len(stored)}", "words")])))
        except JournalFull:
            return stored
        stored.append(body)


def test_a_batch_that_finds_no_room_leaves_nothing(journal: SqliteJournal):
    do(journal.append(opened()))
    stored = fill(journal, "circle")
    assert len(stored) > 50
    assert bodies(journal) == stored
    assert list(journal.texts("circle")) == sorted(f"t{number}" for number in range(len(stored)))


def test_small_batches_pass_beside_one_that_finds_no_room(journal: SqliteJournal):
    async def side_by_side() -> list[int | BaseException]:
        await journal.append(opened())
        huge = Batch("circle", [entry(1), Entry(1, None, b"x" * ROOM)], [Text("title", "lost")])
        batches = [Batch("circle", [entry(2)]), huge, Batch("circle", [entry(3)])]
        return await asyncio.gather(*map(journal.append, batches), return_exceptions=True)

    first, refused, last = do(side_by_side())
    assert (first, type(refused), last) == (1, JournalFull, 2)
    assert bodies(journal) == [b"event 2", b"event 3"]
    assert journal.texts("circle") == {}


def test_a_full_crowd_is_told_the_truth(journal: SqliteJournal):
    async def crowd() -> list[int | BaseException]:
        await journal.append(opened())
        batches = [Batch("circle", [Entry(n, None, f"{n:05}".encode() * 400)]) for n in range(1_000)]
        return await asyncio.gather(*map(journal.append, batches), return_exceptions=True)

    told = do(crowd())
    stored = [number for number, answer in enumerate(told) if isinstance(answer, int)]
    assert {type(answer) for answer in told} == {int, JournalFull}
    assert [record.at for record in journal.records("circle")] == stored


def test_erasing_makes_room_again(journal: SqliteJournal):
    do(journal.append(opened("old")))
    do(journal.append(opened("circle", Text("name:1", "Ada"), Text("name:2", "Grace"))))
    stored = fill(journal, "old")
    with pytest.raises(JournalFull):
        do(journal.append(Batch("circle", [Entry(1, None, b"x" * 5_000)])))
    do(journal.forget("circle", ["name:1"]))
    assert journal.texts("circle") == {"name:2": "Grace"}
    do(journal.purge("old"))
    assert len(fill(journal, "circle")) >= len(stored) - 1
