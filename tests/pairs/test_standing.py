"""Who stands where: the same units, each on a spot of its own, and little walking in between."""

from itertools import pairwise
from typing import Any, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tingsha.pairs.roster import Units, as_units
from tingsha.pairs.spots import Spots, proposed_grid
from tingsha.pairs.standing import stand, walks

PEOPLE: Final = st.integers(2, 90)


def shuffled(n: int, rounds: int, seed: int) -> list[Units]:
    """Rounds of anybody with anybody; the last unit is a trio when the number is odd."""
    chance, made = np.random.default_rng(seed), list[Units]()
    for _ in range(rounds):
        people: list[int] = chance.permutation(n).tolist()
        units = [people[at : at + 2] for at in range(0, n - n % 2, 2)]
        units[-1] += people[n - n % 2 :]
        made.append(as_units(units))
    return made


def grid_for(n: int) -> Spots:
    rows, columns = proposed_grid(max(1, n // 2))
    return Spots(rows * columns, columns)


def sorted_units(units: Units) -> list[list[int]]:
    return sorted(sorted(unit) for unit in units.tolist())


def steps(rounds: list[Units], spots: Spots, n: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.concatenate([walks(a, b, spots, n) for a, b in pairwise(rounds)])


@given(PEOPLE, st.integers(1, 5), st.integers(1, 60), st.integers(1, 60), st.integers(0, 2**62))
@settings(deadline=None)
def test_who_meets_whom_never_changes(n: int, rounds: int, rows: int, columns: int, seed: int) -> None:
    made = shuffled(n, rounds, seed)
    laid = stand(made, Spots(rows * columns, columns), np.ones(n, np.bool_), seed)
    assert [sorted_units(units) for units in laid] == [sorted_units(units) for units in made]


@given(PEOPLE, st.integers(0, 2**62))
@settings(deadline=None)
def test_the_same_seed_stands_the_same(n: int, seed: int) -> None:
    made, spots, here = shuffled(n, 3, 1), grid_for(n), np.ones(n, np.bool_)
    for one, other in zip(stand(made, spots, here, seed), stand(made, spots, here, seed), strict=True):
        assert np.array_equal(one, other)


def test_another_seed_stands_elsewhere() -> None:
    made, spots, here = shuffled(200, 3, 1), grid_for(200), np.ones(200, np.bool_)
    one, other = stand(made, spots, here, 1), stand(made, spots, here, 2)
    assert (one[0] == other[0]).all(1).mean() < 0.2


@pytest.mark.at_length
@pytest.mark.parametrize("n", [60, 400, 3_001, 10_000])
def test_people_walk_less_than_half_of_what_a_shuffle_would_make_them(n: int) -> None:
    made, spots, here = shuffled(n, 3, n), grid_for(n), np.ones(n, np.bool_)
    laid = stand(made, spots, here, 5)
    assert np.nanmean(steps(laid, spots, n)) < 0.45 * np.nanmean(steps(made, spots, n))
    for round_ in (1, 2):
        walked = walks(laid[round_ - 1], laid[round_], spots, n)
        random = walks(made[round_ - 1], made[round_], spots, n)
        assert np.nanquantile(walked, 0.95) < 0.7 * np.nanquantile(random, 0.95)


@pytest.mark.parametrize("n", [60, 401, 10_000])
def test_after_the_first_conversation_hardly_anybody_walks(n: int) -> None:
    made, spots = shuffled(n, 2, n), grid_for(n)
    laid = stand(made, spots, np.ones(n, np.bool_), 5)
    assert np.nanquantile(steps(laid, spots, n), 0.95) <= 2


def test_those_who_are_not_in_the_room_take_no_spot_from_it() -> None:
    made, in_room = shuffled(40, 3, 1), np.arange(40) % 4 > 0
    for units in stand(made, grid_for(40), in_room, 1):
        there: list[bool] = [any(each >= 0 and in_room[each] for each in unit) for unit in units.tolist()]
        assert there == sorted(there, reverse=True)


def test_without_a_grid_nobody_is_moved() -> None:
    made = shuffled(20, 3, 1)
    for spots in (Spots(), Spots(7)):
        assert all(
            np.array_equal(a, b)
            for a, b in zip(made, stand(made, spots, np.ones(20, np.bool_), 1), strict=True)
        )


def test_newcomers_of_a_later_round_find_a_spot() -> None:
    first, second = as_units([(0, 1), (2, 3)]), as_units([(0, 2), (1, 3), (4, 5)])
    laid = stand([first, second], Spots(6, 3), np.ones(6, np.bool_), 1)
    assert sorted_units(laid[1]) == sorted_units(second)
