"""The pages around a gathering: where one comes in, where a code is typed, the pocket, and links that lead nowhere."""

import base64
import json
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, LYING, NARROW, NIGHT, PAPER, Look, seen
from tests.kit.server import Server


@seen(PAPER, NARROW, NIGHT, LARGE, LYING)
def test_the_pages_around_are_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    at = f"http://localhost:{server.port}"
    wide, hand = look.open(chromium, look.host), look.open(chromium, look.phone)
    try:
        land(camera, at, wide)
        carry(camera, at, hand)
        pass_on(camera, at, hand)
        stray(camera, at, hand)
    finally:
        wide.context.close()
        hand.context.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


TO_THE_TOP = "(each) => each.scrollIntoView({ block: 'start' })"


def land(camera: Camera, at: str, page: Page) -> None:
    page.goto(at)
    page.locator("main h1").wait_for()
    camera.take(page, "open", "landing")
    page.locator("section[aria-labelledby=host] button").click()
    page.locator("textarea").first.wait_for()
    camera.take(page, "open", "opening")
    page.locator("label.audience select").select_option(index=2)
    page.locator("fieldset.invite").first.evaluate(TO_THE_TOP)
    camera.take(page, "open", "audience")
    page.locator("details.library summary").first.click()
    page.locator("details.library li").nth(3).wait_for()
    page.locator("details.library").first.evaluate(TO_THE_TOP)
    camera.take(page, "open", "library")
    page.locator("input[value=liquid-courage]").check()
    for fold in page.locator(".brief summary").all():
        fold.click()
    page.locator(".brief").scroll_into_view_if_needed()
    camera.take(page, "open", "notes")


def carry(camera: Camera, at: str, page: Page) -> None:
    page.goto(f"{at}/pocket")
    page.locator("form button.main").wait_for()
    camera.take(page, "pocket", "prepare")
    page.locator("form button.main").click()
    page.locator("nav.controls").wait_for()
    camera.take(page, "pocket", "begun")


CARD = {
    "nl": ["Wat houdt je bezig op je werk?", "Wat zoek je, en wat breng je?", "Dinsdag", "half tien"],
    "en": [
        "What is on your mind at work?",
        "What do you seek, what do you bring?",
        "Tuesday",
        "half past nine",
    ],
}


def pass_on(camera: Camera, at: str, page: Page) -> None:
    language = camera.look[:2]
    said = json.dumps([language, *CARD[language], 0])
    page.goto(f"{at}/card#{base64.urlsafe_b64encode(said.encode()).decode().rstrip('=')}")
    page.locator("svg.qr").wait_for()
    camera.take(page, "card", "card", touched=True)
    page.goto(f"{at}/card#nonsense")
    page.reload()
    page.locator("main a.button").wait_for()
    camera.take(page, "card", "unreadable")


def stray(camera: Camera, at: str, page: Page) -> None:
    page.goto(f"{at}/j/AAAA-BBBB")
    page.locator("input.code").wait_for()
    camera.take(page, "phone", "unknown-code", touched=True)
    for screen in ("stage", "host"):
        page.goto(f"{at}/{screen}/{'0' * 32}#{'0' * 32}")
        page.locator("h1").wait_for()
        page.wait_for_timeout(1500 if camera.look != LARGE.name else 2500)
        camera.take(page, screen, "refused")
