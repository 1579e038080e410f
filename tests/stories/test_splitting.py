"""A sealed unit is taken apart only while there is time to confirm, and put together when a phone has not."""

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.words import SECOND


def many(asleep: set[int] | None = None) -> Play:
    """Twenty people in round 1, in pairs."""
    play = Play(milling="guided")
    play.arrive(20)
    play.asleep = asleep or set()
    play.start()
    play.open_round(1)
    return play


def gate(play: Play) -> int:
    return play.segment("bell", 1)


def one_gone(play: Play) -> tuple[set[int], int]:
    """The first person is gone; answers the trio that this leads to, and somebody outside it."""
    play.must(g.StepOut(), 0)
    play.wait(2)
    trio = next(unit for unit in play.units(2) if len(unit) == 3)
    return trio, next(person for person in range(1, 20) if person not in trio)


def test_early_on_a_sealed_unit_gains_but_is_not_split() -> None:
    play = many()
    before = play.units(2)
    play.must(g.StepOut(), 0)
    play.wait(2)
    now = play.units(2)
    assert all(any(unit - {0} <= other for other in now) for unit in before)
    assert sorted(map(len, now)) == [2] * 8 + [3]


def test_in_the_window_confirmed_phones_may_be_parted() -> None:
    play = many()
    _, other = one_gone(play)
    play.pass_to(gate(play) - 15 * SECOND)
    play.must(g.StepOut(), other)
    play.wait(1)
    assert {len(unit) for unit in play.units(2)} == {2}
    assert play.session.pairs.split
    play.open_round(2)
    assert {len(unit) for unit in play.units(2)} == {2}
    assert not play.session.pairs.split


def test_a_split_that_a_phone_did_not_confirm_is_taken_back() -> None:
    play = many()
    trio, other = one_gone(play)
    play.pass_to(gate(play) - 15 * SECOND)
    play.asleep = set(trio)
    play.must(g.StepOut(), other)
    play.wait(1)
    assert trio not in play.units(2)
    play.open_round(2)
    assert any(trio <= unit for unit in play.units(2))
    assert set().union(*play.units(2)) == set(range(20)) - {0, other}


def test_a_phone_that_never_confirmed_keeps_its_unit() -> None:
    play = many(asleep=set(range(20)))
    before = play.units(2)
    play.must(g.StepOut(), 0)
    play.open_round(2)
    assert all(any(unit - {0} <= other for other in play.units(2)) for unit in before)


def test_a_second_mending_does_not_forget_the_first_split() -> None:
    play = many()
    trio, other = one_gone(play)
    play.pass_to(gate(play) - 18 * SECOND)
    play.asleep = set(trio)
    play.must(g.StepOut(), other)
    play.wait(1)
    play.arrive(1)
    play.wait(1)
    play.open_round(2)
    assert any(trio <= unit for unit in play.units(2))
