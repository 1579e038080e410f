"""What happens to one phone: at the door, sitting out, one of three, late, removed, erased, offline."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import NARROW, NIGHT, PAPER, PATIENCE_MS, Look, seen
from tests.browsers.gallery.walk import Walk
from tests.kit.server import Server


@seen(PAPER, NARROW, NIGHT)
def test_what_happens_to_one_is_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        wait_at_the_door(walk)
        be_the_third(walk)
        come_and_go(walk)
        lose_the_server(walk)
        be_erased(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


ERASED = re.compile("gewist|erased|werkt niet meer|no longer works")
SIT_OUT = re.compile("even niet mee|sit out")


def choose(page: Page, words: re.Pattern[str]) -> None:
    page.locator("button.more").click()
    page.locator("dialog.menu button").filter(has_text=words).click()


def wait_at_the_door(walk: Walk) -> None:
    walk.tell("admission", admission="ask")
    walk.join_page()
    walk.come_in(scene="waiting")
    walk.phone.locator("h1").wait_for()
    walk.see("waiting")
    (person,) = walk.server.documents(walk.gathering, "host")["common"]["host"]["waiting"]
    walk.tell("admit", participant=person["participant"])
    walk.wait_for(walk.phone, "lobby")
    walk.tell("admission", admission="locked")
    late = walk.another_phone()
    late.goto(f"http://localhost:{walk.server.port}/j/{walk.gathering['code']}")
    late.locator(".place, main").first.wait_for()
    walk.camera.take(late, "phone", "locked", touched=True)
    walk.tell("admission", admission="open")


def be_the_third(walk: Walk) -> None:
    walk.crowd(10)
    walk.tell("add-person", name="Opa", group=walk.groups[0])
    walk.tell("add-person", name="Wies", group=walk.groups[2])
    walk.begin()
    walk.wait_for(walk.phone, "think")
    walk.on_to("find")
    walk.see("find-odd")
    walk.on_to("talk")
    walk.bring(".cards", "center", page=walk.host)
    walk.see("talk-odd")


def come_and_go(walk: Walk) -> None:
    late = walk.another_phone()
    late.goto(f"http://localhost:{walk.server.port}/j/{walk.gathering['code']}")
    late.locator("input").first.fill("Bo")
    late.get_by_role("button", name=walk.groups[3], exact=True).click()
    late.locator("main button.main").click()
    walk.wait_for(late, "talk")
    walk.camera.take(late, "phone", "late", touched=True)
    walk.see("somebody-late", "host")
    choose(walk.phone, SIT_OUT)
    walk.wait_for(walk.phone, "away")
    walk.phone.locator("h1").wait_for()
    walk.see("away", "phone", "host")
    (bo,) = [each for each in walk.people() if each["name"] == "Bo"]
    walk.tell("remove", participant=bo["participant"])
    walk.wait_for(late, "gone")
    late.locator("h1").wait_for()
    walk.camera.take(late, "phone", "removed", touched=True)


def lose_the_server(walk: Walk) -> None:
    walk.phone.locator("main button.main").click()
    expect(walk.phone.locator("html")).not_to_have_attribute("data-scene", "away")
    walk.server.kill9()
    walk.phone.wait_for_timeout(4000)
    walk.bring(".quietly", "end")
    walk.see("offline")
    walk.server.start()
    expect(walk.phone.locator("footer.quietly")).to_have_count(0, timeout=PATIENCE_MS)


def be_erased(walk: Walk) -> None:
    walk.tell("erase")
    for page in (walk.phone, walk.stage, walk.host):
        expect(page.locator("h1, h2").first).to_contain_text(ERASED, timeout=PATIENCE_MS)
    walk.see("erased")
