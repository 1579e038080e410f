"""What the host sets right by hand, and takes back."""

import pytest

from tests.kit.crowd import Play
from tests.stories.test_host import last_undo
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


def begun(people: int) -> Play:
    play = Play(milling="guided")
    play.arrive(people)
    play.start()
    return play


def pairs_of(play: Play, round_: int) -> list[set[int]]:
    return [unit for unit in play.units(round_) if len(unit) == 2]


def together(play: Play, round_: int, a: int, b: int) -> None:
    play.must(p.BringTogether(round=round_, a=f"p{a}", b=f"p{b}"))


def test_two_pairs_exchange_partners_and_nobody_is_alone() -> None:
    play = begun(6)
    first, second, _ = pairs_of(play, 2)
    a, b = min(first), min(second)
    before = play.units(2)
    together(play, 2, a, b)
    assert play.unit(2, a) == {a, b}
    assert ((first | second) - {a, b}) in play.units(2)
    assert play.refused(p.BringTogether(round=2, a=f"p{a}", b=f"p{b}")) == "together-already"
    play.must(r.Undo(event=last_undo(play, "together")))
    assert play.units(2) == before


def test_the_third_of_a_trio_goes_over_to_a_pair() -> None:
    play = begun(7)
    (trio,) = [unit for unit in play.units(2) if len(unit) == 3]
    a, b = min(trio), min(pairs_of(play, 2)[0])
    pair = play.unit(2, b)
    together(play, 2, a, b)
    assert play.unit(2, a) == pair | {a}
    assert trio - {a} in play.units(2)


def test_two_trios_become_three_pairs() -> None:
    play = begun(7)
    play.arrive(2)
    play.mend()
    one, other, third = play.units(3)
    assert [len(one), len(other), len(third)] == [3, 3, 3], "a pair is only split shortly before the bell"
    a, b = min(one), min(other)
    together(play, 3, a, b)
    assert sorted(map(len, play.units(3))) == [2, 2, 2, 3]
    assert {a, b} in play.units(3)


def test_somebody_late_and_the_third_of_a_trio_make_a_pair_in_the_open_round() -> None:
    play = begun(7)
    play.open_round(1)
    (trio,) = [unit for unit in play.units(1) if len(unit) == 3]
    (late,) = play.arrive(1)
    play.mend()
    assert play.notice(late) == "late"
    third = min(trio)
    together(play, 1, third, late)
    assert play.unit(1, late) == {third, late}
    assert play.notice(late) == "rescued"
    assert sorted(map(len, play.units(1))) == [2, 2, 2, 2]
    play.must(r.Undo(event=last_undo(play, "together")))
    assert play.unit(1, third) == trio
    assert play.unit(1, late) == set()


def test_who_is_in_conversation_is_left_there() -> None:
    play = begun(6)
    play.pass_to(play.segment("turn", 1, 0))
    first, second, _ = pairs_of(play, 1)
    brought = p.BringTogether(round=1, a=f"p{min(first)}", b=f"p{min(second)}")
    assert play.refused(brought) == "in-conversation"
    play.pass_to(play.segment("breathe", 1))
    assert play.refused(brought) == "not-this-round"


def test_nobody_is_brought_together_who_is_kept_apart() -> None:
    play = begun(6)
    first, second, _ = pairs_of(play, 2)
    a, b = min(first), min(second)
    rest = sorted((first | second) - {a, b})
    play.must(g.Apart(a=f"p{rest[0]}", b=f"p{rest[1]}"))
    assert play.refused(p.BringTogether(round=2, a=f"p{a}", b=f"p{b}")) == "kept-apart"
    assert play.refused(p.BringTogether(round=2, a=f"p{rest[0]}", b=f"p{rest[1]}")) == "kept-apart"


@pytest.mark.parametrize(
    ("a", "b", "why"), [("p0", "p0", "same-person"), ("p0", "p9", "unknown-participant")]
)
def test_only_two_who_are_here(a: str, b: str, why: str) -> None:
    assert begun(6).refused(p.BringTogether(round=2, a=a, b=b)) == why


def test_what_the_round_reaches_is_counted_again_after_a_change_by_hand() -> None:
    play = Play(milling="guided", groups=["Care", "IT"])
    play.arrive(8, ["Care", "IT"])
    play.start()
    assert play.host().promise[0].mixed == 4
    one, two = play.units(1)[:2]
    (a,), (b,) = ([each for each in unit if each % 2 == 0] for unit in (one, two))
    together(play, 1, a, b)
    assert play.host().promise[0].mixed == 2
    play.must(r.Undo(event=last_undo(play, "together")))
    assert play.host().promise[0].mixed == 4


def test_who_was_kept_apart_may_meet_again() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.must(g.Apart(a="p2", b="p1"))
    assert [it.name for each in play.host().undo for it in each.people] == ["Name 1", "Name 2"]
    play.must(r.Undo(event=last_undo(play, "apart")))
    assert play.session.gathering.apart == []
    assert play.host().undo == []


def test_what_somebody_asked_for_themselves_is_not_the_hosts_to_undo() -> None:
    for first, second in ((g.Apart(a="p1", b="p2"), None), (None, g.Apart(a="p1", b="p2"))):
        play = Play(milling="guided")
        play.arrive(4)
        if first:
            play.must(first)
        play.must(g.Block(participant="p2"), 1)
        assert play.do(g.Block(participant="p1"), 2) == [], "said once is enough"
        if second:
            play.must(second)
        play.must(r.Undo(event=last_undo(play, "apart")))
        assert play.session.gathering.apart == [(1, 2)]
        assert play.host().undo == []
        assert play.replayed().gathering.apart == [(1, 2)]


def test_a_block_shows_nowhere_with_the_host() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    before = play.host()
    play.must(g.Block(participant="p2"), 1)
    assert play.host() == before


def test_a_skip_is_taken_back_while_the_time_still_runs() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    play.pass_to(play.segment("turn", 1, 0) + 20_000)
    line = play.session.rounds.timeline
    play.must(r.Skip())
    play.wait(3)
    play.must(r.Undo(event=last_undo(play, "skip")))
    assert play.session.rounds.timeline == line
    play.must(r.Skip())
    event = last_undo(play, "skip")
    play.pass_to(play.segment("breathe", 1))
    assert play.refused(r.Undo(event=event)) == "cannot-undo"


def test_a_skip_stands_once_envelopes_were_opened() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    play.pass_to(play.segment("breathe", 1))
    play.must(r.Skip())
    event = last_undo(play, "skip")
    play.wait(2)
    assert play.session.pairs.opened == 2
    assert play.refused(r.Undo(event=event)) == "cannot-undo"
