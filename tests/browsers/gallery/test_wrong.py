"""When things go wrong: offline while tapping, a bell asleep, a full disk, phones that get through or not."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NARROW, NIGHT, PAPER, PATIENCE_MS, Look, seen
from tests.browsers.gallery.walk import Walk
from tests.browsers.mishaps import MINUTE_ON, limit_files
from tests.kit.server import Server


@seen(PAPER, LARGE, NIGHT, NARROW)
def test_what_goes_wrong_is_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        reach(walk)
        sleep(walk)
        fill_the_disk(walk)
        tap_offline(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def reach(walk: Walk) -> None:
    walk.bring(".advice", "center", page=walk.host)
    walk.see("reach", "host")
    walk.host.add_init_script(MINUTE_ON)
    walk.host.reload()
    expect(walk.host.locator(".advice a")).to_be_visible()
    walk.host.locator(".advice a").scroll_into_view_if_needed()
    walk.see("unreachable", "host")
    walk.join_page()
    walk.come_in()
    walk.crowd()


def sleep(walk: Walk) -> None:
    """One calm tap wakes the bell."""
    walk.begin()
    walk.wait_for(walk.phone, "think")
    walk.on_to("find")
    for page in (walk.phone, walk.host):
        page.evaluate("() => window.tingshaAudio?.ctx.suspend()")
    expect(walk.phone.locator("button.quietly")).to_be_visible()
    walk.bring("button.quietly", "end")
    walk.see("sound-asleep", "phone", "host")
    walk.phone.locator("button.quietly").click()
    expect(walk.phone.locator("button.quietly")).to_have_count(0)


def fill_the_disk(walk: Walk) -> None:
    limit_files(walk.server.pid, 0)
    walk.server.command(walk.gathering, "admission", admission="ask")
    expect(walk.host.locator(".away[role=alert]")).to_be_visible()
    walk.see("unsaved", "host")
    limit_files(walk.server.pid, -1)
    walk.tell("admission", admission="open")


def tap_offline(walk: Walk) -> None:
    plain = walk.another_phone()
    plain.goto(f"http://tingsha.test:{walk.server.port}/j/{walk.gathering['code']}")
    plain.locator("input").first.fill("Bo")
    plain.get_by_role("button", name=walk.groups[3], exact=True).click()
    plain.locator("main button.main").click()
    walk.wait_for(plain, "find")
    walk.server.kill9()
    expect(plain.locator(".quietly")).to_be_visible(timeout=PATIENCE_MS)
    plain.locator(".quietly").scroll_into_view_if_needed()
    walk.camera.take(plain, "phone", "offline-plain", touched=True)
    walk.phone.locator("main button.quiet.wide").first.click()
    expect(walk.phone.locator(".quietly")).to_be_visible(timeout=PATIENCE_MS)
    walk.phone.wait_for_timeout(2000)
    walk.bring(".quietly", "end")
    walk.see("offline-tapped", "phone")
    walk.host.evaluate("() => scrollTo(0, 0)")
    walk.see("offline-running", "host")
    walk.phone.locator("button.more").click()
    walk.phone.locator("dialog.menu button").nth(1).click()
    walk.phone.wait_for_timeout(2000)
    walk.bring("dialog.menu button.main", "end")
    walk.see("offline-menu", "phone")
