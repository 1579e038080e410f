"""Free milling by tag and by name: two who stand before each other say so, and nobody has to."""

from collections.abc import Sequence

import pytest

from tests.kit.crowd import KEEPER, Play
from tingsha.flow import own
from tingsha.flow.evolve import evolve
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.pairs.events import PairMet
from tingsha.rounds import commands as r


def free(people: int, groups: list[str] | None = None) -> Play:
    play = Play(milling="free", groups=groups or [])
    play.arrive(people, groups=groups)
    play.start()
    play.open_round(1)
    return play


def tag(play: Play, person: int, round_: int = 1) -> str:
    tags = play.mine(person).tags
    assert isinstance(tags, Sequence)
    return tags[round_ - 1]


def known(play: Play, person: int, round_: int) -> object:
    (envelope,) = [each for each in play.mine(person).envelopes if each.round == round_]
    return envelope.partners[0].knows


def listed(play: Play, person: int, after: int = 0, most: int = 20) -> list[str]:
    page = own.looking_page(play.session, play.session.meeting_round(play.now), person, after, most)
    return [each.participant for each in page.people]


def test_one_tag_typed_makes_a_pair_of_both() -> None:
    play = free(4)
    play.must(p.StandWith(tag=tag(play, 1).lower()), 0)
    assert play.unit(1, 0) == {0, 1}
    for person, other in ((0, "p1"), (1, "p0")):
        (envelope,) = play.mine(person).envelopes
        assert envelope.found
        assert [each.participant for each in envelope.partners] == [other]
    assert play.must(p.StandWith(tag=tag(play, 0)), 1) == []


def test_it_takes_hands_and_proposals_along() -> None:
    play = free(4)
    play.must(p.Looking(looking=True), 0)
    play.must(p.FindMeAPartner(), 1)
    play.must(p.Propose(to="p1"), 2)
    play.must(p.StandWith(tag=tag(play, 1)), 0)
    assert play.common().counts.looking == 0
    assert not isinstance(play.mine(1).proposals, list)
    play.wait(1)
    assert play.unit(1, 1) == {0, 1}


def test_every_kind_no_has_its_words() -> None:
    play = free(6)
    assert play.refused(p.StandWith(tag="??"), 0) == "unknown-tag"
    assert play.refused(p.StandWith(tag=tag(play, 0)), 0) == "own-tag"
    play.must(p.StandWith(tag=tag(play, 2)), 1)
    assert play.refused(p.StandWith(tag=tag(play, 2)), 0) == "has-partner"
    assert play.refused(p.StandWith(tag=tag(play, 3)), 1) == "has-partner"
    play.must(g.StepOut(), 4)
    assert play.refused(p.StandWith(tag=tag(play, 4)), 0) == "unknown-tag"
    assert play.refused(p.StandWith(tag=tag(play, 3)), 4) == "no-round-to-look-for"


def test_who_is_blocked_looks_like_a_slip_of_the_finger_even_when_taken() -> None:
    play = free(4)
    play.must(g.Block(participant="p1"), 0)
    assert play.refused(p.StandWith(tag=tag(play, 0)), 1) == "unknown-tag"
    assert play.refused(p.StandWith(tag=tag(play, 1)), 0) == "unknown-tag"
    play.must(p.StandWith(tag=tag(play, 2)), 0)
    assert play.refused(p.StandWith(tag=tag(play, 0)), 1) == "unknown-tag"


def test_a_tag_of_the_last_round_or_of_another_gathering_is_nobodys() -> None:
    play, other = free(3), Play(milling="free", seed=99)
    other.arrive(3)
    old = tag(play, 1)
    play.open_round(2)
    assert tag(play, 1, 2) != old
    assert play.refused(p.StandWith(tag=old), 0) == "unknown-tag"
    assert {tag(other, each) for each in range(3)}.isdisjoint({tag(play, each) for each in range(3)})


def test_of_two_who_type_one_tag_at_once_the_second_is_too_late() -> None:
    play = free(3)
    play.must(p.StandWith(tag=tag(play, 1)), 0)
    assert not evolve(play.session, PairMet(person=2, to=1, round=1))
    assert not evolve(play.session, PairMet(person=2, to=2, round=1))
    assert play.unit(1, 1) == {0, 1}
    assert play.unit(1, 2) == set()


