"""Free milling: people choose their own partner, and a phone helps who asks it to."""

from tests.kit.crowd import HOST, KEEPER, Play
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


def free(people: int) -> Play:
    play = Play(milling="free")
    play.arrive(people)
    play.start()
    play.open_round(1)
    return play


def test_two_who_ask_for_a_partner_get_each_other() -> None:
    play = free(6)
    play.must(p.FindMeAPartner(), 0)
    play.wait(1)
    assert play.mine(0).seeking
    assert play.common().counts.looking == 1
    play.must(p.FindMeAPartner(), 1)
    play.wait(1)
    assert play.unit(1, 0) == {0, 1}
    assert play.notice(0) == "rescued"
    assert play.refused(p.FindMeAPartner(), 0) == "has-partner"
    assert play.common().counts.looking == 0


def test_people_who_met_are_not_matched_again() -> None:
    play = free(4)
    for round_, expected in ((1, True), (2, False)):
        play.open_round(round_)
        play.must(p.FindMeAPartner(), 0)
        play.must(p.FindMeAPartner(), 1)
        play.wait(1)
        assert (play.unit(round_, 0) == {0, 1}) is expected


def test_the_odd_one_joins_a_pair_when_the_talking_begins() -> None:
    play = free(5)
    for person in (0, 1, 2):
        play.must(p.FindMeAPartner(), person)
    play.wait(1)
    (odd,) = {0, 1, 2} - set().union(*play.units(1))
    assert not play.session.last_call(play.now)
    play.pass_to(play.segment("turn", 1, 0))
    assert play.session.last_call(play.now) or play.unit(1, odd) == {0, 1, 2}
    play.do(p.Mend(), KEEPER)
    assert play.unit(1, odd) == {0, 1, 2}
    assert not play.session.last_call(play.now)


def test_who_still_seeks_is_looked_at_in_the_next_round() -> None:
    play = free(2)
    play.must(p.FindMeAPartner(), 0)
    play.wait(2)
    assert play.mine(0).seeking
    play.pass_to(play.segment("breathe", 1))
    play.must(p.FindMeAPartner(), 1)
    play.open_round(2)
    play.wait(1)
    assert play.unit(2, 0) == {0, 1}


def test_a_proposal_and_a_yes_make_a_pair() -> None:
    play = free(4)
    play.must(p.Propose(to="p1"), 0)
    proposals = play.mine(1).proposals
    assert isinstance(proposals, list)
    assert [it.participant for it in proposals] == ["p0"]
    assert play.refused(p.Accept(from_="p2"), 1) == "not-proposed"
    play.must(p.Accept(from_="p0"), 1)
    assert play.unit(1, 0) == {0, 1}
    assert not isinstance(play.mine(1).proposals, list)
    assert play.refused(p.Propose(to="p1"), 2) == "has-partner"


def test_two_who_propose_to_each_other_are_a_pair() -> None:
    play = free(2)
    play.must(p.Propose(to="p1"), 0)
    play.must(p.Propose(to="p0"), 1)
    assert play.unit(1, 0) == {0, 1}


def test_a_new_proposal_takes_the_place_of_the_old() -> None:
    play = free(3)
    play.must(p.Propose(to="p1"), 0)
    play.must(p.Propose(to="p2"), 0)
    assert not isinstance(play.mine(1).proposals, list)
    assert play.refused(p.Accept(from_="p0"), 1) == "not-proposed"


def test_a_pair_that_agrees_does_not_make_others_wait() -> None:
    play = free(4)
    play.must(p.FindMeAPartner(), 2)
    play.must(p.Propose(to="p1"), 0)
    control = play.session.control
    play.must(p.Accept(from_="p0"), 1)
    assert play.session.control == control
    play.must(p.FindMeAPartner(), 3)
    play.wait(1)
    assert play.unit(1, 2) == {2, 3}


def test_whose_proposer_goes_away_has_no_proposal_any_more() -> None:
    play = free(3)
    play.must(p.Propose(to="p1"), 0)
    play.must(g.StepOut(), 0)
    assert not isinstance(play.mine(1).proposals, list)


def test_who_is_blocked_looks_busy() -> None:
    play = free(2)
    play.must(g.Block(participant="p1"), 0)
    assert play.refused(p.Propose(to="p0"), 1) == "has-partner"


def test_hands_up_are_counted_and_go_down_with_the_round() -> None:
    play = free(4)
    for person in range(3):
        play.must(p.Looking(looking=True), person)
    counts = play.common().counts
    assert (counts.here, counts.looking, counts.in_conversation) == (4, 3, 1)
    play.must(p.Looking(looking=False), 0)
    play.must(p.FoundPartner(round=1), 1)
    assert play.common().counts.looking == 1
    play.open_round(2)
    assert play.common().counts.looking == 0
    assert not play.mine(2).looking


def test_stepping_out_and_coming_back() -> None:
    play = free(4)
    play.must(g.StepOut(), 0)
    assert play.mine(0).away
    assert play.common().counts.here == 3
    assert play.refused(p.FindMeAPartner(), 0) == "no-round-to-look-for"
    play.must(g.ComeBack(), 0)
    assert not play.mine(0).away
    assert play.refused(g.ComeBack(), 0) == "not-away"


def test_before_the_start_people_may_already_find_each_other() -> None:
    play = Play(milling="free")
    play.arrive(2)
    play.must(p.FindMeAPartner(), 0)
    play.must(p.FindMeAPartner(), 1)
    play.wait(1)
    assert play.unit(1, 0) == {0, 1}
    play.start()
    play.open_round(1)
    assert play.unit(1, 0) == {0, 1}


def test_with_numbers_no_phone_is_asked() -> None:
    play = Play(milling="numbers")
    play.arrive(4)
    play.must(r.Start(), HOST)
    play.open_round(1)
    assert play.refused(p.FindMeAPartner(), 0) == "no-round-to-look-for"
    assert play.mine(0).envelopes == []
