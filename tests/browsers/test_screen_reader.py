"""For whoever only hears a page: every scene has its heading and its names, and speaks when it changes and not else."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import Device, Room
from tests.browsers.spoken import LISTEN, nameless, names, told, tree
from tests.kit.server import Server

PLAN = {"rounds": 2, "turn_s": 6, "think_s": 4, "find_s": 5, "swap_s": 2, "breathe_s": 4, "debrief_s": 12}
CLOCK = re.compile(r"\d:\d\d")
EVERY = [
    ("think", "Take a moment"),
    ("find", "Daan"),
    ("talk", None),
    ("thanks", "Thank each other"),
    ("together", "What did you hear more than once?"),
]


class Listening(Room):
    """A room of which every page is listened to."""

    def _device(self, size: dict[str, int]) -> Device:
        device = super()._device(size)
        device.context.add_init_script(LISTEN)
        return device


def test_a_page_says_what_it_is_and_speaks_only_when_the_scene_changes(
    chromium: Browser, server: Server
) -> None:
    gathering = server.open(plan=PLAN, language="en", groups=["Care", "IT"], rehearsal=True)
    with Listening(chromium, server, gathering, language="en-GB") as room:
        stage, host = room.open_stage(), room.open_host()
        noor = room.join("Noor", "Care")
        room.join("Daan", "IT")
        assert "Hear the bell" in names(tree(noor.page), "button")
        room.start()
        for scene, title in EVERY:
            arrive(noor.page, scene, title)
            is_complete(noor.page, title)
        stage.wait_for_title("What did you hear more than once?")
        is_complete(stage.page, "What did you hear more than once?")
        is_complete(host.page, None)
        expect(host.page.get_by_text("Time is up.")).to_be_visible(timeout=60_000)
        for device in (noor, stage, host):
            speaks_at_changes_only(device.page)
        heard = [each["text"] for each in told(noor.page)]
        for words in ("Take a moment", "Round 1 of 2: find each other", "Round 2 of 2: Thank each other"):
            assert words in heard
        assert room.faults() == []


def arrive(page: Page, scene: str, title: str | None) -> None:
    expect(page.locator("html")).to_have_attribute("data-scene", scene, timeout=60_000)
    expect(page.locator("h1").first).to_contain_text(title or "", timeout=10_000)


def is_complete(page: Page, title: str | None) -> None:
    """One heading of the first rank, one main part, and a name for everything that can be used."""
    nodes = tree(page)
    assert names(nodes, "RootWebArea") != [""]
    assert len([node for node in nodes if node.role == "main"]) == 1
    assert nameless(nodes) == []
    headings = names(nodes, "heading")
    assert headings
    assert page.locator("h1").count() == 1
    if title:
        assert any(title in heading for heading in headings), headings


def speaks_at_changes_only(page: Page) -> None:
    """A region says a thing once per scene, and the clock never."""
    said = told(page)
    assert [each["text"] for each in said if CLOCK.search(each["text"])] == []
    once = [(each["place"], each["text"]) for each in said]
    assert len(once) == len(set(once)), once
    moments = sorted(each["at"] for each in said)
    seconds = (moments[-1] - moments[0]) / 1000 if moments else 0
    assert len(said) <= 12 + seconds / 4, f"{len(said)} announcements in {seconds:.0f} s"
