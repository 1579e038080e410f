"""Guided gatherings: phones point the way."""

from itertools import combinations
from typing import Any

import pytest

from tests.kit.crowd import KEEPER, Play
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


def guided(people: int, **opening: Any) -> Play:
    play = Play(milling="guided", **opening)
    play.arrive(people)
    play.start()
    return play


def test_seven_people_meet_nobody_twice_and_have_equal_turns() -> None:
    play = guided(7)
    met: list[frozenset[int]] = []
    trios: list[int] = []
    for round_ in (1, 2, 3):
        play.open_round(round_)
        units = play.units(round_)
        assert sorted(map(len, units)) == [2, 2, 3]
        assert set().union(*units) == set(range(7))
        met += [frozenset(couple) for unit in units for couple in combinations(unit, 2)]
        trios += [person for unit in units if len(unit) == 3 for person in unit]
        for person in range(7):
            envelope = play.mine(person).envelopes[round_ - 1]
            assert len(envelope.partners) == len(play.unit(round_, person)) - 1
            if len(envelope.partners) == 2:
                assert isinstance(envelope.turns, list)
                assert {turn.lasts_ms for turn in envelope.turns} == {(2 * 120_000 - 5_000) // 3}
    assert len(met) == len(set(met))
    line = play.session.rounds.timeline
    assert {it.ends - it.starts for it in line if it.kind == "turn"} == {120_000}


def test_who_steps_out_between_rounds_leaves_nobody_alone() -> None:
    play = guided(8)
    play.open_round(1)
    for_later = {person: play.unit(2, person) for person in range(8)}
    play.pass_to(play.segment("breathe", 1))
    play.must(g.StepOut(), 0)
    play.open_round(2)
    units = play.units(2)
    assert sorted(map(len, units)) == [2, 2, 3]
    assert set().union(*units) == set(range(1, 8))
    left = for_later[0] - {0}
    untouched = [person for person in range(1, 8) if play.unit(2, person) == for_later[person]]
    assert len(untouched) >= 4
    assert left.isdisjoint(untouched)


def test_a_missing_partner_is_asked_then_missed_and_the_other_rescued() -> None:
    play = guided(6)
    play.open_round(1)
    partner = min(play.unit(1, 0) - {0})
    play.must(p.PartnerMissing(round=1), 0)
    assert play.notice(partner) == "are-you-there"
    assert play.notice(0) == "asked"
    assert play.refused(p.PartnerMissing(round=1), 0) == "nobody-to-ask"
    play.wait(7.9)
    assert play.unit(1, 0) == {0, partner}
    play.wait(1)
    assert play.mine(partner).away
    assert len(play.unit(1, 0)) == 3
    assert partner not in play.unit(1, 0)
    assert play.notice(0) == "rescued"
    assert {play.notice(each) for each in play.unit(1, 0) - {0}} == {"joined-you"}


def test_who_answers_here_stays() -> None:
    play = guided(6)
    play.open_round(1)
    partner = min(play.unit(1, 0) - {0})
    play.must(p.PartnerMissing(round=1), 0)
    play.wait(3)
    play.must(p.Here(), partner)
    assert play.notice(0) is None
    assert play.notice(partner) is None
    play.wait(30)
    assert play.unit(1, 0) == {0, partner}


def test_finding_each_other_answers_every_question() -> None:
    play = guided(3)
    play.open_round(1)
    play.must(p.PartnerMissing(round=1), 0)
    assert play.notice(1) == play.notice(2) == "are-you-there"
    play.must(p.FoundPartner(round=1), 0)
    play.wait(20)
    assert play.unit(1, 0) == {0, 1, 2}
    assert [play.notice(person) for person in range(3)] == [None, None, None]


def test_who_missed_somebody_and_goes_away_sends_nobody_away() -> None:
    play = guided(4)
    play.open_round(1)
    partner = min(play.unit(1, 0) - {0})
    play.must(p.PartnerMissing(round=1), 0)
    play.must(g.StepOut(), 0)
    play.wait(20)
    assert not play.mine(partner).away
    assert len(play.unit(1, partner)) == 3


def test_a_partner_without_a_phone_is_believed_missing_at_once() -> None:
    play = Play(milling="guided")
    play.arrive(3)
    (quiet,) = play.add()
    play.start()
    play.open_round(1)
    partner = min(play.unit(1, quiet) - {quiet})
    play.must(p.PartnerMissing(round=1), partner)
    play.mend()
    assert play.mine(quiet).away
    assert len(play.unit(1, partner)) == 3


def test_who_comes_late_is_told_and_has_the_next_round() -> None:
    play = guided(6)
    play.open_round(1)
    (late,) = play.arrive()
    play.mend()
    assert play.notice(late) == "late"
    assert [it.round for it in play.mine(late).envelopes] == [2, 3]
    assert [it.participant for it in play.host().late] == ["p6"]
    play.open_round(2)
    assert play.notice(late) is None
    assert len(play.unit(2, late)) >= 2


def test_the_host_brings_a_late_person_into_the_round_that_is_on() -> None:
    play = guided(6)
    play.open_round(1)
    (late,) = play.arrive()
    play.mend()
    play.must(p.JoinNow(participant="p6"))
    play.mend()
    assert len(play.unit(1, late)) == 3
    assert play.notice(late) == "rescued"
    assert play.refused(p.JoinNow(participant="p6")) == "has-partner"


def test_who_leaves_a_pair_is_not_brought_back_to_it() -> None:
    play = guided(6)
    play.open_round(1)
    partner = min(play.unit(1, 0) - {0})
    play.must(p.LeavePair(round=1), 0)
    play.must(p.FindMeAPartner(), 0)
    play.mend()
    assert len(play.unit(1, partner)) == 3
    assert len(play.unit(1, 0)) == 3
    assert play.unit(1, 0) != play.unit(1, partner)


@pytest.mark.at_length
def test_blocked_people_are_never_paired_again() -> None:
    play = guided(4, plan=g.PlanAsked(rounds=10))
    play.open_round(1)
    partner = min(play.unit(1, 0) - {0})
    play.must(g.Block(participant=f"p{partner}"), 0)
    play.must(p.LeavePair(round=1), 0)
    play.mend()
    assert len(play.unit(1, partner)) == 3
    for round_ in range(2, 11):
        play.open_round(round_)
        play.mend()
        assert partner not in play.unit(round_, 0)
        assert set().union(*play.units(round_)) == {0, 1, 2, 3}


def test_a_block_in_the_last_instant_still_holds() -> None:
    play = guided(6)
    play.pass_to(play.segment("find", 1) - 1)
    partner = min(play.unit(1, 0) - {0})
    play.clockwork.due(play.session, play.now)
    play.now += 1
    play.must(g.Block(participant=f"p{partner}"), 0)
    play.must(p.OpenRound(round=1), KEEPER)
    assert partner not in play.unit(1, 0)
    play.mend()
    assert min(len(play.unit(1, 0)), len(play.unit(1, partner))) >= 2
    assert partner not in play.unit(1, 0)


@pytest.mark.parametrize("milling", ["free", "guided", "numbers"])
def test_a_pocket_gathering_runs_with_nobody_joined(milling: str) -> None:
    play = Play(milling=milling)
    play.start()
    play.pass_to(play.session.rounds.timeline[-1].starts)
    assert play.common().phase == "together"
    play.must(r.Close())
    assert play.common().phase == "closed"


def test_who_comes_into_an_empty_gathering_is_paired_for_the_next_round() -> None:
    play = Play(milling="guided")
    play.start()
    play.open_round(1)
    play.arrive(5)
    play.open_round(2)
    assert sorted(map(len, play.units(2))) == [2, 3]
    assert [it.round for it in play.mine(0).envelopes] == [2, 3]


def test_mending_comes_to_rest() -> None:
    play = guided(5)
    play.open_round(1)
    play.arrive(1)
    play.mend()
    before = len(play.log)
    assert play.refused(p.Mend(), KEEPER) == "nothing-to-mend"
    play.wait(15)
    assert len(play.log) == before


def test_one_person_alone_hears_so_once() -> None:
    play = guided(2)
    play.open_round(1)
    play.must(g.StepOut(), 1)
    play.mend()
    assert play.notice(0) == "alone"
    before = len(play.log)
    play.wait(20)
    assert len(play.log) == before
