"""What every journal promises, tried on the one in memory and the one on disk."""

import asyncio

import pytest

from tests.journal.batches import bodies, do, entry, opened
from tingsha.journal.contract import Batch, Card, Entry, Journal, Record, Text
from tingsha.journal.errors import JournalClosed, UnknownGathering


def test_records_are_numbered_from_one_without_gaps(journal: Journal):
    assert do(journal.append(opened())) == 0
    assert do(journal.append(Batch("circle", [entry(1), entry(2)]))) == 2
    assert do(journal.append(Batch("circle", [Entry(5, None, b"\x00\xff")]))) == 3
    assert list(journal.records("circle")) == [
        Record(1, 1_001, "command-1", b"event 1"),
        Record(2, 1_002, "command-2", b"event 2"),
        Record(3, 5, None, b"\x00\xff"),
    ]


@pytest.mark.parametrize("after", [0, 1, 1_999, 2_000, 4_000, 4_003, 4_004, 99_999])
def test_reading_goes_on_after_any_record(journal: Journal, after: int):
    entries = [entry(number) for number in range(1, 4_005)]
    do(journal.append(Batch("circle", entries, card=Card("circle", None, 1))))
    assert bodies(journal, after=after) == [entry.body for entry in entries[after:]]


def test_gatherings_do_not_mix(journal: Journal):
    do(journal.append(opened("circle", Text("title", "Here"))))
    do(journal.append(opened("square", Text("title", "There"))))
    do(journal.append(Batch("square", [entry(7)])))
    assert (bodies(journal, "circle"), bodies(journal, "square")) == ([], [b"event 7"])
    assert journal.texts("circle") == {"title": "Here"}
    assert journal.texts("square") == {"title": "There"}


def test_many_at_once_keep_the_order_in_which_they_came(journal: Journal):
    async def crowd() -> list[int]:
        await asyncio.gather(*(journal.append(opened(f"circle-{circle}")) for circle in range(5)))
        batches = [Batch(f"circle-{number % 5}", [entry(number)]) for number in range(2_000)]
        return await asyncio.gather(*map(journal.append, batches))

    assert do(crowd()) == [1 + number // 5 for number in range(2_000)]
    for circle in range(5):
        expected = [entry(number).body for number in range(circle, 2_000, 5)]
        assert bodies(journal, f"circle-{circle}") == expected


def test_a_later_text_replaces_an_earlier_one(journal: Journal):
    do(journal.append(opened("circle", Text("name:1", "Ada"), Text("name:2", "Grace"))))
    do(journal.append(Batch("circle", texts=[Text("name:1", "Ada L."), Text("name:1", "Ada Lovelace")])))
    assert journal.texts("circle") == {"name:1": "Ada Lovelace", "name:2": "Grace"}


def test_texts_come_back_as_they_were_written(journal: Journal):
    words = ["", "Zoë 👩‍👩‍👧", "a\x00b", "' OR 1=1 --", "%_*", "naïve" * 2_000]
    do(journal.append(opened("circle", *(Text(f"k{n}*%_", word) for n, word in enumerate(words)))))
    assert list(journal.texts("circle").values()) == words


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("name:1", ["name:11", "name_1", "namez1", "title"]),
        ("name:1*", ["name_1", "namez1", "title"]),
        ("name:*", ["name_1", "namez1", "title"]),
        ("name_*", ["name:1", "name:11", "namez1", "title"]),
        ("NAME*", ["name:1", "name:11", "name_1", "namez1", "title"]),
        ("*", []),
        ("name", ["name:1", "name:11", "name_1", "namez1", "title"]),
    ],
)
def test_forgetting_by_key_or_prefix(journal: Journal, pattern: str, left: list[str]):
    keys = ["name:1", "name:11", "name_1", "namez1", "title"]
    do(journal.append(opened("circle", *(Text(key, key.upper()) for key in keys))))
    do(journal.forget("circle", [pattern]))
    assert journal.texts("circle") == {key: key.upper() for key in left}


def test_one_batch_can_replace_what_lies_under_a_prefix(journal: Journal):
    do(journal.append(opened("circle", Text("roster:1", "Ada"), Text("roster:2", "Grace"))))
    do(journal.append(Batch("circle", [entry(1)], [Text("roster:1", "Joan")], ["roster:*"])))
    assert (journal.texts("circle"), bodies(journal)) == ({"roster:1": "Joan"}, [b"event 1"])


def test_cards_can_be_listed_and_replaced(journal: Journal):
    do(journal.append(opened("square")))
    do(journal.append(opened("circle")))
    do(journal.append(Batch("square", card=Card("square", None, 2_000))))
    assert journal.cards() == [Card("circle", "ABCDEFGH", 1_000), Card("square", None, 2_000)]


def test_a_purged_gathering_is_gone_and_can_begin_anew(journal: Journal):
    do(journal.append(opened("circle", Text("title", "Here"))))
    do(journal.append(opened("square")))
    do(journal.append(Batch("circle", [entry(1)])))
    do(journal.purge("circle"))
    assert [card.gathering for card in journal.cards()] == ["square"]
    with pytest.raises(UnknownGathering):
        do(journal.append(Batch("circle", [entry(2)])))
    do(journal.append(opened("circle")))
    assert do(journal.append(Batch("circle", [entry(3)]))) == 1
    assert (bodies(journal), journal.texts("circle")) == ([b"event 3"], {})


def test_nothing_is_known_of_a_gathering_that_was_never_opened(journal: Journal):
    for ask in (journal.records, journal.texts):
        with pytest.raises(UnknownGathering):
            ask("nowhere")
    for write in (journal.append(Batch("nowhere", [entry(1)])), journal.forget("nowhere", ["title"])):
        with pytest.raises(UnknownGathering):
            do(write)
    do(journal.purge("nowhere"))
    assert journal.cards() == []


def test_a_refused_batch_leaves_its_neighbours_whole(journal: Journal):
    async def side_by_side() -> list[int | BaseException]:
        writes = [
            journal.append(opened()),
            journal.append(Batch("nowhere", [entry(1)], [Text("title", "lost")])),
            journal.append(Batch("circle", [entry(2)])),
        ]
        return await asyncio.gather(*writes, return_exceptions=True)

    first, refused, last = do(side_by_side())
    assert (first, type(refused), last) == (0, UnknownGathering, 1)
    assert bodies(journal) == [b"event 2"]


def test_the_secret_stays_the_same(journal: Journal):
    assert len(journal.secret()) == 32
    assert journal.secret() == journal.secret()


def test_sizes(journal: Journal):
    do(journal.append(opened("circle", Text("title", "Here"))))
    do(journal.append(opened("square", Text("title", "There"), Text("name:1", "Ada"))))
    do(journal.append(Batch("circle", [entry(1), entry(2)])))
    sizes = journal.sizes()
    assert (sizes.gatherings, sizes.records, sizes.texts) == (2, 2, 3)
    assert sizes.bytes > 0


def test_a_closed_journal_takes_nothing_more(journal: Journal):
    do(journal.append(opened()))
    do(journal.close())
    do(journal.close())
    for write in (journal.append(Batch("circle", [entry(1)])), journal.purge("circle")):
        with pytest.raises(JournalClosed):
            do(write)
