"""The end as it was promised, as it stands, and what would make up for the difference."""

from tests.kit.crowd import Play
from tests.stories.test_host import last_undo
from tingsha.gathering.commands import PlanAsked
from tingsha.rounds import commands as r

MINUTE = 60_000


def turn_lengths(play: Play) -> list[int]:
    return [(it.ends - it.starts) // 1000 for it in play.session.rounds.timeline if it.kind == "turn"]


def late_by(play: Play) -> int:
    due = play.host().due
    assert due is not None
    return play.session.rounds.ends(play.now) - due


def test_in_time_nothing_is_proposed() -> None:
    play = Play()
    assert play.host().due is None
    play.start()
    assert late_by(play) == 0
    assert play.host().shorter_turn_s is None
    play.open_round(1)
    play.must(r.Extend(seconds=30))
    assert play.host().shorter_turn_s is None, "half a minute is nothing"


def test_shorter_turns_make_up_for_a_pause() -> None:
    play = Play()
    play.start()
    play.open_round(1)
    play.must(r.Pause())
    play.now += 2 * MINUTE
    assert late_by(play) == 2 * MINUTE, "while it stands still the end moves along"
    play.must(r.Resume())
    assert play.host().shorter_turn_s == 90
    play.must(r.Turns(seconds=90))
    assert turn_lengths(play) == [90] * 6
    assert late_by(play) == -MINUTE
    assert play.host().shorter_turn_s is None
    play.must(r.Undo(event=last_undo(play, "turns")))
    assert turn_lengths(play) == [120] * 6


def test_a_conversation_that_is_on_keeps_its_turns() -> None:
    play = Play(milling="guided")
    play.arrive(3)
    play.start()
    play.pass_to(play.segment("turn", 1, 0) + 5_000)
    play.must(r.Turns(seconds=60))
    assert turn_lengths(play) == [120, 120, 60, 60, 60, 60]
    second = play.mine(0).envelopes[1].turns
    assert isinstance(second, list)
    assert {it.lasts_ms for it in second} == {(2 * 60_000 - 5_000) // 3}


def test_turns_are_never_cut_below_half() -> None:
    play = Play()
    play.start()
    play.open_round(1)
    play.must(r.Extend(seconds=3_000))
    assert play.host().shorter_turn_s == 60


def test_in_the_last_round_nothing_is_left_to_shorten() -> None:
    play = Play()
    play.start()
    play.pass_to(play.segment("turn", 3, 0))
    play.must(r.Extend(seconds=600))
    assert play.host().shorter_turn_s is None
    assert play.refused(r.Turns(seconds=60)) == "no-turns-to-come"


def test_turns_have_the_limits_of_a_plan() -> None:
    play = Play()
    play.start()
    assert play.refused(r.Turns(seconds=14)) == "plan-out-of-range"
    assert play.refused(r.Turns(seconds=601)) == "plan-out-of-range"
    short = Play(rehearsal=True, plan=PlanAsked(turn_s=10))
    short.start()
    short.must(r.Turns(seconds=2))
    assert turn_lengths(short) == [2] * 6
