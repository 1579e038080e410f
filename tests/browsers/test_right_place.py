"""A code stuck over ours: title, picture and its word on both screens, and the address large beside the code."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers.room import DRAWN, Room
from tests.kit.server import Server
from tingsha.gathering.pictures import PICTURES


@pytest.mark.parametrize("language", ["nl", "en"])
def test_phone_and_stage_show_the_same_sign(chromium: Browser, server: Server, language: str) -> None:
    gathering = server.open(language=language)
    card = server.documents(gathering, "host")["common"]
    with Room(chromium, server, gathering) as room:
        stage = room.open_stage().page
        phone = room.join("Noor").page
        sign = re.compile(f"/pictures/{card['picture']}[.]svg$")
        for page in (stage, phone):
            expect(page.locator("img.sign")).to_have_attribute("src", sign)
            page.locator("img.sign").evaluate(DRAWN)
            assert page.title() == gathering.get("title", card["title"])
        word = phone.locator(".promise b").inner_text()
        expect(stage.locator(".company .under")).to_contain_text(word)
        expect(stage.locator("h1")).to_have_text(card["title"])
        address, code = stage.locator(".address"), stage.locator(".code")
        expect(address).to_have_text(re.sub(r"^https?://([^/]+)/.*", r"\1", card["join"]))
        tall = "(each) => parseFloat(getComputedStyle(each).fontSize)"
        assert address.evaluate(tall) >= 0.0419 * 1280 * 0.98
        assert code.evaluate(tall) > address.evaluate(tall)


def test_every_picture_is_drawn(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    for name in PICTURES:
        answer = page.request.get(f"{server.url}/pictures/{name}.svg")
        assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    page.close()
