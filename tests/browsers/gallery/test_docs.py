"""The docs: the pages that people are led to in every look, and all the others once."""

from pathlib import Path

from playwright.sync_api import Browser

from docs.site.shelf import shelf
from tests.browsers.gallery.camera import Camera, examined
from tests.browsers.gallery.looks import LARGE, LYING, NARROW, NIGHT, PAPER, Look, seen
from tests.kit.server import Server

LED_TO = {
    "first": "/docs",
    "hosting": "/docs/howto/hosting",
    "taking-part": "/docs/howto/taking-part",
    "about": "/about",
    "missing": "/docs/nowhere",
}


@seen(PAPER, LARGE, NIGHT, NARROW, LYING)
def test_the_pages_people_are_led_to_are_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    page = look.open(chromium, look.host)
    try:
        for state, address in LED_TO.items():
            page.goto(f"{server.url}{address}")
            camera.take(page, "docs", state)
            assert page.locator("html").get_attribute("lang") == look.language
        page.goto(f"{server.url}/docs/howto/hosting.de")
        camera.take(page, "docs", "fallen-back")
    finally:
        page.context.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def test_every_page_is_without_fault_at_320_pixels(chromium: Browser, server: Server) -> None:
    page = NARROW.open(chromium, NARROW.host)
    faults: list[str] = []
    try:
        for each in shelf().pages.values():
            page.goto(f"{server.url}{each.address}")
            faults += [f"{each.address}: {fault}" for fault in examined(page)]
    finally:
        page.context.close()
    assert faults == []
