"""Origins, headers, caches, and who may open a gathering here."""

import logging
from ipaddress import ip_network
from pathlib import Path

import pytest

from tests.live.people import Gathering
from tests.live.running import OPENING, Running, until
from tingsha.live.caller import caller
from tingsha.live.logs import Discreet
from tingsha.settings import Settings

FOREIGN = ("http://evil.example", "null", "", "http://127.0.0.1.evil.example", "https://127.0.0.1:1")


def test_a_foreign_page_can_do_nothing_with_our_cookie(gathering: Gathering) -> None:
    before = gathering.state
    with gathering.server.client() as browser:
        browser.post(f"{gathering.path}/enter", json={"token": gathering.opened["host_token"]})
        for origin in FOREIGN:
            browser.headers["origin"] = origin
            assert gathering.command("start", browser).json()["code"] == "foreign-page"
            assert browser.put(f"{gathering.path}/roster", content=b"name\nBo\n").status_code == 403
            assert browser.post(f"{gathering.path}/participants", json={"name": "Ada"}).status_code == 403
            assert browser.post("/api/gatherings", json=OPENING).status_code == 403
        del browser.headers["origin"]
        assert gathering.command("start", browser).json()["code"] == "foreign-page", "no origin, but a cookie"
        assert gathering.state == before
        browser.headers["origin"] = gathering.server.url
        assert gathering.command("start", browser).status_code == 200


def test_programs_need_no_origin_but_may_not_bring_a_foreign_one(gathering: Gathering) -> None:
    assert gathering.command("ring").status_code == 200
    gathering.host.headers["origin"] = "http://evil.example"
    assert gathering.command("ring").status_code == 403
    gathering.host.headers["origin"] = gathering.server.url
    assert gathering.command("ring").status_code == 200


def test_the_public_address_is_ours_too(data: Path) -> None:
    server = Running(data, public_url="https://tingsha.example")
    gathering = Gathering(server)
    assert gathering.opened["links"]["join"] == f"https://tingsha.example/j/{gathering.opened['code']}"
    assert gathering.opened["links"]["host"].startswith("https://tingsha.example/host/")
    with server.client(origin="https://tingsha.example") as browser:
        browser.post(f"{gathering.path}/enter", json={"token": gathering.opened["host_token"]})
        assert gathering.command("start", browser).status_code == 200
    server.stop()


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "192.0.2.7:8080"},
        {"x-forwarded-for": "203.0.113.9"},
        {"forwarded": "for=203.0.113.9"},
        {"x-real-ip": "203.0.113.9"},
        {"via": "1.1 proxy"},
        {"authorization": "Bearer wrong"} | {"host": "tingsha.example"},
    ],
)
def test_opening_from_elsewhere_needs_the_host_key(data: Path, headers: dict[str, str]) -> None:
    server = Running(data, host_key="a-host-key")
    with server.client(**headers) as client:
        assert client.post("/api/gatherings", json=OPENING).json()["code"] == "host-key-needed"
        assert client.get("/metrics").status_code == 401
        client.headers["authorization"] = "Bearer a-host-key"
        assert client.post("/api/gatherings", json=OPENING).status_code == 201
    server.stop()


def test_without_a_host_key_nobody_opens_from_elsewhere(server: Running) -> None:
    for bearer in ("", "Bearer", "Bearer x"):
        with server.client(host="tingsha.example", authorization=bearer) as client:
            assert client.post("/api/gatherings", json=OPENING).status_code == 401


