"""The host takes part when the number is odd, and only then."""

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


def with_joker(people: int, milling: str = "guided") -> Play:
    """So many people, and the joker as number 0 besides."""
    play = Play(milling=milling)
    play.arrive(people + 1)
    play.must(g.Joker(participant="p0", on=True))
    return play


def test_an_odd_number_is_made_even() -> None:
    play = with_joker(5)
    assert play.host().joker_joins
    play.start()
    for round_ in (1, 2, 3):
        assert sorted(map(len, play.units(round_))) == [2, 2, 2]
    assert play.mine(0).joker


def test_an_even_number_needs_nobody() -> None:
    play = with_joker(6)
    assert not play.host().joker_joins
    play.start()
    for round_ in (1, 2, 3):
        assert sorted(map(len, play.units(round_))) == [2, 2, 2]
        assert play.unit(round_, 0) == set()
    play.open_round(1)
    play.mend()
    assert play.notice(0) is None, "who stands by is not late"
    assert play.host().late == []


def test_somebody_late_takes_the_jokers_place() -> None:
    play = with_joker(5)
    play.start()
    play.open_round(1)
    (partner,) = play.unit(2, 0) - {0}
    (late,) = play.arrive(1)
    play.mend()
    assert play.unit(2, 0) == set()
    assert play.unit(2, partner) == {partner, late}
    assert len(play.unit(1, 0)) == 2, "the conversation that is on stays as it is"


def test_the_joker_steps_in_when_somebody_goes() -> None:
    play = with_joker(6)
    play.start()
    play.open_round(1)
    (partner,) = play.unit(1, 1) - {1}
    play.must(g.Leave(), 1)
    play.mend()
    assert play.unit(1, partner) == {partner, 0}, "better company than a trio"
    assert sorted(map(len, play.units(1))) == [2, 2, 2]
    assert all(0 in set().union(*play.units(round_)) for round_ in (2, 3))


def test_a_joker_no_more_takes_part_like_everybody() -> None:
    play = with_joker(6)
    play.start()
    play.must(g.Joker(participant="p0", on=False))
    play.mend()
    assert sorted(map(len, play.units(2))) == [2, 2, 3]
    assert play.host().joker is None
    assert play.do(g.Joker(participant="p0", on=False)) == []


def test_whoever_finds_nobody_by_themselves_finds_the_joker() -> None:
    play = with_joker(5, milling="free")
    play.start()
    play.open_round(1)
    play.must(p.FindMeAPartner(), 3)
    play.pass_to(play.segment("turn", 1, 0) + 1_000)
    assert play.unit(1, 3) == {0, 3}


def test_the_promise_counts_without_the_joker() -> None:
    play = Play(milling="guided", groups=["Care", "IT"])
    play.arrive(4, ["Care", "IT"])
    (joker,) = play.arrive(1)
    outlook = play.host().outlook
    assert outlook is not None
    play.must(g.Joker(participant=f"p{joker}", on=True))
    without = play.host().outlook
    assert without is not None
    assert (without.units, without.mixed) == (6, 4)


def test_only_somebody_who_is_here_is_the_joker() -> None:
    play = with_joker(4)
    assert play.refused(g.Joker(participant="nobody", on=True)) == "unknown-participant"
    play.must(g.Remove(participant="p0"))
    assert play.refused(g.Joker(participant="p0", on=False)) == "unknown-participant"
    play.start()
    assert play.common().counts.here == 4
    play.must(r.Close())
