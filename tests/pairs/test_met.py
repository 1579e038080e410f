"""Who has met whom, against a set of couples."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs.rosters import units
from tingsha.pairs.engine.met import Met, Rounds

COUPLES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=30)


@settings(max_examples=12)
@given(COUPLES, COUPLES)
def test_a_couple_is_in_it_exactly_when_it_was_put_in(
    inside: list[tuple[int, int]], asked: list[tuple[int, int]]
) -> None:
    met = Met.couples(31, np.array(inside, np.int64).reshape(-1, 2))
    columns = np.array(asked + inside, np.int64).reshape(-1, 2).T
    known = {frozenset(couple) for couple in inside}
    assert met.has(*columns).tolist() == [frozenset(couple) in known for couple in asked + inside]


def test_a_trio_is_three_meetings() -> None:
    met = Rounds.of(6, [units([0, 1, 2], [3, 4])])
    first, second = np.triu_indices(6, 1)
    found = met.has(first, second)
    assert list(zip(first[found].tolist(), second[found].tolist(), strict=True)) == [
        (0, 1),
        (0, 2),
        (1, 2),
        (3, 4),
    ]


def test_another_round_is_added() -> None:
    met = Rounds(4).also(units([0, 3]))
    assert met.has(np.array([3, 1]), np.array([0, 2])).tolist() == [True, False]
