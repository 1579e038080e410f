"""What is shown on a board, to whom, and from when on."""

import pytest
from msgspec import json

from tests.board.playing import BY_TICKET, Sharing, contribute, five, ticket_of
from tingsha.board import commands as c
from tingsha.board.view import page
from tingsha.flow import host_view, view
from tingsha.rounds import commands as r


def test_nothing_is_shown_of_four_and_everything_of_five() -> None:
    play = Sharing(20)
    for person in (0, 1, 2, 3, 3, 2):
        play.contribute(person)
    play.beat()
    assert (play.shown, play.stands.open) == ([], False)
    version = play.common().version
    play.contribute(4)
    assert play.shown == [], "not at the very moment"
    play.beat()
    assert len(play.shown) == 7
    assert play.stands.open
    assert play.common().version > version


def test_what_waits_leaves_no_sign_on_any_screen() -> None:
    play = five()
    before = [json.encode(each) for each in screens(play)]
    play.contribute(5, "canary")
    play.share(6, "canary")
    play.beat()
    assert [json.encode(each) for each in screens(play)] == before
    assert b"canary" not in b"".join(before)


def screens(play: Sharing) -> list[object]:
    return [
        play.common(),
        view.stage_common(play.session, 0, play.now, "join"),
        host_view.host_common(play.session, 0, play.now, "join", 0),
        *(play.mine(person) for person in range(8)),
        page(play.session, "", 100),
    ]


def test_later_ones_go_up_in_handfuls_of_three_people() -> None:
    play = five()
    before = play.seen
    play.contribute(5)
    play.contribute(5)
    play.contribute(6)
    play.share(6)
    play.beat()
    assert play.seen == before
    play.contribute(7)
    play.beat()
    assert len(play.seen - before) == 5


def test_one_who_shares_with_a_name_and_without_is_counted_once() -> None:
    play = Sharing(8)
    for person in range(3):
        play.contribute(person)
        play.share(person)
    play.beat()
    assert play.shown == []
    play.share(3)
    play.share(4)
    play.beat()
    assert len(play.shown) == 8


def test_below_five_the_board_closes_and_says_nothing_of_who() -> None:
    play = five()
    play.withdraw(3)
    assert (play.shown, play.stands.open) == ([], False)
    assert play.refused(
        c.MeToo(ticket=ticket_of(7), contribution=next(iter(play.session.board.contributions))), BY_TICKET
    )
    play.contribute(6)
    play.beat()
    assert play.shown == [], "one alone would be known by being new"
    play.contribute(7)
    play.contribute(2)
    play.beat()
    assert len(play.shown) == 7


def test_taking_back_works_at_any_time_and_never_says_whether_there_was_anything() -> None:
    play = five()
    play.must(c.TurnBoard(on=False))
    play.must(r.Close())
    assert play.withdraw(1) != []
    assert play.withdraw(1) == []
    assert play.withdraw(77) == []
    assert len(play.session.board.contributions) == 4


def test_what_nobody_has_seen_is_taken_back_without_a_sign() -> None:
    play = five()
    play.contribute(6)
    before = play.common()
    play.withdraw(6)
    assert play.common() == before


def test_sharing_again_with_the_same_secret_is_sharing_once() -> None:
    play = Sharing(3)
    play.must(contribute(), BY_TICKET)
    assert play.must(contribute(), BY_TICKET) == []


def test_people_of_a_small_group_are_told() -> None:
    assert Sharing(14).stands.few
    assert not Sharing(15).stands.few


@pytest.mark.at_length
def test_pages_go_on_where_the_last_one_ended() -> None:
    play = Sharing(40)
    for person in range(40):
        for _ in range(6):
            play.contribute(person)
    play.beat()
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        some = page(play.session, after, 100)
        seen += [each.contribution for each in some.contributions]
        after = some.after
    assert len(seen) == len(set(seen)) == 240
    assert seen == sorted(seen)


def test_the_stage_shows_it_when_the_host_says_so() -> None:
    play = five()
    assert not play.stands.on_stage
    play.must(c.ShowBoard(show=True))
    assert play.stands.on_stage
    play.must(c.ShowBoard(show=False))
    assert not play.stands.on_stage
