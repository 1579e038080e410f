"""Where people stand, in a grid and by names: the host lays it, the phone says it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NARROW, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import Walk
from tests.kit.server import Server

NAMES = ["bij het raam aan de tuinkant", "de piano"]


@seen(NIGHT, NARROW, PAPER, LARGE)
def test_spots_are_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        lay(walk)
        find(walk, "grid")
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


@seen(PAPER, NARROW)
def test_named_spots_are_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, look)
    try:
        walk.join_page()
        walk.come_in()
        walk.crowd()
        walk.tell("lay-spots", spots={"names": NAMES})
        find(walk, "names")
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def lay(walk: Walk) -> None:
    """By the host's own hand."""
    walk.join_page()
    walk.come_in()
    walk.crowd()
    card = walk.host.locator("details.card", has=walk.host.locator("form .segments"))
    card.locator("summary").click()
    card.locator(".segments button").nth(1).click()
    numbers = card.locator("input[type=number]")
    expect(numbers).to_have_count(3)
    expect(numbers.first).to_have_value("2")
    numbers.first.fill("3")
    walk.see("spots", "host")
    card.locator("button[type=submit]").click()
    expect(card.locator("[role=status]")).not_to_be_empty()
    assert laid(walk) == {"count": 9, "rows": 3, "columns": 3}


def laid(walk: Walk) -> dict[str, Any]:
    spots = walk.server.documents(walk.gathering, "host")["common"]["host"]["spots"]
    return {each: spots[each] for each in ("count", "rows", "columns")}


def find(walk: Walk, how: str) -> None:
    walk.begin()
    walk.wait_for(walk.phone, "think")
    walk.on_to("find")
    walk.see(f"find-{how}", "phone")
