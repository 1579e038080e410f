"""Two yeses make an exchange; of anything less the other learns nothing, not even from a version number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, UnsetType, to_builtins

from tests.kit.crowd import Play
from tingsha.follow_up import commands as f
from tingsha.follow_up.view import Contact
from tingsha.gathering import commands as g
from tingsha.pairs import commands as p
from tingsha.rounds import commands as r
from tingsha.words import Command

CARD = f.ContactCard(email="canary@x.example")


def met() -> Play:
    """Four people whose first round was talked in."""
    play = Play(milling="guided")
    play.arrive(4)
    play.start()
    play.pass_to(play.segment("turn", 1, 0) + 5_000)
    play.must(r.Next())
    play.must(f.TurnFollowUp(on=True))
    return play


def partner(play: Play, person: int = 0) -> int:
    (other,) = play.unit(1, person) - {person}
    return other


def offer(to: int, card: f.ContactCard = CARD) -> f.OfferContact:
    return f.OfferContact(participant=f"p{to}", card=card)


def contacts(play: Play, person: int) -> list[Contact]:
    found = play.mine(person).contacts
    return [] if isinstance(found, UnsetType) else found


def test_cards_are_seen_when_both_have_given_theirs() -> None:
    play = met()
    other = partner(play)
    play.must(offer(other), 0)
    assert contacts(play, 0) == [Contact(f"p{other}", offered=True)]
    play.must(offer(0, f.ContactCard(name="Bo", phone="+31 6 1234")), other)
    assert contacts(play, 0)[0].card == f.ContactCard(name="Bo", phone="+31 6 1234")
    assert contacts(play, other)[0].card == CARD
    assert play.refused(f.TakeBackContact(participant=f"p{other}"), 0) == "contact-exchanged"


def test_of_an_offer_that_is_not_answered_nobody_learns_anything() -> None:
    play = met()
    other = partner(play)
    before, everybody = to_builtins(play.mine(other)), to_builtins(play.common())
    play.must(offer(other), 0)
    play.must(f.WantBuddy(participant=f"p{other}", want=True), 0)
    play.must(f.TakeBackContact(participant=f"p{other}"), 0)
    assert to_builtins(play.mine(other)) == before
    assert to_builtins(play.common()) == everybody
    assert "canary" not in str(play.session.texts)


@pytest.mark.parametrize(
    ("card", "code"),
    [(f.ContactCard(name="Bo"), "card-empty"), (f.ContactCard(email="x" * 121), "card-too-long")],
)
def test_a_card_that_cannot_be_is_refused(card: f.ContactCard, code: str) -> None:
    play = met()
    assert play.refused(offer(partner(play), card), 0) == code


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "example.org/me", "//evil.example"]
)
def test_a_link_is_always_one_of_the_web(link: str) -> None:
    play = met()
    other = partner(play)
    play.must(offer(other, f.ContactCard(link=link)), 0)
    play.must(offer(0), other)
    card = contacts(play, other)[0].card
    assert not isinstance(card, UnsetType)
    assert card.link.startswith("https://")


def test_only_with_whom_one_talked_and_only_afterwards() -> None:
    play = met()
    other = partner(play)
    stranger = next(each for each in range(4) if each not in (0, other))
    for to in (f"p{stranger}", "p0", "nobody"):
        assert play.refused(f.OfferContact(participant=to, card=CARD), 0) == "no-partner"
    early = Play(milling="guided")
    early.arrive(2)
    early.start()
    early.open_round(1)
    assert early.refused(offer(1), 0) == "not-together"


def test_erase_me_takes_the_card_out_of_the_vault_and_off_the_other_phone() -> None:
    play = met()
    other = partner(play)
    play.must(offer(other), 0)
    play.must(offer(0, f.ContactCard(email="bo@x.example")), other)
    play.must(g.EraseMe(), 0)
    assert "canary" not in str(play.session.texts)
    assert contacts(play, other) == []


def test_whoever_is_erased_takes_along_also_the_cards_that_were_meant_for_them() -> None:
    play = met()
    play.must(offer(0), partner(play))
    play.must(g.EraseMe(), 0)
    assert "canary" not in str(play.session.texts), "nobody could take it back any more"


def test_who_is_in_twice_takes_along_the_cards_that_were_meant_for_the_second() -> None:
    play = met()
    newcomer = 3
    play.must(offer(newcomer), partner(play, newcomer))
    first = next(each for each in range(3) if each != partner(play, newcomer))
    play.must(g.TakeForOne(a=f"p{first}", b=f"p{newcomer}"))
    assert "canary" not in str(play.session.texts)


def test_the_log_holds_no_card() -> None:
    play = met()
    play.must(offer(partner(play)), 0)
    assert b"canary" not in b"".join(play.log)


def test_a_block_does_not_show_in_what_may_be_offered() -> None:
    play = met()
    other = partner(play)
    play.must(g.Block(participant="p0"), other)
    play.must(offer(other), 0)
    assert contacts(play, 0) == [Contact(f"p{other}", offered=True)]


STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(["offer", "back", "want", "unwant"])), max_size=12)


@given(STEPS)
def test_whatever_they_do_nobody_sees_more_than_both_agreed_to(steps: list[tuple[bool, str]]) -> None:
    play = met()
    two = (0, partner(play))
    yes: dict[str, set[int]] = {"offer": set(), "want": set()}
    for first, what in steps:
        person, other = two if first else two[::-1]
        before = to_builtins(play.mine(other))
        play.do(command(what, other), person)
        if what in yes:
            yes[what].add(person)
        elif what == "unwant" or len(yes["offer"]) < 2:
            yes["want" if what == "unwant" else "offer"].discard(person)
        if other not in yes["offer"] | yes["want"]:
            assert to_builtins(play.mine(other)) == before
    for person in two:
        found = contacts(play, person)
        assert all((each.card is not UNSET) == (len(yes["offer"]) == 2) for each in found)
        assert all(each.buddy == (len(yes["want"]) == 2) for each in found)


def command(what: str, other: int) -> Command:
    to = f"p{other}"
    return {
        "offer": f.OfferContact(participant=to, card=CARD),
        "back": f.TakeBackContact(participant=to),
        "want": f.WantBuddy(participant=to, want=True),
        "unwant": f.WantBuddy(participant=to, want=False),
    }[what]


def test_where_people_chose_each_other_a_tap_makes_them_partners_too() -> None:
    play = Play(milling="free")
    play.arrive(4)
    play.start()
    play.open_round(1)
    play.must(p.FindMeAPartner(), 0)
    play.must(p.FindMeAPartner(), 1)
    play.wait(1)
    play.pass_to(play.segment("turn", 1, 0) + 5_000)
    play.must(r.Next())
    play.must(f.TurnFollowUp(on=True))
    (other,) = play.unit(1, 0) - {0}
    play.must(offer(other), 0)


def test_it_is_off_until_the_host_turns_it_on_and_then_may_only_be_taken_back() -> None:
    play = met()
    other = partner(play)
    play.must(offer(other), 0)
    play.must(f.TurnFollowUp(on=False))
    assert not play.common().follow_up
    assert play.refused(offer(0), other) == "follow-up-off"
    assert play.refused(f.WantBuddy(participant="p0", want=True), other) == "follow-up-off"
    play.must(f.TakeBackContact(participant=f"p{other}"), 0)
    assert contacts(play, 0) == []
