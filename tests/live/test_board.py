"""The board over the network: who may, what nobody may know, and what is gone when it is taken back."""

import csv
import secrets
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.live.events import Reader
from tests.live.running import Running, until
from tests.live.sharing import SharingGathering
from tingsha.live.exports import safe
from tingsha.live.keys import Keys
from tingsha.live.limits import Limits
from tingsha.live.tickets import Tickets


@pytest.fixture(autouse=True)
def fresh_limits(server: Running) -> None:
    server.door.doorway.limits = Limits(3_000, lambda: 0.0)


def contribution(gathering: SharingGathering, **other: Any) -> dict[str, Any]:
    fields = {
        "ticket": gathering.tickets[0],
        "kind": "need",
        "words": "words",
        "secret": secrets.token_hex(16),
    }
    return fields | other


def test_five_phones_share_and_everybody_who_may_sees_the_same(server: Running) -> None:
    gathering = SharingGathering(server, 6)
    for person in range(4):
        gathering.contribute(person, f"words {person}")
    gathering.share(0, "words with a name")
    assert gathering.board() == []
    gathering.contribute(4, "words 4")
    shown = gathering.until_shown(6)
    assert [each["contribution"] for each in shown] == sorted(each["contribution"] for each in shown)
    assert [each.get("name") for each in shown if each["words"] == "words with a name"] == ["Guest 0"]
    assert sum("name" in each for each in shown) == 1
    assert gathering.board(gathering.guests[5].client) == shown
    assert gathering.stage.get(f"{gathering.path}/board").status_code == 403
    gathering.command("show-board", show=True)
    assert gathering.board(gathering.stage) == shown


def test_a_ticket_is_handed_out_once_and_again_only_to_a_phone_that_asks_at_once(server: Running) -> None:
    gathering = SharingGathering(server, 2)
    assert gathering.ticket(gathering.guests[0]) == gathering.tickets[0]
    assert gathering.tickets[0] != gathering.tickets[1]
    server.door.doorway.tickets = Tickets(server.door.doorway.keys, time.monotonic)
    answer = gathering.command("take-ticket", gathering.guests[0].client)
    assert (answer.status_code, answer.json()["code"]) == (409, "ticket-taken")
    assert gathering.by_ticket("contribute", **contribution(gathering)).status_code == 200


def test_after_ten_minutes_not_even_our_memory_knows_whose_ticket_it_was() -> None:
    now = [0.0]
    tickets = Tickets(Keys(b"x" * 32), lambda: now[0])
    mine = tickets.hand_out("circle", 1)
    assert tickets.again("circle", 1) == mine
    now[0] = 601.0
    assert tickets.again("circle", 1) is None
    assert mine not in repr(vars(tickets))
    assert tickets.known("circle", mine)
    assert not tickets.known("square", mine)


def test_who_says_who_they_are_is_sent_away_unread(server: Running) -> None:
    gathering = SharingGathering(server, 2)
    guest = gathering.guests[0]
    cookie = {"cookie": f"me_{gathering.id}={guest.token}"}
    for client in (guest.client, gathering.host, server.client(**cookie)):
        for fields in (contribution(gathering), {"type": "withdraw", "secret": "s" * 32}):
            answer = gathering.by_ticket(fields.get("type", "contribute"), client, **fields)
            assert (answer.status_code, answer.json()["code"]) == (400, "said-who")
    assert server.keeper(gathering.id).session.board.contributions == {}


def test_the_cookie_of_a_phone_does_not_go_back_to_the_address_for_sharing(server: Running) -> None:
    gathering = SharingGathering(server, 2)
    with server.client() as browser:
        form = {"id": secrets.token_hex(16), "name": "Bo"}
        joined = browser.post(f"{gathering.path}/participants", json=form)
        assert f"Path={gathering.path};" in joined.headers["set-cookie"]
        browser.headers["origin"] = server.url
        assert gathering.by_ticket("contribute", browser, **contribution(gathering)).status_code == 200
        assert browser.get(f"{gathering.path}/board").status_code == 200, "it was there all the time"
        foreign = browser.post(
            f"/api/boards/{gathering.id}",
            json={"type": "contribute"} | contribution(gathering),
            headers={"origin": "https://elsewhere.example"},
        )
        assert foreign.json()["code"] == "foreign-page"


def test_all_unknown_tickets_get_the_same_bytes(server: Running) -> None:
    gathering, other = SharingGathering(server, 1), SharingGathering(server, 1)
    answers = {
        gathering.by_ticket("contribute", **contribution(gathering, ticket=ticket)).content
        for ticket in (
            "",
            "x",
            "0" * 64,
            "é" * 20,
            other.tickets[0],
            gathering.tickets[0][:-1],
            gathering.guests[0].token,
        )
    }
    assert len(answers) == 1
    assert gathering.by_ticket("contribute", **contribution(gathering, ticket="0" * 64)).status_code == 403


def test_guessing_tickets_is_slowed_down(server: Running) -> None:
    gathering = SharingGathering(server, 1)
    codes = [
        gathering.by_ticket("contribute", **contribution(gathering, ticket=secrets.token_hex(32))).status_code
        for _ in range(200)
    ]
    assert set(codes) == {403, 429}


