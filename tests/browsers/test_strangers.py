"""What strangers type stays text: on every screen, in every field, under the page's own policy."""

from itertools import count
from typing import Any

import httpx
from playwright.sync_api import Browser, expect

from tests.browsers.room import Device, Room, until
from tests.kit.server import Server, fresh_id
from tests.kit.sharing import contribute

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}} ${7*7}",
)
ALARM = "window.alert = () => { document.title = 'HACKED'; }; window.reports = [];"
REPORTS = (
    "document.addEventListener('securitypolicyviolation', (event) => window.reports.push(event.blockedURI));"
)
PLAN = {"rounds": 1, "turn_s": 3, "think_s": 1, "find_s": 60, "swap_s": 1, "breathe_s": 1, "debrief_s": 30}

UNNAMED = """(name) => {
  const page = document.body.cloneNode(true);
  page.querySelectorAll(".undo").forEach((each) => each.remove());
  return !page.textContent.includes(name);
}"""


def test_payloads_in_every_text_stay_text(chromium: Browser, server: Server) -> None:
    payload = PAYLOADS[0]
    gathering = server.open(
        title=payload[:40], groups=[payload, PAYLOADS[1]], plan=PLAN, language="en", board=True,
        invitation={"challenge": PAYLOADS[1], "give_and_take": PAYLOADS[2]},
    )  # fmt: skip
    with Room(chromium, server, gathering, language="en-GB") as room:
        stage, host = room.open_stage(), room.open_host()
        number = count()
        for text in PAYLOADS[:4]:
            phone = room.join(text, (payload, PAYLOADS[1])[next(number) % 2])
            watch(phone)
        for device in (stage, host):
            watch(device)
        expect(stage.page.get_by_text(PAYLOADS[1], exact=True).first).to_be_visible()
        room.start()
        for phone in room.phones.values():
            expect(phone.page.locator(".spot")).to_be_visible(timeout=20_000)
            assert any(other in phone.page.locator("h1").inner_text() for other in PAYLOADS)
        assert server.command(gathering, "next").status_code == 200
        stage.wait_for_title("What did you hear")
        on_the_board(server, gathering, room)
        for device in room.devices():
            assert device.page.title() != "HACKED"
            assert device.page.locator("img[src='x'], svg[onload]").count() == 0
            assert device.page.evaluate("window.reports") == []
        assert room.faults() == []


def on_the_board(server: Server, gathering: dict[str, Any], room: Room) -> None:
    """The payloads as contributions, on phones, on the host's page and on the stage."""
    url = f"{server.url}/api/gatherings/{gathering['id']}/participants"
    for words in PAYLOADS:
        joined = httpx.post(url, json={"id": fresh_id(), "name": words[:40]}, timeout=10)
        contribute(server, gathering, joined.json()["token"], words)
    server.command(gathering, "show-board", show=True)
    assert room.stage is not None
    assert room.host is not None
    first = next(iter(room.phones.values()))
    for device, each in ((first, ".board li"), (room.host, ".contributions li")):
        expect(device.page.locator(each)).to_have_count(len(PAYLOADS), timeout=20_000)
        for words in PAYLOADS:
            expect(device.page.locator(each).get_by_text(words, exact=True)).to_be_visible()
    expect(room.stage.page.locator(".contributions li").first).to_be_visible()


def watch(device: Device) -> None:
    """Note every alert and every breach of the page's policy from now on."""
    device.page.evaluate(f"() => {{ {ALARM} {REPORTS} }}")


def test_a_name_cannot_turn_the_line_round_or_play_the_host(chromium: Browser, server: Server) -> None:
    gathering = server.open(language="en", plan={**PLAN, "find_s": 20})
    with Room(chromium, server, gathering, language="en-GB") as room:
        host = room.open_host()
        room.join("Noor")
        turned = httpx.post(
            f"{server.url}/api/gatherings/{gathering['id']}/participants",
            json={"id": fresh_id(), "name": "\u202eHost\u200b \u2066x"},
        )
        assert turned.status_code == 201
        room.start()
        noor = room.phones["Noor"]
        noor.wait_for_title("Host x")
        whom = noor.page.locator("h1 bdi").first
        assert whom.inner_text() == "Host x"
        assert whom.bounding_box()["x"] >= 0  # type: ignore[index]
        assert host.faults == []


def test_who_is_removed_is_gone_from_every_screen_at_once(chromium: Browser, server: Server) -> None:
    gathering = server.open(language="en", plan={**PLAN, "find_s": 30})
    with Room(chromium, server, gathering, language="en-GB") as room:
        host = room.open_host()
        for name in ("Noor", "Zwartkijker", "Bo"):
            room.join(name)
        room.start()
        room.phones["Noor"].wait_for_title("Zwartkijker")
        people = httpx.get(
            f"{server.url}/api/gatherings/{gathering['id']}/people",
            headers={"Authorization": f"Bearer {gathering['host_token']}"},
        ).json()["people"]
        rude = next(each["participant"] for each in people if each["name"] == "Zwartkijker")
        assert server.command(gathering, "remove", participant=rude).status_code == 200
        for phone in (room.phones["Noor"], room.phones["Bo"]):
            expect(phone.page.get_by_text("Zwartkijker")).to_have_count(0, timeout=2_000)
        # Only the host still reads whom taking it back would bring.
        until(host.page, UNNAMED, "Zwartkijker", patience_ms=2_000)
