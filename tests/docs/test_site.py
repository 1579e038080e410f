"""The site of the docs: every page is there, says its language, and leads somewhere."""

import re
from urllib.parse import urlsplit

import pytest

from docs.site.article import article
from docs.site.make import files
from docs.site.shelf import ROOT, languages, shelf
from tests.docs.site import SCREENS, leads, read
from tests.docs.written import read as text_of


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return files()


def pages(site: dict[str, bytes]) -> list[str]:
    return [name for name in site if name.endswith(".html")]


def ours(link: str) -> bool:
    return not urlsplit(link).scheme and link not in SCREENS


def test_no_link_is_dead(site: dict[str, bytes]) -> None:
    dead = [
        f"{page}: {link}"
        for page in pages(site)
        for link in read(site[page]).everywhere()
        if ours(link) and leads(site, page, link) is None
    ]
    assert dead == []


@pytest.mark.parametrize("link", ["/docs/nowhere", "#nowhere", "/docs/design#nowhere", "decisions/", ""])
def test_a_dead_link_is_seen(site: dict[str, bytes], link: str) -> None:
    assert leads(site, "gone.html", link) is None


def test_every_page_is_reached_from_the_first(site: dict[str, bytes]) -> None:
    reached, next_ones = set[str](), ["index.en.html"]
    while next_ones:
        page = next_ones.pop()
        if page in reached or not page.endswith(".html"):
            continue
        reached.add(page)
        next_ones += [to for link in read(site[page]).links if ours(link) and (to := leads(site, page, link))]
    # What is there for who speaks another language, and for who is lost, is led to by address alone.
    alone = {name for name in pages(site) if re.search(r"(^missing\.|\.(de|fr|es)\.html$)", name)}
    assert set(pages(site)) - reached - alone == set()


def test_every_page_of_the_docs_is_on_the_site(site: dict[str, bytes]) -> None:
    written = {file.relative_to(ROOT / "docs") for file in (ROOT / "docs").rglob("*.md")}
    assert {file.with_suffix(".html").as_posix() for file in written} <= set(site)


def test_every_page_says_its_language(site: dict[str, bytes]) -> None:
    for page in pages(site):
        asked = page.split(".")[-2] if page.count(".") > 1 else "en"
        borrowed = b'class="fallen-back"' in site[page]
        assert read(site[page]).language == ("en" if borrowed else asked), page


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("stem", ["index", "about", "howto/hosting", "howto/taking-part"])
def test_every_interface_language_has_an_address(site: dict[str, bytes], stem: str, language: str) -> None:
    page = site[f"{stem}.{language}.html"].decode()
    borrowed = read(page.encode()).language != language
    assert ('class="fallen-back"' in page) == borrowed


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(site: dict[str, bytes]) -> None:
    for page in pages(site):
        found = read(site[page])
        assert found.inline == []
        assert [link for link in found.wanted if urlsplit(link).scheme] == []


def test_the_method_is_credited_in_every_language(site: dict[str, bytes]) -> None:
    for language in shelf().twins("about"):
        said = " ".join(site[f"about.{language}.html"].decode().split())
        for name in (
            "Henri Lipmanowicz",
            "Keith McCandless",
            "June Holley",
            "Jamie Owens",
            "CC BY-NC",
            "Apache",
        ):
            assert name in said, (language, name)


def test_markup_in_a_page_stays_text_and_columns_need_no_style() -> None:
    made = article("# A <b>b</b>\n\n| a | |\n|--:|---|\n| <script>x</script> | 1 |\n", lambda link: link)
    assert "<script>" not in made.body
    assert "style=" not in made.body
    assert made.body.count("<th>") == 1


def test_a_heading_has_its_english_name_as_well(site: dict[str, bytes]) -> None:
    for language, page in shelf().twins("about").items():
        assert {"privacy", "the-method"} <= read(site[f"about.{language}.html"]).anchors, page


def test_two_headings_alike_have_two_anchors() -> None:
    made = article("# A\n\n## B\n\n## B\n", lambda link: link)
    assert [heading.anchor for heading in made.headings] == ["a", "b", "b-1"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_calls_things_as_the_phone_does(language: str) -> None:
    """What leans over in the page for participants is a word on their screen."""
    shown = text_of(f"src/tingsha/languages/{language}.json")
    leaning = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", text_of(f"docs/howto/taking-part.{language}.md"))
    assert len(leaning) > 5
    assert [label for label in leaning if f'"{label}"' not in shown] == []
