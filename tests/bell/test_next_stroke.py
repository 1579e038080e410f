"""When the keeper wakes, and the windows before a bell."""

from tests.kit.crowd import Play
from tingsha.bell import commands as b
from tingsha.bell.next_stroke import MEND_BEFORE, RING_LEAD, SETTLE_BEFORE, gate, next_wake
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r
from tingsha.words import SECOND


def running() -> Play:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    return play


def wakes(play: Play) -> list[int]:
    """Every instant the keeper wakes at, from now on."""
    found: list[int] = []
    now = play.now
    while (wake := next_wake(play.session.rounds, play.session.pairs, now)) is not None and wake > now:
        found.append(wake)
        now = wake
    return found


def test_the_keeper_wakes_at_every_start_and_before_every_gate() -> None:
    play = running()
    line = play.session.rounds.timeline
    gates = [play.segment("find", 1), play.segment("bell", 1), play.segment("bell", 2)]
    expected = {it.starts for it in line if it.starts > play.now}
    expected |= {at - before for at in gates for before in (MEND_BEFORE, SETTLE_BEFORE)}
    assert wakes(play) == sorted(expected)


def test_before_the_start_and_while_paused_there_is_nothing_to_wake_for() -> None:
    play = Play()
    assert next_wake(play.session.rounds, play.session.pairs, play.now) is None
    play.start()
    play.wait(5)
    play.must(r.Pause())
    assert next_wake(play.session.rounds, play.session.pairs, play.now) is None


def test_a_phone_that_is_asked_is_waited_for_even_while_paused() -> None:
    play = running()
    play.open_round(1)
    play.must(p.PartnerMissing(round=1), 0)
    play.must(r.Pause())
    assert next_wake(play.session.rounds, play.session.pairs, play.now) == play.now + 8 * SECOND


def test_the_gate_of_a_round_is_the_bell_before_it() -> None:
    play = running()
    rounds = play.session.rounds
    assert gate(rounds, 1) == play.segment("find", 1)
    assert gate(rounds, 3) == play.segment("bell", 2)
    assert gate(rounds, 4) is None
    assert gate(Play().session.rounds, 1) is None


def test_units_may_be_split_only_in_the_window() -> None:
    play = running()
    for opening, at in ((1, play.segment("find", 1)), (2, play.segment("bell", 1))):
        may = [play.session.may_split(at - before * SECOND) for before in (21, 20, 11, 10, 0, -10)]
        assert may == [False, True, True, False, False, False], opening
    last = play.segment("bell", 3)
    assert not play.session.may_split(last - 15 * SECOND)


def test_a_ring_is_sent_ahead_and_does_not_stay() -> None:
    play = running()
    line = play.common().timeline
    play.must(b.Ring())
    assert play.common().ring_at == play.now + RING_LEAD
    assert play.common().timeline == line
    play.wait(20)
    assert not isinstance(play.common().ring_at, int)


def test_the_host_rings_and_the_devices_keep_still() -> None:
    play = Play()
    play.must(b.MyOwnBell(on=True))
    assert play.common().bell == "host"
    play.must(b.MyOwnBell(on=False))
    assert play.common().bell == "devices"


def test_the_cue_to_change_over_can_be_switched_off_and_on_again() -> None:
    play = running()
    assert play.common().swap_cue
    play.must(b.SwapCue(on=False))
    assert not play.common().swap_cue
    play.must(b.SwapCue(on=True))
    assert play.common().swap_cue
