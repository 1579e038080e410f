"""Which conversations count, what is said of them as a whole, and that nobody stands out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.crowd import HOST, Play
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r
from tingsha.who_met_whom import commands as w
from tingsha.who_met_whom.connections import OTHERS, Connections, figures, told_apart
from tingsha.who_met_whom.view import Web, drawn, threads

GROUPS = ["Care", "IT"]


def after(people: int = 8, rounds: int = 3) -> Play:
    """A guided gathering whose rounds are over."""
    play = Play(milling="guided", groups=GROUPS, plan=g.PlanAsked(rounds=rounds))
    play.arrive(people, GROUPS)
    play.must(w.TurnWeb(on=True))
    play.start()
    play.pass_to(play.session.rounds.timeline[-1].starts + 1_000)
    return play


def web(play: Play) -> Web:
    return drawn(threads(play.session, play.now))


def lines(play: Play) -> int:
    return web(play).conversations


def test_the_picture_steps_aside_for_a_debrief_and_comes_again_after_it() -> None:
    play = after()
    assert play.session.web.when == "now"
    play.must(r.Debrief(form="fifteen"))
    assert play.session.web.when == "after"
    play.must(w.TurnWeb(on=True))
    assert play.session.web.when == "now", "and over it when the host says so"


def test_a_debrief_does_not_turn_the_picture_on() -> None:
    play = after()
    play.must(w.TurnWeb(on=False))
    play.must(r.Debrief(form="fifteen"))
    assert play.session.web.when == "off"


@pytest.mark.at_length
def test_every_planned_conversation_is_presumed_until_somebody_says_no() -> None:
    play = after()
    assert lines(play) == 12
    assert web(play).sure == 0
    (partner,) = play.unit(1, 0) - {0}
    play.must(w.TellMeeting(round=1, participant=f"p{partner}", talked=True), 0)
    assert (lines(play), web(play).sure) == (12, 1)
    play.must(w.TellMeeting(round=1, participant="p0", talked=False), partner)
    assert (lines(play), web(play).sure) == (11, 0), "one no is enough"
    play.must(w.TellMeeting(round=1, participant="p0", talked=True), partner)
    assert lines(play) == 12, "and may be taken back"


@pytest.mark.at_length
def test_a_tap_that_they_found_each_other_makes_it_sure() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    play.open_round(1)
    play.must(p.FoundPartner(round=1), 0)
    play.pass_to(play.segment("turn", 1, 0))
    assert web(play).sure == 1


@pytest.mark.at_length
def test_rounds_that_were_never_talked_in_count_for_nothing() -> None:
    play = Play(milling="guided")
    play.arrive(6)
    play.start()
    play.open_round(1)
    assert lines(play) == 0, "they are still finding each other"
    play.pass_to(play.segment("turn", 1, 0))
    assert lines(play) == 3
    play.must(r.Close())
    play.now += 3_600_000
    assert lines(play) == 3, "closed in the first round: the others never came"


def test_only_whom_one_met_can_be_told_of() -> None:
    play = after()
    stranger = next(each for each in range(1, 8) if all(each not in play.unit(i, 0) for i in (1, 2, 3)))
    for round_, participant in ((1, f"p{stranger}"), (1, "p0"), (1, "nobody")):
        assert (
            play.refused(w.TellMeeting(round=round_, participant=participant, talked=True), 0) == "no-partner"
        )
    assert play.refused(w.TellMeeting(round=4, participant="p1", talked=True), 0) == "not-this-round"


@pytest.mark.at_length
def test_a_name_stands_there_only_for_who_wants_it() -> None:
    play = after()
    assert set(web(play).name) == {""}
    play.must(w.ShowMyName(show=True), 3)
    assert sorted(web(play).name) == [""] * 7 + ["Name 3"]
    assert play.mine(3).named
    play.must(w.ShowMyName(show=False), 3)
    assert set(web(play).name) == {""}


@pytest.mark.at_length
def test_who_is_erased_or_removed_is_in_no_line() -> None:
    play = after()
    play.must(w.ShowMyName(show=True), 3)
    play.must(w.TellMeeting(round=1, participant=f"p{next(iter(play.unit(1, 3) - {3}))}", talked=True), 3)
    play.must(g.EraseMe(), 3)
    assert web(play).people == 7
    assert set(web(play).name) == {""}
    assert not any(3 in key[1:] for key in play.session.web.told)
    play.must(g.Remove(participant="p4"), HOST)
    assert web(play).people == 6


def test_the_start_taken_back_takes_what_was_said_along() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    play.pass_to(play.segment("turn", 1, 0))
    (partner,) = play.unit(1, 0) - {0}
    play.must(w.TellMeeting(round=1, participant=f"p{partner}", talked=False), 0)
    (version,) = [each.event for each in play.host().undo if each.what == "start"]
    play.must(r.Undo(event=version))
    assert play.session.web.told == {}


def test_a_small_group_is_not_told_apart() -> None:
    groups = told_apart([0, 0, 0, 1, 1, -1], [True] * 6, 2)
    assert groups.tolist() == [0, 0, 0, OTHERS, OTHERS, OTHERS]
    assert told_apart([0, 0, 0], [True, True, False], 1).tolist() == [OTHERS] * 3


@given(st.integers(2, 40), st.integers(1, 4), st.integers(0, 60), st.integers(0, 2**32))
def test_the_figures_add_up(n: int, how_many: int, lines: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    ends = np.sort(draw.integers(0, n, (lines, 2)), axis=1)
    ends = np.unique(ends[ends[:, 0] < ends[:, 1]], axis=0)
    groups = draw.integers(-1, how_many, n)
    found = figures(Connections(ends[:, 0], ends[:, 1], np.ones(len(ends), np.bool_)), groups, how_many)
    own = int(np.trace(found.between))
    assert found.conversations == len(ends)
    assert int(np.triu(found.between).sum()) == found.sortable == own + found.mixed
    assert (found.between == found.between.T).all()
    assert abs(np.triu(found.expected).sum() - found.sortable) < 1e-6 or found.expected.sum() == 0


def test_groups_that_hardly_met_are_found() -> None:
    groups = np.repeat(np.arange(3), 20)
    first = [(a, 20 + a) for a in range(20)] + [(20 + a, 40 + a) for a in range(20)] + [(0, 40)]
    ends = np.array(first)
    found = figures(Connections(ends[:, 0], ends[:, 1], np.ones(len(ends), np.bool_)), groups, 3)
    assert found.hardly_met() == [(0, 2)]
