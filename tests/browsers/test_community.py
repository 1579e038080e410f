"""A community as people live it: begun by one tap, known by one's own phone, and forgotten in two taps."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browsers.gallery.camera import examined
from tests.browsers.room import PATIENCE_MS, PHONE, Room
from tests.browsers.test_board import EN, NL, board_of, write
from tests.journal.on_disk import files_with
from tests.kit.server import Server, fresh_id

WORDS = {
    "nl-NL": {
        "host": "Open een bijeenkomst", "belongs": "Hoort dit ergens bij?", "begin": "het begin van een reeks",
        "open": "Open", "first": "Kom je nog eens", "back": "Welkom terug, Noor", "not": "Dat ben ik niet",
        "leave": "Vergeet mij in de hele reeks", "sure": "Ja, vergeet mij", "left": "in één bijeenkomst",
        "menu": "Meer", "erased": "Je bent gewist", "nothing": "Deze keer wordt er niets onthouden",
    },
    "en-GB": {
        "host": "Open a gathering", "belongs": "Does it belong with others?", "begin": "the first of a community",
        "open": "Open", "first": "Come another time", "back": "Welcome back, Noor", "not": "That isn’t me",
        "leave": "Forget me in the whole community", "sure": "Yes, forget me", "left": "in one gathering",
        "menu": "More", "erased": "You are erased", "nothing": "Nothing is remembered this time",
    },
}  # fmt: skip
KEPT = "localStorage.getItem('tingsha.open.communities')"
OF_COMMUNITIES = "Object.keys(localStorage).filter((key) => key.startsWith('tingsha.community-'))"


class Devices:
    """Phones and a host's laptop in one language; each context is one of them, over plain http and another name than
    localhost, where a browser offers less."""

    def __init__(self, browser: Browser, server: Server, language: str) -> None:
        self.browser, self.server, self.language = browser, server, language
        self.words = WORDS[language]
        self.site = f"http://tingsha.test:{server.port}"
        self.contexts: list[BrowserContext] = []

    def device(self) -> BrowserContext:
        context = self.browser.new_context(
            viewport=PHONE,  # type: ignore[arg-type]
            locale=self.language,
            reduced_motion="reduce",
            bypass_csp=True,
        )
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        return context

    def begin(self) -> str:
        """The host makes a community by one tap; answers its token, which lies on this device alone."""
        page = self.device().new_page()
        page.goto(f"http://localhost:{self.server.port}/")
        page.get_by_role("button", name=self.words["host"]).click()
        page.locator("summary", has_text=self.words["belongs"]).click()
        page.get_by_label(self.words["begin"]).check()
        assert examined(page) == []
        page.get_by_role("button", name=self.words["open"], exact=True).click()
        page.wait_for_url(re.compile("/host/"))
        (kept,) = page.evaluate(f"JSON.parse({KEPT})")
        page.goto(f"http://localhost:{self.server.port}/")
        page.get_by_role("button", name=self.words["host"]).click()
        expect(page.get_by_label(kept["title"])).to_be_visible()
        return kept["token"]

    def gathering(self, token: str) -> dict[str, Any]:
        return self.server.open(community=token, language=self.language[:2])

    def at_the_door(self, phone: BrowserContext, gathering: dict[str, Any]) -> Page:
        page = phone.new_page()
        page.goto(f"{self.site}/j/{gathering['code']}")
        expect(page.locator(".known")).to_be_visible()
        return page

    def come_in(self, page: Page) -> None:
        page.locator("main button.main").click()
        expect(page.locator(".place")).to_be_visible()


@pytest.mark.parametrize("language", WORDS)
def test_welcome_back_and_forgotten_in_two_taps(chromium: Browser, server: Server, language: str) -> None:
    devices = Devices(chromium, server, language)
    words = devices.words
    token, phone = devices.begin(), devices.device()

    page = devices.at_the_door(phone, devices.gathering(token))
    expect(page.get_by_text(words["first"])).to_be_visible()
    assert examined(page, touched=True) == []
    page.locator("input").first.fill("Noor")
    devices.come_in(page)

    second = devices.gathering(token)
    page = devices.at_the_door(phone, second)
    expect(page.get_by_role("heading", name=words["back"])).to_be_visible()
    expect(page.locator("input").first).to_have_value("Noor")
    assert examined(page, touched=True) == []
    # On a borrowed phone nobody is taken for its owner, and the owner's key stays.
    page.get_by_role("button", name=words["not"]).click()
    expect(page.get_by_text(words["nothing"])).to_be_visible()
    expect(page.locator("input").first).to_have_value("")
    page.locator("input").first.fill("Bo")
    devices.come_in(page)

    page = devices.at_the_door(phone, devices.gathering(token))
    page.get_by_role("button", name=words["leave"]).click()
    page.get_by_role("button", name=words["sure"], exact=True).click()
    expect(page.get_by_text(words["left"])).to_be_visible()
    expect(page.locator("input").first).to_have_value("")
    page.locator("input").first.fill("Noor")
    devices.come_in(page)

    page.get_by_role("button", name=words["menu"]).click()
    page.get_by_role("button", name=words["leave"]).click()
    page.get_by_role("button", name=words["sure"]).last.click()
    expect(page.get_by_role("heading", name=words["erased"])).to_be_visible()
    assert page.evaluate(OF_COMMUNITIES) == []
    assert examined(page, touched=True) == []
    for context in devices.contexts:
        context.close()


@pytest.mark.parametrize("language", WORDS)
def test_who_leaves_takes_back_what_they_shared_at_earlier_gatherings(
    chromium: Browser, server: Server, language: str
) -> None:
    words, said, token = WORDS[language], {"nl-NL": NL, "en-GB": EN}[language], fresh_id()
    first, second = (
        server.open(community=token, language=language[:2], groups=[], board=True) for _ in range(2)
    )
    with Room(chromium, server, first, language=language) as room:
        noor = room.join("Noor")
        for command in ("start", "next"):
            assert server.command(first, command).status_code == 200
        expect(board_of(noor)).to_be_visible(timeout=PATIENCE_MS)
        with noor.page.expect_response("**/api/boards/*"):
            write(noor, said, "kanarie", said.anonymous)
        assert files_with(server.data, b"kanarie") != []
        noor.page.goto(f"{room.origin}/j/{second['code']}")
        noor.page.get_by_role("button", name=words["leave"]).click()
        noor.page.get_by_role("button", name=words["sure"], exact=True).click()
        expect(noor.page.get_by_text(words["left"])).to_be_visible(timeout=PATIENCE_MS)
        assert files_with(server.data, b"kanarie") == []
        assert first["id"] not in noor.page.evaluate("JSON.stringify(localStorage)")
        assert noor.context.cookies() == []
