"""The same evening in another engine: two phones, the stage and the host's page in Firefox."""

import time
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browsers.room import Device, Room, Untimely, in_three_tries
from tests.kit.server import Server

PLAN = {"rounds": 1, "turn_s": 3, "think_s": 2, "find_s": 3, "swap_s": 1, "breathe_s": 3, "debrief_s": 30}
NAMES = ("Noor", "Daan")
ON_TIME_MS = 400.0
"""Light is drawn, not heard: a busy machine draws late. The sound itself is measured elsewhere, where there is some."""
KEEP_CUES = """
window.cues = [];
new MutationObserver(() => document.body?.dataset.cue &&
    window.cues.push({ kind: document.body.dataset.cue, at: performance.timeOrigin + performance.now() }))
  .observe(document, { attributes: true, subtree: true, attributeFilter: ["data-cue"] });
"""


def test_an_evening_in_firefox(firefox: Browser, server: Server) -> None:
    in_three_tries(lambda: play(firefox, server))


def play(firefox: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN)
    with Room(firefox, server, gathering) as room:
        stage, host = room.open_stage(), room.open_host()
        noor, daan = (room.join(name) for name in NAMES)
        expect(stage.page.locator(".here")).to_contain_text("2")
        expect(noor.page.locator("main")).to_contain_text("Welke uitdaging")
        noor.page.get_by_role("button", name="Laat de bel eens horen").click()
        for device in room.devices():
            device.page.evaluate(KEEP_CUES)
        room.start()
        timeline = steps(server, gathering)
        noor.wait_for_title("Daan")
        daan.wait_for_title("Noor")
        assert noor.page.locator(".spot").inner_text() == daan.page.locator(".spot").inner_text()
        expect(host.page.locator(".now h2")).to_be_visible()
        talk_in_turns(noor, daan)
        for phone in (noor, daan):
            phone.wait_for_title("Bedank elkaar")
        stage.wait_for_title("Wat hoorde je")
        on_time(room, timeline["bell"])
        assert room.faults() == []


def talk_in_turns(noor: Device, daan: Device) -> None:
    """One of them is told to talk, and then the other."""
    expect(noor.page.locator("h1")).to_contain_text("vertelt")
    told = {phone.page.locator("h1").inner_text() for phone in (noor, daan)}
    assert len(told) == 2
    mine, theirs = "Jij vertelt", {"Noor vertelt", "Daan vertelt"}
    assert mine in told
    assert told & theirs
    (silent,) = [phone for phone in (noor, daan) if phone.page.locator("h1").inner_text() != mine]
    silent.wait_for_title(mine)


def steps(server: Server, gathering: dict[str, Any]) -> dict[str, int]:
    """When each kind of segment last begins."""
    deadline = time.monotonic() + 30
    while not (timeline := server.documents(gathering, "host")["common"]["timeline"]):
        assert time.monotonic() < deadline, "it never began"
    return {each["kind"]: each["starts"] for each in timeline}


def on_time(room: Room, bell: int) -> None:
    """Every screen lights up at the bell, once."""
    late = []
    for device in room.devices():
        lit = [each["at"] for each in device.page.evaluate("window.cues") if each["kind"] == "bell"]
        assert len(lit) == 1, lit
        late.append(lit[0] - bell)
    if max(map(abs, late)) > ON_TIME_MS:
        raise Untimely(f"lit this many ms from the bell's instant: {late}")
