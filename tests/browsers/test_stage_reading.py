"""Whoever sits in the back row, six screen widths away, can read the stage and scan its code."""

import math
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import DRAWN, PATIENCE_MS
from tests.browsers.scanner import scanned
from tests.kit.server import Server

DEPTH = 6
"""Screen widths from the stage to the back row."""
MAIN_DEGREES = 0.4
PHONE_DEGREES = 65.0
"""How wide a phone's camera sees, …"""
PHONE_PIXELS = 4_000
"""… and over how many pixels."""
SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
GROUNDS = ["night", "day"]
LONG = {
    "challenge": "Welke verantwoordelijkheidsverdeling tussen medewerkersvertegenwoordigingen en "
    "leidinggevenden houdt je op dit ogenblik zo bezig dat je haar 's avonds aan de keukentafel nog "
    "eens naloopt?",
    "give_and_take": "Wat zoek je hier vandaag bij mensen die je nog nooit gesproken hebt, en welke "
    "arbeidsmarktervaring, zorgvuldigheid of doorzettingsmacht heb je ze zelf te geven als zij erom vragen?",
}
TYPE = """(selector) => [...document.querySelectorAll(selector)]
  .map((each) => parseFloat(getComputedStyle(each).fontSize))"""


def stage(chromium: Browser, server: Server, gathering: dict[str, Any], size: tuple[int, int]) -> Page:
    width, height = size
    context = chromium.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", locale="nl-NL"
    )
    page = context.new_page()
    page.goto(f"http://localhost:{server.port}/stage/{gathering['id']}#{gathering['stage_token']}")
    expect(page.locator("img.qr")).to_be_visible(timeout=PATIENCE_MS)
    page.locator("img.qr").evaluate(DRAWN)
    return page


def degrees(size: float, width: float) -> float:
    """Under which angle the back row sees something of this size on a screen of this width."""
    return math.degrees(math.atan(size / width / DEPTH))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_the_code_is_read_from_the_back_row(
    chromium: Browser, server: Server, size: tuple[int, int], ground: str
) -> None:
    gathering = server.open()
    page = stage(chromium, server, gathering, size)
    if ground == "day":
        page.keyboard.press("l")
        expect(page.locator("html")).to_have_attribute("data-ground", "day")
    # So many pixels of the camera fall on the screen's width.
    wide = round(PHONE_PIXELS * degrees(size[0], size[0]) / PHONE_DEGREES)

    found = scanned(page, page.screenshot(), wide, 0.7)
    page.context.close()
    assert found == [gathering["links"]["join"]]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_what_matters_is_large_enough_for_the_back_row(
    chromium: Browser, server: Server, size: tuple[int, int]
) -> None:
    gathering = server.open(plan={"rounds": 3, "turn_s": 60, "think_s": 60, "find_s": 60, "debrief_s": 60})
    page = stage(chromium, server, gathering, size)
    least = {"lobby": page.evaluate(TYPE, ".code, .address")}
    assert server.command(gathering, "start").status_code == 200
    page.locator(".scene.think").wait_for()
    least["think"] = page.evaluate(TYPE, ".asked .question, .time")
    assert server.command(gathering, "skip").status_code == 200
    page.locator(".scene.find").wait_for()
    least["find"] = page.evaluate(TYPE, ".call, .under, .time")
    page.context.close()
    assert all(least.values())
    too_small = {
        scene: sizes for scene, sizes in least.items() if degrees(min(sizes), size[0]) < MAIN_DEGREES
    }
    assert not too_small


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (3840, 2160)], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize(("people", "rounds"), [(32, 3), (41, 10), (4_999, 10)])
def test_the_back_row_reads_whom_a_number_meets(
    chromium: Browser, server: Server, size: tuple[int, int], people: int, rounds: int
) -> None:
    plan = {"rounds": rounds, "turn_s": 60, "think_s": 60, "find_s": 60, "debrief_s": 60}
    gathering = server.open(milling="numbers", plan=plan, invitation=LONG)
    page = stage(chromium, server, gathering, size)
    for order in ({"kind": "count-off", "people": people}, {"kind": "start"}, {"kind": "skip"}):
        assert server.command(gathering, **order).status_code == 200
    page.locator(".scene.find").wait_for()
    page.wait_for_timeout(300)
    least = min(page.evaluate(TYPE, ".call, .whom li, .time"))
    inside = page.evaluate(
        """() => [...document.querySelectorAll(".call, .whom li")].every((each) => {
          const box = each.getBoundingClientRect();
          return box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1 && box.top >= -1;
        })"""
    )
    page.context.close()
    assert degrees(least, size[0]) >= MAIN_DEGREES
    assert inside


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)], ids=lambda size: f"{size[0]}")
def test_the_longest_questions_stay_on_the_screen(
    chromium: Browser, server: Server, size: tuple[int, int]
) -> None:
    gathering = server.open(
        invitation=LONG, plan={"rounds": 3, "turn_s": 60, "think_s": 60, "find_s": 60, "debrief_s": 60}
    )
    page = stage(chromium, server, gathering, size)
    for scene in ("lobby", "think", "find", "first"):
        page.locator(f".scene.{scene}").wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate(
            """() => [...document.querySelectorAll(".question, .code, h1, .under")].every((each) => {
              const box = each.getBoundingClientRect();
              return box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1 && box.top >= -1;
            })"""
        ), scene
        server.command(gathering, "start" if scene == "lobby" else "skip")
    page.context.close()


def test_the_widest_code_stays_on_one_line(chromium: Browser, server: Server) -> None:
    page = stage(chromium, server, server.open(), (1280, 720))
    wide, room = page.evaluate(
        """() => {
          const code = document.querySelector(".code");
          for (const half of code.querySelectorAll("span:not(.unseen)")) half.textContent = "WMWM";
          return [code.scrollWidth, code.clientWidth];
        }"""
    )
    page.context.close()
    assert wide <= room
