"""The pocket gathering: one device, nobody joined, no network."""

import time

from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PHONE, Device, until
from tests.kit.server import Server

FIRST_CUE_S = 10.0


def test_one_phone_carries_a_gathering_with_the_server_and_the_network_gone(
    chromium: Browser, server: Server
) -> None:
    phone = Device(chromium, PHONE, "nl-NL", measured=True)
    try:
        phone.page.goto(f"http://tingsha.test:{server.port}/pocket")
        expect(phone.page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
        server.stop()
        phone.context.set_offline(True)
        opened = time.monotonic()
        phone.page.get_by_text("repetitie", exact=True).click()
        phone.page.get_by_role("button", name="Begin", exact=True).click()
        assert time.monotonic() - opened < FIRST_CUE_S
        until(phone.page, "window.tingshaAudio?.ctx.state === 'running'")
        phone.hear()
        phone.page.get_by_role("button", name="Bel", exact=True).click()
        until(phone.page, "window.ears.onsets.length > 0")
        phone.wait_for_title("Ronde 1 van 3")
        expect(phone.page.locator("main")).to_contain_text("Welke uitdaging")
        expect(phone.page.locator("main")).to_contain_text("Wat hoop je hier")
        # A rehearsal's rounds last minutes; a host in a hurry skips.
        phone.page.evaluate(
            """() => { window.skipping = setInterval(() => {
                if (document.querySelector("h1").innerText.startsWith("Wat hoorde je")) clearInterval(window.skipping);
                else dispatchEvent(new KeyboardEvent("keydown", { code: "KeyN", key: "n", bubbles: true }));
            }, 1100); }"""
        )
        phone.wait_for_title("Wat hoorde je")
        assert phone.faults == []
    finally:
        phone.context.close()


def test_a_pocket_without_a_network_says_whom_a_number_meets(chromium: Browser, server: Server) -> None:
    phone = Device(chromium, PHONE, "nl-NL")
    try:
        page = phone.page
        page.goto(f"http://tingsha.test:{server.port}/pocket")
        server.stop()
        phone.context.set_offline(True)
        page.get_by_text("repetitie", exact=True).click()
        page.get_by_text("op nummer", exact=True).click()
        page.get_by_label("Laatste nummer").fill("7")
        page.get_by_role("button", name="Begin", exact=True).click()
        page.keyboard.press("n")
        phone.wait_for_title("Wie staat naast je nummer")
        assert units(page) == [[1, 2, 3], [4, 5], [6, 7]]
        # One more comes: that is nobody's business while people look for each other the second time.
        for _ in range(4):
            page.keyboard.press("n")
        page.get_by_label("Laatste nummer").fill("8")
        page.get_by_label("Laatste nummer").press("Enter")
        expect(page.locator(".scene.breathe, .scene.bell")).to_be_visible()
        page.keyboard.press("n")
        phone.wait_for_title("Wie staat naast je nummer")
        second = units(page)
        assert sorted(one for unit in second for one in unit) == list(range(1, 9))
        assert [len(unit) for unit in second] == [2] * 4
        assert phone.faults == []
    finally:
        phone.context.close()


def units(page: Page) -> list[list[int]]:
    """Who meets whom, as the wall has it."""
    return [[int(one) for one in unit.split(" – ")] for unit in page.locator(".whom li").all_inner_texts()]
