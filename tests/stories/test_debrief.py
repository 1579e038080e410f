"""Looking back together: in steps, each with its bell, steered one by one."""

from typing import Any

from tests.kit.crowd import HOST, Play
from tingsha.bell import commands as b
from tingsha.pairs.roster import members
from tingsha.rounds import commands as r


def steps(play: Play) -> list[tuple[str, int]]:
    """The steps and how long each lasts, in seconds."""
    debrief: Any = play.common().debrief
    return [(it.kind, (it.ends - it.starts) // 1000) for it in debrief.steps]


def gathered() -> Play:
    play = Play()
    play.start()
    play.pass_to(play.segment("debrief", 0) + 1_000)
    assert play.common().phase == "together"
    return play


def test_it_goes_from_silence_by_neighbours_to_a_few_voices() -> None:
    play = Play()
    play.start()
    assert steps(play) == [("silence", 60), ("pairs", 96), ("voices", 84)]
    assert play.refused(r.Debrief(form="fifteen")) == "not-together"


def test_each_step_is_paused_lengthened_and_ended_by_itself() -> None:
    play = gathered()
    play.must(r.Extend(seconds=30))
    assert steps(play) == [("silence", 90), ("pairs", 96), ("voices", 84)]
    play.must(r.Pause())
    play.now += 10_000
    play.must(r.Resume())
    assert steps(play)[0] == ("silence", 100)
    play.must(r.Skip())
    debrief: Any = play.common().debrief
    assert debrief.steps[1].starts == play.now + 1_000
    assert play.common().timeline[-1].ends == debrief.steps[-1].ends
    assert [it.kind for it in play.common().timeline].count("debrief") == 1
    play.wait(2)
    play.must(r.Skip())
    assert steps(play)[1][1] <= 3


def test_one_two_four_all_takes_twelve_minutes() -> None:
    play = gathered()
    play.must(r.Debrief(form="1-2-4-all"))
    assert steps(play) == [("alone", 60), ("pairs", 120), ("fours", 240), ("all", 300)]
    debrief: Any = play.common().debrief
    assert debrief.steps[0].starts == play.now
    assert play.common().timeline[-1].ends == play.now + 720_000
    assert play.replayed().rounds.steps() == play.session.rounds.steps()


def test_fifteen_percent_is_told_and_asked_about_in_turns() -> None:
    play = gathered()
    play.must(r.Debrief(form="fifteen", steps_s=[60, 90, 90]))
    assert steps(play) == [("alone", 60), ("one", 90), ("other", 90)]


def test_fifteen_percent_in_fours_gives_each_of_four_a_turn() -> None:
    play = gathered()
    play.must(r.Debrief(form="fifteen-fours"))
    turns = [("fours", 240), ("second", 180), ("third", 180), ("last", 180)]
    assert steps(play) == [("alone", 180), *turns]
    assert play.refused(r.Debrief(form="fifteen-fours", steps_s=[60] * 4)) == "steps-out-of-range"
    assert play.replayed().rounds.steps() == play.session.rounds.steps()


def test_fours_are_made_of_the_pairs_that_talked_last_and_stand_where_those_stood() -> None:
    play = Play(milling="guided")
    play.arrive(8)
    play.start()
    play.pass_to(play.segment("turn", 1, 0) + 1_000)
    play.must(r.Next())
    play.must(r.Debrief(form="1-2-4-all"))
    talked, planned = (
        {frozenset(members(row)) for row in table.units} for table in play.session.pairs.tables[:2]
    )
    assert talked != planned
    for first, second, *others in play.session.pairs.fours:
        assert {frozenset((first, second)), frozenset(others)} <= talked
        four: Any = play.mine(first).four
        assert four.label == str(play.mine(first).envelopes[0].spot)


def test_when_the_time_is_over_another_form_may_follow() -> None:
    play = gathered()
    play.pass_to(play.common().timeline[-1].ends + 60_000)
    assert play.refused(r.Extend(seconds=30)) == "not-running"
    play.must(r.Debrief(form="voices"))
    assert sum(lasts for _, lasts in steps(play)) == 240
    play.must(r.Extend(seconds=30))
    assert sum(lasts for _, lasts in steps(play)) == 270


def test_a_form_has_a_length_for_each_step() -> None:
    play = gathered()
    assert play.refused(r.Debrief(form="voices", steps_s=[60])) == "steps-out-of-range"
    assert play.refused(r.Debrief(form="voices", steps_s=[60, 60, 10_000])) == "steps-out-of-range"
    assert play.refused(r.Debrief(form="voices", steps_s=[60, 60, -1])) == "steps-out-of-range"


def test_the_closing_ring_is_sent_ahead_whoever_rings_otherwise() -> None:
    play = gathered()
    play.must(b.MyOwnBell(on=True))
    play.must(b.ClosingRing(), HOST)
    assert play.common().closing_at == play.now + 4_000
    play.now += 60_000
    assert play.common().closing_at is not play.now
    assert "closing_at" not in str(play.common()).replace("closing_at=UNSET", "")
