"""Two people on one phone: how the second one is added, and where the phone says that each of them goes. And the host's
page, which tells whose name no font here can print."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import PAPER, Look, seen
from tests.browsers.gallery.walk import Walk
from tests.kit.server import Server
from tests.paper.reading import in_no_font


@seen(PAPER)
def test_two_on_one_phone_are_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        add_the_second(walk)
        say_whose_name_is_not_printed(walk)
        find_two_partners(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def add_the_second(walk: Walk) -> None:
    walk.join_page()
    walk.come_in()
    walk.crowd()
    phone = walk.phone
    phone.locator("button.more").first.click()
    phone.locator(".menu button, dialog button").filter(has_text=SECOND[walk.look.language]).click()
    phone.locator("form.share input").first.fill("Oma Bep")
    walk.see("two-asked", "phone")
    phone.locator("form.share button").first.click()
    phone.locator("form.share").wait_for(state="detached")
    walk.see("two-added", "phone")
    phone.locator("dialog.menu button.main").click()


SECOND = {"nl": "Met z’n tweeën", "en": "two on this phone"}


def say_whose_name_is_not_printed(walk: Walk) -> None:
    walk.tell("add-person", name=f"Ea {in_no_font()}")
    page = walk.host
    page.locator("details.paper summary").click()
    page.locator("details.paper .advice").wait_for()
    page.locator("details.paper .advice").scroll_into_view_if_needed()
    walk.camera.take(page, "host", "unprintable", touched=True)


def find_two_partners(walk: Walk) -> None:
    walk.begin()
    walk.on_to("find")
    walk.phone.locator(".beside").wait_for()
    walk.see("two-find", "phone")
