"""Found by people who tried it: what a guided gathering must get right when much happens at once."""

from tests.kit.crowd import Play
from tests.stories.test_guided import guided
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


def test_nobody_becomes_a_fourth_while_a_late_person_is_free() -> None:
    play = guided(5)
    play.open_round(1)
    (late,) = play.arrive()
    play.mend()
    assert play.notice(late) == "late"
    pair = next(unit for unit in play.units(1) if len(unit) == 2)
    gone, stays = sorted(pair)
    play.must(g.StepOut(), gone)
    play.mend()
    assert play.unit(1, stays) == {stays, late}
    assert sorted(map(len, play.units(1))) == [2, 3]


def test_a_phone_that_does_not_answer_while_they_talk_makes_nobody_absent() -> None:
    play = guided(6)
    play.open_round(1)
    partner = min(play.unit(1, 0) - {0})
    play.pass_to(play.segment("turn", 1, 0) - 2_000)
    play.must(p.PartnerMissing(round=1), 0)
    play.wait(12)
    assert not play.mine(partner).away
    assert play.notice(partner) is None
    assert play.unit(1, 0) == {0, partner}


def test_the_start_cannot_be_undone_once_turns_have_changed() -> None:
    play = guided(4)
    (start,) = [it.event for it in play.host().undo if it.what == "start"]
    play.pass_to(play.segment("turn", 1, 0))
    assert [it.what for it in play.host().undo] == ["start"]
    play.pass_to(play.segment("swap", 1))
    assert play.host().undo == []
    assert play.refused(r.Undo(event=start)) == "cannot-undo"


def test_the_host_is_told_what_the_rounds_reach_now() -> None:
    play = Play(milling="guided", groups=["Zorg", "ICT"])
    play.arrive(8)
    play.start()
    play.open_round(1)
    for person in (0, 1, 2):
        play.must(g.StepOut(), person)
    play.mend()
    for promise in play.host().promise:
        assert 0 <= promise.mixed <= promise.units
        assert promise.mixed <= promise.mixed_bound <= promise.units


def test_the_host_is_told_how_many_have_talked() -> None:
    play = guided(6)
    assert play.host().have_talked == 0
    play.open_round(1)
    play.must(g.StepOut(), 5)
    play.mend()
    play.open_round(3)
    play.pass_to(play.segment("turn", 3, 0))
    (late,) = play.arrive()
    play.mend()
    assert play.unit(3, late) == set()
    play.must(r.Next())
    assert play.host().have_talked == 5, "one sat out, and one came at the end"
    play.must(r.Close())
    assert play.host().have_talked == 5


def test_who_comes_while_the_last_round_finds_each_other_takes_part() -> None:
    play = guided(6)
    play.open_round(2)
    (late,) = play.arrive()
    play.mend()
    assert (play.notice(late), play.unit(2, late)) == ("late", set())
    play.must(g.StepOut(), late)
    play.open_round(3)
    play.must(g.ComeBack(), late)
    play.mend()
    assert len(play.unit(3, late)) == 3
    assert play.notice(late) == "rescued"


def test_a_look_that_finds_all_well_moves_nothing_that_a_host_relies_on() -> None:
    play = guided(6)
    play.open_round(3)
    play.pass_to(play.segment("turn", 3, 0))
    play.arrive()
    before = play.session.control
    play.mend()
    assert not play.session.pairs.restless
    assert play.session.control == before
