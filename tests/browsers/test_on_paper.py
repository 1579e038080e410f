"""What the host prints and hands on: the poster before the coffee, the slide, and the report at the end."""

from time import perf_counter

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.gallery.camera import examined
from tests.browsers.room import PATIENCE_MS, Device, Room
from tests.kit.server import Server
from tests.paper.reading import pages
from tingsha.languages import words

HEARD = {
    "nl": ["Te weinig tijd samen", "Iedereen wil leren, niemand vraagt het"],
    "en": ["Too little time together", "Everybody wants to learn, nobody asks"],
}
MADE = {
    "nl": ("Poster, A3", "Poster, A4", "Dia", "Zet ze vooraan", "Verslag (PDF)", "Verslag (JSON)"),
    "en": ("Poster, A3", "Poster, A4", "Slide", "Put them on the screen", "Report (PDF)", "Report (JSON)"),
}


def fetched(page: Page, name: str) -> bytes:
    """What a tap on this opens, with the host's own cookie."""
    link = page.get_by_role("link", name=name, exact=True)
    began = perf_counter()
    answer = page.request.get(f"{page.url.split('/host/')[0]}{link.get_attribute('href')}")
    assert answer.status == 200, answer.text()
    assert perf_counter() - began < 2
    return answer.body()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_patterns_are_on_paper_before_the_coffee(
    chromium: Browser, server: Server, language: str
) -> None:
    gathering = server.open(language=language, groups=["Zorg", "ICT"])
    for person in range(12):
        assert (
            server.join(gathering, f"Canary {person}", group=("Zorg", "ICT")[person % 2]).status_code == 201
        )
    server.command(gathering, "start")
    server.command(gathering, "next")
    a3, a4, slide, show, report, data = MADE[language]
    with Room(chromium, server, gathering, language=language) as room:
        room.host = Device(chromium, {"width": 390, "height": 844}, language, measured=True)
        page = room.host.page
        page.goto(f"{room.origin}/host/{gathering['id']}#{gathering['host_token']}")
        fields = page.locator("form.heard input")
        expect(fields).to_have_count(3, timeout=PATIENCE_MS)
        expect(page.get_by_role("link", name=a3)).to_have_count(0)
        for place, pattern in enumerate(HEARD[language]):
            fields.nth(place).fill(pattern)
        page.get_by_role("button", name=show).click()
        for name in (a3, a4, slide):
            expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
            (sheet,) = pages(fetched(page, name))
            assert all(pattern in sheet for pattern in HEARD[language])
            assert words(language).paper.heard in sheet
        assert examined(page, touched=True) == []
        server.command(gathering, "close")
        expect(page.get_by_role("link", name=report, exact=True)).to_be_visible()
        (sheet,) = pages(fetched(page, report))
        said = sheet + fetched(page, data).decode()
        assert f"12 {words(language).paper.report.people}" in sheet
        assert all(pattern in said for pattern in HEARD[language])
        assert "Canary" not in said
        expect(page.get_by_role("link", name=a4, exact=True)).to_be_visible()
        assert examined(page, touched=True) == []
        assert room.faults() == []
