"""Whatever is sent: an answer below 500 with a code and a sentence, and nothing changed."""

import json
import secrets
import socket
from typing import Any

import httpx
import pytest

from tests.live.people import Gathering
from tests.live.running import OPENING, Running

LONG = "x" * 41
BODIES: list[bytes] = [
    b"", b"{", b"[]", b"null", b"1e999", b'"\xff"', b'{"name": "\xc3"}', b'{"name": "\\ud800"}', b"[" * 16_000,
    b'{"name": 1}', b'{"name": ""}', b'{"name": "  \\u200b "}', b'{"name": null}', b'{"nome": "Ada"}',
    b'{"name": "Ada", "group": "Unknown"}', b'{"name": "Ada", "languages": ["Dutch"]}',
    b'{"name": "Ada", "languages": "nl"}', b'{"name": "Ada", "place": "moon"}', b'{"name": "Ada", "id": "a b"}',
    b'{"name": "Ada", "roster_id": "1-1"}', b'{"name": "Ada", "participant": "0"}',
    json.dumps({"name": LONG}).encode(),
    json.dumps({"name": "Ada", "id": "x" * 65}).encode(),
    json.dumps({"name": "Ada", "languages": [f"{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(90)]}).encode(),
]  # fmt: skip
COMMANDS: list[dict[str, Any]] = [
    {}, {"type": "nope"}, {"type": 1}, {"type": "extend"}, {"type": "extend", "seconds": "30"},
    {"type": "extend", "seconds": 30.5}, {"type": "extend", "seconds": 10**30}, {"type": "remove", "participant": 1},
    {"type": "remove", "participant": "nobody"}, {"type": "undo", "event": -1}, {"type": "undo", "event": 10**40},
    {"type": "swap", "round": 10**20, "a": "x", "b": "y"}, {"type": "apart", "a": "x", "b": "x"},
    {"type": "admission", "admission": "ajar"}, {"type": "my-own-bell", "on": "yes"}, {"type": "ring", "base": 10**30},
    {"type": "ring", "as": "keeper"}, {"type": "ring", "extra": 1}, {"type": "place-roster", "rows": []},
    {"type": "open", "title": "x"}, {"type": "arrive", "name": "x"}, {"type": "mend"}, {"type": "come-together"},
    {"type": "add-person", "name": ""}, {"type": "add-person", "name": LONG}, {"type": "ring", "id": "x" * 65},
    {"type": "rename", "participant": "nobody", "name": "x"}, {"type": "resume"}, {"type": "extend", "seconds": 30},
    {"type": "lay-spots", "spots": {}}, {"type": "lay-spots", "spots": {"count": 10**30}},
    {"type": "lay-spots", "spots": {"rows": 3}}, {"type": "lay-spots", "spots": {"names": [1]}},
    {"type": "lay-spots", "spots": 12}, {"type": "lay-spots", "spots": {"names": ["x"] * 2}},
]  # fmt: skip
PERSONAL: list[dict[str, Any]] = [
    {"type": "seen", "version": 10**30}, {"type": "seen", "version": 2**63},
    {"type": "found-partner", "round": 10**30}, {"type": "found-partner", "round": -1}, {"type": "propose", "to": ""},
    {"type": "accept", "from": "nobody"}, {"type": "block", "participant": "nobody"}, {"type": "come-back"},
    {"type": "leave-pair", "round": 2**70}, {"type": "looking", "looking": 1},
    {"type": "partner-missing", "round": 2**64},
]  # fmt: skip
OPENINGS: list[dict[str, Any]] = [
    {"title": ""}, {"title": "x" * 121}, {"language": "xx"},
    {"language": "../nl"}, {"language": ""}, {"plan": {"rounds": 0}}, {"plan": {"rounds": 11}},
    {"plan": {"turn_s": 10**30}}, {"plan": {"turn_s": -1}}, {"groups": [""]}, {"groups": [LONG]},
    {"groups": [str(each) for each in range(201)]}, {"keep_days": -1}, {"keep_days": 10**30}, {"mode": "moon"},
    {"invitation": None}, {"invitation": {"challenge": "", "give_and_take": "x"}}, {"drawn": {"code": "AAAAAAAA"}},
    {"invitation": {"challenge": "x" * 201, "give_and_take": "x"}}, {"languages": ["x"]}, {"title": 5},
    {"spots": {"count": 0}}, {"spots": {"rows": 2, "columns": 2, "names": ["x"]}}, {"spots": {"seats": 3}},
    {"spots": "C4"}, {"spots": {"rows": 10**30, "columns": 1}},
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_bad_join_is_refused_kindly(gathering: Gathering, body: bytes) -> None:
    before = gathering.state
    with gathering.server.client() as phone:
        sound(phone.post(f"{gathering.path}/participants", content=body))
    assert gathering.state == before


def test_a_bad_command_changes_nothing(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    before = gathering.state
    for client, commands in ((gathering.host, COMMANDS), (ada.client, PERSONAL)):
        for command in commands:
            answer = client.post(f"{gathering.path}/commands", json={"id": secrets.token_hex(8)} | command)
            assert answer.status_code != 200, command
            sound(answer)
    assert gathering.state == before


@pytest.mark.parametrize("body", BODIES[:9], ids=range(9))
def test_a_command_that_is_no_json_is_refused(gathering: Gathering, body: bytes) -> None:
    sound(gathering.host.post(f"{gathering.path}/commands", content=body))


def test_a_bad_opening_opens_nothing(server: Running) -> None:
    before = len(server.door.doorway.house)
    with server.client() as client:
        for wrong in OPENINGS:
            sound(client.post("/api/gatherings", json=OPENING | wrong))
        sound(client.post("/api/gatherings", json={key: OPENING[key] for key in ("title", "language")}))
    assert len(server.door.doorway.house) == before


def test_bodies_of_100_kb_are_too_large_however_they_come(gathering: Gathering) -> None:
    body = json.dumps({"name": "x" * 100_000}).encode()
    with gathering.server.client() as phone:
        path = f"{gathering.path}/participants"
        answers = [
            phone.post(path, content=body),
            phone.post(path, content=iter([body[:50_000], body[50_000:]])),
        ]
    assert [sound(each) for each in answers] == [(413, "too-large")] * 2


def test_a_body_that_never_ends_is_cut_off(gathering: Gathering) -> None:
    with socket.create_connection(("127.0.0.1", gathering.server.port), timeout=10) as wire:
        wire.sendall(
            f"POST {gathering.path}/participants HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        )
        chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
        sent = 0
        try:
            while sent < 2_000:
                wire.sendall(chunk)
                sent += 1
        except OSError:
            pass
        assert sent < 2_000


def test_wrong_addresses_are_not_found(gathering: Gathering) -> None:
    with gathering.server.client(gathering.opened["host_token"]) as client:
        for path in (
            "/api",
            "/api/nope",
            "/nope",
            "/api/gatherings/x/people",
            f"{gathering.path}/nope",
            "/assets/../x",
        ):
            assert sound(client.get(path))[0] == 404
        assert sound(client.delete("/api/clock")) == (405, "wrong-method")
        assert sound(client.get(f"{gathering.path}/people?after=x"))[0] == 422
        assert client.get(f"{gathering.path}/people?after={10**30}").status_code < 500
        assert client.get(f"{gathering.path}/people?after=-5").status_code == 200


@pytest.mark.parametrize(
    ("wished", "sentence"),
    [
        ("nl-NL,en;q=0.5", "Vul je naam in."),
        ("en-GB", "Please fill in your name."),
        ("tlh, de-AT;q=0.9, en;q=0.5", "Gib bitte deinen Namen ein."),
    ],
)
def test_a_sentence_is_in_the_language_of_the_person(
    gathering: Gathering, wished: str, sentence: str
) -> None:
    with gathering.server.client() as phone:
        answer = phone.post(f"{gathering.path}/participants", json={}, headers={"accept-language": wished})
    assert answer.json()["detail"] == sentence


def test_without_a_wish_it_is_the_language_of_the_gathering(server: Running) -> None:
    english, dutch = Gathering(server, language="en"), Gathering(server, language="nl")
    with server.client(**{"accept-language": "ja"}) as phone:
        answers = [
            phone.post(f"{each.path}/participants", json={}).json()["detail"] for each in (english, dutch)
        ]
    assert answers == ["Please fill in your name.", "Vul je naam in."]


def sound(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal that has everything a refusal needs."""
    assert 400 <= answer.status_code < 500, (answer.status_code, answer.text)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"code", "title", "detail"}
    assert " " in problem["detail"], "a sentence"
    assert "{" not in problem["detail"]
    return answer.status_code, problem["code"]
