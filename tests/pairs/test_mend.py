"""Mending: who stays, who is given a place, and whose envelope may not be touched."""

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs.referee import assert_seated, envelopes, repeats, seated
from tests.pairs.rosters import SEEDS, any_rosters, roster, units
from tingsha.pairs.mend import Mended, mend
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Bools, Roster, Units


@dataclass(frozen=True)
class Churn:
    """A plan, and the people as they are some time later."""

    roster: Roster
    planned: list[Units]
    firm: Bools


@st.composite
def churns(draw: st.DrawFn) -> Churn:
    now = draw(any_rosters(least=2, most=14))
    known = draw(st.integers(1, now.n))
    then = draw(st.lists(st.booleans(), min_size=known, max_size=known).map(np.array))
    before = replace(now.of(np.arange(known)), present=then | now.present[:known])
    firm = draw(st.lists(st.booleans(), min_size=now.n, max_size=now.n))
    return Churn(now, plan(before, 2, draw(SEEDS)).rounds, np.array(firm, np.bool_))


def mended(churn: Churn, seed: int = 1) -> Mended:
    return mend(churn.roster, [], churn.planned, seed, churn.firm)


@settings(max_examples=15)
@given(churns())
def test_whoever_came_or_left_the_laws_hold(churn: Churn) -> None:
    result = mended(churn)
    for before, after, changed in zip(churn.planned, result.rounds, result.changed, strict=True):
        assert_company(churn.roster, after)
        assert_changed(before, after, changed)
        assert_firm_units_whole(churn, before, after)
    again = mended(churn)
    assert [it.tolist() for it in again.rounds] == [it.tolist() for it in result.rounds]


def assert_company(people: Roster, after: Units) -> None:
    left = assert_seated(people, after)
    assert not left or people.present.sum() == 1 or people.apart.size


def assert_changed(before: Units, after: Units, changed: Bools) -> None:
    """Changed is who has other partners or another spot, nobody else."""
    old, new = envelopes(before), envelopes(after)
    assert changed.tolist() == [old.get(person) != new.get(person) for person in range(changed.size)]


def assert_firm_units_whole(churn: Churn, before: Units, after: Units) -> None:
    apart = {frozenset(couple) for couple in churn.roster.apart.tolist()}
    rows = {person: row for person, (row, _) in envelopes(after).items()}
    for unit in seated(before):
        here = [person for person in unit if churn.roster.present[person]]
        torn = any(frozenset(couple) in apart for couple in combinations(unit, 2))
        if len(here) > 1 and churn.firm[here].any() and not torn:
            assert len({rows[person] for person in here}) == 1


@settings(max_examples=6)
@given(any_rosters(most=14), SEEDS)
def test_when_nobody_came_or_left_nothing_changes(people: Roster, seed: int) -> None:
    planned = plan(people, 2, seed).rounds
    result = mend(people, [], planned, seed, np.zeros(people.n, np.bool_))
    assert not np.concatenate(result.changed).any()


def nobody_firm(people: Roster) -> Bools:
    return np.zeros(people.n, np.bool_)


def test_two_who_lost_their_partners_meet_each_other() -> None:
    people = roster(6, absent=[1, 3])
    result = mend(people, [], [units([0, 1], [2, 3], [4, 5])], 1, nobody_firm(people))
    assert sorted(seated(result.rounds[0])) == [(0, 2), (4, 5)]
    assert result.rounds[0][2].tolist() == [4, 5, -1]
    assert result.changed[0].tolist() == [True, True, True, True, False, False]


def test_two_newcomers_meet_each_other_and_nobody_else_notices() -> None:
    people = roster(6)
    result = mend(people, [], [units([0, 1], [2, 3])], 1, nobody_firm(people))
    assert result.rounds[0].tolist() == [[0, 1, -1], [2, 3, -1], [4, 5, -1]]


def test_two_newcomers_who_know_each_other_meet_sooner_than_that_two_pairs_become_trios() -> None:
    people = roster(6)
    met = np.array([(4, 5)])
    result = mend(people, [], [units([0, 1], [2, 3])], 1, nobody_firm(people), met=met)
    assert sorted(seated(result.rounds[0])) == [(0, 1), (2, 3), (4, 5)]


def test_of_more_newcomers_those_meet_who_do_not_know_each_other() -> None:
    people = roster(8)
    met = np.array([(4, 5), (6, 7), (4, 6), (5, 7)])
    result = mend(people, [], [units([0, 1], [2, 3])], 1, nobody_firm(people), met=met)
    assert sorted(seated(result.rounds[0])) == [(0, 1), (2, 3), (4, 7), (5, 6)]


