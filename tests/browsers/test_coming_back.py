"""A page that is reloaded while its server is gone: with a worker it comes back as it was, and keeps to itself."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PHONE, Device, Room, until
from tests.kit.server import Server
from tingsha.live.screens import PAGES

PLAN = {
    "rounds": 1, "turn_s": 60, "think_s": 60, "find_s": 60, "swap_s": 1, "breathe_s": 3, "debrief_s": 600,
}  # fmt: skip
HOURS = 3_600_000
KEPT = "async (shell) => Boolean(navigator.serviceWorker.controller && await caches.match(shell, { ignoreVary: true }))"
SCENE = "(scene) => document.documentElement.dataset.scene === scene"
CACHED = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found[new URL(request.url).pathname] = await (await cache.match(request, { ignoreVary: true })).text();
    }
  }
  return found;
}"""
HERE = "() => JSON.stringify(Object.entries(localStorage))"


def wait_until_kept(page: Page, shell: str) -> None:
    deadline = time.monotonic() + 30
    while not page.evaluate(KEPT, shell):
        assert time.monotonic() < deadline, "the worker never kept this screen"
        page.wait_for_timeout(50)


def test_phone_stage_and_host_come_back_without_the_server(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        stage, host = room.open_stage(), room.open_host()
        noor, daan = room.join("Noor", clock_off_ms=3 * HOURS), room.join("Daan")
        for device, shell in ((stage, "/stage/-"), (host, "/host/-"), (noor, "/j"), (daan, "/j")):
            wait_until_kept(device.page, shell)
        room.start()
        until(noor.page, SCENE, arg="think")
        assert server.command(gathering, "skip").status_code == 200
        until(noor.page, SCENE, arg="find")
        spot = noor.page.locator(".spot").inner_text()
        server.kill9()

        for device in room.devices():
            device.page.reload()
        until(noor.page, SCENE, arg="find")
        noor.wait_for_title("Daan")
        assert noor.page.locator(".spot").inner_text() == spot
        expect(noor.page.get_by_text("De bellen gaan door")).to_be_visible()
        expect(stage.page.get_by_text("Ronde 1 van 1")).to_be_visible()
        expect(stage.page.get_by_text("offline, de bellen gaan door")).to_be_visible()
        expect(host.page.get_by_text("offline, de bellen gaan door")).to_be_visible()
        expect(host.page.locator(".now h2")).to_be_visible()
        assert gathering["stage_token"] not in host.page.evaluate(HERE)

        server.start()
        for device in room.devices():
            expect(device.page.get_by_text("e bellen gaan door")).to_have_count(0, timeout=40_000)
        assert server.command(gathering, "skip").status_code == 200
        until(noor.page, SCENE, arg="talk")
        assert room.faults() == []


def test_the_pocket_opens_in_airplane_mode_after_one_visit(chromium: Browser, server: Server) -> None:
    phone = Device(chromium, PHONE, "nl-NL")
    try:
        phone.page.goto(f"http://localhost:{server.port}/pocket")
        wait_until_kept(phone.page, "/pocket")
        manifest = phone.page.locator("link[rel=manifest]").get_attribute("href")
        told = httpx.get(f"{server.url}{manifest}")
        assert told.headers["content-type"].startswith("application/manifest+json")
        for icon in told.json()["icons"]:
            assert httpx.get(f"{server.url}{icon['src']}").headers["content-type"] == "image/png"
        server.stop()
        phone.context.set_offline(True)
        phone.page.close()
        phone.page = phone.context.new_page()
        phone.page.goto(f"http://localhost:{server.port}{told.json()['start_url']}")
        phone.page.get_by_role("button", name="Begin", exact=True).click()
        expect(phone.page.locator("h1")).to_contain_text("Denk er even over na")
        assert phone.faults == []
    finally:
        phone.context.close()


def test_what_is_kept_is_nobody_and_what_is_somebody_goes(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, title="Kanarie")
    with Room(chromium, server, gathering) as room:
        noor = room.join("Zilvermeeuw")
        wait_until_kept(noor.page, "/j")
        noor.page.reload()
        until(noor.page, SCENE, arg="lobby")
        cached = noor.page.evaluate(CACHED)
        assert {path.split("/")[1] for path in cached} <= {"j", "assets", "pictures"}
        secrets = ("Zilvermeeuw", "Kanarie", gathering["id"], gathering["code"])
        assert not [path for path, body in cached.items() if any(each in body for each in secrets)]
        until(noor.page, "() => JSON.stringify({...localStorage}).includes('Zilvermeeuw')")

        noor.page.locator("button.more").click()
        noor.page.get_by_role("button", name="Wis mij").click()
        noor.page.get_by_role("button", name="Ja, wis mij").click()
        noor.wait_for_title("Je bent gewist")
        noor.page.goto(f"http://localhost:{server.port}/")
        held = noor.page.evaluate(HERE)
        assert not [each for each in secrets if each in held]


def test_on_its_date_a_gathering_goes_from_the_phone_too(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        noor = room.join("Zilvermeeuw")
        until(noor.page, "() => JSON.stringify({...localStorage}).includes('Zilvermeeuw')")
        noor.page.goto("about:blank")
        noor.context.add_init_script(f"const right = Date.now; Date.now = () => right() + {40 * 24 * HOURS};")
        noor.page.goto(f"http://localhost:{server.port}/")
        held = noor.page.evaluate(HERE)
        assert not [each for each in ("Zilvermeeuw", gathering["id"], gathering["code"]) if each in held]


def test_nobody_sees_the_last_person_of_a_borrowed_phone(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        noor = room.join("Noor")
        wait_until_kept(noor.page, "/j")
        until(noor.page, "() => JSON.stringify({...localStorage}).includes('Noor')")
        url = f"{server.url}/api/gatherings/{gathering['id']}/participants"
        daan = httpx.post(url, json={"id": "d" * 32, "name": "Daan"}).json()
        noor.page.goto("about:blank")
        noor.page.goto(f"http://localhost:{server.port}/phone/{gathering['id']}#{daan['token']}")
        until(noor.page, SCENE, arg="lobby")
        until(noor.page, "() => JSON.stringify({...localStorage}).includes('Daan')")
        assert "Noor" not in noor.page.evaluate(HERE)
        server.kill9()
        noor.page.reload()
        noor.page.locator("button.more").click()
        expect(noor.page.locator("dialog.menu bdi").first).to_have_text("Daan")


@pytest.fixture
def newer(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Another build on the same port and data: the same screens, but every file has another name."""
    source = tmp_path / "newer"
    shutil.copytree(PAGES.parents[1], source / "tingsha")
    pages = source / "tingsha" / "live" / "pages"
    for packed in [each for each in pages.rglob("*") if each.suffix in (".gz", ".br")]:
        packed.unlink()
    for asset in (pages / "assets").iterdir():
        asset.rename(asset.with_name(newly_named(asset.name)))
    for text in (each for each in pages.rglob("*") if each.suffix in (".html", ".js", ".css")):
        text.write_text(newly_named(text.read_text(encoding="utf-8")), encoding="utf-8")
    worker = pages / "worker.js"
    worker.write_text(
        re.sub(r"([`'\"])[0-9a-f]{16}\1", r"\1ffffffffffffffff\1", worker.read_text(encoding="utf-8"))
    )
    built = Server(server.data)
    built.port, built.url = server.port, server.url

    def start() -> Server:
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(source), os.environ.get("PYTHONPATH", "")]))
        return built.start()

    yield start
    built.stop()


def newly_named(text: str) -> str:
    return re.sub(r"(\w+)-([\w-]{6,8})\.(js|css|svg)", r"\1-newer_\2.\3", text)


def test_a_new_build_breaks_no_running_gathering(chromium: Browser, server: Server, newer: Any) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        room.open_host()
        noor, _daan = room.join("Noor"), room.join("Daan")
        wait_until_kept(noor.page, "/j")
        room.start()
        until(noor.page, SCENE, arg="think")
        server.kill9()
        newer()
        expect(noor.page.get_by_text("De bellen gaan door")).to_have_count(0, timeout=40_000)
        # A part that was never fetched before, and that the new server does not have any more.
        noor.page.locator("button.more").click()
        expect(noor.page.get_by_role("button", name="Ik doe even niet mee")).to_be_visible()
        noor.page.reload()
        until(noor.page, SCENE, arg="think")
        assert "newer_" in noor.page.content()
        while_the_old_one_leaves(noor, f"http://localhost:{server.port}/j/{gathering['code']}")
        until(noor.page, SCENE, arg="think")
        assert noor.page.evaluate(KEPT, "/j")
        assert noor.faults == []


def while_the_old_one_leaves(phone: Device, url: str) -> None:
    """The new worker takes over when no page of the old one is left: at the latest when the phone is next taken up."""
    deadline = time.monotonic() + 30
    names: list[str] = []
    while names != ["tingsha.ffffffffffffffff"]:
        assert time.monotonic() < deadline, names
        phone.page.close()
        phone.page = phone.context.new_page()
        phone.page.wait_for_timeout(2500)  # Chromium lets a second pass before the next worker takes over
        phone.page.goto(url)
        names = phone.page.evaluate("() => caches.keys()")
