"""Gatherings that belong together: at the door, in the menu, at opening, and the picture of all of them."""

from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import NARROW, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.test_web import QUICK, until_inked
from tests.browsers.gallery.walk import CROWD, Walk
from tests.kit.server import Server, fresh_id

TOKEN = "0123456789abcdef0123456789abcdef"
SERIES = {"nl": "Buurt aan tafel", "en": "Neighbours at table"}
KEEP = """([token, title]) => localStorage.setItem("tingsha.open.communities", JSON.stringify([
  { token, title, until: Date.now() + 1e9 }]))"""


@seen(PAPER, NIGHT, NARROW)
def test_a_community_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    first = Walk(chromium, server, camera, look, community=TOKEN, rehearsal=True, plan=QUICK, web=True)
    keys = {name: fresh_id() for name in CROWD}
    try:
        open_with(first)
        at_the_door(first)
        hold(first, keys)
        second = server.open(
            community=TOKEN,
            language=look.language,
            groups=first.groups,
            plan=QUICK,
            web=True,
            title=SERIES[look.language],
        )
        come_back(first, second)
        look_back(first, second, keys)
    finally:
        first.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def open_with(walk: Walk) -> None:
    page = walk.another_phone()
    page.goto(f"http://localhost:{walk.server.port}/")
    page.evaluate(KEEP, [TOKEN, SERIES[walk.look.language]])
    page.reload()
    page.locator("section button.main").last.click()
    page.locator(f'input[name=belongs][value="{TOKEN}"]').check()
    page.locator("details details summary").last.click()
    page.locator(f'input[name=belongs][value="{TOKEN}"]').scroll_into_view_if_needed()
    walk.camera.take(page, "open", "belongs")


def at_the_door(walk: Walk) -> None:
    walk.join_page()
    walk.phone.locator(".known").wait_for()
    walk.see("known-first", "phone")
    walk.come_in()
    walk.phone.locator("button.more").click()
    walk.phone.locator("dialog.menu a.button").wait_for()
    walk.see("menu-community", "phone")
    walk.phone.keyboard.press("Escape")


def hold(walk: Walk, keys: dict[str, str]) -> None:
    for place, (name, key) in enumerate(keys.items()):
        join(walk, walk.gathering, name, place, key)
    walk.tell("add-person", name="Opa", group=walk.groups[0])
    walk.begin()
    walk.wait_for(walk.phone, "together")
    walk.phone.locator(".confirm").first.wait_for()
    walk.phone.locator(".confirm button").first.click()
    walk.see("confirm", "phone")
    walk.tell("close")
    walk.host.locator(".bring").wait_for()
    walk.host.locator(".bring").scroll_into_view_if_needed()
    walk.see("bring", "host")
    walk.wait_for(walk.phone, "closed")
    walk.phone.locator(".push button").last.wait_for()
    walk.bring("main.scene", "end")
    walk.see("closed-community", "phone")


def join(walk: Walk, gathering: dict[str, Any], name: str, place: int, key: str) -> None:
    url = f"{walk.server.url}/api/gatherings/{gathering['id']}/participants"
    form = {"id": fresh_id(), "name": name, "group": walk.groups[place % len(walk.groups)], "device_key": key}
    answer = httpx.post(url, json=form, timeout=10)
    assert answer.status_code == 201, answer.text


def come_back(walk: Walk, second: dict[str, Any]) -> None:
    page = walk.phone
    page.goto(f"http://localhost:{walk.server.port}/j/{second['code']}")
    page.locator(".known h2").wait_for()
    walk.see("welcome-back", "phone")
    page.locator(".known button").last.click()
    page.locator(".known .asked").wait_for()
    walk.see("leave-community", "phone")
    page.locator(".known .asked button").last.click()
    page.locator(".known button").first.click()
    walk.see("not-known", "phone")
    page.locator(".known button").first.click()


def look_back(walk: Walk, second: dict[str, Any], keys: dict[str, str]) -> None:
    for place, (name, key) in enumerate(keys.items()):
        join(walk, second, name, place, key)
    for kind, page in (("stage", walk.stage), ("host", walk.host)):
        page.goto(f"http://localhost:{walk.server.port}/{kind}/{second['id']}#{second[f'{kind}_token']}")
    walk.host.locator(".people > p").wait_for()
    walk.bring("section.people", page=walk.host)
    walk.see("acquainted", "host")
    assert walk.server.command(second, "start").status_code == 200
    walk.host.locator("section[aria-labelledby=web] button").first.wait_for(timeout=60_000)
    assert walk.server.command(second, "web", on=True, whole=True).status_code == 200
    walk.host.locator("section[aria-labelledby=web] details summary").click()
    expect(walk.host.locator("section[aria-labelledby=web] details li").first).to_be_visible()
    walk.host.locator("section[aria-labelledby=web]").scroll_into_view_if_needed()
    walk.see("web-in-words", "host")
    expect(walk.stage.locator(".figures li")).to_have_count(4)
    until_inked(walk.stage)
    walk.see("web-whole", "stage")
