"""Somebody now, for who stands alone or asks for a partner."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs.referee import may_talk, meetings
from tests.pairs.rosters import SEEDS, any_rosters, roster, units
from tingsha.pairs.plan import plan
from tingsha.pairs.rescue import match, rescue
from tingsha.pairs.roster import Roster

NOBODY_YET = units()


def test_first_comes_an_unmet_stranger_who_is_free() -> None:
    played, current = units([0, 1], [2, 3], [4, 5]), units([2, 4], [3, 5])
    assert rescue(roster(7), [played], current, [], 0, [1, 6], 1) == (6, 0)


def test_a_stranger_planned_later_is_left_for_later() -> None:
    current, later = units([2, 3]), units([0, 1], [2, 3])
    assert rescue(roster(4), [], current, [later], 0, [1], 1) == (2, 3, 0)


def test_then_an_unmet_pair_gains_a_third() -> None:
    played = units([0, 1], [2, 3], [4, 5])
    assert rescue(roster(6), [played], units([1, 2], [3, 4]), [], 0, [], 1) == (3, 4, 0)


def test_then_people_one_has_met() -> None:
    played = units([0, 1, 2])
    assert rescue(roster(3), [played], units([1, 2]), [], 0, [], 1) == (1, 2, 0)
    assert rescue(roster(3), [played], NOBODY_YET, [], 0, [1], 1) == (1, 0)


EARLIER = np.array([[0, 1]])


def test_whom_one_met_at_an_earlier_gathering_comes_after_strangers() -> None:
    free, pair = units([2, 3]), units([0, 4], [2, 3])
    assert rescue(roster(5), [], NOBODY_YET, [], 0, [1, 4], 1, met=EARLIER) == (4, 0)
    assert rescue(roster(5), [], free, [], 0, [1], 1, met=EARLIER) == (2, 3, 0), "a pair of strangers too"
    assert rescue(roster(5), [pair], NOBODY_YET, [], 0, [1, 4], 1, met=EARLIER) == (1, 0), "a repeat is last"
    assert rescue(roster(5), [pair], units([1, 3]), [], 0, [4], 1, met=EARLIER) == (1, 3, 0), (
        "also as a third"
    )
    assert rescue(roster(5), [pair], NOBODY_YET, [], 0, [4], 1, met=EARLIER) == (4, 0), "never alone"


def test_of_those_who_ask_as_few_as_can_be_know_each_other_from_earlier() -> None:
    for seed in range(8):
        assert match(roster(4), [], [], range(4), seed, met=np.array([[0, 1], [0, 2]])) == [(0, 3), (1, 2)]
    assert match(roster(2), [], [], range(2), 1, met=EARLIER) == [(0, 1)], "better than waiting"


def test_who_stands_alone_in_a_broken_unit_is_free_too() -> None:
    assert rescue(roster(4, absent=[2]), [], units([2, 3]), [], 0, [], 1) == (3, 0)


def test_a_trio_grows_only_when_nobody_else_is_there() -> None:
    assert rescue(roster(4), [], units([1, 2, 3]), [], 0, [], 1) == (1, 2, 3, 0)


def test_there_may_be_nobody() -> None:
    assert rescue(roster(3, absent=[1], apart=[(0, 2)]), [], NOBODY_YET, [], 0, [2], 1) is None


@settings(max_examples=8)
@given(any_rosters(least=2), SEEDS)
def test_whoever_is_present_is_rescued_unless_kept_apart(people: Roster, seed: int) -> None:
    current = plan(people, 1, seed).rounds[0]
    unit = rescue(people, [], current, [], 0, [], seed)
    standing = set(current.ravel().tolist())
    company = [person for person in range(1, people.n) if people.present[person] and person in standing]
    if unit is None:
        assert not company or people.apart.size
    else:
        assert unit[-1] == 0
        assert set(unit[:-1]) <= set(company)
        assert not any([0, person] in people.apart.tolist() for person in unit)


@settings(max_examples=8)
@given(any_rosters(least=2), st.data(), SEEDS)
def test_only_strangers_who_fit_are_matched(people: Roster, data: st.DataObject, seed: int) -> None:
    rounds = plan(people, 2, seed).rounds
    who = data.draw(st.lists(st.integers(0, people.n - 1), unique=True))
    couples = match(people, rounds[:1], rounds[1:], who, seed)
    matched = [person for couple in couples for person in couple]
    assert len(matched) == len(set(matched))
    assert set(matched) <= {person for person in who if people.present[person]}
    assert all(may_talk(people, a, b) for a, b in couples)
    assert not set(couples) & set(meetings(rounds))


def test_as_many_are_matched_as_can_be() -> None:
    # In a row of four, each knows all but the neighbours: the two at the ends must not be forgotten.
    played = [units([0, 2]), units([0, 3]), units([1, 3])]
    assert match(roster(4), played, [], range(4), 1) == [(0, 1), (2, 3)]


def test_hundreds_who_ask_are_matched() -> None:
    assert len(match(roster(1001), [], [], range(1001), 1)) == 500
