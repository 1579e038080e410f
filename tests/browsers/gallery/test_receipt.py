"""The receipt of attention: asked for, counted, shown."""

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NARROW, NIGHT, PAPER, Look, seen
from tests.browsers.gallery.walk import CROWD, Walk
from tests.kit.server import Server


@seen(PAPER, LARGE, NIGHT, NARROW)
def test_the_receipt_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, replace(look, milling="free"))
    try:
        walk.join_page()
        walk.come_in()
        walk.crowd()
        walk.tell("receipt", on=True)
        walk.phone.locator(".counted").first.wait_for()
        walk.bring("main.scene", "end")
        walk.bring("[aria-labelledby=receipt]", page=walk.host)
        walk.see("lobby-receipt", "phone", "host")
        walk.begin()
        walk.wait_for(walk.phone, "think")
        walk.on_to("find")
        walk.on_to("talk")
        walk.tell("next")
        walk.wait_for(walk.phone, "together")
        walk.bring(".receipt", "center", page=walk.host)
        walk.see("together-receipt-not-yet", "host")
        for place, name in enumerate(CROWD[:7]):
            walk.tell_as(name, "tell-attention", seconds=20 + 5 * place)
        walk.host.locator(".receipt button").first.wait_for()
        walk.bring("main.scene", "end")
        walk.bring(".receipt", "center", page=walk.host)
        walk.see("together-receipt", "phone", "host")
        walk.tell("show-receipt", show=True)
        walk.stage.locator(".receipt").wait_for()
        walk.see("receipt", "stage")
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))
