"""Pairs that come together for looking back: strangers, as far as can be, and nobody left out."""

from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.crowd import Actor, Play, Role
from tingsha.flow import own
from tingsha.gathering import commands as g
from tingsha.rounds import commands as r
from tingsha.rounds.steps import Form

GROUPS = ["Care", "IT", "Law"]


def looking_back(
    people: int, *, milling: str = "guided", apart: tuple[int, int] | None = None, form: Form = "1-2-4-all"
) -> Play:
    """Everybody has talked in three rounds, and looks back in fours."""
    play = Play(milling=milling, groups=GROUPS)
    play.arrive(people, GROUPS)
    if apart:
        play.must(g.Apart(a=f"p{apart[0]}", b=f"p{apart[1]}"))
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    play.must(r.Debrief(form=form))
    return play


def met(play: Play) -> set[frozenset[int]]:
    rows = (row for table in play.session.pairs.tables for row in table.units.tolist())
    return {frozenset(c) for row in rows for c in combinations([each for each in row if each >= 0], 2)}


def pairs_in(play: Play, four: list[int]) -> set[tuple[int, ...]]:
    last = play.session.pairs.tables[-1]
    return {tuple(sorted(last.unit_of(person))) for person in four}


@given(people=st.integers(4, 60))
def test_everybody_is_in_one_four_of_two_pairs_or_once_of_three_or_a_trio_stays(people: int) -> None:
    play = looking_back(people)
    fours = play.session.pairs.fours
    assert sorted(person for four in fours for person in four) == list(range(people))
    other = [four for four in fours if len(pairs_in(play, four)) != 2]
    assert len(other) == (people // 2) % 2
    assert all(len(four) in (3, 6) for four in other)
    assert all(len(four) <= 6 for four in fours)
    assert all(set(four) == {person for pair in pairs_in(play, four) for person in pair} for four in fours)


def test_seven_people_are_a_four_and_a_trio() -> None:
    assert sorted(map(len, looking_back(7).session.pairs.fours)) == [3, 4]


@given(people=st.integers(24, 80))
def test_nobody_in_a_four_has_talked_with_the_other_pair(people: int) -> None:
    play = looking_back(people)
    known, last = met(play), play.session.pairs.tables[-1]
    for four in play.session.pairs.fours:
        for a, b in combinations(four, 2):
            if b not in last.unit_of(a):
                assert frozenset((a, b)) not in known


@pytest.mark.at_length
def test_who_is_kept_apart_stays_apart() -> None:
    for other in range(1, 12):
        play = looking_back(16, apart=(0, other))
        assert not any({0, other} <= set(four) for four in play.session.pairs.fours)


@pytest.mark.at_length
def test_each_phone_names_the_other_pair_and_one_pair_stays() -> None:
    play = looking_back(24)
    for four in play.session.pairs.fours:
        mine = [own.mine(play.session, person).four for person in four]
        assert all(each is not None and not isinstance(each, type(own.UNSET)) for each in mine)
        stay = [person for person, each in zip(four, mine, strict=True) if each.stays]  # type: ignore[union-attr]
        assert tuple(sorted(stay)) in pairs_in(play, four)
        assert len({(each.label, each.beacon.colour, each.beacon.shape) for each in mine}) == 1  # type: ignore[union-attr]
        for person, each in zip(four, mine, strict=True):
            unit = play.session.pairs.tables[-1].unit_of(person)
            assert {it.participant for it in each.others} == {f"p{it}" for it in four if it not in unit}  # type: ignore[union-attr]


@pytest.mark.at_length
def test_who_has_gone_is_in_none_and_who_was_in_no_pair_joins_one() -> None:
    play = Play(milling="guided", groups=GROUPS)
    play.arrive(12, GROUPS)
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    play.must(g.Leave(), 3)
    play.must(g.Arrive(participant="late", name="Late", group="IT"), Actor(Role.NEWCOMER))
    play.must(r.Debrief(form="1-2-4-all"))
    everybody = sorted(person for four in play.session.pairs.fours for person in four)
    assert everybody == [each for each in range(13) if each != 3]
    assert play.replayed().pairs.fours == play.session.pairs.fours


@pytest.mark.at_length
def test_fifteen_percent_in_fours_is_told_to_people_who_have_not_met() -> None:
    play = looking_back(60, form="fifteen-fours")
    known, last = met(play), play.session.pairs.tables[-1]
    assert [len(four) for four in play.session.pairs.fours] == [4] * 15
    for four in play.session.pairs.fours:
        for a, b in combinations(four, 2):
            assert b in last.unit_of(a) or frozenset((a, b)) not in known


@pytest.mark.at_length
def test_where_people_choose_for_themselves_nobody_is_told_whom_to_join() -> None:
    play = looking_back(12, milling="free")
    assert play.session.pairs.fours == []
    play = looking_back(12)
    assert play.session.pairs.fours
    play.must(r.Debrief(form="voices"))
    assert play.common().debrief.form == "voices"  # type: ignore[union-attr]


@pytest.mark.at_length
def test_a_hall_of_thousands_is_in_fours_at_once() -> None:
    play = Play(milling="guided", groups=GROUPS)
    play.watched = 0
    play.arrive(2_000, GROUPS)
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    began = perf_counter()
    play.must(r.Debrief(form="1-2-4-all"))
    assert perf_counter() - began < 2
    known, last = met(play), play.session.pairs.tables[-1]
    again = [
        (a, b) for four in play.session.pairs.fours for a, b in combinations(four, 2)
        if b not in last.unit_of(a) and frozenset((a, b)) in known
    ]  # fmt: skip
    assert again == []
