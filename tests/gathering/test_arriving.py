"""Coming in through the door, and going."""

from typing import Any

import pytest

from tests.kit.crowd import KEEPER, OPENED_AT, Play
from tingsha.gathering import commands as g
from tingsha.rounds import commands as r
from tingsha.words import DAY, HOUR, Actor, Refusal, Role

NEW = Actor(Role.NEWCOMER)
ROWS = [g.RosterRow("Anna", "Care"), g.RosterRow("Bo", "IT", ["nl"]), g.RosterRow("Cem", "care")]


def opened(**opening: Any) -> str:
    try:
        Play(**opening)
    except AssertionError as refused:
        (refusal,) = refused.args
        assert isinstance(refusal, Refusal)
        return refusal.code
    return ""


def test_whoever_arrives_is_here_under_their_name_and_group() -> None:
    play = Play(groups=["Care", "IT"])
    play.must(g.Arrive(participant="a", name="Anna", group="  it "), NEW)
    mine = play.mine(0)
    assert (mine.name, mine.group, mine.state) == ("Anna", "IT", "here")
    assert b"Anna" not in b"".join(play.log)


def test_arriving_twice_under_one_id_changes_nothing() -> None:
    play = Play()
    play.must(g.Arrive(participant="a", name="Anna"), NEW)
    assert play.must(g.Arrive(participant="a", name="Eve"), NEW) == []
    assert play.mine(0).name == "Anna"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"name": " "}, "name-empty"),
        ({"name": "n" * 41}, "name-too-long"),
        ({"group": "Nowhere"}, "unknown-group"),
        ({"languages": ["Dutch"]}, "unknown-language"),
        ({"languages": [f"{a}{b}" for a in "abcdefgh" for b in "abcdefgh"]}, "too-many-languages"),
        ({"roster_id": "1-1"}, "unknown-roster-place"),
    ],
)
def test_who_cannot_come_in_like_this(said: dict[str, object], code: str) -> None:
    play = Play(groups=["Care"])
    arrive = g.Arrive(**({"participant": "a", "name": "Anna"} | said))  # type: ignore[arg-type]
    assert play.refused(arrive, NEW) == code


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        ({"title": " "}, "title-empty"),
        ({"title": "t" * 121}, "title-too-long"),
        ({"groups": ["a", " "]}, "group-empty"),
        ({"groups": ["g" * 41]}, "group-too-long"),
        ({"groups": [str(i) for i in range(201)]}, "too-many-groups"),
        ({"languages": ["x"]}, "unknown-language"),
        ({"keep_days": -1}, "keep-days-out-of-range"),
        ({"keep_days": 367}, "keep-days-out-of-range"),
        ({"plan": g.PlanAsked(rounds=0)}, "rounds-out-of-range"),
        ({"plan": g.PlanAsked(rounds=11)}, "rounds-out-of-range"),
        ({"plan": g.PlanAsked(turn_s=14)}, "plan-out-of-range"),
        ({"plan": g.PlanAsked(turn_s=1), "rehearsal": True}, ""),
        ({"groups": ["é" * 40 + str(i) for i in range(200)]}, "group-too-long"),
        ({"groups": ["語" * 37 + str(i) for i in range(200)]}, "too-much-text"),
        ({}, ""),
    ],
)
def test_what_can_be_opened(opening: dict[str, object], code: str) -> None:
    assert opened(**opening) == code


def test_a_group_is_listed_once_in_its_first_spelling() -> None:
    play = Play(groups=["Zorg", "IT", "zorg", "Zórg"])
    assert play.common().groups == ["Zorg", "IT"]


def test_a_locked_door_and_a_door_on_request() -> None:
    play = Play()
    play.must(g.SetAdmission(admission="ask"))
    (person,) = play.arrive()
    assert play.mine(person).state == "waiting"
    assert play.common().counts.here == 0
    assert [it.name for it in play.host().waiting] == ["Name 0"]
    play.must(g.Admit(participant="p0"))
    assert play.mine(person).state == "here"
    assert play.refused(g.Admit(participant="p0")) == "not-waiting"
    play.must(g.SetAdmission(admission="locked"))
    assert play.refused(g.Arrive(participant="b", name="B"), NEW) == "locked"
    assert play.add() == [1]


def test_a_full_house() -> None:
    play = Play()
    play.session.capacity = 2
    play.arrive(2)
    assert play.refused(g.Arrive(participant="c", name="C"), NEW) == "full"


