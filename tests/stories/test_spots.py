"""Where people stand: numbers, a grid or names, and what their phones say of it."""

from typing import Any, Final

import pytest

from tests.kit.crowd import Play
from tingsha.gathering import commands as g
from tingsha.gathering.commands import SpotsAsked
from tingsha.live.again import same_again
from tingsha.pairs.commands import LaySpots
from tingsha.rounds import commands as r

GRID: Final = SpotsAsked(rows=3, columns=4)
NAMES: Final = SpotsAsked(names=["the window", "the piano"])


def guided(people: int, **opening: Any) -> Play:
    play = Play(milling="guided", **opening)
    play.arrive(people)
    play.start()
    return play


def stands(play: Play, round_: int, person: int) -> tuple[int, str, str, str, str]:
    envelope = play.mine(person).envelopes[round_ - 1]
    return envelope.spot, envelope.label, envelope.row, envelope.beacon.colour, envelope.beacon.shape


def test_in_a_grid_the_phone_says_which_row_and_place() -> None:
    play = guided(20, spots=GRID)
    for round_ in (1, 2, 3):
        found = [stands(play, round_, person) for person in range(20)]
        assert len(set(found)) == 10
        for spot, label, row, *_sign in found:
            assert row in "ABC"
            assert label == f"{row}{(spot - 1) % 4 + 1}"
            assert "ABC".index(row) == (spot - 1) // 4


@pytest.mark.at_length
def test_partners_stand_together_and_nobody_else_has_their_sign() -> None:
    play = guided(30, spots=NAMES)
    for round_ in (1, 2, 3):
        for person in range(30):
            alike = {each for each in range(30) if stands(play, round_, each) == stands(play, round_, person)}
            assert alike == play.unit(round_, person)
    assert {stands(play, 1, person)[1] for person in range(30)} == {*NAMES.names}


def test_a_number_of_spots_is_shared_when_there_are_too_few() -> None:
    play = guided(20, spots=SpotsAsked(count=4))
    assert {stands(play, 1, person)[:3] for person in range(20)} == {(spot, "", "") for spot in (1, 2, 3, 4)}


def test_without_spots_everything_is_as_it_was() -> None:
    play = guided(20)
    assert {stands(play, 1, person)[0] for person in range(20)} == set(range(1, 11))
    assert {stands(play, 1, person)[1:3] for person in range(20)} == {("", "")}


def test_one_person_alone_can_start_in_a_grid() -> None:
    assert guided(1, spots=GRID).mine(0).envelopes == []


def test_those_whom_nothing_happened_to_keep_their_spot() -> None:
    play = guided(20, spots=GRID)
    before = {person: stands(play, 3, person) for person in range(20)}
    for person in (3, 8):
        play.must(g.StepOut(), person)
    play.arrive(2)
    units = {person: play.unit(3, person) for person in range(20)}
    play.open_round(3)
    same = [person for person in range(20) if play.unit(3, person) == units[person] and person not in (3, 8)]
    assert len(same) >= 12
    assert all(stands(play, 3, person) == before[person] for person in same)


def test_spots_can_be_laid_anew_until_the_start() -> None:
    play = Play(milling="guided", spots=NAMES)
    play.arrive(8)
    play.must(LaySpots(spots=GRID))
    assert (play.host().spots.rows, play.host().spots.columns, play.host().spots.named) == (3, 4, False)
    assert not any(key.startswith("spot:") for key in play.session.texts)
    play.must(LaySpots())
    assert play.host().spots.count == 0
    play.start()
    assert play.refused(LaySpots(spots=GRID)) == "already-started"


def test_a_start_that_is_taken_back_leaves_the_spots() -> None:
    play = guided(8, spots=GRID)
    play.must(r.Undo(event=next(each.event for each in play.host().undo if each.what == "start")))
    assert play.host().spots.count == 12
    play.start()
    assert stands(play, 1, 0)[2] in "ABC"


@pytest.mark.parametrize(
    "asked", [GRID, NAMES, SpotsAsked(count=7, room_m2=90), SpotsAsked(room_m2=50), None]
)
def test_the_same_group_again_has_the_same_spots(asked: SpotsAsked | None) -> None:
    assert same_again(Play(milling="guided", spots=asked).session).spots == asked


def test_the_host_is_told_how_many_spots_a_crowd_wants() -> None:
    play = Play(milling="guided")
    play.arrive(120)
    spots = play.host().spots
    assert (spots.wanted, spots.propose_rows, spots.propose_columns) == (60, 6, 10)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (SpotsAsked(), "spots-unclear"),
        (SpotsAsked(count=3, names=["a"]), "spots-unclear"),
        (SpotsAsked(count=3, rows=2, columns=2), "spots-unclear"),
        (SpotsAsked(room_m2=0), "spots-unclear"),
        (SpotsAsked(count=3, room_m2=-5), "spots-out-of-range"),
        (SpotsAsked(room_m2=1_000_001), "spots-out-of-range"),
        (SpotsAsked(count=0), "spots-out-of-range"),
        (SpotsAsked(count=10_001), "spots-out-of-range"),
        (SpotsAsked(rows=3), "spots-out-of-range"),
        (SpotsAsked(rows=101, columns=2), "spots-out-of-range"),
        (SpotsAsked(rows=2, columns=-1), "spots-out-of-range"),
        (SpotsAsked(names=[str(each) for each in range(201)]), "spots-out-of-range"),
        (SpotsAsked(names=["the piano", "The Piano "]), "spot-names-unusable"),
        (SpotsAsked(names=[" "]), "spot-names-unusable"),
        (SpotsAsked(names=["x" * 41]), "spot-names-unusable"),
    ],
)
def test_spots_that_cannot_be_are_refused_and_change_nothing(asked: SpotsAsked, code: str) -> None:
    play = Play(milling="guided", spots=GRID)
    assert play.refused(LaySpots(spots=asked)) == code
    assert play.host().spots.count == 12


def test_a_log_with_spots_folds_to_the_same_envelopes() -> None:
    play = guided(20, spots=GRID)
    play.open_round(1)
    again = play.replayed()
    assert again.pairs.spots == play.session.pairs.spots
    for one, other in zip(again.pairs.tables, play.session.pairs.tables, strict=True):
        assert one.units.tolist() == other.units.tolist()


@pytest.mark.at_length
def test_the_time_to_find_each_other_follows_crowd_room_and_way() -> None:
    def proposed(people: int, milling: str, spots: SpotsAsked | None = None) -> int:
        play = Play(milling=milling, spots=spots)
        play.watched = 0
        play.arrive(people)
        shown = play.common().plan.find_s
        play.start()
        assert play.session.rounds.plan.find_s == shown
        return shown

    assert proposed(250, "free") == 30
    assert proposed(250, "guided") == 55
    assert proposed(250, "guided", SpotsAsked(rows=10, columns=13)) == 40
    assert proposed(250, "guided", SpotsAsked(rows=10, columns=13, room_m2=250)) == 50
    assert proposed(250, "guided", NAMES) == 40
