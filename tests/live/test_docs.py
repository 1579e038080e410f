"""The docs as a server gives them: found by address and language, kept by caches that ask again, kindly missing."""

from pathlib import Path

import pytest

from tests.live.running import Running
from tingsha.live import docs
from tingsha.live.screens import load
from tingsha.words import Refusal


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "howto").mkdir(parents=True)
    for name in ("index.nl", "index.en", "about.en", "howto/hosting.nl", "design", "missing.en"):
        (tmp_path / "docs" / f"{name}.html").write_text(f"<p>{name}</p>" * 50)
    (tmp_path / "docs" / "look-abc.css").write_text("a { color: red }")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "language", "page"),
    [
        ("/docs", "nl", "index.nl"),
        ("/docs/", "en", "index.en"),
        ("/docs", None, "index.en"),
        ("/about", "nl", "about.en"),
        ("/docs/howto/hosting", "nl", "howto/hosting.nl"),
        ("/docs/howto/hosting.nl", "en", "howto/hosting.nl"),
        ("/docs/design/", "nl", "design"),
    ],
)
def test_a_page_is_found(built: Path, path: str, language: str | None, page: str) -> None:
    files = load(built).files
    assert docs.find(files, path, language) == (files[f"/docs/{page}.html"], 200)


@pytest.mark.parametrize("path", ["/docs/nowhere", "/docs/design.html", "/docs/../open", "/docs/howto"])
def test_what_is_not_there_is_said_on_a_page(built: Path, path: str) -> None:
    files = load(built).files
    assert docs.find(files, path, "nl") == (files["/docs/missing.en.html"], 404)


def test_other_addresses_are_none_of_the_docs(built: Path) -> None:
    files = load(built).files
    assert [docs.find(files, path, "en") for path in ("/", "/docsy", "/api/clock", "/abouts")] == [None] * 4


def test_docs_that_were_never_built_are_said_plainly(tmp_path: Path) -> None:
    assert docs.find(load(tmp_path).files, "/docs", "en") == (Refusal("screens-missing"), 503)


def test_pages_are_asked_for_again_and_their_look_is_kept(built: Path) -> None:
    files = load(built).files
    assert files["/docs/design.html"].cache == b"public, no-cache"
    assert b"immutable" in files["/docs/look-abc.css"].cache


def test_a_server_gives_them(server: Running) -> None:
    with server.client() as browser:
        first = browser.get("/docs", headers={"accept-language": "nl"})
        if first.status_code == 503:
            pytest.skip("the docs were not built")
        known = browser.get(
            "/docs", headers={"accept-language": "nl", "if-none-match": first.headers["etag"]}
        )
        missing = browser.get("/docs/nowhere", headers={"if-none-match": first.headers["etag"]})
        posted = browser.post("/docs", json={})
    assert 'lang="nl"' in first.text
    assert first.headers["content-security-policy"].startswith("default-src 'self'")
    assert known.status_code == 304
    assert (missing.status_code, missing.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert posted.status_code in (404, 405)
    assert posted.headers["content-type"].startswith("application/problem+json")
