"""The receipt of attention: asked for where everybody sees it, counted honestly, shown as one number."""

import re

import httpx
from playwright.sync_api import Browser, expect

from tests.browsers.room import PATIENCE_MS, Device, Room
from tests.kit.server import Server, fresh_id

PLAN = {"rounds": 1, "turn_s": 9, "think_s": 4, "find_s": 5, "swap_s": 1, "breathe_s": 2, "debrief_s": 90}
PUT_AWAY = "Object.defineProperty(document, 'hidden', { get: () => true })"


def own_seconds(phone: Device) -> int:
    line = phone.page.locator(".receipt")
    expect(line).to_be_visible(timeout=PATIENCE_MS)
    found = re.search(r"(\d+|één) second", line.inner_text())
    assert found
    return 1 if found[1] == "één" else int(found[1])


def test_from_the_hosts_tick_to_the_stage(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[])
    with Room(chromium, server, gathering) as room:
        stage, host = room.open_stage(), room.open_host()
        noor, daan, bo, kim = (room.join(name) for name in ("Noor", "Daan", "Bo", "Kim"))
        expect(noor.page.get_by_text("Deze telefoon telt")).to_have_count(0)
        host.page.get_by_label("Laat telefoons tellen").check()
        for phone in (noor, daan, bo, kim):
            expect(phone.page.get_by_text("Deze telefoon telt")).to_be_visible()
        kim.page.get_by_role("button", name="Tel mij niet mee").click()
        expect(kim.page.get_by_text("Jouw telefoon telt niets")).to_be_visible()
        bo.page.evaluate(PUT_AWAY)
        others = [arrive(server, gathering["id"], f"Other {each}") for each in range(3)]

        room.start()
        noor.wait_for_title("De eerste vertelt")
        daan.page.locator("button.time").click()
        noor.wait_for_title("Wat hoorde je")
        # The finding of five seconds; for one a touch while they talked besides; for one put away, nothing.
        assert 4 <= own_seconds(noor) <= 6
        assert 8 <= own_seconds(daan) <= 12
        assert own_seconds(bo) == 0
        expect(kim.page.locator(".receipt")).to_have_count(0)

        expect(host.page.get_by_text("zodra vijf telefoons")).to_be_visible()
        for token in others:
            assert tell(server, gathering["id"], token, 5) == 200
        expect(host.page.get_by_text("keek intussen 5 seconden op de telefoon")).to_be_visible(
            timeout=PATIENCE_MS
        )
        expect(stage.page.get_by_text("op een telefoon gekeken")).to_have_count(0)
        host.page.get_by_role("button", name="Zet het op het scherm in de zaal").click()
        expect(stage.page.get_by_text("En 5 seconden op een telefoon gekeken.")).to_be_visible()
        expect(stage.page.get_by_role("heading")).to_contain_text("18 seconden in gesprek")
        expect(host.page.get_by_role("link", name="Open het scherm")).to_be_visible()
        host.page.get_by_role("button", name="Sluit de bijeenkomst").click()
        host.page.locator(".sure button").first.click()
        expect(host.page.get_by_role("link", name="Open het scherm")).to_be_visible(timeout=PATIENCE_MS)
        expect(stage.page.get_by_text("En 5 seconden op een telefoon gekeken.")).to_be_visible()
        host.page.get_by_role("button", name="Haal het van het scherm").click()
        expect(stage.page.get_by_text("op een telefoon gekeken")).to_have_count(0)
        assert room.faults() == []


def arrive(server: Server, gathering: str, name: str) -> str:
    url = f"{server.url}/api/gatherings/{gathering}/participants"
    answer = httpx.post(url, json={"id": fresh_id(), "name": name}, timeout=10)
    assert answer.status_code == 201, answer.text
    return answer.json()["token"]


def tell(server: Server, gathering: str, token: str, seconds: int) -> int:
    return httpx.post(
        f"{server.url}/api/gatherings/{gathering}/commands",
        json={"id": fresh_id(), "type": "tell-attention", "seconds": seconds},
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    ).status_code
