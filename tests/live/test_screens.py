"""The pages are served as they were built."""

import gzip
from pathlib import Path

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
