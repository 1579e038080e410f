"""What is promised before the start is never less than what a plan then reaches."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tingsha.pairs.outlook import outlook, without_repeats
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Attribute, Roster


def roster(sizes: list[int]) -> Roster:
    labels = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    n = int(labels.size)
    nobody = np.empty((0, 2), np.int64)
    return Roster(
        n=n, attributes=[Attribute(labels)], languages=None, places=None, present=np.ones(n, np.bool_), apart=nobody
    )  # fmt: skip


def test_one_group_larger_than_the_rest_is_named() -> None:
    told = outlook([13, 6, 5], 3)
    assert told.crowding == 0
    assert (told.mixed, told.units) == (33, 36)
    assert not told.repeats


def test_two_pairs_of_colleagues_cannot_mix_three_times() -> None:
    told = outlook([2, 2], 3)
    assert (told.mixed, told.units, told.crowding) == (4, 6, -1)


def test_few_people_are_told_that_they_meet_again() -> None:
    assert outlook([5], 3).repeats
    assert not outlook([6], 3).repeats
    assert outlook([6], 6).repeats
    assert not outlook([7], 3).repeats


def test_nobody_is_promised_nothing() -> None:
    assert outlook([], 3) == outlook([0], 3)._replace(crowding=-1)
    assert outlook([1], 3).units == 0


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.integers(1, 4), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_no_plan_is_better_than_the_outlook(sizes: list[int], rounds: int, seed: int) -> None:
    people = roster(sizes)
    told, made = outlook(sizes, rounds), plan(people, rounds, seed)
    repeats = sum(each.repeats for each in made.certificate)
    assert not repeats or told.repeats or rounds > without_repeats(people.n)
    if not repeats:
        assert sum(each.cross_units for each in made.certificate) <= told.mixed
    assert sum(each.units for each in made.certificate) <= told.units + rounds
