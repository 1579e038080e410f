"""What one takes along: notes, cards, one's own step, the keepsake."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import LARGE, NARROW, NIGHT, PAPER, Look
from tests.browsers.gallery.walk import Walk
from tests.kit.server import Server

PLAN = {"rounds": 3, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 1, "breathe_s": 1, "debrief_s": 240}
NOTE = {
    "nl": "Vraagt eerst wat er al lukt, en dan pas wat er knelt. Bel haar over de overdracht.",
    "en": "Asks first what works already, and only then what doesn’t. Ring her about the handover.",
}
STEP = {
    "nl": "Toestemming vragen om op dinsdag mee te lopen",
    "en": "Ask permission to walk along on Tuesdays",
}


@pytest.mark.parametrize("look", [PAPER, NIGHT, NARROW, LARGE], ids=lambda look: look.name)
def test_afterwards_is_without_fault(chromium: Browser, server: Server, folder: Path, look: Look) -> None:
    camera = Camera(folder, look.name)
    walk = Walk(chromium, server, camera, replace(look, milling="guided"), rehearsal=True, plan=PLAN)
    try:
        come_together(walk)
        exchange(walk)
        take_a_step(walk)
        keep(walk, folder)
    finally:
        walk.close()
    assert not camera.faults, "\n".join(sorted(set(camera.faults)))


def come_together(walk: Walk) -> None:
    walk.join_page()
    walk.come_in()
    walk.crowd(3)
    server, gathering = walk.server, walk.gathering
    server.command(gathering, "add-person", name="Opa Wim", group=walk.groups[0])
    walk.tell("follow-up", on=True)
    expect(walk.host.locator("section[aria-labelledby=follow-up] input")).to_be_checked()
    walk.host.locator("section[aria-labelledby=follow-up]").scroll_into_view_if_needed()
    walk.see("follow-up", "host")
    walk.begin()
    walk.phone.locator("html[data-scene=together]").wait_for(state="attached", timeout=60_000)
    walk.phone.locator(".card textarea").first.fill(NOTE[walk.look.language])
    walk.see("together-note", "phone")
    walk.bring("main.scene", "end")
    walk.see("together-things", "phone")


def open_thing(walk: Walk, place: int) -> Page:
    walk.phone.locator(".things button").nth(place).click()
    walk.phone.locator("dialog[open] h2").wait_for()
    return walk.phone


def exchange(walk: Walk) -> None:
    sheet = open_thing(walk, 0).locator("dialog[open]")
    walk.see("contact-ask", "phone")
    name = sheet.locator("h2 bdi").inner_text()
    sheet.locator(".both button").first.click()
    sheet.locator(".part > input").nth(1).fill("noor@voorbeeld.example")
    sheet.locator(".part > input").nth(2).fill("+31 6 1234 5678")
    walk.see("contact-give", "phone")
    sheet.locator("button.main").click()
    card = {
        "name": f"{name} de Vries",
        "email": f"{name.lower()}@voorbeeld.example",
        "link": "voorbeeld.example",
    }
    walk.tell_as(name, "offer-contact", participant=me(walk), card=card)
    while sheet.locator(".both button").count():
        before = sheet.locator("h2").inner_text()
        sheet.locator(".both button").last.click()
        expect(sheet.locator("h2")).not_to_have_text(before)
    walk.see("contact-all", "phone")
    sheet.locator(".stands button").filter(
        has_text={"nl": "Bekijk", "en": "Look"}[walk.look.language]
    ).click()
    walk.see("contact-theirs", "phone")
    sheet.locator("> button").last.click()


def me(walk: Walk) -> str:
    return next(each["participant"] for each in walk.people() if each["name"] == "Noor")


def take_a_step(walk: Walk) -> None:
    sheet = open_thing(walk, 1).locator("dialog[open]")
    walk.see("step-empty", "phone")
    sheet.locator("textarea").fill(STEP[walk.look.language])
    expect(sheet.locator(".gentle")).not_to_be_empty()
    walk.see("step", "phone")
    chip = sheet.locator(".chip").first
    name = chip.inner_text()
    walk.tell_as(name, "want-buddy", participant=me(walk), want=True)
    chip.click()
    sheet.locator("fieldset > button").wait_for()
    sheet.locator("fieldset > button").click()
    walk.bring("fieldset + button", "end")
    walk.see("step-buddy", "phone")
    sheet.locator("> button").last.click()
    walk.tell("debrief", form="fifteen", steps_s=[60, 60, 60])
    walk.phone.locator(".things button.main").wait_for()
    walk.see("telling-alone", "phone")
    walk.tell("skip")
    walk.phone.locator(".time .ring").wait_for()
    walk.see("telling", "phone")
    tell_in_fours(walk)


def tell_in_fours(walk: Walk) -> None:
    walk.tell("debrief", form="fifteen-fours", steps_s=[60] * 5)
    walk.phone.locator(".things button.main").wait_for()
    walk.tell("skip")
    walk.phone.locator(".four").wait_for()
    walk.stage.locator(".steps li:nth-child(2)[aria-current]").wait_for()
    walk.see("telling-fours", "phone", "stage")
    walk.bring(".together .steps", page=walk.host)
    walk.see("telling-fours", "host")
    walk.tell("skip")
    walk.phone.locator(".four").wait_for(state="detached")
    walk.see("telling-next", "phone")


def keep(walk: Walk, folder: Path) -> None:
    walk.tell("hear-patterns", patterns=walk.patterns)
    walk.tell("close")
    walk.wait_for(walk.phone, "closed")
    walk.see("closed-things", "phone")
    sheet = open_thing(walk, 2).locator("dialog[open]")
    walk.see("keepsake", "phone")
    with walk.phone.expect_download() as download:
        sheet.locator("button.main").click()
    file = folder / f"keepsake.{walk.look.name}.html"
    download.value.save_as(file)
    page = walk.another_phone()
    page.goto(file.as_uri())
    walk.camera.take(page, "keepsake", "opened")
    page.screenshot(path=folder / "keepsake" / f"whole.{walk.look.name}.png", full_page=True)
