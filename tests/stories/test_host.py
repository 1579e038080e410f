"""What the host does, and takes back."""

from tests.kit.crowd import HOST, Play
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


def last_undo(play: Play, what: str) -> int:
    return [it.event for it in play.host().undo if it.what == what][-1]


def test_undoing_the_start_takes_the_envelopes_back() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    assert len(play.mine(0).envelopes) == 3
    before = play.mine(0).version
    play.must(r.Undo(event=last_undo(play, "start")))
    assert play.common().phase == "lobby"
    assert play.common().timeline == []
    assert play.mine(0).envelopes == []
    assert play.mine(0).version > before
    play.start()
    assert len(play.mine(0).envelopes) == 3


def test_the_start_stands_once_a_bell_has_rung() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    event = last_undo(play, "start")
    play.pass_to(play.segment("breathe", 1))
    assert play.refused(r.Undo(event=event)) == "cannot-undo"


def test_an_extension_is_taken_back_once() -> None:
    play = Play()
    play.start()
    play.open_round(1)
    line = play.common().timeline
    play.must(r.Extend(seconds=60))
    event = last_undo(play, "extend")
    play.must(r.Undo(event=event))
    assert play.common().timeline == line
    assert play.refused(r.Undo(event=event)) == "cannot-undo"
    assert [it.what for it in play.host().undo] == ["start"]


def test_an_extension_stands_once_its_segment_is_over() -> None:
    play = Play()
    play.start()
    play.open_round(1)
    play.must(r.Extend(seconds=60))
    event = last_undo(play, "extend")
    play.pass_to(play.segment("turn", 1, 0))
    assert play.refused(r.Undo(event=event)) == "cannot-undo"


def test_two_people_change_places_and_back() -> None:
    play = Play(milling="guided")
    play.arrive(6)
    play.start()
    before = play.units(2)
    other = next(person for person in range(6) if person not in play.unit(2, 0))
    play.must(p.Swap(round=2, a="p0", b=f"p{other}"))
    assert play.units(2) != before
    assert set().union(*play.units(2)) == set(range(6))
    play.must(r.Undo(event=last_undo(play, "swap")))
    assert play.units(2) == before


def test_an_open_round_is_not_swapped_in() -> None:
    play = Play(milling="guided")
    play.arrive(6)
    play.start()
    swap = p.Swap(round=1, a="p0", b=next(f"p{it}" for it in range(6) if it not in play.unit(1, 0)))
    play.must(swap)
    event = last_undo(play, "swap")
    play.open_round(1)
    assert play.refused(swap) == "not-this-round"
    play.pass_to(play.segment("breathe", 1))
    assert play.refused(swap) == "not-this-round"
    assert play.refused(r.Undo(event=event)) == "cannot-undo"


def test_a_swap_does_not_bring_together_who_are_kept_apart() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    (partner,) = play.unit(1, 0) - {0}
    other = min({1, 2, 3} - {partner})
    play.must(g.Apart(a="p0", b=f"p{other}"))
    assert play.refused(p.Swap(round=1, a=f"p{partner}", b=f"p{other}")) == "kept-apart"


def test_a_removal_taken_back_leaves_people_where_they_were() -> None:
    play = Play()
    play.arrive(1)
    play.must(g.SetAdmission(admission="ask"))
    play.arrive(1)
    for person in (0, 1):
        play.must(g.Remove(participant=f"p{person}"))
        assert play.mine(person).state == "removed"
        play.must(r.Undo(event=last_undo(play, "remove")))
    assert play.mine(0).state == "here"
    assert play.mine(1).state == "waiting"


def test_how_the_door_stood_comes_back() -> None:
    play = Play()
    play.must(g.SetAdmission(admission="ask"))
    play.must(g.SetAdmission(admission="locked"))
    play.must(r.Undo(event=last_undo(play, "admission")))
    assert play.host().admission == "ask"
    play.must(r.Undo(event=last_undo(play, "admission")))
    assert play.host().admission == "open"
    assert play.host().undo == []


def test_a_removed_name_is_gone_from_the_partners_phone() -> None:
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    (partner,) = play.unit(1, 0) - {0}
    play.must(g.Remove(participant="p0"), HOST)
    assert all(it.participant != "p0" for each in play.mine(partner).envelopes for it in each.partners)


def test_an_extended_turn_lengthens_the_thirds_of_a_trio() -> None:
    play = Play(milling="guided")
    play.arrive(3)
    play.start()
    play.pass_to(play.segment("turn", 1, 0))
    play.must(r.Extend(seconds=60))
    turns = play.mine(0).envelopes[0].turns
    assert isinstance(turns, list)
    assert {it.lasts_ms for it in turns} == {(2 * 180_000 - 5_000) // 3}
