"""Two people come with one phone: both are in the pairing, and the phone shows the way of both."""

import json

import pytest
from msgspec import UNSET
from msgspec import json as msgjson

from tests.kit.crowd import Play
from tingsha.flow.documents import Beside
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r


@pytest.fixture
def play() -> Play:
    play = Play(milling="guided", groups=["Care", "IT"])
    play.arrive(7, groups=["Care", "IT"])
    return play


def share(play: Play, owner: int, name: str = "Bo") -> int:
    play.must(g.SharePhone(name=name, group="IT"), owner)
    return len(play.session.gathering.people) - 1


def beside(play: Play, owner: int) -> Beside:
    shown = play.mine(owner).beside
    assert isinstance(shown, list)
    (only,) = shown
    return only


def test_the_second_one_is_in_the_pairing_and_the_phone_shows_both_ways(play: Play) -> None:
    bo = share(play, 0)
    assert beside(play, 0).name == "Bo"
    assert play.mine(1).beside is UNSET
    play.start()
    shown = beside(play, 0)
    assert [each.round for each in shown.envelopes] == [1, 2, 3]
    for envelope in shown.envelopes:
        unit = play.unit(envelope.round, bo)
        assert {partner.name for partner in envelope.partners} == {
            play.session.name(each) for each in unit - {bo}
        }
        assert 0 not in unit
        for partner in unit - {bo}:
            theirs = play.mine(partner).envelopes[envelope.round - 1]
            assert (theirs.spot, theirs.beacon) == (envelope.spot, envelope.beacon)
            assert [one.phone for one in theirs.partners if one.name == "Bo"] == [False]


def test_who_is_mended_shows_on_the_phone_at_once(play: Play) -> None:
    bo = share(play, 0)
    play.start()
    partner = next(iter(play.unit(2, bo) - {bo}))
    before = play.mine(0).version
    play.must(g.StepOut(), partner)
    play.pass_to(play.segment("find", 2) - 5_000)
    assert play.mine(0).version > before
    names = {one.name for one in beside(play, 0).envelopes[1].partners}
    assert names == {play.session.name(each) for each in play.unit(2, bo) - {bo}}


def test_the_phone_that_is_missed_is_not_asked_for_the_second_one(play: Play) -> None:
    bo = share(play, 0)
    play.start()
    play.open_round(1)
    partner = next(
        each for each in play.unit(1, bo) if each != bo and play.session.gathering.people.phone[each]
    )
    play.must(p.PartnerMissing(round=1), partner)
    assert play.notice(0) != "are-you-there"


def test_two_is_the_most_and_nobody_shares_through_a_closed_door(play: Play) -> None:
    bo = share(play, 0)
    assert play.refused(g.SharePhone(name="Cy"), 0) == "phone-shared"
    assert play.refused(g.SharePhone(name=" "), 1) == "name-empty"
    assert play.refused(g.SharePhone(name="Cy", group="Moon"), 1) == "unknown-group"
    play.must(g.Remove(participant=play.session.gathering.people.ids[bo]))
    share(play, 0, "Cy")
    play.must(g.SetAdmission(admission="locked"))
    assert play.refused(g.SharePhone(name="Di"), 1) == "locked"
    play.must(g.SetAdmission(admission="ask"))
    share(play, 2, "Ed")
    assert [one.name for one in play.host().waiting] == ["Ed"]


def test_who_erases_themselves_takes_along_who_had_no_phone(play: Play) -> None:
    bo = share(play, 0)
    name = "name:" + play.session.gathering.people.ids[bo]
    assert name in play.session.texts
    play.must(g.EraseMe(), 0)
    assert name not in play.session.texts
    assert not play.session.here(bo)


def test_among_a_handful_they_may_meet_rather_than_stand_alone() -> None:
    play = Play(milling="guided")
    play.arrive(2)
    share_ = g.SharePhone(name="Bo")
    play.must(share_, 0)
    play.start()
    assert play.units(1) == [{0, 1, 2}]
    assert play.host().promise[0].unresolved == []


def test_the_log_alone_tells_who_looks_along(play: Play) -> None:
    share(play, 3)
    play.start()
    again = play.replayed()
    assert again.gathering.beside == play.session.gathering.beside == {7: 3}
    assert "Bo" not in "".join(body.decode() for body in play.log)
    assert all("beside" in json.loads(body) for body in play.log if b'"beside"' in body)


@pytest.mark.at_length
def test_a_document_with_two_ways_stays_small() -> None:
    long = "語\U0001f600" * 20
    play = Play(milling="guided", plan=g.PlanAsked(rounds=10))
    play.watched = 0
    play.arrive(8)
    for person in range(8):
        play.must(g.Rename(participant=f"p{person}", name=long))
    play.must(g.SharePhone(name=long), 0)
    play.start()
    assert len(msgjson.encode(play.mine(0))) <= 16 * 1024
    play.must(r.Skip())
