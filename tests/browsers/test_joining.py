"""In a real browser: what was suggested as two patterns is one to the host, and then two again."""

from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers.room import PATIENCE_MS, Room
from tests.browsers.test_alike import EN, NL, Words
from tests.browsers.test_board import PLAN
from tests.kit.server import Server
from tests.kit.sharing import contribute

PARKING: Final = {
    "nl": (
        "De parkeerplaats is altijd vol",
        "Nergens plek op de parkeerplaats",
        "Wéér een volle parkeerplaats",
    ),
    "en": ("The car park is always full", "No room left in the car park", "Our car park is full again"),
}
BUTTONS: Final = {
    "nl": ("Voeg samen met een ander", "Toch niet", "Met deze"),
    "en": ("Join with another", "Not after all", "With this one"),
}


@pytest.mark.parametrize(("language", "words"), [("nl", NL), ("en", EN)], ids=["nl", "en"])
def test_two_patterns_are_joined_and_taken_apart_again(
    chromium: Browser, server: Server, language: str, words: Words
) -> None:
    gathering = server.open(plan=PLAN, groups=[], language=language, board=True)
    tokens = [server.join(gathering, f"Guest {place}").json()["token"] for place in range(6)]
    for command in ("start", "next"):
        assert server.command(gathering, command).status_code == 200
    for place, said in enumerate((*words.alike, *PARKING[language])):
        contribute(server, gathering, tokens[place], said)
    with Room(chromium, server, gathering, language=words.board.locale) as room:
        page = room.come_to_host().page
        alike = page.locator("section.alike")
        alike.get_by_role("button", name=words.look).click(timeout=PATIENCE_MS)
        groups = alike.locator("ol.contributions > li")
        expect(groups).to_have_count(2, timeout=PATIENCE_MS)
        join, not_after_all, with_this = BUTTONS[language]
        groups.first.get_by_role("button", name=join).click()
        picked = groups.first.get_by_role("button", name=not_after_all)
        expect(picked).not_to_have_css("padding-left", "0px")
        expect(picked).to_have_css("text-decoration-line", "none")
        groups.last.get_by_role("button", name=with_this).click()
        expect(groups).to_have_count(1)
        alike.locator("summary").click()
        expect(alike.locator("details li")).to_have_count(6)
        alike.get_by_role("button", name=words.undo).click()
        expect(groups).to_have_count(2)
        assert room.faults() == []
