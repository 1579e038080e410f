"""How long finding each other is proposed to take: never less in a larger crowd, never less than the method has."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tingsha.rounds.find import LEAST_S, MOST_S, Way, find_seconds

WAYS: Final[list[Way]] = ["free", "signs", "grid"]
CROWDS: Final = st.integers(0, 20_000)
ROOMS: Final = st.integers(0, 50_000)


@given(st.sampled_from(WAYS), CROWDS, CROWDS, ROOMS)
def test_a_larger_crowd_in_the_same_room_never_gets_less(by: Way, one: int, other: int, room: int) -> None:
    fewer, more = sorted((one, other))
    assert find_seconds(fewer, by, room) <= find_seconds(more, by, room)


@given(CROWDS, ROOMS, ROOMS)
def test_a_smaller_room_never_gets_less(people: int, one: int, other: int) -> None:
    smaller, larger = sorted((max(1, one), max(1, other)))
    assert find_seconds(people, "grid", smaller) >= find_seconds(people, "grid", larger)


@given(st.sampled_from(WAYS), st.integers(0, 2_000_000), ROOMS)
def test_it_is_within_reason_and_a_whole_number_of_steps(by: Way, people: int, room: int) -> None:
    seconds = find_seconds(people, by, room)
    assert LEAST_S <= seconds <= MOST_S
    assert seconds % 5 == 0


@given(CROWDS)
def test_who_looks_for_anybody_is_never_slower_and_a_grid_helps(people: int) -> None:
    assert find_seconds(people, "free") <= find_seconds(people, "grid") <= find_seconds(people, "signs")


@pytest.mark.parametrize(
    ("people", "by", "seconds"),
    [(60, "signs", 30), (120, "grid", 30), (250, "signs", 55), (250, "grid", 40), (1_000, "grid", 75)],
)
def test_it_is_what_was_walked(people: int, by: Way, seconds: int) -> None:
    assert find_seconds(people, by) == seconds
