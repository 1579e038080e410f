"""The first page: three ways in, and every link of its foot leads to a page in the same language."""

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS
from tests.docs.site import read
from tests.kit.server import Server

LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def landed(chromium: Browser, server: Server, language: str) -> Page:
    page = chromium.new_context(locale=LOCALES[language], reduced_motion="reduce").new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(server.url)
    page.locator("main h1").wait_for()
    return page


@pytest.mark.parametrize("language", LOCALES)
def test_the_foot_leads_to_pages_in_the_same_language(
    chromium: Browser, server: Server, language: str
) -> None:
    page = landed(chromium, server, language)
    links = page.locator("footer nav a").evaluate_all("(all) => all.map((each) => each.href)")
    assert len(links) == 5
    for link in links:
        answer = httpx.get(link, headers={"accept-language": "de"})
        found = read(answer.content)
        assert answer.status_code == 200
        assert found.language == (language if "/licence" not in link else "en")
        _, _, fragment = link.partition("#")
        assert not fragment or fragment in found.anchors
    page.context.close()


def test_a_code_that_is_not_whole_brings_one_back_to_its_field(chromium: Browser, server: Server) -> None:
    page = landed(chromium, server, "en")
    go = page.get_by_role("button", name="Go in")
    page.locator("input.code").fill("kvmr")
    go.click()
    expect(page.locator("input.code")).to_be_focused()
    page.locator("input.code").fill("kvmr-7tdx")
    expect(page.locator("input.code")).to_have_value("KVMR 7TDX")
    go.click()
    page.wait_for_url("**/j/KVMR7TDX")
    page.context.close()


def test_nothing_goes_on_moving(chromium: Browser, server: Server) -> None:
    page = chromium.new_context(reduced_motion="no-preference").new_page()
    page.goto(server.url)
    page.locator(".circle").wait_for()
    lengths = page.evaluate(
        """() => document.getAnimations().filter((each) => each.effect.target.closest(".circle"))
        .map((each) => each.effect.getComputedTiming().activeDuration)"""
    )
    assert lengths
    assert max(lengths) <= 5000
    page.context.close()
