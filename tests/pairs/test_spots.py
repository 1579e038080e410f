"""Spots: what they are called, and that no two signs alike are in sight of each other."""

from collections import Counter
from math import dist
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tingsha.pairs.beacon import SIGNS, Beacon
from tingsha.pairs.spots import MOST_COLUMNS, MOST_ROWS, Spots, proposed_grid

WHEREVER: Final = Spots()
GRIDS: Final = st.tuples(st.integers(1, 100), st.integers(1, 100))
IN_SIGHT: Final = {1: 7.0, 2: 4.2, 4: 2.8, 8: 1.4, 16: 1.4}
"""How many share a spot -> steps of the grid within which no two are alike."""


def grid(rows: int, columns: int) -> Spots:
    return Spots(rows * columns, columns)


def places(spots: Spots, rows: int) -> dict[Beacon, list[tuple[int, int]]]:
    """Where each sign stands."""
    found: dict[Beacon, list[tuple[int, int]]] = {}
    for row in range(rows):
        found.setdefault(spots.beacon(0, row), []).append(
            divmod(spots.spot(row) - 1, spots.columns or 10_000)
        )
    return found


def least(found: dict[Beacon, list[tuple[int, int]]]) -> float:
    return min(
        dist(one, other) for there in found.values() for i, one in enumerate(there) for other in there[:i]
    )


@pytest.mark.at_length
@pytest.mark.parametrize(("sharing", "steps"), IN_SIGHT.items())
def test_no_two_alike_are_in_sight_in_a_grid(sharing: int, steps: float) -> None:
    spots = grid(20, 20)
    assert least(places(spots, spots.count * sharing)) >= steps


@pytest.mark.at_length
@pytest.mark.parametrize("sharing", [1, 2, 4, 8, 16])
def test_no_two_alike_are_in_sight_in_a_line(sharing: int) -> None:
    assert least(places(Spots(300), 300 * sharing)) >= SIGNS // sharing


@given(GRIDS, st.integers(0, 9), st.data())
def test_those_who_share_a_spot_differ(shape: tuple[int, int], round_: int, data: st.DataObject) -> None:
    spots = grid(*shape)
    place = data.draw(st.integers(0, spots.count - 1))
    signs = {spots.beacon(round_, place + turn * spots.count) for turn in range(SIGNS)}
    assert len(signs) == SIGNS


@given(st.integers(1, 30), st.integers(0, 9), st.integers(1, 200))
def test_beyond_the_alphabet_signs_come_back_as_seldom_as_can_be(
    count: int, round_: int, sharing: int
) -> None:
    """With 48 signs more than 48 units cannot all differ; then none is there more than once more than another."""
    spots = Spots(count)
    for place in range(min(count, 3)):
        there = Counter(spots.beacon(round_, place + turn * count) for turn in range(sharing))
        assert max(there.values()) == -(-sharing // SIGNS)


@given(st.integers(2, 100), st.integers(2, 100), st.data())
def test_who_stands_beside_or_behind_has_another_colour_and_another_shape(
    rows: int, columns: int, data: st.DataObject
) -> None:
    spots = grid(rows, columns)
    row, column = data.draw(st.integers(0, rows - 2)), data.draw(st.integers(0, columns - 2))
    here = spots.beacon(0, row * columns + column)
    for there in (row * columns + column + 1, (row + 1) * columns + column):
        sign = spots.beacon(0, there)
        assert sign.colour != here.colour
        assert sign.shape != here.shape


def test_places_in_a_grid_are_called_after_their_row_and_column() -> None:
    spots = grid(30, 12)
    assert [spots.label(spot) for spot in (1, 12, 13, 28)] == ["A1", "A12", "B1", "C4"]
    assert [spots.row_name(12 * row + 1) for row in (7, 8, 13, 23, 24, 29)] == [
        "H",
        "J",
        "P",
        "Z",
        "AA",
        "AF",
    ]


@given(GRIDS)
def test_every_place_in_a_grid_is_called_differently(shape: tuple[int, int]) -> None:
    spots = grid(*shape)
    assert len({spots.label(spot) for spot in range(1, spots.count + 1)}) == spots.count
    assert spots.rows == shape[0]


def test_without_spots_each_unit_has_a_number_of_its_own() -> None:
    assert [WHEREVER.spot(row) for row in (0, 1, 999_999)] == [1, 2, 1_000_000]
    assert WHEREVER.label(7) == "7"
    assert WHEREVER.row_name(7) == ""


def test_where_there_are_too_few_spots_the_rows_go_round() -> None:
    assert [Spots(3).spot(row) for row in range(7)] == [1, 2, 3, 1, 2, 3, 1]


@given(st.integers(1, 5_000))
def test_a_proposed_grid_has_a_place_for_everybody_and_little_to_spare(units: int) -> None:
    rows, columns = proposed_grid(units)
    assert units <= rows * columns < units + columns
    assert rows <= columns


def test_no_larger_grid_is_proposed_than_can_be_laid() -> None:
    assert proposed_grid(500_000) == (MOST_ROWS, MOST_COLUMNS)
