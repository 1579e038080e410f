"""They find each other: phones are optional, and help only who asks."""

from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS, Room
from tests.kit.server import Server

PLAN = {"rounds": 1, "turn_s": 4, "think_s": 2, "find_s": 90, "swap_s": 1, "breathe_s": 2, "debrief_s": 6}


def test_a_raised_hand_is_counted_and_two_seekers_are_brought_together(
    chromium: Browser, server: Server
) -> None:
    gathering = server.open(plan=PLAN, milling="free", groups=[], language="en")
    with Room(chromium, server, gathering, language="en-GB") as room:
        stage, _host = room.open_stage(), room.open_host()
        noor, daan, bo = room.join("Noor"), room.join("Daan"), room.join("Bo")
        room.start()
        noor.wait_for_title("Find someone you don’t know yet")
        bo.page.get_by_role("button", name="My hand is up").click()
        expect(stage.page.get_by_text("1 hand is still up")).to_be_visible()
        bo.page.get_by_role("button", name="I’ve found someone").click()
        expect(stage.page.get_by_text("1 hand is still up")).to_have_count(0)

        noor.page.get_by_role("button", name="Find me a partner").click()
        daan.page.get_by_role("button", name="Find me a partner").click()
        noor.wait_for_title("Daan")
        daan.wait_for_title("Noor")
        assert noor.page.locator(".spot").inner_text() == daan.page.locator(".spot").inner_text()
        noor.page.get_by_role("button", name="We found each other").click()
        noor.wait_for_title("You’re with Daan")
        assert server.command(gathering, "skip").status_code == 200
        bo.wait_for_title("The first one talks")
        stage.wait_for_title("What did you hear")
        remembers(noor.page, "A line for yourself about talking with Daan")
        remembers(bo.page, "Round 1 of 1: A line for yourself…")
        assert room.faults() == []


def remembers(page: Page, label: str) -> None:
    """By name where the phone knows it, else by the round; it stays on this phone."""
    page.get_by_label(label).fill("canary in a line")
    page.reload()
    expect(page.get_by_label(label)).to_have_value("canary in a line", timeout=PATIENCE_MS)


def test_it_needs_nobody_at_all(chromium: Browser, server: Server) -> None:
    plan = {**PLAN, "find_s": 2, "turn_s": 2, "think_s": 1}
    gathering = server.open(plan=plan, milling="free")
    with Room(chromium, server, gathering) as room:
        stage, _host = room.open_stage(), room.open_host()
        room.start()
        stage.wait_for_title("Wat hoorde je")
        titles = [line["title"] for line in stage.diary()]
        assert any("iemand die je" in title for title in titles)
        assert room.faults() == []
