"""The server gone while somebody taps; a full disk; phones that cannot get here: each is said, and calmly."""

import re

import httpx
from playwright.sync_api import Browser, Page, expect

from tests.browsers.mishaps import MINUTE_ON, limit_files
from tests.browsers.room import Room, until
from tests.kit.server import Server

PLAN = {
    "rounds": 2, "turn_s": 60, "think_s": 60, "find_s": 60, "swap_s": 1, "breathe_s": 3, "debrief_s": 600,
}  # fmt: skip
BACK_MS = 40_000
SCENE = "(scene) => document.documentElement.dataset.scene === scene"


def skip(server: Server, gathering: dict[str, str]) -> None:
    assert server.command(gathering, "skip").status_code == 200


def say_nobody(page: Page) -> None:
    page.get_by_role("button", name="I see nobody").click()


def test_what_is_tapped_offline_goes_later_or_is_said_to_be_lost(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, language="en")
    origin = f"http://tingsha.test:{server.port}"
    with Room(chromium, server, gathering, language="en-GB", origin=origin) as room:
        host = room.open_host()
        noor, daan = room.join("Noor"), room.join("Daan")
        room.start()
        until(noor.page, SCENE, arg="think")
        skip(server, gathering)
        until(noor.page, SCENE, arg="find")
        server.kill9()
        # On plain http nothing brings a page back: that is said here, where it matters.
        expect(noor.page.get_by_text("as long as you keep this page open")).to_be_visible()
        say_nobody(noor.page)
        expect(noor.page.get_by_text("There is no connection, so we can’t ask")).to_be_visible()
        later = noor.page.locator(".quietly", has_text="what you tapped will go along later")
        expect(later).to_be_visible()
        expect(host.page.get_by_text("Pause, longer and shorter work again once it is back")).to_be_visible()
        expect(host.page.get_by_text("reloading won’t work just now")).to_be_visible()
        host.page.get_by_role("button", name=re.compile("^Pause")).click()
        expect(host.page.get_by_role("alert")).to_contain_text("We’ll keep trying for a few seconds")
        expect(host.page.get_by_role("alert")).to_contain_text("Nothing has changed")
        server.start()
        expect(daan.page.get_by_text("Are you there?")).to_be_visible(timeout=BACK_MS)
        expect(later).to_have_count(0)
        assert "paused_at" not in server.documents(gathering, "host")["common"]

        daan.page.get_by_role("button", name="I’m here").click()
        expect(daan.page.locator(".asking")).to_have_count(0)
        server.kill9()
        expect(daan.page.get_by_text("The bells go on")).to_be_visible(timeout=BACK_MS)
        say_nobody(daan.page)
        until(daan.page, SCENE, arg="talk", patience_ms=90_000)
        expect(daan.page.get_by_text("didn’t get through")).to_be_visible(timeout=BACK_MS)
        expect(daan.page.get_by_text("didn’t get through")).to_have_count(0, timeout=BACK_MS)
        assert room.faults() == []


def test_the_device_tells_of_its_network_and_is_heeded(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        noor = room.join("Noor")
        for _ in range(2):
            noor.context.set_offline(True)
            expect(noor.page.get_by_text("Geen verbinding")).to_be_visible(timeout=5000)
            noor.context.set_offline(False)
            expect(noor.page.get_by_text("Geen verbinding")).to_have_count(0, timeout=5000)


def test_the_host_sees_whether_phones_get_through(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    card = f"{server.url}/api/gatherings/by-code/{gathering['code']}"
    with Room(chromium, server, gathering) as room:
        host = room.open_host()
        expect(host.page.get_by_text("Probeer het eerst met je eigen telefoon")).to_be_visible()
        assert httpx.get(card).status_code == 200
        assert server.documents(gathering, "host")["common"]["host"]["reached"] is False
        # After a minute with nobody: the advice, and the way that needs no network.
        host.context.add_init_script(MINUTE_ON)
        host.page.reload()
        expect(host.page.get_by_text("Veel gastnetwerken houden telefoons van elkaar")).to_be_visible()
        expect(host.page.locator(".advice a")).to_have_attribute("href", "/pocket")


def test_a_disk_that_refuses_is_seen_by_the_host(chromium: Browser, server: Server) -> None:
    """Nothing is left for the journal to write to: the file is at its size."""
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        host, noor = room.open_host(), room.join("Noor")
        limit_files(server.pid, 0)
        host.page.locator(".start button.main").click()
        expect(host.page.locator(".away[role=alert]")).to_contain_text("Niet bewaard")
        expect(host.page.locator(".trouble")).to_contain_text("niet bewaard")
        noor.page.locator("button.more").click()
        noor.page.get_by_role("button", name="Ik doe even niet mee").click()
        expect(noor.page.locator("dialog [role=alert]")).to_contain_text("niet bewaard")
        limit_files(server.pid, -1)
        noor.page.get_by_role("button", name="Ik doe even niet mee").click()
        until(noor.page, SCENE, arg="away")
        expect(host.page.locator(".away[role=alert]")).to_have_count(0)
