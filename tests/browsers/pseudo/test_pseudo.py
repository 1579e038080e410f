"""In a language that nobody speaks and that runs from right to left: is every word translated, does everything fit?"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import NARROW, PAPER, Look
from tests.browsers.gallery.walk import CROWD, GROUPS, QUESTIONS, TITLE, Walk
from tests.browsers.pseudo.eyes import foreign
from tests.browsers.pseudo.house import with_one_language_more
from tests.browsers.pseudo.language import ABOUT, CODE, accented, language, longer
from tests.house.languages import complaints
from tests.house.tracked import ROOT
from tests.kit.server import Server

TURNED = replace(PAPER, name="pseudo", language=CODE)
SMALL = replace(NARROW, name="pseudo-320", language=CODE)
OURS = ("Tingsha", "http", "localhost", "Noor", *CROWD, *GROUPS["en"], TITLE["en"], *QUESTIONS["en"].values())
"""What people wrote, and what is a name."""

pytestmark = pytest.mark.xdist_group("pseudo")  # its screens are built but once


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_one_language_more(tmp_path_factory.mktemp("house"))


@pytest.fixture
def turned(package: Path, tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path / "data", source=package).start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = request.config.getoption("--pictures")
    return Path(kept).resolve() if kept else tmp_path_factory.mktemp("pictures")


def test_the_language_is_longer_and_says_the_same() -> None:
    english = json.loads((ROOT / "src/tingsha/languages/en.json").read_text(encoding="utf-8"))
    assert complaints(english, language(english)) == []
    sentence = "Walk about, or join two people near you."
    assert 1.25 < len(longer(accented(sentence))) / len(sentence) < 1.45


class Reader(Camera):
    """A camera that reads as well."""

    def __init__(self, folder: Path, look: str, *known: str) -> None:
        super().__init__(folder, look)
        self.known = (*OURS, *known)

    def take(self, page: Page, screen: str, state: str, *, touched: bool = False) -> None:
        super().take(page, screen, state, touched=touched)
        assert page.locator("html").get_attribute("dir") == "rtl"
        self.faults += [f"{screen} {state}: not translated: {word}" for word in foreign(page, self.known)]


@pytest.mark.parametrize("look", [TURNED, SMALL], ids=lambda look: look.name)
def test_a_gathering_from_right_to_left(chromium: Browser, turned: Server, folder: Path, look: Look) -> None:
    camera = Reader(folder, look.name)
    walk = Walk(chromium, turned, camera, look)
    camera.known += (walk.gathering["code"][:4], walk.gathering["code"][4:], walk.gathering["links"]["join"])
    try:
        come_in(walk)
        talk(walk)
        look_back(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def come_in(walk: Walk) -> None:
    walk.see("lobby-empty", "stage", "host")
    walk.join_page()
    walk.see("join", "phone")
    walk.come_in()
    walk.crowd()
    walk.see("lobby")
    walk.phone.locator("button.more").click()
    walk.phone.locator("dialog.menu button").nth(1).wait_for()
    walk.see("menu", "phone")
    walk.phone.locator("dialog.menu button.main").click()
    # What stood at the end of a line stands at its other end now.
    assert on_the_left(walk.phone, "button.more")
    if walk.look.stage[0] > walk.look.stage[1] and walk.look is TURNED:
        assert on_the_left(walk.stage, ".door")
        assert on_the_left(walk.host, ".columns > :nth-child(2)")
    assert not overlapping(walk.stage, ".qr", ".company")
    assert not overlapping(walk.stage, ".qr", ".corner")
    code = walk.gathering["code"]
    shown = walk.stage.locator(".code bdi span")
    first, second = shown.nth(0).bounding_box(), shown.nth(1).bounding_box()
    assert first and second
    assert first["x"] < second["x"], "a code is read from left to right everywhere"
    assert shown.all_inner_texts() == [code[:4], code[4:]]


def talk(walk: Walk) -> None:
    walk.tell("start")
    walk.wait_for(walk.phone, "think")
    walk.see("think")
    walk.on_to("find")
    walk.see("find")
    walk.phone.locator("main button.main").click()
    walk.on_to("talk")
    walk.see("talk")
    lengthen_by_the_arrow(walk)
    walk.skip_turns()
    walk.see("thanks")


def lengthen_by_the_arrow(walk: Walk) -> None:
    """Later is on the left: that arrow gives more time, and the mark on the line has come from the right."""
    before = walk.server.documents(walk.gathering, "host")["common"]["timeline"][-1]["ends"]
    walk.host.locator("h1").click()
    walk.host.keyboard.press("ArrowLeft")
    expect(walk.host.locator(".undo button").first).to_be_visible()
    after = walk.server.documents(walk.gathering, "host")["common"]["timeline"][-1]["ends"]
    assert after == before + 60_000, "in the first turn both turns are longer"
    assert not on_the_left(walk.host, ".mark-now")


def look_back(walk: Walk) -> None:
    walk.tell("next")
    walk.wait_for(walk.phone, "together")
    walk.phone.wait_for_timeout(700)
    walk.see("together")
    walk.tell("close")
    walk.wait_for(walk.phone, "closed")
    walk.phone.wait_for_timeout(700)
    walk.see("closed")


@pytest.mark.parametrize("look", [TURNED, SMALL], ids=lambda look: look.name)
def test_the_pages_around_from_right_to_left(
    chromium: Browser, turned: Server, folder: Path, look: Look
) -> None:
    camera = Reader(folder, look.name, "CC", "BY", "NC")
    at = f"http://localhost:{turned.port}"
    page = look.open(chromium, look.host)
    try:
        page.goto(at)
        page.locator("main h1").wait_for()
        assert page.locator("header select option:checked").inner_text() == ABOUT["name"]
        camera.take(page, "open", "landing")
        assert on_the_left(page, "header select")
        page.locator("section[aria-labelledby=host] button").click()
        page.locator("textarea").first.wait_for()
        camera.take(page, "open", "opening")
        page.locator("input[value=liquid-courage]").check()
        expect(page.locator(".dare ol")).to_have_attribute("lang", "en")
        camera.take(page, "open", "dare")
        page.goto(f"{at}/pocket")
        page.locator("form button.main").wait_for()
        camera.take(page, "pocket", "prepare")
        page.locator("form button.main").click()
        page.locator("nav.controls").wait_for()
        camera.take(page, "pocket", "begun")
        page.goto(f"{at}/j/AAAA-BBBB")
        page.locator("input.code").wait_for()
        camera.take(page, "phone", "unknown-code", touched=True)
        page.goto(f"{at}/card#nonsense")
        page.locator("main a.button").wait_for()
        camera.take(page, "card", "unreadable")
    finally:
        page.context.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def overlapping(page: Page, one: str, other: str) -> bool:
    first, second = page.locator(one).first.bounding_box(), page.locator(other).first.bounding_box()
    assert first and second
    return all(
        first[at] < second[at] + second[length] - 1 and second[at] < first[at] + first[length] - 1
        for at, length in (("x", "width"), ("y", "height"))
    )


def on_the_left(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    size = page.viewport_size
    assert box and size
    return box["x"] + box["width"] / 2 < size["width"] / 2
