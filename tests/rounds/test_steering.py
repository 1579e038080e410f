"""Whatever the host presses, and whenever: no gaps, the order stays, and the past does not move."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kit.crowd import KEEPER, OPENED_AT, Play
from tests.rounds.test_timeline import assert_in_order
from tingsha.gathering.commands import PlanAsked
from tingsha.rounds import commands as r
from tingsha.rounds.plan import Segment
from tingsha.words import Command

PRESSES: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([r.Pause(), r.Resume(), r.Skip(), r.Next(), r.Start(), r.Close()]),
    st.builds(r.Extend, seconds=st.integers(-400, 400)),
)
SHORT = PlanAsked(rounds=2, turn_s=60, find_s=10, debrief_s=60)


def order(line: list[Segment]) -> list[tuple[str, int, int]]:
    return [(it.kind, it.round, it.speaker) for it in line]


def past(line: list[Segment], now: int, talking: int) -> list[Segment]:
    """What is over, the round itself left out in which people talk: a pause moves that as a whole."""
    return [it for it in line if it.ends < now and (not talking or it.round != talking)]


@given(st.lists(st.tuples(PRESSES, st.integers(0, 70_000)), max_size=12))
@settings(max_examples=20)
def test_no_press_makes_a_gap_or_moves_the_past(presses: list[tuple[Command, int]]) -> None:
    play = Play(plan=SHORT)
    play.start()
    for command, later in presses:
        play.now += later
        before, stands = play.session.rounds.timeline, play.session.rounds.now(play.now)
        talking = play.session.opened_round(play.now)
        play.do(command)
        line = play.session.rounds.timeline
        assert_in_order(line)
        assert past(line, stands, talking) == past(before, stands, talking)
        assert set(order(line)) <= set(order(before))
        assert order(line)[-1][0] == "debrief"
        assert play.session.rounds.bells() == sorted(play.session.rounds.bells())
    play.replayed()


def test_while_paused_extending_lengthens_what_is_left() -> None:
    play = Play()
    play.start()
    play.pass_to(play.segment("turn", 1, 0) + 20_000)
    play.must(r.Pause())
    assert play.refused(r.Pause()) == "already-paused"
    play.now += 300_000
    play.must(r.Extend(seconds=60))
    play.now += 100_000
    play.must(r.Resume())
    assert play.refused(r.Resume()) == "not-paused"
    line = play.session.rounds.timeline
    first = next(it for it in line if it.kind == "turn")
    assert first.ends - play.now == 160_000
    second = next(it for it in line if it.speaker == 1)
    assert second.ends - second.starts == 180_000


def test_coming_together_out_of_a_pause_begins_the_debrief_now() -> None:
    play = Play()
    play.start()
    play.open_round(1)
    play.must(r.Pause())
    play.now += 600_000
    play.must(r.Next())
    debrief = play.session.rounds.timeline[-1]
    assert (debrief.starts, debrief.ends) == (play.now, play.now + 240_000)
    assert play.common().phase == "together"
    assert not isinstance(play.common().paused_at, int)
    assert_in_order(play.session.rounds.timeline)


def test_the_last_bell_brings_everybody_together() -> None:
    play = Play()
    play.start()
    assert play.refused(r.Start()) == "already-started"
    play.pass_to(play.segment("debrief", 0))
    assert play.common().phase == "together"
    assert play.refused(r.ComeTogether(), KEEPER) == "not-running"
    play.pass_to(play.session.rounds.timeline[-1].ends)
    assert play.refused(r.Skip()) == "not-running"
    assert play.now == OPENED_AT + (18 * 60 + 55) * 1000


def test_limits_of_extending() -> None:
    play = Play()
    assert play.refused(r.Extend(seconds=10)) == "not-running"
    play.start()
    for seconds in (0, 3_601, -3_601):
        assert play.refused(r.Extend(seconds=seconds)) == "extend-out-of-range"
