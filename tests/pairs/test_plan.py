"""The plan: laws that hold for everybody, and what is known of small numbers."""

import hashlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pairs.referee import (
    assert_true,
    envelopes,
    fewest_repeats,
    inside,
    meetings,
    repeats,
    seated,
    trios,
)
from tests.pairs.rosters import SEEDS, any_rosters, free_rosters, roster
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Attribute, Roster, Units


@settings(max_examples=12)
@given(any_rosters(), st.integers(1, 3), SEEDS)
def test_everybody_has_company_and_the_certificate_is_true(people: Roster, rounds: int, seed: int) -> None:
    made = plan(people, rounds, seed)
    assert len(made.rounds) == rounds
    assert_true(people, made)


@settings(max_examples=8)
@given(free_rosters(13, 60), SEEDS)
def test_with_thirteen_or_more_three_rounds_are_as_good_as_can_be(people: Roster, seed: int) -> None:
    made = plan(people, 3, seed)
    assert repeats(made.rounds) == 0
    assert max(trios(made.rounds).values(), default=0) <= 1
    assert all(facts.trios == people.n % 2 for facts in made.certificate)
    assert all(facts.gap == 0 for facts in made.certificate)


@settings(max_examples=6)
@given(free_rosters(14, 60), SEEDS)
def test_in_group_rounds_are_shared_out_fairly(people: Roster, seed: int) -> None:
    assert people.groups is not None
    count = inside(people, plan(people, 3, seed).rounds)
    for group in set(people.groups.tolist()):
        rounds = [count[person] for person in np.flatnonzero(people.groups == group).tolist()]
        assert max(rounds) - min(rounds) <= 1


@settings(max_examples=4)
@given(any_rosters(), SEEDS)
def test_the_same_seed_gives_the_same_plan(people: Roster, seed: int) -> None:
    once, again = plan(people, 2, seed), plan(people, 2, seed)
    assert [units.tolist() for units in once.rounds] == [units.tolist() for units in again.rounds]


def test_another_seed_gives_another_plan() -> None:
    plans = {plan(roster(30), 1, seed).rounds[0].tobytes() for seed in range(20)}
    assert len(plans) == 20


