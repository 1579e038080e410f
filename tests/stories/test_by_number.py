"""People count off, and the room's screen says whom to find."""

import pytest
from msgspec import UNSET

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


@pytest.fixture
def play() -> Play:
    return Play(milling="numbers")


def count_off(play: Play, people: int) -> None:
    play.must(p.CountOff(people=people))


def test_nothing_is_counted_until_the_host_says_so(play: Play) -> None:
    assert play.common().counted is UNSET
    count_off(play, 31)
    assert play.common().counted == [31, 31, 31]
    assert play.host().undo == []


def test_the_last_count_before_the_first_talking_holds_for_all_rounds(play: Play) -> None:
    count_off(play, 13)
    play.start()
    count_off(play, 31)
    play.open_round(1)
    count_off(play, 30)
    assert play.common().counted == [30, 30, 30]


def test_who_comes_later_counts_from_the_next_finding_on(play: Play) -> None:
    count_off(play, 31)
    play.start()
    play.pass_to(play.segment("turn", 1, 0))
    count_off(play, 33)
    assert play.common().counted == [31, 33, 33]
    play.open_round(2)
    count_off(play, 34)
    assert play.common().counted == [31, 33, 34]
    play.pass_to(play.segment("breathe", 2))
    count_off(play, 35)
    assert play.common().counted == [31, 33, 35]
    assert play.replayed().pairs.counts(3) == [31, 33, 35]


def test_a_first_count_comes_at_once_while_people_still_look(play: Play) -> None:
    play.start()
    play.open_round(2)
    count_off(play, 12)
    assert play.common().counted == [12, 12, 12]


def test_in_the_last_talking_there_is_nothing_left_to_count_for(play: Play) -> None:
    play.start()
    play.pass_to(play.segment("turn", 3, 1))
    assert play.refused(p.CountOff(people=20)) == "no-round-to-look-for"


def test_the_count_outlives_a_start_taken_back(play: Play) -> None:
    count_off(play, 12)
    play.start()
    play.must(r.Undo(event=play.host().undo[0].event))
    assert play.common().counted == [12, 12, 12]


def test_a_count_has_bounds_and_belongs_to_numbers(play: Play) -> None:
    for people in (-1, 0, 1, 5_001, 10**30):
        assert play.refused(p.CountOff(people=people)) == "count-out-of-range"
    assert Play(milling="guided").refused(p.CountOff(people=12)) == "not-by-number"


def test_ten_rounds_have_ten_counts() -> None:
    play = Play(milling="numbers", plan=g.PlanAsked(rounds=10))
    count_off(play, 5_000)
    assert play.common().counted == [5_000] * 10
