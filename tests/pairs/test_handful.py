"""A handful of people: the plan is as good as trying everything, by the objectives in their order. A sample; for all
numbers up to twelve, `./bench pairing everything`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs.exhaustive import allowed, as_ways, best, score
from tests.pairs.referee import repeats, trios
from tests.pairs.rosters import SEEDS, any_rosters, roster
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Roster


@settings(max_examples=25)
@given(any_rosters(least=2, most=6), st.integers(1, 3), SEEDS)
def test_a_plan_is_as_good_as_trying_everything(people: Roster, rounds: int, seed: int) -> None:
    assert score(people, as_ways(plan(people, rounds, seed).rounds)) == best(people, rounds)


@settings(max_examples=6)
@given(any_rosters(least=7, most=8), SEEDS)
def test_so_is_a_single_round_of_more(people: Roster, seed: int) -> None:
    (made,) = plan(people, 1, seed).rounds
    assert score(people, as_ways([made])) == min(score(people, [way]) for way in allowed(people))


def test_seven_people_meet_six_others_and_nobody_is_in_a_trio_three_times() -> None:
    # Trying everything: without a repeat three people are in a trio twice, or one of them three times.
    made = plan(roster(7), 3, 1)
    assert repeats(made.rounds) == 0
    assert sorted(trios(made.rounds).values()) == [1, 1, 1, 2, 2, 2]
    assert made.trio_max == 2


@pytest.mark.parametrize(("n", "rounds"), [(12, 11), (10, 9), (8, 7), (12, 3)])
def test_an_even_number_can_go_round_completely(n: int, rounds: int) -> None:
    made = plan(roster(n), rounds, 5)
    assert repeats(made.rounds) == 0
    assert made.why == []


def test_what_was_proven_is_said() -> None:
    codes = [why.code for why in plan(roster(5), 2, 1).why]
    assert "repeats-tried" in codes
