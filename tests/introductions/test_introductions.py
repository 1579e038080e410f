"""Introductions: both say yes, one step at a time, and of a no nobody ever learns."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, json

from tests.board.playing import BY_TICKET, Sharing, secret
from tests.introductions.labelled import CHOSEN_ON, fairs, score
from tingsha.board import commands as b
from tingsha.board.slips import name_of, read_slip
from tingsha.follow_up.commands import ContactCard
from tingsha.introductions import commands as c
from tingsha.introductions.matching import MOST, matches
from tingsha.introductions.view import Introduction, introductions
from tingsha.live.suggestions import kin_of
from tingsha.words import Event, Pinned

NEED, OFFER = secret(1), secret(2)
CARDS = {NEED: ContactCard(name="Noor", email="noor@example.org"), OFFER: ContactCard(name="Olaf", phone="1")}
OTHER = {NEED: OFFER, OFFER: NEED}


class Meeting(Sharing):
    """A need and an offer on a board of five people, and introductions on."""

    def __init__(self, *, on: bool = True) -> None:
        super().__init__(8)
        self.contribute(0, "Who helps me with a subsidy?", "need")
        self.contribute(1, "I write applications for funds", "offer")
        for person in (2, 3, 4):
            self.contribute(person, f"other words {person}", "insight")
        self.beat()
        if on:
            self.must(c.TurnIntroductions(on=True))

    def say(self, kind: type, mine: str, **more: Any) -> Any:
        return kind(secret=mine, contribution=name_of(OTHER[mine]), **more)

    def yes(self, mine: str) -> None:
        self.must(self.say(c.SayYes, mine), BY_TICKET)

    def take_back(self, mine: str) -> None:
        self.must(self.say(c.TakeBackYes, mine), BY_TICKET)

    def card(self, mine: str) -> None:
        self.must(self.say(c.GiveCard, mine, card=CARDS[mine]), BY_TICKET)

    def seen(self, mine: str) -> Introduction:  # type: ignore[override]
        (only,) = self.told(mine)
        return only

    def told(self, mine: str) -> list[Introduction]:
        return introductions(
            self.session, mine, {name_of(NEED): [name_of(OFFER)], name_of(OFFER): [name_of(NEED)]}
        )

    def kept(self) -> str:
        """All slips there are."""
        board = self.session.board
        return repr(board.contributions) + repr(board.yeses)


def test_they_are_off_unless_the_host_turns_them_on() -> None:
    meeting = Meeting(on=False)
    assert meeting.told(NEED) == []
    assert meeting.refused(meeting.say(c.SayYes, NEED), BY_TICKET) == "introductions-off"
    assert meeting.common().introductions is False
    meeting.must(c.TurnIntroductions(on=True))
    assert meeting.common().introductions is True
    meeting.yes(NEED)


def test_without_a_board_there_are_none() -> None:
    sharing = Sharing(3)
    sharing.must(b.TurnBoard(on=False))
    assert sharing.refused(c.TurnIntroductions(on=True)) == "board-off"


def test_each_sees_the_other_only_when_both_gave_a_card() -> None:
    meeting = Meeting()
    for mine in (NEED, OFFER):
        meeting.yes(mine)
    for mine in (NEED, OFFER):
        assert (meeting.seen(mine).both, meeting.seen(mine).card) == (True, UNSET)
    meeting.card(NEED)
    assert meeting.seen(OFFER).card is UNSET, "one card alone is shown to nobody"
    assert meeting.seen(NEED).card is UNSET
    meeting.card(OFFER)
    assert (meeting.seen(NEED).card, meeting.seen(OFFER).card) == (CARDS[OFFER], CARDS[NEED])


def test_of_a_yes_the_other_sees_nothing_and_it_can_be_unsaid() -> None:
    meeting = Meeting()
    before = json.encode(meeting.told(OFFER))
    meeting.yes(NEED)
    assert json.encode(meeting.told(OFFER)) == before
    meeting.take_back(NEED)
    assert json.encode(meeting.told(OFFER)) == before
    assert not meeting.seen(NEED).said
    meeting.yes(OFFER)
    assert not meeting.seen(OFFER).both, "what was taken back does not count"


def test_no_card_is_kept_before_both_have_said_yes() -> None:
    meeting = Meeting()
    assert meeting.refused(meeting.say(c.GiveCard, NEED, card=CARDS[NEED]), BY_TICKET) == "not-both-yes"
    meeting.yes(NEED)
    assert meeting.refused(meeting.say(c.GiveCard, NEED, card=CARDS[NEED]), BY_TICKET) == "not-both-yes"
    assert "Noor" not in meeting.kept()
    meeting.yes(OFFER)
    assert (
        meeting.refused(meeting.say(c.GiveCard, NEED, card=ContactCard(name="x")), BY_TICKET) == "card-empty"
    )
    meeting.card(NEED)
    meeting.take_back(NEED)
    assert "Noor" not in meeting.kept(), "until the other's is there one's own can be taken back"
    assert not meeting.seen(OFFER).both


def test_what_both_gave_is_given_and_goes_with_the_contribution() -> None:
    meeting = Meeting()
    for step in (meeting.yes, meeting.card):
        for mine in (NEED, OFFER):
            step(mine)
    assert meeting.refused(meeting.say(c.TakeBackYes, NEED), BY_TICKET) == "contact-exchanged"
    assert meeting.refused(meeting.say(c.GiveCard, NEED, card=CARDS[NEED]), BY_TICKET) == "contact-exchanged"
    meeting.withdraw(1)
    assert "Noor" not in meeting.kept()
    assert "Olaf" not in meeting.kept()


@pytest.mark.parametrize("mine", [NEED, OFFER])
def test_only_a_need_and_an_offer_of_two_people_that_hang_there_are_introduced(mine: str) -> None:
    meeting = Meeting()
    for to in (name_of(mine), name_of(secret(3)), "nowhere", ""):
        assert meeting.refused(c.SayYes(secret=mine, contribution=to), BY_TICKET) == "unknown-contribution"
    meeting.contribute(0, "I offer too", "offer")
    meeting.contribute(5, "late", "need")
    late = name_of(secret(7))
    assert meeting.refused(c.SayYes(secret=OFFER, contribution=late), BY_TICKET) == "unknown-contribution", (
        "waits"
    )
    meeting.contribute(6, "later", "insight")
    meeting.beat()
    own = c.SayYes(secret=NEED, contribution=name_of(secret(6)))
    assert meeting.refused(own, BY_TICKET) == "own-contribution"


def test_below_five_nothing_is_told_and_no_yes_is_heard() -> None:
    meeting = Meeting()
    meeting.yes(NEED)
    meeting.withdraw(5)
    assert meeting.told(NEED) == []
    assert meeting.refused(meeting.say(c.SayYes, OFFER), BY_TICKET) == "unknown-contribution"
    meeting.take_back(NEED)


STEPS = st.lists(
    st.tuples(st.sampled_from(["yes", "take_back", "card"]), st.sampled_from([NEED, OFFER])), max_size=14
)


@given(STEPS)
def test_whatever_they_do_nobody_learns_of_a_no(steps: list[tuple[str, str]]) -> None:
    """What one is told never changes by what the other does, but when a yes meets a yes, or meets one no longer."""
    meeting = Meeting()
    for what, mine in steps:
        other, before = OTHER[mine], meeting.seen(OTHER[mine])
        kind = {"yes": c.SayYes, "take_back": c.TakeBackYes, "card": c.GiveCard}[what]
        command = meeting.say(kind, mine, **({"card": CARDS[mine]} if what == "card" else {}))
        facts = meeting.do(command, BY_TICKET)
        after = meeting.seen(other)
        if not before.said:
            assert after == before
        assert after.card is UNSET or meeting.seen(mine).card is not UNSET
        if not meeting.seen(mine).both:
            assert CARDS[mine].name not in meeting.kept()
        if isinstance(facts, list):
            assert not any(isinstance(fact, Event) for fact in facts), "it stands in no log"
            for fact in facts:
                assert (
                    not isinstance(fact, Pinned)
                    or json.decode(json.encode(read_slip(fact.body)))["is"] == "y"
                )


def test_a_yes_is_named_so_that_only_its_secret_finds_it() -> None:
    meeting = Meeting()
    (pinned,) = meeting.must(meeting.say(c.SayYes, NEED), BY_TICKET)
    assert isinstance(pinned, Pinned)
    assert NEED not in pinned.body.decode() + pinned.name
    forged = c.TakeBackYes(secret="f" * 32, contribution=name_of(OFFER))
    assert meeting.must(forged, BY_TICKET) == []
    assert meeting.seen(NEED).said


@given(st.lists(st.text("ab ", max_size=6), max_size=6), st.lists(st.text("ab ", max_size=6), max_size=6))
def test_at_most_three_are_suggested_the_nearest_first(needs: list[str], offers: list[str]) -> None:
    rows = matches(needs, offers, ["a b"], "en", kin_of("en"))
    assert len(rows) == len(needs)
    assert all(len(row) <= MOST and len(set(row)) == len(row) for row in rows)


@pytest.mark.at_length
def test_most_of_what_is_suggested_first_goes_together() -> None:
    chosen = [score(fair) for fair in fairs() if fair.gathering in CHOSEN_ON]
    held_out = [score(fair) for fair in fairs() if fair.gathering not in CHOSEN_ON]
    assert sum(each.right for each in chosen) >= sum(each.given for each in chosen) // 2
    assert sum(each.right for each in held_out) >= 5
