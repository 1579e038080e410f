"""Looking back in the form that the host chooses: on the host's page, on the stage and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers.room import PATIENCE_MS, PHONE, Device, Room
from tests.kit.server import Server

PLAN = {"rounds": 1, "turn_s": 60, "think_s": 0, "find_s": 10, "swap_s": 1, "breathe_s": 1, "debrief_s": 240}
SAYS: dict[str, dict[str, Any]] = {
    "nl": {
        "locale": "nl-NL", "begin": "Begin hiermee", "next": "Volgende", "lasts": ["4 minuten", "12 minuten: alleen"],
        "steps": {
            "1-2-4-all": ["alleen, in stilte", "met z’n tweeën", "met z’n vieren", "met z’n allen"],
            "fifteen": ["alleen, op een rijtje", "de een vertelt, de ander vraagt door", "nu de ander"],
        },
        "fours": "welk tweetal erbij komt", "threes": "Met z’n drieën?",
        "asked": ["Wat kun je nu al doen?", "Zonder meer middelen, en zonder toestemming te vragen."],
        "say": "Vraag: wat kun je nu al doen?", "myself": "Wat ik nu zelf kan doen",
        "remain": "Jullie blijven zo bij elkaar: er komt geen tweetal bij.", "tells": "Een van jullie vertelt",
        "first": "De een vertelt", "then": "Nu vertelt de ander",
    },
    "en": {
        "locale": "en-GB", "begin": "Begin with this", "next": "Next", "lasts": ["4 minutes", "12 minutes: alone"],
        "steps": {
            "1-2-4-all": ["alone, in silence", "in twos", "in fours", "all together"],
            "fifteen": ["alone, a list", "one tells, the other asks", "now the other"],
        },
        "fours": "which pair joins yours", "threes": "Three of you?",
        "asked": ["What can you do right now?", "Without more resources, and without asking permission."],
        "say": "Ask: what can you do right now?", "myself": "What I can do myself, now",
        "remain": "Stay together as you are: no pair joins you.", "tells": "One of you tells",
        "first": "One tells", "then": "Now the other tells",
    },
}  # fmt: skip
LONG = "What we hear all day is that nobody has time, and that everybody would like to begin on it together"
BESIDE_THE_CLOCK = """() => {
  const clock = document.querySelector(".dial").getBoundingClientRect();
  const patterns = [...document.querySelectorAll(".patterns li")];
  return patterns.every((each) => each.getBoundingClientRect().right <= clock.left);
}"""


@pytest.mark.parametrize("language", SAYS)
def test_a_host_chooses_how_to_look_back(chromium: Browser, server: Server, language: str) -> None:
    words = SAYS[language]
    gathering = server.open(plan=PLAN, groups=[], language=language, rehearsal=False)
    with Room(chromium, server, gathering, language=words["locale"]) as room:
        stage, host = room.open_stage().page, room.open_host().page
        phones = [room.join(name).page for name in ("Ada", "Bo", "Cem")]
        room.start()
        expect(host.locator(".controls")).to_be_visible(timeout=PATIENCE_MS)
        assert server.command(gathering, "next").status_code == 200
        expect(stage.locator(".scene.debrief")).to_be_visible(timeout=PATIENCE_MS)
        for lasts in words["lasts"]:
            expect(host.locator("details.forms")).to_contain_text(lasts)
        begin(host, "1-2-4-all", words)
        stands(host, stage, words["steps"]["1-2-4-all"], 0)
        for step in (1, 2):
            host.get_by_role("button", name=words["next"], exact=True).click()
            stands(host, stage, words["steps"]["1-2-4-all"], step)
        expect(stage.locator(".hint")).to_contain_text(words["fours"])
        begin(host, "fifteen", words)
        stands(host, stage, words["steps"]["fifteen"], 0)
        expect(stage.get_by_text(words["threes"])).to_have_count(0)
        expect(stage.locator(".call, .under")).to_have_text(words["asked"])
        expect(host.locator(".together > .question")).to_have_text(words["asked"])
        expect(host.locator(".now .say")).to_have_text(words["say"])
        expect(phones[0].locator("p.unseen[role=status]").filter(has_text=words["myself"])).to_have_count(1)
        for step, said in enumerate((words["first"], words["then"]), 1):
            host.get_by_role("button", name=words["next"], exact=True).click()
            stands(host, stage, words["steps"]["fifteen"], step)
            expect(stage.locator(".hint")).to_contain_text(words["threes"])
            expect(phones[0].get_by_role("heading", name=said)).to_be_visible(timeout=PATIENCE_MS)
        assert server.command(gathering, "hear-patterns", patterns=["x" * 120, LONG]).status_code == 200
        expect(stage.locator(".patterns li")).to_have_count(2, timeout=PATIENCE_MS)
        assert stage.evaluate(BESIDE_THE_CLOCK)
        assert room.faults() == []


@pytest.mark.parametrize("language", SAYS)
def test_three_who_are_left_over_from_the_fours_stay_together(
    chromium: Browser, server: Server, language: str
) -> None:
    words = SAYS[language]
    gathering = server.open(plan=PLAN, groups=[], language=language)
    tokens = [server.join(gathering, f"Guest {place}").json()["token"] for place in range(7)]
    with Room(chromium, server, gathering, language=words["locale"]) as room:
        for order in ({"kind": "start"}, {"kind": "next"}, {"kind": "debrief", "form": "1-2-4-all"}):
            assert server.command(gathering, **order).status_code == 200
        over = next(token for token in tokens if not others(server, gathering, token))
        phone = room.phones["over"] = Device(chromium, PHONE, words["locale"])
        phone.page.goto(f"{room.origin}/phone/{gathering['id']}#{over}")
        for _ in range(2):
            assert server.command(gathering, "skip").status_code == 200
            phone.page.wait_for_timeout(1_100)
        expect(phone.page.locator(".four")).to_have_text(words["remain"], timeout=PATIENCE_MS)
        assert server.command(gathering, "debrief", form="fifteen-fours").status_code == 200
        assert server.command(gathering, "skip").status_code == 200
        expect(phone.page.locator(".four")).to_have_text(words["remain"], timeout=PATIENCE_MS)
        expect(phone.page.locator("h1")).to_have_text(words["tells"], timeout=PATIENCE_MS)
        assert room.faults() == []


def others(server: Server, gathering: dict[str, Any], token: str) -> list[Any]:
    """The pair that this person's own comes together with."""
    return server.documents(gathering, "stream", token)["mine"]["four"]["others"]


def begin(host: Page, form: str, words: dict[str, Any]) -> None:
    forms = host.locator("details.forms")
    if forms.get_attribute("open") is None:
        forms.locator("summary").click()
    host.locator(f'input[value="{form}"]').check()
    host.get_by_role("button", name=words["begin"]).click()


def stands(host: Page, stage: Page, steps: list[str], at: int) -> None:
    """Host and stage say the same steps, and which one runs."""
    for shown in (host.locator(".together .steps"), stage.locator(".steps")):
        expect(shown.locator("li")).to_contain_text(steps, timeout=PATIENCE_MS)
        expect(shown.locator("[aria-current]")).to_contain_text(steps[at], timeout=PATIENCE_MS)
