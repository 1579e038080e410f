"""A whole gathering over the network."""

import csv
import io
import secrets
from urllib.parse import urlsplit

import httpx
import pytest

from tests.live.events import Reader
from tests.live.people import Gathering
from tests.live.running import OPENING, Running, until


def test_people_join_meet_and_are_let_go(server: Running) -> None:
    gathering = Gathering(server, milling="guided", groups=["Zorg", "Wijk"])
    guests = [gathering.join(f"Gast {each}", group=("Zorg", "Wijk")[each % 2]) for each in range(4)]
    assert gathering.command("start").status_code == 200

    mine = Reader(server, f"{gathering.path}/stream", guests[0].token).documents()["mine"]
    assert [len(each["partners"]) for each in mine["envelopes"]] == [1, 1, 1]
    assert gathering.command("next").status_code == 200
    assert gathering.command("close").status_code == 200

    people = gathering.host.get(f"{gathering.path}/people").json()
    assert [each["name"] for each in people["people"]] == ["Gast 0", "Gast 1", "Gast 2", "Gast 3"]
    assert all(len(each["partners"]) == 3 for each in people["people"])


def test_a_repeated_request_gives_the_same_answer(server: Running) -> None:
    opening = OPENING | {"id": secrets.token_hex(16)}
    with server.client() as client:
        first, second = (client.post("/api/gatherings", json=opening).json() for _ in range(2))
        assert first == second
        form = {"id": secrets.token_hex(16), "name": "Ada"}
        joins = [client.post(f"/api/gatherings/{first['id']}/participants", json=form) for _ in range(2)]
    assert [each.status_code for each in joins] == [201, 201]
    assert joins[0].json()["participant"] == joins[1].json()["participant"]
    assert server.keeper(first["id"]).session.gathering.here == 1


def test_a_repeated_join_works_after_the_door_was_locked(gathering: Gathering) -> None:
    form = {"id": secrets.token_hex(16), "name": "Ada"}
    with gathering.server.client() as phone:
        first = phone.post(f"{gathering.path}/participants", json=form)
        gathering.command("admission", admission="locked")
        again = phone.post(f"{gathering.path}/participants", json=form)
        other = phone.post(f"{gathering.path}/participants", json={"name": "Bo"})
    assert again.json()["token"] == first.json()["token"]
    assert (other.status_code, other.json()["code"]) == (409, "locked")


