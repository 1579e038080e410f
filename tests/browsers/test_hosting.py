"""A host at work: promises before the start, the joker, a hand, a late end made up for, looking back, once more."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS, Device, Room
from tests.kit.server import Server

SIZES = {"desk": {"width": 1280, "height": 900}, "hand": {"width": 390, "height": 844}}
GROUPS = ["Zorg", "ICT"]
PLAN = {
    "rounds": 3,
    "turn_s": 120,
    "think_s": 30,
    "find_s": 60,
    "swap_s": 5,
    "breathe_s": 20,
    "debrief_s": 60,
}


def open_host(room: Room, size: str) -> Page:
    room.host = Device(room.browser, SIZES[size], room.language)
    gathering = room.gathering
    room.host.page.goto(f"{room.origin}/host/{gathering['id']}#{gathering['host_token']}")
    expect(room.host.page.locator(".start button.main")).to_be_visible(timeout=PATIENCE_MS)
    return room.host.page


def crowd(room: Room, names: dict[str, str]) -> None:
    for name, group in names.items():
        answer = room.server.join(room.gathering, name, group=group)
        assert answer.status_code == 201, answer.text


def common(room: Room) -> dict[str, Any]:
    return room.server.documents(room.gathering, "host")["common"]


@pytest.mark.parametrize("size", SIZES)
def test_a_host_runs_a_gathering_from_the_page(chromium: Browser, server: Server, size: str) -> None:
    gathering = server.open(groups=GROUPS, plan=PLAN, rehearsal=False)
    with Room(chromium, server, gathering) as room:
        page = open_host(room, size)
        promise_live(room, page)
        be_the_joker(page)
        page.locator(".start button.main").click()
        expect(page.locator(".controls")).to_be_visible(timeout=PATIENCE_MS)
        bring_together(page)
        make_up_for_time(room, page)
        look_back(room, page)
        assert room.faults() == []


def promise_live(room: Room, page: Page) -> None:
    """Said before anything is decided, and counted again with everybody who comes."""
    crowd(room, {"Ada": "Zorg", "Bo": "Zorg", "Cas": "ICT", "Dirk": "ICT"})
    promise = page.locator("ul.promise")
    expect(promise).to_contain_text("Niemand treft twee keer dezelfde", timeout=PATIENCE_MS)
    crowd(room, {"Eva": "Zorg", "Fien": "Zorg", "Guus": "Zorg"})
    expect(promise).to_contain_text("Zorg is groter dan de rest samen")
    expect(page.locator(".groups li").first).to_contain_text("Zorg")
    expect(page.locator(".groups .count").first).to_have_text("5")


def be_the_joker(page: Page) -> None:
    page.locator("details.joker summary").click()
    page.locator("details.joker input").fill("Host")
    page.locator("details.joker select").select_option("ICT")
    page.locator("details.joker button[type=submit]").click()
    expect(page.locator("details.joker")).to_contain_text("Het aantal is oneven: je doet mee.")


def bring_together(page: Page) -> None:
    expect(page.locator("details.joker .partner")).to_contain_text("Ronde 1: jij en")
    hand = page.locator("details.by-hand")
    hand.locator("summary").click()
    expect(hand.locator("option", has_text="Ada").first).to_be_attached()
    hand.locator("select").nth(0).select_option("Ada · Zorg")
    hand.locator("select").nth(1).select_option("Bo · Zorg")
    hand.locator("select").nth(2).select_option("3")
    before = hand.locator("p.fine").all_inner_texts()[1]
    if "Bo" not in before:
        hand.get_by_role("button", name="Breng samen").click()
        expect(hand.get_by_role("status")).to_have_text("Die twee zijn samen.")
        expect(hand.locator("p.fine").nth(1)).to_contain_text("Bo")
        page.keyboard.press("u")
        expect(page.locator(".undo").get_by_text(re.compile("terug waar ze stonden"))).to_have_count(0)
    hand.get_by_role("button", name="Nooit samen").click()
    expect(page.locator(".undo")).to_contain_text("Ada en Bo mogen elkaar weer treffen")
    expect(page.locator(".undo")).to_contain_text("kan tot je sluit")


def make_up_for_time(room: Room, page: Page) -> None:
    page.locator("h1").click()  # out of every field
    for _ in range(4):  # faster than answers come
        page.keyboard.press("ArrowRight")
    late = page.locator(".late")
    expect(late).to_contain_text("2 minuten later dan beloofd")
    late.get_by_role("button").click()
    expect(late).to_have_count(0)
    assert {each["ends"] - each["starts"] for each in common(room)["timeline"] if each["kind"] == "turn"} == {
        90_000
    }
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.keys")).to_be_hidden()


def look_back(room: Room, page: Page) -> None:
    page.get_by_role("button", name="Nu al nabespreken").click()
    expect(page.locator(".sure")).to_contain_text("Dat kun je niet terugdraaien")
    page.locator(".sure button").first.click()
    expect(page.locator("section.together")).to_be_visible()
    page.locator("details.forms summary").click()
    page.locator('input[value="1-2-4-all"]').check()
    page.get_by_role("button", name="Begin hiermee").click()
    expect(page.locator(".together .steps li")).to_have_count(4)
    expect(page.locator(".together .steps [aria-current]")).to_contain_text("alleen, in stilte")
    page.get_by_role("button", name="Laat alle telefoons samen klinken").click()
    expect(page.get_by_text("Ze klinken zo.")).to_be_visible()
    assert common(room)["closing_at"]


def test_keys_never_fire_while_somebody_types(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        page = open_host(room, "desk")
        page.locator(".start button.main").click()
        expect(page.locator(".controls")).to_be_visible(timeout=PATIENCE_MS)
        before = common(room)["control"]
        field = page.locator("form.add input").first
        field.click()
        page.keyboard.type("bun ? b")
        field.press("ArrowRight")
        expect(field).to_have_value("bun ? b")
        expect(page.locator("dialog.keys")).to_be_hidden()
        assert common(room)["control"] == before


def test_again_takes_the_stage_along_and_asks_each_phone(chromium: Browser, server: Server) -> None:
    gathering = server.open(groups=GROUPS)
    with Room(chromium, server, gathering) as room:
        page, stage = open_host(room, "desk"), room.open_stage().page
        ada, bo = room.join("Ada", "Zorg").page, room.join("Bo", "ICT").page
        server.command(gathering, "start")
        server.command(gathering, "close")
        page.locator(".after button.main").click()
        expect(page.locator(".start button.main")).to_be_visible(timeout=PATIENCE_MS)
        assert gathering["id"] not in page.url
        expect(stage.locator("img.qr")).to_be_visible(timeout=PATIENCE_MS)
        assert gathering["id"] not in stage.url
        expect(page.locator("p.here:visible")).not_to_contain_text("1", timeout=PATIENCE_MS)
        ada.get_by_role("button", name="Ik doe weer mee").click()
        expect(ada.locator("html")).to_have_attribute("data-scene", "lobby", timeout=PATIENCE_MS)
        expect(page.locator("p.here:visible")).to_contain_text("1")
        expect(bo.get_by_role("button", name="Ik doe weer mee")).to_be_visible()
        assert room.faults() == []


def test_a_crowd_that_does_not_exist_comes_and_goes_from_the_page(chromium: Browser, server: Server) -> None:
    gathering = server.open(rehearsal=False, plan=PLAN)
    with Room(chromium, server, gathering) as room:
        page = open_host(room, "hand")
        page.get_by_text("Eerst oefenen?").click()
        page.get_by_role("button", name="Open een repetitie").click()
        crowd_ = page.locator(".crowd")
        expect(crowd_).to_be_visible(timeout=PATIENCE_MS)
        crowd_.locator("input").fill("7")
        crowd_.get_by_role("button", name="Laat ze komen").click()
        expect(crowd_).to_contain_text("7 van 7 zijn er", timeout=PATIENCE_MS)
        crowd_.get_by_role("button", name="Stuur ze naar huis").click()
        expect(page.locator(".facts")).to_contain_text("0 mensen", timeout=PATIENCE_MS)
        assert room.faults() == []


def test_a_second_host_comes_in_by_the_link(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(chromium, server, gathering) as room:
        page = open_host(room, "desk")
        hosts = page.locator("details.hosts")
        hosts.locator("summary").click()
        expect(hosts.locator(".link")).to_have_count(0)
        hosts.get_by_role("button", name="Laat de link zien").click()
        expect(hosts.locator("svg.qr")).to_be_visible()
        link = hosts.locator(".link").inner_text()
        assert "localhost" not in link
        other = Device(chromium, SIZES["hand"], room.language)
        other.page.goto(link)
        expect(other.page.locator(".start button.main")).to_be_visible(timeout=PATIENCE_MS)
        hosts.get_by_role("button", name="Nieuwe link voor begeleiders").click()
        expect(hosts.locator(".sure")).to_contain_text("Dat kun je niet terugdraaien")
        hosts.locator(".sure button").first.click()
        expect(other.page.locator("h1")).to_contain_text("werkt niet meer", timeout=PATIENCE_MS)
        expect(page.locator(".start button.main")).to_be_visible()
        other.context.close()
