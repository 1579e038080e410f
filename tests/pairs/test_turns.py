"""Who begins, and the thirds of a trio."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs.referee import seated
from tests.pairs.rosters import roster
from tingsha.pairs.plan import plan
from tingsha.pairs.turns import order, shared_turns, speaker


@settings(max_examples=20)
@given(st.integers(1_000, 600_000), st.integers(0, 1_000))
def test_three_turns_and_two_swaps_fill_the_time_of_a_pair(turn_ms: int, swap_ms: int) -> None:
    turns = shared_turns(3, turn_ms, swap_ms)
    assert len({turn.lasts_ms for turn in turns}) == 1
    assert [turn.speaker for turn in turns] == [0, 1, 2]
    assert turns[1].after_ms == turns[0].lasts_ms + swap_ms
    spare = 2 * turn_ms + swap_ms - (turns[2].after_ms + turns[2].lasts_ms)
    assert 0 <= spare < 3


def test_two_minutes_and_a_swap_of_five_seconds() -> None:
    assert shared_turns(3, 120_000, 5_000) == [(0, 0, 78_333), (1, 83_333, 78_333), (2, 166_666, 78_333)]


@settings(max_examples=20)
@given(st.integers(0, 2**64), st.integers(0, 9), st.permutations([3, 1, 4]))
def test_the_order_does_not_depend_on_who_is_named_first(seed: int, round_: int, unit: list[int]) -> None:
    assert order(seed, round_, unit) == order(seed, round_, sorted(unit))
    assert speaker(seed, round_, unit) == order(seed, round_, unit)[0]


def test_the_same_two_take_turns_beginning() -> None:
    begun = [speaker(3, round_, (0, 1)) for round_ in range(4)]
    assert begun in ([0, 1, 0, 1], [1, 0, 1, 0])


def test_nearly_everybody_begins_once_or_twice_in_three_rounds() -> None:
    begun: Counter[int] = Counter()
    for round_, units in enumerate(plan(roster(400), 3, 1).rounds):
        begun.update(speaker(7, round_, unit) for unit in seated(units))
    never_or_always = sum(begun[person] in (0, 3) for person in range(400))
    # Lots drawn anew each round would make it one in four, a hundred.
    assert never_or_always < 80
