"""A phone dies in round 1, its owner comes in anew, and the host says that it is the same person."""

from playwright.sync_api import Browser, expect

from tests.browsers.room import PATIENCE_MS, Room
from tests.kit.server import Server

PLAN = {"rounds": 2, "turn_s": 60, "think_s": 1, "find_s": 120, "swap_s": 1, "breathe_s": 2, "debrief_s": 60}


def test_the_new_phone_shows_whom_the_old_one_had(chromium: Browser, server: Server) -> None:
    gathering = server.open(plan=PLAN, milling="guided", groups=[])
    with Room(chromium, server, gathering) as room:
        host = room.open_host().page
        ada, bo = room.join("Ada"), room.join("Bo")
        room.start()
        ada.wait_for_title("Bo")
        ada.context.close()
        anew = room.join("ada")
        host.locator("section.people summary").click()
        again = host.get_by_role("button", name="Dezelfde als eerder?")
        expect(again).to_have_count(1, timeout=PATIENCE_MS)
        again.click()
        expect(host.locator(".people .sure")).to_contain_text("Dit kan niet ongedaan worden gemaakt")
        host.get_by_role("button", name="Ja, dezelfde").click()
        anew.wait_for_title("Bo")
        bo.wait_for_title("Ada")
        expect(host.locator(".people .rows li")).to_have_count(2, timeout=PATIENCE_MS)
        expect(host.locator(".facts")).to_contain_text("2 mensen")
        assert room.faults() == []
