"""The tag that a phone shows: short, another one each round, and never that of two people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tingsha.gathering.pictures import CODE_LETTERS
from tingsha.pairs.tag import person_of, tag_of, tidy_tag

SEEDS = st.integers(0, 2**62)


@given(SEEDS, st.integers(1, 10), st.integers(0, 30_000_000))
def test_a_tag_leads_back_to_its_person(seed: int, round_: int, person: int) -> None:
    tag = tag_of(seed, round_, person)
    assert person_of(seed, round_, tag) == person
    assert {*tag} <= {*CODE_LETTERS}


@pytest.mark.at_length
def test_three_letters_do_for_27000_people_and_are_never_alike() -> None:
    tags = {tag_of(7, 1, person) for person in range(27_000)}
    assert len(tags) == 27_000
    assert {len(tag) for tag in tags} == {3}
    assert len(tag_of(7, 1, 27_000)) == 4
    assert len(tag_of(7, 1, 27_000 + 810_000)) == 5


def test_a_tag_of_one_round_is_worth_nothing_in_the_next() -> None:
    again = sum(tag_of(3, 1, person) == tag_of(3, 2, person) for person in range(1_000))
    assert again < 5


def test_from_two_tags_nobody_tells_a_third() -> None:
    steps = {
        tuple((CODE_LETTERS.index(b) - CODE_LETTERS.index(a)) % 30 for a, b in zip(one, other, strict=True))
        for one, other in ((tag_of(5, 1, person), tag_of(5, 1, person + 1)) for person in range(300))
    }
    assert len(steps) > 280


def test_what_is_no_tag_is_nobodys() -> None:
    for typed in ("", "AB", "A0C", "ABCDEFG", "ab1", "Ω∑∂", "I" * 3):
        assert person_of(1, 1, typed) is None
    assert tidy_tag(" x7-k ") == "X7K"
