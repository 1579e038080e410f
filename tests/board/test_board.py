"""The board: what is shown, to whom, and of whom nothing is ever known."""

import pytest
from msgspec import UNSET, json

from tests.board.playing import BY_TICKET, Sharing, contribute, five, secret, ticket_of
from tests.kit.crowd import KEEPER, Play
from tingsha.board import commands as c
from tingsha.board.slips import read_slip
from tingsha.gathering import commands as g
from tingsha.rounds import commands as r
from tingsha.words import Event, Pinned


def test_it_is_off_unless_the_host_turns_it_on() -> None:
    play = Play()
    play.arrive(3)
    play.start()
    play.must(r.Next())
    assert play.common().board is UNSET
    assert play.refused(contribute(), BY_TICKET) == "board-off"
    assert play.refused(c.TakeTicket(), 0) == "board-off"
    assert play.refused(c.ShowBoard(show=True)) == "board-off"
    play.must(c.TurnBoard(on=True))
    assert play.common().board is not UNSET
    play.must(contribute(), BY_TICKET)
    assert play.must(c.TurnBoard(on=True)) == []


def test_nothing_is_shared_before_the_rounds_are_over_and_still_after_closing() -> None:
    play = Play(board=True)
    play.arrive(3)
    for _ in range(2):
        assert play.refused(contribute(), BY_TICKET) == "board-not-yet"
        assert play.refused(c.TakeTicket(), 0) == "board-not-yet"
        if not play.session.started():
            play.start()
    play.must(r.Next())
    play.must(contribute(), BY_TICKET)
    play.must(r.Close())
    play.must(contribute(number=98), BY_TICKET)


def test_liquid_courage_has_no_board() -> None:
    play = Play(preset="liquid-courage", invitation=None, plan=g.PlanAsked(turn_s=60))
    assert play.refused(c.TurnBoard(on=True)) == "liquid-courage-is-spoken"


def test_a_phone_takes_one_ticket_and_the_log_knows_only_that() -> None:
    play = Sharing(3)
    facts = play.must(c.TakeTicket(), 1)
    assert [json.decode(json.encode(fact)) for fact in facts] == [{"is": "ticket-taken", "person": 1}]
    assert play.refused(c.TakeTicket(), 1) == "ticket-taken"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "contribution-empty"),
        (" \u200b\u2066 \n", "contribution-empty"),
        ("x" * 501, "contribution-too-long"),
        ("e" + "\u0301" * 4_000, None),
        ("👩‍👩‍👧" * 500, "contribution-too-long"),
        ("x" * 500, None),
    ],
)
def test_words_are_tidied_and_counted_in_graphemes(words: str, code: str | None) -> None:
    play = Sharing(3)
    if code is None:
        play.must(contribute(words=words), BY_TICKET)
        slip = next(iter(play.session.board.contributions.values()))
        assert len(slip.words) <= 500
    else:
        assert play.refused(contribute(words=words), BY_TICKET) == code
        assert play.session.board.contributions == {}


def test_somebody_shares_twenty_things_at_most() -> None:
    play = Sharing(3)
    for _ in range(20):
        play.contribute(0)
        play.share(1)
    assert play.refused(contribute(), BY_TICKET) == "enough-shared"
    assert play.refused(c.Share(kind="need", words="w", secret=secret(99)), 1) == "enough-shared"
    play.withdraw(1)
    play.must(contribute(), BY_TICKET)


def test_a_name_stands_only_at_what_was_shared_by_name() -> None:
    play = Sharing(8)
    for person in range(5):
        play.contribute(person)
        play.share(person)
    play.beat()
    named = [each.name for each in play.shown if each.name is not UNSET]
    assert sorted(map(str, named)) == [f"Name {person}" for person in range(5)]
    play.must(g.Rename(participant="p2", name="Zoë"))
    assert "Zoë" in {each.name for each in play.shown}


