"""A phone died and its owner came in anew: the host says that the two are one."""

import pytest

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.gathering.state import FORGOTTEN
from tingsha.words import Actor, Role


@pytest.fixture
def play() -> Play:
    """Six people in round 1; the phone of number 0 dies there, and its owner comes in anew as number 6."""
    play = Play(milling="guided", groups=["Care", "IT"])
    play.arrive(6, groups=["Care", "IT"])
    play.start()
    play.open_round(1)
    play.asleep.add(0)
    play.must(g.Arrive(participant="p6", name="Name 0", group="Care"), Actor(Role.NEWCOMER))
    return play


def take_for_one(play: Play) -> None:
    play.must(g.TakeForOne(a="p6", b="p0"))


def test_the_envelopes_of_who_came_first_stand(play: Play) -> None:
    before = {round_: play.unit(round_, 0) - {6} for round_ in (1, 2, 3)}
    take_for_one(play)
    assert {round_: play.unit(round_, 0) for round_ in (1, 2, 3)} == before
    assert play.session.gathering.here == 6
    play.open_round(2)
    play.mend()
    play.open_round(3)
    play.mend()
    for round_ in (2, 3):
        assert sorted(map(len, play.units(round_))) == [2, 2, 2]


def test_the_second_is_forgotten_name_and_all(play: Play) -> None:
    take_for_one(play)
    assert play.session.gathering.people.whereabouts[6] == FORGOTTEN
    assert "name:p6" not in play.session.texts
    assert play.session.gathering.twice == {6: 0}
    assert play.host().late == []


def test_who_was_given_up_is_back(play: Play) -> None:
    play.must(g.SetAway(participant="p0"))
    take_for_one(play)
    assert play.session.here(0)
    play.open_round(2)
    assert len(play.unit(2, 0)) == 2


def test_what_either_asked_for_holds_for_both(play: Play) -> None:
    play.must(g.Block(participant="p3"), 6)
    play.must(g.Apart(a="p6", b="p0"))
    take_for_one(play)
    assert play.session.gathering.apart == [(0, 3)]
    assert play.session.gathering.by_hand == set()


def test_a_third_time_is_the_same_person_still(play: Play) -> None:
    play.must(g.Arrive(participant="p7", name="Name 0"), Actor(Role.NEWCOMER))
    play.must(g.TakeForOne(a="p6", b="p7"))
    take_for_one(play)
    assert play.session.gathering.twice == {6: 0, 7: 0}


def test_nobody_is_recognised_who_is_not_there(play: Play) -> None:
    assert play.refused(g.TakeForOne(a="p0", b="p0")) == "same-person"
    assert play.refused(g.TakeForOne(a="p0", b="nobody")) == "unknown-participant"
    play.must(g.Remove(participant="p6"))
    assert play.refused(g.TakeForOne(a="p0", b="p6")) == "not-here"
