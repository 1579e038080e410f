"""The timeline: what a plan becomes, and how it is shifted."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tingsha.rounds import plan as p
from tingsha.rounds.plan import Plan, Segment, timeline
from tingsha.rounds.state import Rounds

START = 1_800_000_000_000
CLASSIC = timeline(Plan(), START)

SECONDS = st.integers(0, 600)
PLANS = st.builds(
    Plan,
    rounds=st.integers(1, 10),
    turn_s=st.integers(1, 600),
    think_s=SECONDS,
    find_s=SECONDS,
    swap_s=SECONDS,
    breathe_s=SECONDS,
    debrief_s=SECONDS,
)


def place(line: list[Segment], kind: str, round_: int, speaker: int = -1) -> int:
    return [(it.kind, it.round, it.speaker) for it in line].index((kind, round_, speaker))


def lengths(line: list[Segment]) -> list[int]:
    return [it.ends - it.starts for it in line]


def assert_in_order(line: list[Segment]) -> None:
    assert all(it.starts <= it.ends for it in line)
    assert all(a.ends == b.starts for a, b in pairwise(line))


def test_the_classic_lasts_eighteen_minutes_fifty_five() -> None:
    assert CLASSIC[-1].ends - CLASSIC[0].starts == (18 * 60 + 55) * 1000 == Plan().lasts_ms()
    kinds = ["find", "turn", "swap", "turn", "bell"]
    assert [it.kind for it in CLASSIC] == [
        *("think", *kinds, "breathe", *kinds, "breathe", *kinds, "debrief"),
    ]


@given(PLANS)
@settings(max_examples=30)
def test_a_plan_has_no_gaps_and_as_many_bells_as_rounds(plan: Plan) -> None:
    line = timeline(plan, START)
    assert_in_order(line)
    assert line[-1].ends - START == plan.lasts_ms()
    bells = Rounds(timeline=line, plan=plan).bells()
    assert len(bells) == plan.rounds
    assert bells == sorted(set(bells))


def test_longer_in_the_first_turn_is_longer_for_both() -> None:
    turn = place(CLASSIC, "turn", 2, 0)
    line = p.extended(CLASSIC, CLASSIC[turn].starts + 5_000, 30)
    assert_in_order(line)
    changed = [i for i, (a, b) in enumerate(zip(lengths(CLASSIC), lengths(line), strict=True)) if a != b]
    assert changed == [turn, place(CLASSIC, "turn", 2, 1)]
    assert {lengths(line)[i] for i in changed} == {150_000}
    assert line[: turn - 1] == CLASSIC[: turn - 1]


def test_longer_in_the_second_turn_leaves_the_first() -> None:
    turn = place(CLASSIC, "turn", 1, 1)
    line = p.extended(CLASSIC, CLASSIC[turn].starts, 30)
    assert line[:turn] == CLASSIC[:turn]
    assert lengths(line)[turn] == 150_000


def test_shorter_never_ends_in_the_past() -> None:
    turn = place(CLASSIC, "turn", 1, 0)
    now = CLASSIC[turn].starts + 60_000
    line = p.extended(CLASSIC, now, -3_600)
    assert line[turn].ends == now + p.LEAD
    assert lengths(line)[place(line, "turn", 1, 1)] == 60_000 + p.LEAD


def test_shorter_in_the_last_instant_does_not_make_it_longer() -> None:
    turn = place(CLASSIC, "turn", 1, 0)
    assert p.extended(CLASSIC, CLASSIC[turn].ends - 200, -60) == CLASSIC


def test_skipping_ends_the_segment_almost_now() -> None:
    find = place(CLASSIC, "find", 1)
    now = CLASSIC[find].starts + 3_000
    line = p.skipped(CLASSIC, now)
    assert line[find].ends == now + p.LEAD
    assert lengths(line)[find + 1 :] == lengths(CLASSIC)[find + 1 :]


def test_outside_the_timeline_nothing_changes() -> None:
    for now in (START - 1, CLASSIC[-1].ends):
        assert p.extended(CLASSIC, now, 60) is CLASSIC
        assert p.skipped(CLASSIC, now) is CLASSIC


def test_a_pause_moves_what_was_still_to_come() -> None:
    breathe = place(CLASSIC, "breathe", 1)
    paused = CLASSIC[breathe].starts + 1_000
    line = p.resumed(CLASSIC, paused, paused + 90_000)
    assert line[:breathe] == CLASSIC[:breathe]
    assert line[breathe].starts == CLASSIC[breathe].starts
    assert line[-1].ends == CLASSIC[-1].ends + 90_000
    assert p.resumed(CLASSIC, paused, paused - 5_000) == CLASSIC


@given(st.sampled_from(["turn", "swap"]), st.integers(0, 4_999))
@settings(max_examples=10)
def test_a_pause_in_the_talking_leaves_the_turns_as_long_as_they_were(kind: str, into: int) -> None:
    at = place(CLASSIC, kind, 2, -1 if kind == "swap" else 1)
    paused = CLASSIC[at].starts + into
    line = p.resumed(CLASSIC, paused, paused + 90_000)
    assert_in_order(line)
    find = place(CLASSIC, "find", 2)
    grown = [b - a for a, b in zip(lengths(CLASSIC), lengths(line), strict=True)]
    assert grown == [90_000 * (i == find) for i in range(len(line))]
    assert p.running(line, paused + 90_000) == at


def test_coming_together_early_keeps_what_was_and_the_whole_debrief() -> None:
    now = CLASSIC[place(CLASSIC, "turn", 2, 1)].starts + 7_000
    line = p.together_now(CLASSIC, now)
    assert_in_order(line)
    assert line[-1].starts == now
    assert line[-1].ends - now == 240_000
    assert [it for it in line if it.ends <= now and it.kind != "debrief"][:-1] == CLASSIC[: len(line) - 2]
