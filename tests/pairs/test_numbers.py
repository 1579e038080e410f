"""By number: whoever counted off meets somebody else each round. Checked by counting, for every crowd up to 2,000."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tingsha.pairs.numbers import ByNumber, by_number, plan_of
from tingsha.pairs.ring import step

MOST = 2_000
ROUNDS = range(1, 11)
TRIED_OUT = {(5, 2): (1, 2), (5, 3): (2, 4), (7, 2): (0, 1), (7, 4): (1, 5)}
"""Where counting promises too much: the least repeats, and then people twice in a trio, of all plans there are."""


def reached(rounds: Sequence[ByNumber]) -> tuple[int, int]:
    """Repeats, and places in trios for people who were in one already."""
    met = Counter(couple for each in rounds for unit in each.units for couple in combinations(unit, 2))
    threes = Counter(one for each in rounds for unit in each.units if len(unit) == 3 for one in unit)
    return met.total() - len(met), threes.total() - len(threes)


def bound(people: int, rounds: int) -> tuple[int, int]:
    """No plan has less: so many meetings fall on so many couples, so many places in trios on so many people."""
    trio = people % 2
    meetings = rounds * (people // 2 + 2 * trio)
    counted = max(0, meetings - people * (people - 1) // 2), max(0, 3 * rounds * trio - people)
    return TRIED_OUT.get((people, rounds), counted)


def assert_everybody_is_in_one_unit(people: int, units: Sequence[tuple[int, ...]]) -> None:
    assert sorted(one for unit in units for one in unit) == list(range(1, people + 1))
    assert Counter(map(len, units)) == Counter({2: people // 2 - people % 2, 3: people % 2})
    assert [*units] == sorted(tuple(sorted(unit)) for unit in units)


@pytest.mark.parametrize("people", [0, 1])
def test_who_counts_off_alone_meets_nobody(people: int) -> None:
    assert by_number([people] * 3) == [ByNumber(0, ())] * 3


@pytest.mark.parametrize("people", range(2, 64))
def test_a_small_crowd_gets_the_least_that_is_possible(people: int) -> None:
    for rounds in ROUNDS:
        made = by_number([people] * rounds)
        for each in made:
            assert_everybody_is_in_one_unit(people, each.units)
        assert reached(made) == bound(people, rounds)


@pytest.mark.at_length
def test_every_larger_crowd_up_to_2000_meets_without_a_repeat_and_in_trios_of_their_own() -> None:
    for people in range(64, MOST + 1):
        assert_no_repeats(people, people % 4 + 2)


@pytest.mark.thorough
@pytest.mark.parametrize("rounds", ROUNDS)
def test_and_so_for_every_number_of_rounds(rounds: int) -> None:
    for people in range(64, MOST + 1):
        assert_no_repeats(people, rounds)


def assert_no_repeats(people: int, rounds: int) -> None:
    made = plan_of(people, rounds)
    pairs = [np.array([unit for unit in each.units if len(unit) == 2]) for each in made]
    trios = [unit for each in made for unit in each.units if len(unit) == 3]
    assert len(trios) == (rounds if people % 2 else 0)
    assert len({one for trio in trios for one in trio}) == 3 * len(trios)
    for two, three in zip(pairs, [*trios, *[()] * (rounds - len(trios))], strict=True):
        everybody = np.sort(np.append(two.ravel(), three))
        assert np.array_equal(everybody, np.arange(1, people + 1))
    extra = [couple for trio in trios for couple in combinations(trio, 2)]
    met = np.concatenate([*pairs, np.array(extra, np.int64).reshape(-1, 2)])
    assert np.unique(met[:, 0] * (MOST + 1) + met[:, 1]).size == len(met)


@pytest.mark.at_length
@pytest.mark.parametrize(("people", "rounds"), [(5, 2), (5, 3), (5, 4), (7, 2), (7, 3)])
def test_what_counting_cannot_prove_trying_everything_does(people: int, rounds: int) -> None:
    ways = [*partitions(tuple(range(1, people + 1)))]
    first, *_ = ways
    others = combinations_with_replacement(ways, rounds - 1)
    least = min(reached([ByNumber(0, way) for way in (first, *rest)]) for rest in others)
    assert least == bound(people, rounds)


@pytest.mark.thorough
def test_seven_people_cannot_have_four_rounds_without_a_repeat() -> None:
    ways = [*partitions(tuple(range(1, 8)))]
    met = [frozenset(couple for unit in way for couple in combinations(unit, 2)) for way in ways]
    apart = [[at for at in range(len(ways)) if not met[at] & met[first]] for first in range(len(ways))]
    for second in apart[0]:
        for third in {*apart[0]} & {*apart[second]}:
            assert not {*apart[0]} & {*apart[second]} & {*apart[third]}


def partitions(people: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every way to make one trio and pairs."""
    for trio in combinations(people, 3):
        rest = tuple(one for one in people if one not in trio)
        for pairs in pairings(rest):
            yield tuple(sorted((trio, *pairs)))


def pairings(people: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], ...]]:
    if not people:
        yield ()
    for other in people[1:]:
        rest = tuple(one for one in people[1:] if one != other)
        for pairs in pairings(rest):
            yield ((people[0], other), *pairs)


@given(st.integers(20, 600), st.integers(1, 10))
def test_odd_looks_up_and_even_down_but_for_a_few_at_the_ends(people: int, rounds: int) -> None:
    for round_, each in enumerate(by_number([people] * rounds), 1):
        if not each.step:
            continue
        assert each.step == step(round_) == 2 * round_ + 1
        ends = [unit for unit in each.otherwise() if len(unit) == 2]
        assert len(ends) <= round_
        for low, high in ends:
            assert low < each.step and high > people - each.step


@given(st.integers(2, 300), st.lists(st.integers(-3, 6), min_size=2, max_size=9))
def test_when_the_count_changes_everybody_still_has_somebody(people: int, changes: list[int]) -> None:
    counts = [people]
    for change in changes:
        counts.append(max(2, counts[-1] + change))
    for count, each in zip(counts, by_number(counts), strict=True):
        assert_everybody_is_in_one_unit(count, each.units)


@given(st.integers(0, 400), st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_who_comes_later_costs_nobody_a_repeat(more: int, comings: list[int]) -> None:
    rounds = len(comings) + 1
    counts = [max(5 * rounds - 2, 2 * rounds + 5) + more]
    for coming in comings:
        counts.append(counts[-1] + coming)
    assert reached(by_number(counts))[0] == 0


def test_a_new_count_leaves_the_rounds_before_it_as_they_were() -> None:
    assert by_number([31, 31, 33])[:2] == by_number([31, 31, 31])[:2]
