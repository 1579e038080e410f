"""A whole gathering without a mouse and without a finger: its host and one of its people have a keyboard."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.fingers import Keyboard
from tests.browsers.room import PATIENCE_MS, PHONE, STAGE, Device
from tests.kit.server import Server

LATE = """() => {
  const send = window.fetch;
  window.fetch = async (address, asked) => {
    if (String(asked?.body).includes('"extend"')) await new Promise((resolve) => setTimeout(resolve, 300));
    return send(address, asked);
  };
}"""
"""A network on which what lengthens takes a third of a second to arrive."""


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE_MS)
    yield
    expect.set_options(timeout=None)


def test_a_host_needs_nothing_but_a_keyboard(chromium: Browser, server: Server) -> None:
    host, phone = Device(chromium, STAGE, "en-GB"), Device(chromium, PHONE, "en-GB")
    try:
        hands = Keyboard(host.page)
        gathering = open_one(hands, server)
        mine = Keyboard(phone.page)
        join(mine, server, gathering["code"])
        run(hands, gathering, mine)
        look_back(hands, gathering)
        assert hands.unseen + mine.unseen == []
        assert host.faults + phone.faults == []
    finally:
        host.context.close()
        phone.context.close()


def open_one(hands: Keyboard, server: Server) -> dict[str, Any]:
    page = hands.page
    page.goto(f"http://localhost:{server.port}/")
    hands.press(page.get_by_role("button", name="Open a gathering"))
    hands.type(page.get_by_label("What is it called?"), "By hand")
    hands.reach(page.get_by_role("radio", name="classic"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="quick")).to_be_checked()
    page.keyboard.press("ArrowUp")
    hands.press(page.get_by_role("button", name="Open", exact=True))
    page.wait_for_url("**/host/*")
    expect(page.locator("header h1")).to_have_text("By hand")
    code = page.locator("header .numerals").inner_text().replace(" ", "")
    return {"code": code, "page": page}


def join(hands: Keyboard, server: Server, code: str) -> None:
    page = hands.page
    page.goto(f"http://localhost:{server.port}/")
    hands.type(page.get_by_label("The code on the screen"), code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/j/*")
    hands.type(page.get_by_label("Your first name"), "Noor")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Something to think about already")).to_be_visible()
    hands.press(page.get_by_role("button", name="Hear the bell"))
    expect(page.get_by_role("button", name="Once more")).to_be_visible()


def run(hands: Keyboard, gathering: dict[str, Any], mine: Keyboard) -> None:
    page = hands.page
    hands.press(page.get_by_role("button", name="Begin", exact=True))
    expect(page.get_by_role("heading", name="Thinking")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    grows(page, lambda: page.keyboard.press("ArrowRight"))
    page.evaluate(LATE)
    # "On" comes last, as it was pressed, however long the rest is on its way.
    for key in ("ArrowRight", "ArrowRight", "n"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="Finding")).to_be_visible()
    raise_a_hand(mine)
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Talking")).to_be_visible()
    mine.press(mine.page.get_by_role("button", name="How much time is left?"))
    expect(mine.page.locator("button.time")).to_contain_text(":")
    hands.press(page.get_by_role("button", name="30 seconds longer"))
    hands.press(page.get_by_role("button", name="Debrief now"))
    expect(page.get_by_role("button", name="Rather not")).to_be_visible()
    hands.press(page.get_by_role("button", name="Debrief now"))
    expect(page.get_by_role("heading", name="Looking back together")).to_be_visible()


def raise_a_hand(hands: Keyboard) -> None:
    page = hands.page
    expect(page.get_by_role("heading", name="Find someone you don’t know yet")).to_be_visible()
    hands.press(page.get_by_role("button", name="My hand is up"))
    expect(page.get_by_role("button", name="I’ve found someone")).to_be_visible()
    hands.press(page.get_by_role("button", name="More"))
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def grows(page: Page, act: Callable[[], None]) -> None:
    """The end, as the line says it, comes later."""
    ready = page.locator(".ready")
    before = ready.inner_text()
    for _ in range(3):  # half a minute may not change the minute
        act()
    expect(ready).not_to_have_text(before)


def look_back(hands: Keyboard, gathering: dict[str, Any]) -> None:
    page = hands.page
    hands.press(page.get_by_role("button", name="Close the gathering"))
    expect(page.get_by_role("button", name="Rather not")).to_be_visible()
    hands.press(page.get_by_role("button", name="Close the gathering"))
    expect(page.get_by_role("heading", name="Done. Thank you.")).to_be_visible()
    hands.press(page.get_by_role("button", name="Erase everything now"))
    hands.press(page.get_by_role("button", name="Leave it"))
    expect(page.get_by_role("heading", name="Done. Thank you.")).to_be_visible()