def test_who_knows_a_participant_id_cannot_be_them(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    other = gathering.join("Eva", id=ada.participant)
    assert other.participant != ada.participant
    assert other.token[:32] != ada.token[:32]


def test_the_code_opens_the_public_card_in_any_spelling(gathering: Gathering) -> None:
    code = gathering.opened["code"]
    with gathering.server.client() as phone:
        for typed in (code, code.lower(), f"{code[:4]}-{code[4:]}", f"{code[:4]} {code[4:]}"):
            card = phone.get(f"/api/gatherings/by-code/{typed}")
            assert card.json()["id"] == gathering.id


def test_links_open_their_pages(gathering: Gathering) -> None:
    links = gathering.opened["links"]
    for kind in ("host", "stage"):
        parts = urlsplit(links[kind])
        assert parts.path == f"/{kind}/{gathering.id}"
        assert parts.fragment == gathering.opened[f"{kind}_token"]
    assert links["join"].endswith(f"/j/{gathering.opened['code']}")


def test_entering_changes_the_token_for_a_cookie(gathering: Gathering) -> None:
    ours = {"origin": gathering.server.url}
    with gathering.server.client() as browser:
        entered = browser.post(
            f"{gathering.path}/enter", json={"token": gathering.opened["host_token"]}, headers=ours
        )
        cookie = entered.headers["set-cookie"]
        started = gathering.command("start", _with(browser, ours))
    assert entered.status_code == 204
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert started.status_code == 200


def test_one_browser_can_be_host_and_participant(gathering: Gathering) -> None:
    ours = {"origin": gathering.server.url}
    with gathering.server.client() as browser:
        browser.post(f"{gathering.path}/enter", json={"token": gathering.opened["host_token"]}, headers=ours)
        browser.post(f"{gathering.path}/participants", json={"name": "Joker"}, headers=ours)
        answers = [
            gathering.command("step-out", _with(browser, ours)),
            gathering.command("come-back", _with(browser, ours), **{"as": "participant"}),
            gathering.command("start", _with(browser, ours), **{"as": "participant"}),
            gathering.command("start", _with(browser, ours), **{"as": "host"}),
        ]
    assert [each.status_code for each in answers] == [200, 200, 403, 200]


def test_a_new_phone_enters_by_the_personal_link(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    link = urlsplit(gathering.command("re-entry", ada.client).json()["link"])
    assert link.path == f"/phone/{gathering.id}"
    with gathering.server.client() as phone:
        assert phone.post(f"{gathering.path}/enter", json={"token": link.fragment}).status_code == 204
        left = gathering.command("leave", _with(phone, {"origin": gathering.server.url}))
    assert left.status_code == 200


def test_again_opens_the_same_for_new_people(server: Running) -> None:
    gathering = Gathering(server, milling="guided", groups=["Zorg", "Wijk"], keep_days=7)
    gathering.join("Ada", group="Zorg")
    answer = gathering.command("again", id="again-1")
    repeated = gathering.command("again", id="again-1")
    assert answer.status_code == 200
    assert answer.json() == repeated.json()
    with server.client() as phone:
        card = phone.get(f"/api/gatherings/by-code/{answer.json()['code']}").json()
    assert (card["title"], card["groups"]) == ("Wijk en zorg", ["Zorg", "Wijk"])
    assert server.keeper(card["id"]).session.gathering.here == 0


def test_erase_leaves_nothing_to_ask_for(gathering: Gathering) -> None:
    gathering.join("Ada")
    assert gathering.command("erase").status_code == 200
    assert gathering.host.get(f"{gathering.path}/people").status_code == 404


def test_who_erased_themselves_is_a_stranger_again(gathering: Gathering) -> None:
    ada = gathering.join("Ada Canary")
    assert gathering.command("erase-me", ada.client).status_code == 200
    assert gathering.command("leave", ada.client).json()["code"] == "wrong-token"
    assert "Canary" not in gathering.host.get(f"{gathering.path}/export.json").text


def test_exports_hold_people_and_partners(server: Running) -> None:
    gathering = Gathering(server, milling="guided")
    names = ["=HYPERLINK(1)", " +1", "Ada", "＝2"]
    for name in names:
        gathering.join(name)
    gathering.command("start")
    exported = gathering.host.get(f"{gathering.path}/export.csv")
    lines = list(csv.reader(io.StringIO(exported.content.decode("utf-8-sig"))))
    assert [line[0] for line in lines[1:]] == ["'=HYPERLINK(1)", "'+1", "Ada", "'＝2"]
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for line in lines for cell in line)
    assert len(gathering.host.get(f"{gathering.path}/export.json").json()["rounds"]) == 3


@pytest.mark.parametrize("end", ["next", "close"])
def test_a_round_that_was_broken_off_before_its_talks_was_not_held(server: Running, end: str) -> None:
    plan = {
        "rounds": 3,
        "turn_s": 600,
        "think_s": 0,
        "find_s": 0,
        "swap_s": 1,
        "breathe_s": 0,
        "debrief_s": 60,
    }
    gathering = Gathering(server, milling="guided", rehearsal=True, plan=plan)
    for name in ("Ada", "Bo", "Cem", "Dee"):
        gathering.join(name)
    gathering.command("start")
    session = server.keeper(gathering.id).session
    until(lambda: session.rounds_held(session.rounds.timeline[0].starts + 1_000) == 1)
    assert gathering.command(end).status_code == 200
    exported = gathering.host.get(f"{gathering.path}/export.csv").content.decode("utf-8-sig")
    assert [name for name in exported.splitlines()[0].split(",") if name.startswith("round")] == ["round 1"]
    assert gathering.host.get(f"{gathering.path}/export.json").json()["rounds_held"] == 1
    assert {each.round for each in session.rounds.timeline if each.kind == "turn"} == {1}


def test_a_server_that_starts_again_goes_on(data) -> None:
    first = Running(data)
    gathering = Gathering(first)
    ada = gathering.join("Ada")
    first.stop()
    second = Running(data)
    with second.client(ada.token) as phone:
        documents = Reader(second, f"{gathering.path}/stream", ada.token).documents()
        assert gathering.command("leave", phone).status_code == 200
    second.stop()
    assert documents["mine"]["name"] == "Ada"


def test_the_schema_describes_what_is_served(server: Running) -> None:
    with server.client() as client:
        schema = client.get("/schema").json()
    commands = schema["paths"]["/api/gatherings/{gathering}/commands"]["post"]["requestBody"]
    names = {
        each["$ref"].rpartition("/")[2] for each in commands["content"]["application/json"]["schema"]["oneOf"]
    }
    assert {"Start", "Erase", "Again", "StepOut"} <= names
    assert "PlaceRoster" not in names


def test_metrics_count_and_name_nobody(gathering: Gathering) -> None:
    gathering.join("Ada Canary")
    reader = Reader(gathering.server, f"{gathering.path}/stage", gathering.opened["stage_token"])
    reader.documents()
    with gathering.server.client() as operator:
        until(lambda: "tingsha_listeners 0\n" not in operator.get("/metrics").text)
        text = operator.get("/metrics").text
    reader.close()
    assert "Canary" not in text
    assert gathering.id not in text


def _with(client: httpx.Client, headers: dict[str, str]) -> httpx.Client:
    client.headers.update(headers)
    return client
