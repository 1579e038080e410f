"""Who met whom on a stage that keeps its own policy: drawn beside the page or, in older browsers, on it."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers.ink import until_inked
from tests.browsers.room import PATIENCE_MS, Room
from tests.kit.server import Server

PLAN = {"rounds": 1, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 1, "breathe_s": 1, "debrief_s": 240}
OLDER = "delete HTMLCanvasElement.prototype.transferControlToOffscreen"


@pytest.mark.parametrize("browser", ["new", "older"])
def test_it_is_drawn_steps_aside_and_comes_again(chromium: Browser, server: Server, browser: str) -> None:
    gathering = server.open(plan=PLAN, milling="guided", groups=[])
    for name in ("Ada", "Bo", "Cem", "Dee"):
        server.join(gathering, name)
    with Room(chromium, server, gathering) as room:
        stage = room.open_stage()
        if browser == "older":
            stage.page.add_init_script(OLDER)
            stage.page.reload()
        assert server.command(gathering, "start").status_code == 200
        stage.wait_for_title("Wat hoorde je")
        assert server.command(gathering, "web", on=True).status_code == 200
        until_inked(stage.page)
        assert len(stage.page.workers) == (browser == "new")
        expect(stage.page.locator(".figures li").first).to_have_text("4 mensen")
        stage.page.keyboard.press("l")
        until_inked(stage.page)
        assert server.command(gathering, "debrief", form="fifteen", steps_s=[5, 5, 5]).status_code == 200
        expect(stage.page.locator(".weave")).to_have_count(0, timeout=PATIENCE_MS)
        until_inked(stage.page)
        assert room.faults() == []