@pytest.mark.parametrize("milling", ["guided", "numbers"])
def test_only_who_choose_each_other_have_tags(milling: str) -> None:
    play = Play(milling=milling)
    play.arrive(4)
    play.start()
    play.open_round(1)
    assert not isinstance(play.mine(0).tags, list)
    assert play.refused(p.StandWith(tag="ABC"), 0) == "no-round-to-look-for"


def test_there_is_a_word_for_those_who_met_and_never_a_no() -> None:
    play = free(4)
    play.must(p.StandWith(tag=tag(play, 1)), 0)
    assert known(play, 0, 1) not in ("met", "group")
    play.open_round(2)
    play.must(p.StandWith(tag=tag(play, 1, 2)), 0)
    assert known(play, 0, 2) == known(play, 1, 2) == "met"
    assert known(play, 0, 1) not in ("met", "group")


def test_there_is_a_word_for_those_of_one_group_also_with_a_proposal() -> None:
    play = free(6, ["Care", "School"])
    play.must(p.Propose(to="p2"), 0)
    (proposal,) = play.mine(2).proposals  # type: ignore[misc]
    assert proposal.knows == "group"
    play.must(p.Accept(from_="p0"), 2)
    assert known(play, 0, 1) == "group"
    play.must(p.StandWith(tag=tag(play, 4)), 3)
    assert known(play, 3, 1) not in ("met", "group")


def test_listed_are_only_those_who_look_and_may_be_met() -> None:
    play = free(9)
    assert listed(play, 0) == []
    for person in (1, 2, 3, 4, 5):
        play.must(p.Looking(looking=True), person)
    play.must(p.FindMeAPartner(), 6)
    play.must(g.Block(participant="p0"), 1)
    play.must(g.StepOut(), 2)
    play.must(p.StandWith(tag=tag(play, 7)), 3)
    assert listed(play, 0) == ["p4", "p5", "p6"]
    assert listed(play, 5) == ["p6", "p1", "p4"]
    page = own.looking_page(play.session, 1, 0, 0, 2)
    assert page.after == 2
    assert listed(play, 0, 2, 2) == ["p6"]


def test_whom_one_met_by_a_tap_is_there_afterwards() -> None:
    play = free(4)
    play.must(p.StandWith(tag=tag(play, 1)), 0)
    play.must(r.Next())
    assert [each.partners[0].name for each in play.mine(0).envelopes] == ["Name 1"]
    assert play.mine(2).envelopes == []


def test_nobody_taps_and_the_rounds_go_by() -> None:
    play = free(7)
    for round_ in (1, 2, 3):
        play.open_round(round_)
        assert all(play.notice(person) is None for person in range(7))
    play.pass_to(play.segment("debrief", 0))
    play.wait(1)
    assert play.session.rounds.phase == "together"
    assert all(play.mine(person).envelopes == [] for person in range(7))


def test_who_is_left_and_asked_is_paired_with_a_hand_that_is_still_up() -> None:
    play = free(5)
    for person in (1, 2):
        play.must(p.Looking(looking=True), person)
    play.must(p.FindMeAPartner(), 0)
    play.wait(2)
    assert play.unit(1, 0) == set()
    play.pass_to(play.segment("turn", 1, 0))
    play.do(p.Mend(), KEEPER)
    unit = play.unit(1, 0)
    assert len(unit) == 2
    assert unit < {0, 1, 2}


def test_two_hands_that_were_not_put_down_are_left_in_peace() -> None:
    play = free(4)
    for person in (0, 1):
        play.must(p.Looking(looking=True), person)
    play.pass_to(play.segment("turn", 1, 0))
    play.wait(2)
    assert play.units(1) == []


def test_the_odd_one_becomes_third_with_two_who_stand_together() -> None:
    play = free(3)
    play.must(p.StandWith(tag=tag(play, 1)), 0)
    play.must(p.FindMeAPartner(), 2)
    play.pass_to(play.segment("turn", 1, 0))
    play.do(p.Mend(), KEEPER)
    assert play.unit(1, 2) == {0, 1, 2}
    turns = play.mine(2).envelopes[0].turns
    assert isinstance(turns, list)
    assert len({each.lasts_ms for each in turns}) == 1


def test_alone_in_the_talking_one_may_still_ask() -> None:
    play = free(3)
    play.must(p.StandWith(tag=tag(play, 1)), 0)
    play.pass_to(play.segment("turn", 1, 0))
    play.wait(5)
    play.must(p.FindMeAPartner(), 2)
    play.wait(1)
    assert play.unit(1, 2) == {0, 1, 2}