def test_the_host_removes_and_renames() -> None:
    play = Play()
    play.arrive(1)
    play.must(g.Rename(participant="p0", name="Anna"))
    assert play.mine(0).name == "Anna"
    assert play.refused(g.Rename(participant="p0", name="\u200b")) == "name-empty"
    play.must(g.Remove(participant="p0"))
    assert play.mine(0).state == "removed"
    assert play.refused(g.ComeBack(), 0) == "was-removed"
    assert play.refused(g.Remove(participant="p9")) == "unknown-participant"


def test_a_place_on_the_roster_fills_in_name_and_group() -> None:
    play = Play()
    play.must(g.PlaceRoster(rows=ROWS))
    assert play.common().groups == ["Care", "IT"]
    play.must(g.Arrive(participant="a", name=" ", roster_id="1-2"), NEW)
    assert (play.mine(0).name, play.mine(0).group) == ("Bo", "IT")
    assert play.refused(g.Arrive(participant="b", name="", roster_id="1-2"), NEW) == "roster-place-taken"
    assert play.refused(g.Arrive(participant="b", name="", roster_id="1-4"), NEW) == "unknown-roster-place"
    play.must(g.Arrive(participant="b", name="Cemal", roster_id="1-3"), NEW)
    assert (play.mine(1).name, play.mine(1).group) == ("Cemal", "Care")
    play.must(g.PlaceRoster(rows=[g.RosterRow("Dee", "New")]))
    assert play.common().groups == ["Care", "IT", "New"]
    assert not any("1-1" in key for key in play.session.texts)
    assert play.mine(0).group == "IT"


def test_a_roster_says_which_line_is_wrong() -> None:
    play = Play()
    refusal = play.do(g.PlaceRoster(rows=[ROWS[0], g.RosterRow("")]))
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.params["line"]) == ("roster-name-empty", 2)


@pytest.mark.at_length
def test_a_roster_whose_groups_do_not_fit_a_screen() -> None:
    play = Play()
    rows = [g.RosterRow("Anna", "語" * 37 + str(i)) for i in range(200)]
    assert play.refused(g.PlaceRoster(rows=rows)) == "too-much-text"


def test_who_asks_to_be_forgotten_is_forgotten_everywhere() -> None:
    play = Play(milling="guided")
    play.must(g.PlaceRoster(rows=[g.RosterRow("Wilhelmina", None)]))
    play.must(g.Arrive(participant="w", name="", roster_id="1-1"), NEW)
    play.arrive(3)
    play.start()
    play.open_round(1)
    assert any("Wilhelmina" in repr(play.mine(person)) for person in (1, 2, 3))
    play.must(g.EraseMe(), 0)
    everything = [play.session.texts, play.host(), play.common(), *(play.mine(it) for it in range(4))]
    assert "Wilhelmina" not in repr(everything)
    assert b"Wilhelmina" not in b"".join(play.log)
    assert play.refused(g.EraseMe(), 0) == "forgotten"
    assert play.refused(g.Rename(participant="w", name="Wilhelmina")) == "unknown-participant"
    assert play.must(g.Arrive(participant="w", name="Wilhelmina"), NEW) == []
    play.must(g.Arrive(participant="x", name="New"), NEW)


def test_until_when_everything_is_kept() -> None:
    play = Play(keep_days=7)
    assert play.common().keep_until == OPENED_AT + 7 * DAY
    play = Play(keep_days=0)
    assert play.common().keep_until == OPENED_AT + DAY
    play.now += 2 * HOUR
    play.must(r.Close())
    assert play.common().keep_until == OPENED_AT + 3 * HOUR


def test_keeping_apart_is_said_once() -> None:
    play = Play()
    play.arrive(2)
    assert play.refused(g.Block(participant="p0"), 0) == "same-person"
    assert len(play.must(g.Block(participant="p1"), 0)) == 1
    assert play.must(g.Block(participant="p0"), 1) == []
    assert len(play.must(g.Apart(a="p1", b="p0"))) == 1, "the host can tell nothing from it"
    assert play.must(g.Apart(a="p0", b="p1")) == []


def test_the_host_sees_to_people_without_a_phone() -> None:
    play = Play()
    play.add()
    quiet = play.mine(0).participant
    play.must(g.SetAway(participant=quiet))
    assert play.host().away == 1
    assert play.host().without_phone == 0
    play.must(g.SetBack(participant=quiet))
    assert play.host().without_phone == 1
    assert play.refused(g.StepOut(), KEEPER) == "not-allowed"
