"""Slips: kept and really deleted like texts, and in no file does anything tell in which order they came."""

import asyncio
import random
import re
from pathlib import Path

import pytest

from tests.journal.batches import bodies, do, entry, opened
from tests.journal.on_disk import files_with
from tingsha.journal.checks import check
from tingsha.journal.contract import Batch, Journal, Slip
from tingsha.journal.errors import UnknownGathering
from tingsha.journal.sqlite import SqliteJournal


def pinned(*names: str, gathering: str = "circle") -> Batch:
    return Batch(gathering, pin=[Slip(name, f"words of {name}".encode()) for name in names])


def test_slips_come_back_in_the_order_of_their_names(journal: Journal):
    do(journal.append(opened()))
    assert journal.slips("circle") == {}
    for name in ("c", "a", "b"):
        do(journal.append(pinned(name)))
    assert list(journal.slips("circle")) == ["a", "b", "c"]
    assert journal.slips("circle")["a"] == b"words of a"


def test_a_later_slip_replaces_one_of_the_same_name_and_unpinned_ones_are_gone(journal: Journal):
    do(journal.append(opened()))
    do(journal.append(pinned("a", "b", "c")))
    do(
        journal.append(
            Batch("circle", pin=[Slip("a", b"\x00new"), Slip("b", b"back")], unpin=["b", "c", "unknown"])
        )
    )
    assert journal.slips("circle") == {"a": b"\x00new", "b": b"back"}


def test_slips_of_gatherings_do_not_mix_and_go_with_theirs(journal: Journal):
    do(journal.append(opened("circle")))
    do(journal.append(opened("square")))
    do(journal.append(pinned("a")))
    do(journal.append(pinned("b", gathering="square")))
    assert (list(journal.slips("circle")), list(journal.slips("square"))) == (["a"], ["b"])
    do(journal.purge("circle"))
    with pytest.raises(UnknownGathering):
        journal.slips("circle")
    do(journal.append(opened("circle")))
    assert journal.slips("circle") == {}
    assert list(journal.slips("square")) == ["b"]


def test_slips_and_events_are_written_together_or_not_at_all(journal: Journal):
    do(journal.append(opened()))
    do(journal.append(Batch("circle", [entry(1)], pin=[Slip("a", b"words")])))
    with pytest.raises(UnknownGathering):
        do(journal.append(pinned("a", gathering="nowhere")))
    assert (bodies(journal), list(journal.slips("circle"))) == ([b"event 1"], ["a"])


def test_slips_outlive_the_process(path: Path):
    journal = SqliteJournal(path)
    do(journal.append(opened()))
    do(journal.append(pinned("a", "b")))
    do(journal.close())
    assert check(path) == []
    again = SqliteJournal(path)
    assert list(again.slips("circle")) == ["a", "b"]
    do(again.close())


@pytest.mark.parametrize("seed", range(2))
def test_of_what_was_unpinned_nothing_is_in_any_file(path: Path, seed: int):
    journal, chance = SqliteJournal(path), random.Random(seed)
    do(journal.append(opened()))
    names = [f"{chance.getrandbits(128):032x}" for _ in range(400)]
    for some in range(0, 400, 40):
        slips = [
            Slip(name, f"<{name}>".encode() + b"x" * chance.randrange(900))
            for name in names[some : some + 40]
        ]
        do(journal.append(Batch("circle", pin=slips)))
    gone = set(chance.sample(names, 200))
    do(journal.append(Batch("circle", unpin=sorted(gone))))
    do(journal.forget("circle", []))
    standing = {name.decode() for name in re.findall(rb"[0-9a-f]{32}", everything(path))}
    assert standing & set(names) == set(names) - gone
    do(journal.purge("circle"))
    assert [name for name in names if files_with(path.parent, name.encode())] == []
    do(journal.close())


def test_in_no_file_does_anything_tell_in_which_order_slips_came(tmp_path: Path):
    names = [f"{random.Random(1).getrandbits(128) + number:032x}" for number in range(0, 900, 3)]
    there = written_in(tmp_path / "there", names)
    back = written_in(tmp_path / "back", names[::-1])
    mixed = written_in(tmp_path / "mixed", random.Random(2).sample(names, len(names)))
    assert sum(map(len, there)) == len(names)
    assert there == back == mixed


def written_in(directory: Path, names: list[str]) -> list[list[bytes]]:
    """How slips lie on the pages of the files when each came in by itself, beside a log that goes on. At which place in
    the file a page lies tells how much there was when the file grew, and nothing of what."""
    path = directory / "journal.db"
    journal = SqliteJournal(path)

    async def one_by_one() -> None:
        await journal.append(opened())
        for number, name in enumerate(names):
            await journal.append(Batch("circle", [entry(number)]))
            await journal.append(Batch("circle", pin=[Slip(name, f"<{name}>".encode().ljust(200, b"."))]))
        await journal.forget("circle", [])

    do(one_by_one())
    pages = (everything(path)[start : start + 4_096] for start in range(0, len(everything(path)), 4_096))
    found = [re.findall(rb"<[0-9a-f]{32}>", page) for page in pages]
    do(journal.close())
    return sorted(filter(None, found))


def everything(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def test_many_slips_at_once_share_a_commit(path: Path):
    journal = SqliteJournal(path)

    async def crowd() -> None:
        await journal.append(opened())
        await asyncio.gather(*(journal.append(pinned(f"{number:04}")) for number in range(2_000)))

    do(crowd())
    assert len(journal.slips("circle")) == 2_000
    do(journal.close())
