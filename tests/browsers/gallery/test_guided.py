"""A guided gathering from the empty lobby to the thanks, in five looks."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LOOKS, Look, seen
from tests.browsers.gallery.walk import PLAN, Walk
from tests.kit.server import Server


@seen(*LOOKS)
def test_every_state_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        gather(walk)
        talk(walk)
        look_back(walk)
        lose(walk)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def gather(walk: Walk) -> None:
    walk.see("lobby-empty", "stage", "host")
    walk.join_page()
    walk.see("join", "phone")
    walk.phone.locator("main button.main").click()
    walk.see("join-refused", "phone")
    walk.come_in()
    walk.see("lobby-first", "phone")
    walk.crowd()
    walk.by_day("lobby")
    walk.see("lobby")
    walk.phone.locator("button.more").click()
    walk.phone.locator("dialog.menu button").nth(1).wait_for()
    walk.see("menu", "phone")
    walk.phone.locator("dialog.menu button.main").click()


def talk(walk: Walk) -> None:
    walk.begin()
    walk.wait_for(walk.phone, "think")
    walk.see("think")
    walk.on_to("find")
    walk.see("find")
    walk.phone.locator("main button.quiet.wide").first.click()
    walk.see("asked", "phone")
    walk.phone.locator("main button.main").click()
    walk.see("found", "phone")
    walk.on_to("talk")
    walk.see("first-turn")
    walk.by_day("first-turn")
    walk.phone.locator("button.time").click()
    walk.phone.locator(".push button").last.click()
    walk.see("starter", "phone")
    walk.tell("pause")
    walk.bring("body")
    walk.phone.wait_for_timeout(700)
    walk.see("paused")
    walk.tell("resume")
    walk.phone.wait_for_timeout(1500)
    walk.tell("skip")
    walk.phone.wait_for_timeout(1500 + PLAN["swap_s"] * 1000)
    walk.see("second-turn")
    walk.on_to("thanks")
    walk.see("thanks")
    walk.by_day("thanks")


def look_back(walk: Walk) -> None:
    walk.tell("next")
    walk.wait_for(walk.phone, "together")
    walk.phone.wait_for_timeout(700)
    walk.see("together", "phone", "host")
    walk.tell("close")
    walk.wait_for(walk.phone, "closed")
    walk.phone.wait_for_timeout(700)
    walk.see("closed")


def lose(walk: Walk) -> None:
    """The server goes: nothing else changes."""
    walk.server.kill9()
    walk.stage.wait_for_timeout(4000)
    walk.see("closed-offline", "host")
