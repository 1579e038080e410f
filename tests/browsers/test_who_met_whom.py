"""Who met whom on a stage that keeps its own policy: drawn beside the page or, in older browsers, on it."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers.ink import until_inked
from tests.browsers.room import PATIENCE_MS, Room, until
from tests.kit.server import Server

LINES = """() => {
  const sheet = document.querySelector(".weave canvas");
  const copy = new OffscreenCanvas(sheet.clientWidth, sheet.clientHeight).getContext("2d");
  copy.drawImage(sheet, 0, 0, sheet.clientWidth, sheet.clientHeight);
  const { data } = copy.getImageData(0, 0, sheet.clientWidth, sheet.clientHeight);
  return data.reduce((sum, value, place) => sum + (place % 4 === 3 ? value : 0), 0);
}"""
"""How much ink the lines take."""
SAYS = {
    "nl": {
        "locale": "nl-NL", "held": "Gesproken", "missed": "Toch niet", "more": "Het beeld in woorden",
        "before": "4 mensen en 2 ontmoetingen. Bevestigd: 0.",
        "after": "2 mensen en 1 ontmoeting. Bevestigd: 1.",
        "figures": ["2 mensen", "1 ontmoeting"],
    },
    "en": {
        "locale": "en-GB", "held": "We talked", "missed": "We didn’t", "more": "The picture in words",
        "before": "4 people and 2 meetings. Confirmed: 0.",
        "after": "2 people and 1 meeting. Confirmed: 1.",
        "figures": ["2 people", "1 meeting"],
    },
}  # fmt: skip
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


@pytest.mark.parametrize("language", SAYS)
def test_what_people_say_of_a_conversation_changes_the_picture(
    chromium: Browser, server: Server, language: str
) -> None:
    words = SAYS[language]
    gathering = server.open(plan=PLAN, milling="guided", groups=[], language=language)
    with Room(chromium, server, gathering, language=words["locale"]) as room:
        stage, host, _phone = room.open_stage().page, room.open_host().page, room.join("Ada")
        for name in ("Bo", "Cem", "Dee"):
            room.join(name)
        room.start()
        expect(stage.locator(".scene.debrief")).to_be_visible(timeout=PATIENCE_MS)
        host.locator("section[aria-labelledby=web] button").first.click()
        until_inked(stage)
        host.get_by_text(words["more"]).click()
        expect(host.get_by_text(words["before"])).to_be_visible(timeout=PATIENCE_MS)
        presumed = stage.evaluate(LINES)
        say(room, "Ada", words["held"])
        expect(host.get_by_text(words["before"].replace(" 0.", " 1."))).to_be_visible(timeout=PATIENCE_MS)
        until(stage, f"() => ({LINES})() > {1.1 * presumed}")
        say(room, another(room, "Ada"), words["missed"])
        expect(host.get_by_text(words["after"])).to_be_visible(timeout=PATIENCE_MS)
        for line, said in enumerate(words["figures"]):
            expect(stage.locator(".figures li").nth(line)).to_contain_text(said, timeout=PATIENCE_MS)
        assert room.faults() == []


def say(room: Room, name: str, what: str) -> None:
    """Somebody's phone says of their only conversation whether it took place."""
    button = room.phones[name].page.locator(".in-the-web .confirm").get_by_role("button", name=what)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def another(room: Room, name: str) -> str:
    """Somebody who was not this one's partner."""
    partner = room.phones[name].page.locator(".in-the-web .confirm bdi").inner_text()
    return next(each for each in room.phones if each not in (name, partner))
