"""The other two ways to find each other, and a gathering with nobody joined."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import Walk
from tests.kit.server import Server


@pytest.mark.parametrize("milling", ["free", "numbers"])
@seen(PAPER, NIGHT)
def test_the_way_is_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look, milling: str
) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, replace(look, milling=milling))
    try:
        # Once people talk, the stage is the same for all ways.
        screens = ("phone", "host", "stage") if milling == "free" else ("phone", "host")
        walk.join_page()
        walk.come_in()
        walk.crowd()
        walk.see(f"lobby-{milling}", "host")
        walk.begin()
        walk.wait_for(walk.phone, "think")
        for round_, people in ((1, 0), (2, 31), (3, 300)):
            if people and milling == "numbers":
                walk.tell("count-off", people=people)
            walk.on_to("find")
            walk.see(f"find-{milling}-{round_}")
            if milling == "free":
                stand_together(walk, round_)
            elif round_ == 2:
                walk.by_day("find-numbers")
            walk.on_to("talk")
            walk.see(f"talk-{milling}-{round_}", *screens)
            walk.skip_turns()
            walk.see(f"thanks-{milling}-{round_}", *screens)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def stand_together(walk: Walk, round_: int) -> None:
    """Asked by one of the crowd, looking at the names, and found by one's tag; in the second round once more."""
    noor = next(each for each in walk.people() if each["name"] == "Noor")
    if round_ == 1:
        for name in ("Fatima", "Sem", "Lotte"):
            walk.tell_as(name, "looking", looking=True)
        walk.tell_as("Sem", "propose", to=noor["participant"])
        walk.phone.locator("p.proposal").wait_for()
        walk.see("find-free-asked", "phone", "stage")
        walk.phone.locator("button.tag").click()
        walk.phone.locator("dialog .matches li").nth(2).wait_for()
        walk.see("find-free-together", "phone")
        walk.phone.locator("dialog .code").fill("22")
        walk.phone.locator("dialog .stand button").click()
        walk.phone.locator("dialog[open] .wrong").wait_for()
        walk.see("find-free-wrong-tag", "phone")
        walk.phone.locator("dialog[open] > button.quiet").click()
    walk.tell_as("Daan", "stand-with", tag=walk.phone.locator("button.tag b").inner_text())
    walk.phone.locator("button.tag").wait_for(state="detached")
    walk.see("find-free-standing" if round_ == 1 else "find-free-known", "phone")
    if round_ == 2:
        scan_again(walk)


def scan_again(walk: Walk) -> None:
    """A camera opens another tab, which goes on; then one comes back to the first."""
    tab = walk.phone.context.new_page()
    tab.goto(f"http://localhost:{walk.server.port}/j/{walk.gathering['code']}")
    tab.locator("p.quietly").wait_for()
    walk.camera.take(tab, "phone", "took-over", touched=True)
    walk.phone.locator("main .push button.wide").wait_for()
    walk.see("resting", "phone")
    tab.close()
    walk.phone.locator("main .push button.wide").click()


@seen(PAPER, NIGHT)
def test_without_phones_it_is_without_fault(
    chromium: Browser, server: Server, folder: Path, look: Look
) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, replace(look, milling="free"))
    try:
        walk.begin()
        walk.stage.wait_for_timeout(1500)
        walk.see("think-nobody", "host")
        walk.tell("skip")
        walk.stage.wait_for_timeout(2000)
        walk.see("find-nobody", "host")
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))