def test_every_answer_is_sealed(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    paths = (
        "/",
        "/nope",
        "/healthz",
        "/api/clock",
        f"/host/{gathering.id}",
        f"{gathering.path}/people",
        "/schema",
        "/assets/x",
    )
    answers = [ada.client.get(path) for path in paths]
    answers.append(ada.client.post(f"{gathering.path}/commands", content=b"x" * 100_000))
    with gathering.stage.stream("GET", f"{gathering.path}/stage") as stream:
        answers.append(stream)
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "default-src 'self'" in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert {"Cookie", "Authorization"} <= set(answer.headers["vary"].split(", "))
        assert "server" not in answer.headers


def test_two_people_behind_one_cache_see_their_own(gathering: Gathering) -> None:
    """A cache that is naive about cookies, but keeps to `no-store`."""
    shelf: dict[str, str] = {}

    def through(client, path: str) -> str:
        if path not in shelf:
            answer = client.get(path)
            if "no-store" not in answer.headers.get("cache-control", ""):
                shelf[path] = answer.text
            return answer.text
        return shelf[path]

    path = f"{gathering.path}/export.json"
    gathering.join("Ada Canary")
    other = Gathering(gathering.server)
    assert "Ada Canary" in through(gathering.host, path)
    assert "Ada Canary" not in through(other.host, path)
    assert shelf == {}


def test_cookies_go_only_where_they_belong(data: Path) -> None:
    server = Running(data, trusted_proxies=(ip_network("127.0.0.0/8"),))
    gathering = Gathering(server)
    with server.client(**{"x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9"}) as browser:
        cookie = browser.post(f"{gathering.path}/participants", json={"name": "Ada"}).headers["set-cookie"]
    server.stop()
    parts = {each.strip() for each in cookie.split(";")[1:]}
    assert {f"Path={gathering.path}", "HttpOnly", "SameSite=Strict", "Secure"} <= parts


def test_a_forwarded_address_is_not_this_machine() -> None:
    scope = {
        "client": ("127.0.0.1", 1), "scheme": "http",
        "headers": [(b"host", b"localhost:8080"), (b"x-forwarded-for", b"127.0.0.1")],
    }  # fmt: skip
    assert not caller(scope, Settings()).at_this_machine
    assert caller(scope | {"headers": [(b"host", b"localhost:8080")]}, Settings()).at_this_machine
    assert not caller(scope | {"headers": [(b"host", b"evil.example")]}, Settings()).at_this_machine
    assert not caller(scope | {"headers": []}, Settings()).at_this_machine


def test_nothing_secret_reaches_the_log(gathering: Gathering, caplog: pytest.LogCaptureFixture) -> None:
    token = gathering.opened["host_token"]
    with caplog.at_level(logging.DEBUG):
        gathering.join("Ada Canary")
        with gathering.server.client() as client:
            client.get(f"/host/{gathering.id}?token={token}")
            client.get(f"{gathering.path}/people?after={token}")
            client.post(f"{gathering.path}/enter", json={"token": token})
            client.post(f"{gathering.path}/participants", content=b'{"name": "Ada Canary", "x": 1}')
    ours = [each.getMessage() for each in caplog.records if not each.name.startswith(("httpx", "httpcore"))]
    assert not any("Canary" in line or token in line or gathering.id in line for line in ours)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("GET /x?q=Ada HTTP/1.1", "GET /x?… HTTP/1.1"),
        ("opened /host/" + "ab" * 16 + "#" + "cd" * 16, "opened /host/…#…"),
        ("port 8080 is taken", "port 8080 is taken"),
    ],
)
def test_the_log_filter_takes_secrets_out(line: str, left: str) -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "%s", (line,), None)
    assert Discreet().filter(record)
    assert record.getMessage() == left


def test_the_host_sees_that_another_device_got_through(data: Path) -> None:
    server = Running(data, trusted_proxies=(ip_network("127.0.0.0/8"),))
    try:
        gathering = Gathering(server)
        look = f"/api/gatherings/by-code/{gathering.opened['code']}"
        assert gathering.host.get(look).status_code == 200
        assert b'"reached":false' in server.keeper(gathering.id).listeners.common("host").body
        with server.client(**{"x-forwarded-for": "203.0.113.9"}) as phone:
            assert phone.get(look).status_code == 200
        until(lambda: b'"reached":true' in server.keeper(gathering.id).listeners.common("host").body)
    finally:
        server.stop()