def test_who_is_removed_takes_their_name_off_the_board_until_that_is_taken_back() -> None:
    play = Sharing(8)
    for person in range(6):
        play.share(person)
    play.beat()
    version = play.stands.version
    play.must(g.Remove(participant="p0"))
    assert "Name 0" not in {each.name for each in play.shown}
    assert len(play.shown) == 5
    assert play.stands.version > version
    play.must(r.Undo(event=play.session.version))
    assert len(play.shown) == 6
    play.must(g.Remove(participant="p0"))
    play.must(g.Remove(participant="p1"))
    assert play.shown == []


def test_erase_me_takes_along_what_was_shared_by_name() -> None:
    play = Sharing(8)
    for person in range(6):
        play.share(person, f"words of {person}")
        play.contribute(person)
    play.beat()
    play.must(c.MeToo(ticket=ticket_of(7), contribution=play.session.board.of_person("p3")[0]), BY_TICKET)
    play.must(g.EraseMe(), 3)
    assert "words of 3" not in {each.words for each in play.shown}
    assert len(play.shown) == 11
    assert play.session.board.of_person("p3") == []


def test_the_host_takes_down_what_must_not_hang_there() -> None:
    play = five()
    play.contribute(5)
    play.contribute(6)
    play.contribute(7)
    play.beat()
    bad = play.shown[0].contribution
    play.must(c.TakeDown(contribution=bad))
    assert bad not in play.seen
    assert play.refused(c.TakeDown(contribution=bad)) == "unknown-contribution"


def test_me_too_once_each_and_never_for_oneself() -> None:
    play = five()
    name = play.shown[0].contribution
    author = next(
        person for person in range(5) if play.do(c.MeToo(ticket=ticket_of(person), contribution=name), BY_TICKET) and
        isinstance(play.do(c.MeToo(ticket=ticket_of(person), contribution=name), BY_TICKET), list) is False
    )  # fmt: skip
    for person in range(8):
        if person != author:
            play.must(c.MeToo(ticket=ticket_of(person), contribution=name), BY_TICKET)
            assert play.must(c.MeToo(ticket=ticket_of(person), contribution=name), BY_TICKET) == []
    assert play.shown[0].me_too == 7
    play.must(c.MeToo(ticket=ticket_of(7), contribution=name, on=False), BY_TICKET)
    play.must(c.MeToo(ticket=ticket_of(7), contribution=name, on=False), BY_TICKET)
    assert play.shown[0].me_too == 6
    version = play.stands.version
    play.beat()
    assert play.stands.version == version + 1
    play.beat()
    assert play.stands.version == version + 1


def test_me_too_is_for_what_is_shown() -> None:
    play = five()
    waiting = play.contribute(6)
    for unknown in (waiting, "nothing", ""):
        assert (
            play.refused(c.MeToo(ticket=ticket_of(1), contribution=unknown), BY_TICKET)
            == "unknown-contribution"
        )


def test_the_log_holds_nothing_that_was_shared_nor_when() -> None:
    play = Sharing(6)
    before = list(play.log)
    for person in range(6):
        play.share(person, "canary")
        play.contribute(person, "canary")
    play.beat()
    play.withdraw(1)
    since = play.log[len(before) :]
    assert {json.decode(body)["is"] for body in since} <= {"seen"}


def test_a_slip_holds_a_participant_or_a_ticket_and_never_both() -> None:
    play = Sharing(6)
    for facts in (
        play.must(contribute(), BY_TICKET),
        play.must(c.Share(kind="need", words="w", secret=secret(1)), 2),
    ):
        assert not any(isinstance(fact, Event) for fact in facts)
        slip = read_slip(next(fact.body for fact in facts if isinstance(fact, Pinned)))
        assert bool(getattr(slip, "by", "")) != bool(getattr(slip, "ticket", ""))
    assert not any(f"p{person}" in name for person in range(6) for name in play.session.board.contributions)


def test_a_keeper_has_nothing_to_tend_on_a_board_at_rest() -> None:
    assert five().refused(c.TendBoard(), KEEPER) == "board-at-rest"