def test_the_third_of_a_trio_comes_over_to_a_newcomer() -> None:
    people = roster(6)
    result = mend(people, [], [units([0, 1], [2, 3, 4])], 1, nobody_firm(people))
    assert sorted(map(len, seated(result.rounds[0]))) == [2, 2, 2]
    assert result.rounds[0][0].tolist() == [0, 1, -1]


def test_a_trio_that_has_not_confirmed_stays_and_the_newcomer_joins_a_pair() -> None:
    people, firm = roster(6), np.array([False] * 4 + [True, False])
    result = mend(people, [], [units([0, 1], [2, 3, 4])], 1, firm)
    assert seated(result.rounds[0]) == [(0, 1, 5), (2, 3, 4)]


def test_a_fourth_joins_only_when_all_else_leaves_somebody_alone() -> None:
    people = roster(4)
    result = mend(people, [], [units([0, 1, 2])], 1, np.ones(4, np.bool_))
    assert result.rounds[0].tolist() == [[0, 1, 2, 3]]


def test_a_trio_that_loses_one_stays_at_its_spot_as_a_pair() -> None:
    people = roster(5, absent=[2])
    result = mend(people, [], [units([0, 1, 2], [3, 4])], 1, np.ones(5, np.bool_))
    assert result.rounds[0].tolist() == [[0, 1, -1], [3, 4, -1]]


def test_people_who_met_or_will_meet_are_not_put_together_while_others_are_there() -> None:
    people = roster(8, absent=[1, 3])
    played, later = units([0, 2], [1, 3], [4, 5], [6, 7]), units([0, 4], [1, 6], [2, 5], [3, 7])
    now = units([0, 1], [2, 3], [4, 6], [5, 7])
    rounds = mend(people, [played], [now, later], 1, nobody_firm(people)).rounds
    assert repeats([played, *rounds]) == 0


def test_people_who_must_not_meet_any_more_part() -> None:
    people = roster(4, apart=[(0, 1)])
    result = mend(people, [], [units([0, 1], [2, 3])], 1, np.array([True, True, False, False]))
    assert assert_seated(people, result.rounds[0]) == set()


def test_a_unit_that_was_split_is_put_together_again() -> None:
    people = roster(6)
    planned = [units([0, 2], [1, 3], [4, 5])]
    result = mend(people, [], planned, 1, nobody_firm(people), [(0, (0, 1))])
    assert result.rounds[0].tolist() == [[0, 1, -1], [2, 3, -1], [4, 5, -1]]


def test_who_loses_a_partner_to_that_joins_others() -> None:
    people = roster(5)
    planned = [units([0, 2], [1, 3, 4])]
    result = mend(people, [], planned, 1, nobody_firm(people), [(0, (0, 1))])
    assert seated(result.rounds[0])[0] == (0, 1)
    assert sorted(seated(result.rounds[0])[1]) == [2, 3, 4]


def test_a_lone_remote_person_gets_the_remote_newcomer() -> None:
    people = roster(6, places=[1, 1, 1, 1, 2, 2])
    result = mend(people, [], [units([0, 1, 4], [2, 3])], 1, nobody_firm(people))
    assert seated(result.rounds[0]) == [(0, 1), (2, 3), (4, 5)]


@pytest.mark.at_length
def test_of_ten_thousand_people_whose_partner_stayed_nobody_notices() -> None:
    n, churn = 10_000, 250
    languages = [1 + i % 3 for i in range(n + churn)]
    then = roster(n + churn, languages=languages, absent=range(n, n + churn))
    planned = plan(then, 3, 1).rounds
    gone = range(0, n, n // churn)
    now = roster(n + churn, languages=languages, absent=gone)
    result = mend(now, [], planned, 1, nobody_firm(now))
    assert repeats(result.rounds) == 0
    for before, changed in zip(planned, result.changed, strict=True):
        left = {one for unit in seated(before) if any(person in gone for person in unit) for one in unit}
        quiet = [one for one in range(n) if one not in left]
        assert sum(not changed[one] for one in quiet) >= 0.99 * len(quiet)


@pytest.mark.at_length
def test_two_thousand_people_of_whom_one_in_twenty_changes() -> None:
    n, churn = 2_000, 100
    planned = plan(roster(n), 3, 1).rounds
    people = roster(n + churn, absent=range(0, n, n // churn))
    result = mend(people, [], planned, 1, np.arange(n + churn) % 2 == 0)
    assert repeats(result.rounds) == 0
    assert all(assert_seated(people, it) == set() for it in result.rounds)
    assert all(changed.sum() <= 3 * churn for changed in result.changed)