def test_nonsense_is_refused_and_changes_nothing(server: Running) -> None:
    gathering = SharingGathering(server, 2)
    bad: list[dict[str, Any]] = [
        {"kind": "rumour"}, {"kind": None}, {"words": 5}, {"words": ["a"]}, {"words": ""}, {"words": "x" * 501},
        {"secret": "short"}, {"secret": "ä" * 32}, {"secret": 7}, {"ticket": None}, {"ticket": "t" * 129},
        {"participant": gathering.guests[0].participant}, {"words": "\u200b"},
    ]  # fmt: skip
    for other in bad:
        answer = gathering.by_ticket("contribute", **contribution(gathering, **other))
        assert answer.status_code == 422, (other, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    for fields in ({"type": "share"}, {"type": "take-down"}, {"type": "nonsense"}, {}):
        assert gathering.nobody.post(f"/api/boards/{gathering.id}", json=fields).status_code == 422
    for after in ("x", "0" * 33, "É" * 32):
        page = gathering.host.get(f"{gathering.path}/board", params={"after": after})
        assert (page.status_code, page.json()["code"]) == (422, "not-understood")
    assert gathering.nobody.post(f"/api/boards/{gathering.id}", content=b"{").status_code == 400
    assert gathering.nobody.post(f"/api/boards/{gathering.id}", content=b"\xff").status_code == 400
    assert (
        gathering.nobody.post(
            "/api/boards/unknown", json={"type": "withdraw", "secret": "s" * 32}
        ).status_code
        == 404
    )
    assert gathering.command("contribute", **contribution(gathering)).status_code == 422
    assert (
        gathering.command("share", gathering.guests[0].client, **contribution(gathering)).status_code == 422
    )
    assert server.keeper(gathering.id).session.board.contributions == {}


def test_without_a_board_nothing_is_taken_and_nothing_shown(server: Running) -> None:
    gathering = SharingGathering(server, 1)
    fields = contribution(gathering)
    gathering.command("board", on=False)
    for answer in (
        gathering.by_ticket("contribute", **fields),
        gathering.command("share", gathering.guests[0].client, kind="need", words="w", secret="s" * 32),
        gathering.host.get(f"{gathering.path}/board"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "board-off")
    assert gathering.withdraw("s" * 32).status_code == 200


def test_exports_hold_what_is_shown_and_no_formula(server: Running) -> None:
    gathering = SharingGathering(server, 6)
    formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1dcmd", ' "=1+1"']
    for person, words in enumerate(formulas):
        gathering.contribute(person, words)
    gathering.share(0, "plain, with a comma")
    gathering.until_shown(7)
    answer = gathering.host.get(f"{gathering.path}/board.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["kind", "words", "name", "me too"]
    assert len(rows) == 8
    assert not any(cell.startswith(("=", "+", "-", "@", "\uff1d")) for row in rows for cell in row)
    assert ["offer", "plain, with a comma", "Guest 0", "0"] in rows
    exported = gathering.host.get(f"{gathering.path}/export.json").json()["board"]
    assert {each["words"] for each in exported} == {each["words"] for each in gathering.board()}
    assert {key for each in exported for key in each} == {"kind", "words", "name", "me_too"}
    for client in (gathering.stage, gathering.guests[0].client):
        assert client.get(f"{gathering.path}/board.csv").status_code == 403


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
@pytest.mark.parametrize("before", ["", " ", "  ", "\u00a0", "\u3000", " \u3000 "])
def test_no_cell_begins_as_a_formula_does(before: str, sign: str) -> None:
    cell = f"{before}{sign}1+1"
    assert safe(cell) == f"'{cell}"
    assert safe(f"a{cell}") == f"a{cell}"


def test_me_too_counts_people_and_leaves_no_two_alike(server: Running) -> None:
    gathering = SharingGathering(server, 7)
    for person in range(5):
        gathering.contribute(person, f"words {person}")
    shown = gathering.until_shown(5)
    for each in shown[:2]:
        for person in (5, 6):
            for _ in range(2):
                fields = {"ticket": gathering.tickets[person], "contribution": each["contribution"]}
                assert gathering.by_ticket("me-too", **fields).status_code == 200
    until(lambda: [each["me_too"] for each in gathering.board() if "me_too" in each] == [2, 2])
    board = server.keeper(gathering.id).session.board
    assert len(set.union(*board.agreed.values())) == 4


def test_a_board_comes_back_with_the_server(data: Path) -> None:
    server = Running(data)
    gathering = SharingGathering(server, 6)
    secret = gathering.contribute(0, "words 0")
    for person in range(1, 6):
        gathering.contribute(person, f"words {person}")
    shown = gathering.until_shown(6)
    before = Reader(server, f"{gathering.path}/host", gathering.opened["host_token"]).documents()["common"]
    server.stop()
    again = Running(data)
    gathering.server, gathering.host, gathering.nobody = (
        again,
        again.client(gathering.opened["host_token"]),
        again.client(),
    )
    assert gathering.board() == shown
    after = Reader(again, f"{gathering.path}/host", gathering.opened["host_token"]).documents()["common"]
    assert after["version"] >= before["version"]
    assert after["board"] == before["board"]
    assert gathering.withdraw(secret).status_code == 200
    assert "words 0" not in gathering.words()
    assert gathering.by_ticket("contribute", **contribution(gathering)).status_code == 200, (
        "tickets outlive the server"
    )
    again.stop()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
@pytest.mark.parametrize("between", [";", "; ", "\t", "\n", ';"', ";\u00a0", ';""'])
def test_nor_does_a_part_of_one_where_spreadsheets_split_at_semicolons(between: str, sign: str) -> None:
    assert safe(f"a{between}{sign}1+1;b") == f"a{between}'{sign}1+1;b"
    assert safe("a; b-c = d") == "a; b-c = d"
