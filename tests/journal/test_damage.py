"""A damaged file is refused with a sentence that says what to do, and is left exactly as it is."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.journal.batches import do, entry, opened
from tingsha.journal.checks import check
from tingsha.journal.contract import Batch, Slip, Text
from tingsha.journal.errors import JournalBusy, JournalDamaged, JournalError, JournalNewer, JournalUnwritable
from tingsha.journal.sqlite import SqliteJournal


@pytest.fixture
def written(path: Path) -> bytes:
    journal = SqliteJournal(path)
    for gathering in ("circle", "square"):
        names = [Text(f"name:{number}", f"Name of {number}") for number in range(40)]
        do(journal.append(opened(gathering, *names)))
        do(journal.append(Batch(gathering, [entry(number) for number in range(150)])))
        do(
            journal.append(
                Batch(gathering, pin=[Slip(f"slip-{number}", b"Slip %d" % number) for number in range(9)])
            )
        )
    do(journal.close())
    return path.read_bytes()


def everything(path: Path) -> object:
    journal = SqliteJournal(path)
    try:
        cards = journal.cards()
        logs = [list(journal.records(card.gathering)) for card in cards]
        slips = [journal.slips(card.gathering) for card in cards]
        return cards, logs, slips, [journal.texts(card.gathering) for card in cards], journal.secret()
    finally:
        do(journal.close())


@pytest.mark.parametrize("seed", range(3))
def test_a_flipped_byte_is_noticed_or_does_no_harm(path: Path, written: bytes, seed: int):
    chance = random.Random(seed)
    intact = everything(path)
    for _ in range(60):
        at = chance.randrange(len(written))
        path.write_bytes(written[:at] + bytes([written[at] ^ chance.randrange(1, 256)]) + written[at + 1 :])
        try:
            assert everything(path) == intact, f"byte {at}"
        except (JournalDamaged, JournalNewer) as refused:
            assert str(path) in str(refused)
            assert refused.remedy in str(refused)


@pytest.mark.parametrize(
    "mark",
    [
        b"event 77",
        b"command-77",
        b"Name of 7",
        b"name:7",
        b"Slip 7",
        b"slip-7",
        b"ABCDEFGH",
        b"circle",
        b"CREATE TABLE log_1",
    ],
)
def test_changed_words_are_noticed(path: Path, written: bytes, mark: bytes):
    assert mark in written
    path.write_bytes(written.replace(mark, b"~" * len(mark)))
    with pytest.raises(JournalDamaged):
        everything(path)
    assert check(path) != []


@pytest.mark.parametrize("length", [0, 1, 99, 4_096, 9_000, -4_096, -1])
def test_a_truncated_file_is_refused_and_left_alone(path: Path, written: bytes, length: int):
    path.write_bytes(written[:length])
    with pytest.raises(JournalDamaged):
        everything(path)
    assert path.read_bytes() == written[:length]
    assert check(path) != []


def test_a_page_of_rubbish_is_refused_and_left_alone(path: Path, written: bytes):
    for page in range(len(written) // 4_096):
        start = page * 4_096
        rubbish = written[:start] + random.Random(page).randbytes(4_096) + written[start + 4_096 :]
        path.write_bytes(rubbish)
        with pytest.raises(JournalDamaged):
            SqliteJournal(path)
        assert path.read_bytes() == rubbish


def test_a_log_without_its_last_records_is_noticed(path: Path, written: bytes):
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM log_1 WHERE seq > 140")
    with pytest.raises(JournalDamaged, match="ends at 140"):
        everything(path)
    assert len(check(path)) == 1


def test_a_log_in_the_place_of_another_is_noticed(path: Path, written: bytes):
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM log_1")
        conn.execute("INSERT INTO log_1 SELECT * FROM log_2")
    with pytest.raises(JournalDamaged, match="record 1 of gathering circle"):
        everything(path)


def test_a_log_left_without_its_main_file_is_not_taken_for_a_new_one(path: Path, written: bytes):
    path.unlink()
    left = path.with_name(path.name + "-wal")
    left.write_bytes(b"frames")
    with pytest.raises(JournalDamaged):
        SqliteJournal(path)
    assert left.read_bytes() == b"frames"
    assert not path.exists()


def test_the_file_of_a_later_version_is_refused_and_left_alone(path: Path, written: bytes):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version=3")
    later = path.read_bytes()
    with pytest.raises(JournalNewer, match="version 3"):
        SqliteJournal(path)
    assert path.read_bytes() == later


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("CREATE TABLE recipes (name TEXT)")
    theirs = path.read_bytes()
    with pytest.raises(JournalDamaged, match="not a journal of Tingsha"):
        SqliteJournal(path)
    assert path.read_bytes() == theirs


def test_a_place_where_nothing_can_be_written_is_refused(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "directory").mkdir()
    for place in (tmp_path / "file" / "journal.db", tmp_path / "directory"):
        with pytest.raises(JournalUnwritable) as refused:
            SqliteJournal(place)
        assert isinstance(refused.value, JournalError)


def test_the_check_finds_nothing_in_a_sound_journal_and_leaves_it_alone(path: Path, written: bytes):
    assert check(path) == []
    assert path.read_bytes() == written


def test_the_check_names_every_gathering_that_is_damaged(path: Path, written: bytes):
    path.write_bytes(written.replace(b"event 77", b"event 78"))
    faults = check(path)
    assert [("circle" in fault, "square" in fault) for fault in faults] == [(True, False), (False, True)]


def test_the_check_wants_the_journal_for_itself(path: Path):
    assert len(check(path)) == 1
    journal = SqliteJournal(path)
    with pytest.raises(JournalBusy):
        check(path)
    do(journal.close())
    assert check(path) == []