@pytest.mark.parametrize(
    ("people", "digest"),
    [
        (roster(9), "0ab28a1d6e5b115a"),
        (roster(40, groups=[i % 7 // 4 for i in range(40)]), "6febcffe1ad3596d"),
        (roster(14, languages=[1, 2, 3, 3, 1, 2, 6, 4, 4, 1, 3, 5, 5, 2]), "68d6f4b6d6b976f0"),
        (
            roster(
                3001,
                groups=[i * i % 11 for i in range(3001)],
                languages=[1 + i % 3 for i in range(3001)],
                places=[1 + (i % 5 == 0) for i in range(3001)],
            ),
            "19f004340aa23558",
        ),
    ],
)
def test_a_seed_means_the_same_plan_on_every_machine(people: Roster, digest: str) -> None:
    made = plan(people, 4, 2026)
    joined = b"".join(units.astype("<i4").tobytes() for units in made.rounds)
    assert hashlib.sha256(joined).hexdigest()[:16] == digest


@pytest.mark.parametrize(
    ("n", "rounds"), [(n, r) for n in range(2, 6) for r in (1, 2, 3, 4)] + [(6, 3), (7, 2)]
)
def test_a_handful_repeats_no_more_than_trying_everything_can(n: int, rounds: int) -> None:
    assert repeats(plan(roster(n), rounds, n).rounds) == fewest_repeats(n, rounds)


@pytest.mark.at_length
@pytest.mark.parametrize(
    ("n", "rounds"), [(4, 3), (5, 1), (6, 5), (7, 3), (8, 7), (9, 3), (10, 9), (11, 3), (13, 3)]
)
def test_so_many_rounds_are_possible_without_a_repeat(n: int, rounds: int) -> None:
    made = plan(roster(n), rounds, 3)
    assert repeats(made.rounds) == 0


@pytest.mark.parametrize("n", [9, 11, 13])
def test_odd_numbers_have_trios_of_other_people_each_round(n: int) -> None:
    times = trios(plan(roster(n), 3, 4).rounds)
    assert sorted(times.values()) == [1] * 9


def test_two_people_meet_every_round_and_three_are_a_trio() -> None:
    assert [seated(units) for units in plan(roster(2), 3, 1).rounds] == [[(0, 1)]] * 3
    assert [sorted(*seated(units)) for units in plan(roster(3), 3, 1).rounds] == [[0, 1, 2]] * 3


def test_one_person_has_no_unit_and_is_named() -> None:
    made = plan(roster(4, absent=[0, 1, 3]), 2, 1)
    assert [units.shape for units in made.rounds] == [(0, 3), (0, 3)]
    assert [facts.unresolved for facts in made.certificate] == [[([2], "alone")], [([2], "alone")]]


def test_nobody_gives_empty_rounds() -> None:
    made = plan(roster(0), 3, 1)
    assert [units.shape for units in made.rounds] == [(0, 3)] * 3
    assert all(facts.unresolved == [] and facts.units == 0 for facts in made.certificate)


@pytest.mark.at_length
def test_rounds_already_played_count() -> None:
    people = roster(12, groups=[i % 3 for i in range(12)])
    played = plan(people, 3, 1).rounds
    assert repeats([*played, *plan(people, 2, 2, played).rounds]) == 0


def test_who_must_not_meet_never_do_even_if_one_of_them_is_alone() -> None:
    made = plan(roster(2, apart=[(0, 1)]), 1, 1)
    assert seated(made.rounds[0]) == []
    assert made.certificate[0].unresolved == [([0], "apart"), ([1], "apart")]


@pytest.mark.parametrize("half", [3, 9])
def test_a_second_trio_keeps_people_apart(half: int) -> None:
    people = roster(2 * half, apart=[(a, b) for a in range(half) for b in range(half, 2 * half)])
    facts = plan(people, 1, 1).certificate[0]
    assert facts.trios == 2
    assert facts.unresolved == []


@pytest.mark.at_length
def test_an_odd_number_in_the_room_and_remote_makes_two_trios() -> None:
    made = plan(roster(40, places=[1] * 25 + [2] * 15), 3, 1)
    assert [facts.trios for facts in made.certificate] == [2, 2, 2]
    assert all(facts.unresolved == [] for facts in made.certificate)


def test_a_lone_remote_person_joins_a_pair_and_is_named() -> None:
    made = plan(roster(15, places=[1] * 14 + [2]), 1, 1)
    assert made.certificate[0].unresolved == [([14], "place")]
    assert len(envelopes(made.rounds[0])[14][1]) == 3


def test_who_shares_no_language_is_named() -> None:
    made = plan(roster(5, languages=[1, 1, 1, 1, 2]), 1, 1)
    assert made.certificate[0].unresolved == [([4], "language")]


def test_a_person_with_two_languages_joins_both_circles() -> None:
    made = plan(roster(4, languages=[1, 3, 3, 2]), 1, 1)
    assert made.certificate[0].unresolved == []


def test_weights_of_any_size_mean_their_ratio() -> None:
    groups = [[i % 3 for i in range(30)], [i // 20 for i in range(30)]]
    heavy = replace(roster(30), attributes=[Attribute(np.array(each, np.int32), 10**9) for each in groups])
    light = replace(heavy, attributes=[Attribute(labels, 499) for labels, _ in heavy.attributes])
    assert [it.tolist() for it in plan(heavy, 3, 1).rounds] == [
        it.tolist() for it in plan(light, 3, 1).rounds
    ]


def test_nobody_met_before_is_met_while_that_is_possible() -> None:
    people = roster(40, groups=[i % 4 for i in range(40)])
    met = np.concatenate([units[:, :2] for units in plan(people, 3, 1).rounds]).astype(np.int64)
    facts = plan(people, 3, 1, met=met).certificate
    assert [(each.met_before, each.repeats, each.gap) for each in facts] == [(0, 0, 0)] * 3


def test_who_met_before_meets_again_sooner_than_twice_now() -> None:
    everybody = np.stack(np.triu_indices(6, 1), axis=1).astype(np.int64)
    made = plan(roster(6), 3, 1, met=everybody)
    assert repeats(made.rounds) == 0
    assert [why.code for why in made.why] == ["met-before"]


def test_the_whole_country_meets_three_others() -> None:
    groups = (np.arange(20_001) * 7 % 12).tolist()
    made = plan(roster(20_001, groups=groups), 3, 1)
    assert all(facts.cross_units == facts.units == 10_000 for facts in made.certificate)
    assert all(facts.repeats == 0 for facts in made.certificate)
    met = np.sort(np.concatenate([_keys(units) for units in made.rounds]))
    assert (met[1:] != met[:-1]).all()


def _keys(units: Units) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    pairs = units[units[:, 2] < 0].astype(np.int64)
    return pairs[:, :2].min(1) * 100_000 + pairs[:, :2].max(1)


def test_six_are_stuck_only_after_five_rounds() -> None:
    assert len(meetings(plan(roster(6), 5, 8).rounds)) == 15


@pytest.mark.at_length
@pytest.mark.parametrize("people", [6, 8, 12, 14])
def test_who_met_in_an_earlier_gathering_meets_others_now(people: int) -> None:
    known = np.array(list(meetings(plan(roster(people), 2, 1).rounds)))
    for seed in range(4):
        made = plan(roster(people), 2, seed, met=known)
        assert sum(facts.met_before for facts in made.certificate) == 0
        assert sum(facts.repeats for facts in made.certificate) == 0
