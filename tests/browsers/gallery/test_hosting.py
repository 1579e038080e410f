"""The host's page at work: a promise, the joker, late, by hand, sure, the keys, looking back, a crowd, onward."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import NARROW, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import QUESTIONS, TITLE, Walk
from tests.kit.server import Server


@seen(PAPER, NIGHT, NARROW)
def test_the_host_at_work_is_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        promise(walk)
        run_late(walk)
        look_back(walk)
        go_on(walk)
        rehearse(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def take(walk: Walk, state: str, part: str = "") -> None:
    if part:
        walk.host.locator(part).first.scroll_into_view_if_needed()
    walk.camera.take(walk.host, "host", state, touched=True)


def promise(walk: Walk) -> None:
    walk.join_page()
    walk.come_in()
    walk.crowd()
    page = walk.host
    page.locator("details.joker summary").click()
    page.locator("details.joker input").fill("Noor")
    take(walk, "joker-asked", "details.joker")
    page.locator("details.joker button[type=submit]").click()
    page.locator("details.joker form").wait_for(state="detached")
    take(walk, "joker", "details.joker")
    page.locator("details.hosts summary").click()
    page.locator("details.hosts button").first.click()
    page.locator("details.hosts svg.qr").wait_for()
    take(walk, "second-host", "details.hosts")
    in_twice(walk)
    take(walk, "promise", "ul.promise")
    take(walk, "groups", ".groups")


def in_twice(walk: Walk) -> None:
    """Daan's phone has died, and he came in anew."""
    page = walk.host
    walk.crowd(1)
    page.locator("section.people summary").click()
    again = page.locator("section.people .rows li", has_text="Daan").last.locator("> button")
    again.click()
    take(walk, "in-twice", "section.people .sure")
    page.locator("section.people .sure button").first.click()
    page.locator("section.people .sure").wait_for(state="detached")
    page.locator("section.people summary").click()


def run_late(walk: Walk) -> None:
    page = walk.host
    walk.begin()
    page.locator(".controls").wait_for()
    walk.tell("extend", seconds=240)
    page.locator(".late button").wait_for()
    take(walk, "late")
    hand = page.locator("details.by-hand")
    hand.locator("summary").click()
    hand.locator("option").nth(2).wait_for(state="attached")
    for which in (0, 1):
        hand.locator("select").nth(which).select_option(index=which + 1)
    take(walk, "by-hand", "details.by-hand")
    hand.locator(".takeaway button").last.click()
    page.locator(".undo").wait_for()
    page.locator(".undo summary").click()
    take(walk, "take-back", ".undo")
    press(page, "?")
    page.locator("dialog.keys").wait_for()
    take(walk, "keys")
    page.keyboard.press("Escape")
    page.locator(".seldom button").first.click()
    take(walk, "sure", ".sure")
    page.locator(".sure button").first.click()


def press(page: Page, key: str) -> None:
    page.locator("h1").first.click()
    page.keyboard.press(key)


def look_back(walk: Walk) -> None:
    page = walk.host
    page.locator("section.together").wait_for()
    page.locator("details.forms summary").click()
    take(walk, "forms", "details.forms")
    page.locator('input[value="1-2-4-all"]').check()
    page.locator("details.forms button").click()
    page.locator(".together .steps li").nth(3).wait_for()
    take(walk, "steps", ".together .steps")
    walk.stage.wait_for_timeout(21_000)  # the last thanks stand at the head of looking back
    walk.camera.take(walk.stage, "stage", "steps")
    for _ in range(2):
        walk.tell("skip")
        walk.stage.wait_for_timeout(1_500)
    walk.phone.locator(".four").wait_for()
    page.locator(".together .steps + p").wait_for()
    walk.camera.take(walk.phone, "phone", "fours", touched=True)
    walk.camera.take(walk.stage, "stage", "fours")
    walk.by_day("fours")
    take(walk, "fours", ".together .steps")
    page.locator("form.heard input").first.fill(walk.patterns[0])
    page.locator("form.heard button[type=submit]").click()
    page.locator("form.heard a.button").first.wait_for()
    take(walk, "poster", "form.heard .takeaway")
    walk.stage.locator(".patterns").wait_for()
    walk.camera.take(walk.stage, "stage", "heard")
    page.locator(".closing button").click()
    page.locator(".closing button[disabled]").wait_for()
    take(walk, "closing-ring", ".closing")


def go_on(walk: Walk) -> None:
    page = walk.host
    page.locator(".close button").first.click()
    take(walk, "close-sure", ".close")
    page.locator(".close .sure button").first.click()
    page.locator(".after").wait_for()
    take(walk, "report", ".after .takeaway")
    walk.tell("again")
    page.locator(".after a.button.main").wait_for()
    take(walk, "onward", ".after")
    walk.wait_for(walk.phone, "closed")
    walk.phone.locator(".again").wait_for()
    walk.camera.take(walk.phone, "phone", "again", touched=True)


def rehearse(walk: Walk) -> None:
    language = walk.look.language
    rehearsal = walk.server.open(language=language, title=TITLE[language], invitation=QUESTIONS[language])
    page = walk.host
    page.goto(f"http://localhost:{walk.server.port}/host/{rehearsal['id']}#{rehearsal['host_token']}")
    page.locator(".crowd input").fill("5")
    walk.bring(".crowd", "center", page=page)
    take(walk, "crowd-asked")
    page.locator(".crowd button").click()
    page.locator(".crowd > button").wait_for()
    walk.bring(".crowd", "center", page=page)
    take(walk, "crowd")
    page.locator(".crowd > button").click()
