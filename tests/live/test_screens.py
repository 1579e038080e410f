"""The pages are served as they were built."""

import gzip
from pathlib import Path

import pytest

from tests.live.running import Running
from tingsha.live.screens import load
from tingsha.words import Refusal


def test_pages_and_assets_are_found_by_their_addresses(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for name in ("open", "phone", "host", "stage", "pocket"):
        (tmp_path / f"{name}.html").write_text(f"<p>{name}</p>" * 100)
    (tmp_path / "assets" / "host-abc.js").write_text("let a = 1;" * 100)
    screens = load(tmp_path)
    pages = {
        "/": "open",
        "/j/ABCDEFGH": "phone",
        "/j/": "phone",
        f"/j/{'X' * 300}": "phone",
        "/phone/1": "phone",
        "/host/1": "host",
        "/stage/1": "stage",
        "/pocket": "pocket",
    }
    for address, name in pages.items():
        page = screens.files[f"/{name}.html"]
        assert screens.find(address) is page
        assert page.cache == b"no-store"
    script = screens.find("/assets/host-abc.js")
    assert script is not None
    assert not isinstance(script, Refusal)
    assert b"immutable" in script.cache
    assert gzip.decompress(script.packed) == script.plain
    assert len(script.packed) < len(script.plain)
    for address in ("/open.html", "/host/1/2", "/assets/../open.html", "/api/clock"):
        assert screens.find(address) is None


def test_missing_screens_are_said_plainly(tmp_path: Path) -> None:
    assert load(tmp_path).find("/") == Refusal("screens-missing")


def test_a_page_comes_compressed_and_whole(server: Running) -> None:
    with server.client() as browser:
        packed = browser.get("/")
        plain = browser.get("/", headers={"accept-encoding": "identity"})
        known = browser.get("/", headers={"if-none-match": packed.headers.get("etag", "x")})
        head = browser.head("/")
    if plain.status_code == 503:
        assert plain.json()["code"] == "screens-missing"
        return
    assert packed.text == plain.text
    assert known.status_code == 304
    assert head.text == ""


def test_what_the_build_packed_is_sent_to_whoever_understands_it(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    script = tmp_path / "assets" / "host-abc.js"
    script.write_text("let a = 1;" * 100)
    packed = gzip.compress(b"let a = 1;" * 100, 1)
    script.with_name("host-abc.js.gz").write_bytes(packed)
    script.with_name("host-abc.js.br").write_bytes(b"tight")
    screens = load(tmp_path)
    assert screens.find("/assets/host-abc.js.gz") is None
    assert screens.find("/assets/host-abc.js.br") is None
    found = screens.files["/assets/host-abc.js"]
    assert (found.packed, found.tight) == (packed, b"tight")


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("gzip, deflate", "gzip"), ("gzip, deflate, br, zstd", "br"), ("br", "br"), ("BR", "br"), ("identity", None),
     ("brown, gzipped", None), ("gzip;q=0.5", "gzip")],
)  # fmt: skip
def test_a_browser_gets_the_tightest_that_it_understands(
    server: Running, accepted: str, sent: str | None
) -> None:
    with (
        server.client() as browser,
        browser.stream("GET", "/", headers={"accept-encoding": accepted}) as page,
    ):
        if page.status_code == 200:
            assert page.headers.get("content-encoding") == sent
