"""Walks a real gathering through all its states, and has every screen's picture taken in each."""

from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, expect

from tests.browsers.gallery.camera import Camera
from tests.browsers.gallery.looks import PATIENCE_MS, Look
from tests.kit.server import Server, fresh_id

PLAN = {
    "rounds": 3,
    "turn_s": 120,
    "think_s": 60,
    "find_s": 60,
    "swap_s": 2,
    "breathe_s": 60,
    "debrief_s": 240,
}
GROUPS = {"nl": ["Zorg", "Onderwijs", "ICT", "Bestuur"], "en": ["Care", "Teaching", "IT", "Board"]}
CROWD = ("Daan", "Fatima", "Sem", "Mo", "Lotte", "Ravi", "Elif", "Joost", "Anouk", "Kees", "Yara")
PATTERNS = {
    "nl": ["Te weinig tijd samen", "Iedereen wil leren van de ander"],
    "en": ["Too little time together", "Everybody wants to learn from the others"],
}
TITLE = {"nl": "Begin de dag met drie gesprekken", "en": "Begin the day with three conversations"}
QUESTIONS = {
    "nl": {
        "challenge": "Welke uitdaging houdt je zó bezig dat je hem mee naar huis neemt?",
        "give_and_take": "Wat zoek je hier, en wat heb je te geven?",
    },
    "en": {
        "challenge": "Which challenge keeps you so busy that you take it home with you?",
        "give_and_take": "What are you looking for here, and what have you got to give?",
    },
}


class Walk:
    """One gathering of twelve: one of them with a phone to look at, the rest through the same door without a screen."""

    def __init__(self, browser: Browser, server: Server, camera: Camera, look: Look, **opening: Any) -> None:
        self.browser, self.server, self.camera, self.look = browser, server, camera, look
        self.pages: list[Page] = []
        self.tokens: dict[str, str] = {}
        self.groups = GROUPS.get(look.language, GROUPS["en"])
        self.patterns = PATTERNS.get(look.language, PATTERNS["en"])
        asked: dict[str, Any] = {
            "title": TITLE.get(look.language, TITLE["en"]), "language": look.language, "milling": look.milling,
            "plan": PLAN, "groups": self.groups, "rehearsal": False,
            "invitation": QUESTIONS.get(look.language, QUESTIONS["en"]),
        }  # fmt: skip
        self.gathering: dict[str, Any] = server.open(**(asked | opening))
        self.stage = self._open("stage", look.stage)
        self.host = self._open("host", look.host)
        self.phone = self._page(look.phone)

    def _page(self, size: tuple[int, int]) -> Page:
        page = self.look.open(self.browser, size)
        self.pages.append(page)
        return page

    def _open(self, kind: str, size: tuple[int, int]) -> Page:
        page = self._page(size)
        token = self.gathering[f"{kind}_token"]
        page.goto(f"http://localhost:{self.server.port}/{kind}/{self.gathering['id']}#{token}")
        expect(page.get_by_text(self.gathering["code"][:4]).first).to_be_visible(timeout=PATIENCE_MS)
        return page

    def close(self) -> None:
        for page in self.pages:
            page.context.close()

    def see(self, state: str, *screens: str) -> None:
        """A picture of each of these screens (all three without any), as they are now."""
        pages = {"phone": self.phone, "stage": self.stage, "host": self.host}
        for screen in screens or tuple(pages):
            self.camera.take(pages[screen], screen, state, touched=screen == "phone")

    def by_day(self, state: str) -> None:
        """A picture of the stage as it is in a bright room."""
        self.stage.keyboard.press("l")
        self.stage.wait_for_timeout(500)  # who met whom is drawn anew
        self.camera.take(self.stage, "stage", f"{state}-day")
        self.stage.keyboard.press("l")

    def bring(self, selector: str, edge: str = "start", *, page: Page | None = None) -> None:
        """What a picture (of the phone) is about, to the top of it, or to the edge `center` or `end`."""
        (page or self.phone).locator(selector).last.evaluate(
            "(each, block) => each.scrollIntoView({ block })", edge
        )

    def join_page(self) -> None:
        self.phone.goto(f"http://localhost:{self.server.port}/j/{self.gathering['code']}")
        expect(self.phone.locator("button.main")).to_be_visible()

    def another_phone(self) -> Page:
        return self._page(self.look.phone)

    def come_in(self, name: str = "Noor", scene: str = "lobby") -> None:
        self.phone.locator("input").first.fill(name)
        self.phone.get_by_role("button", name=self.groups[0], exact=True).click()
        self.phone.locator("main button.main").click()
        self.wait_for(self.phone, scene)

    def crowd(self, size: int = len(CROWD)) -> None:
        for place, name in enumerate(CROWD[:size]):
            self._arrive(name, self.groups[place % len(self.groups)])
        self.until(lambda counts: counts["here"] >= size + 1)

    def people(self) -> list[dict[str, Any]]:
        """Everybody, as the host's list has them."""
        url = f"{self.server.url}/api/gatherings/{self.gathering['id']}/people"
        token = self.gathering["host_token"]
        return httpx.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=10).json()["people"]

    def _arrive(self, name: str, group: str) -> None:
        url = f"{self.server.url}/api/gatherings/{self.gathering['id']}/participants"
        answer = httpx.post(url, json={"id": fresh_id(), "name": name, "group": group}, timeout=10)
        assert answer.status_code == 201, answer.text
        self.tokens[name] = answer.json()["token"]

    def tell_as(self, name: str, command: str, **fields: Any) -> None:
        """What one of the crowd does on a phone."""
        answer = httpx.post(
            f"{self.server.url}/api/gatherings/{self.gathering['id']}/commands",
            json={"id": fresh_id(), "type": command, **fields},
            headers={"Authorization": f"Bearer {self.tokens[name]}"},
            timeout=10,
        )
        assert answer.status_code == 200, answer.text

    def until(self, holds: Callable[[dict[str, int]], bool]) -> None:
        """Wait until the numbers that screens show have caught up."""
        for _ in range(100):
            if holds(self.server.documents(self.gathering, "host")["common"]["counts"]):
                return
        raise AssertionError("the counts never got there")

    def tell(self, command: str, **fields: Any) -> None:
        answer = self.server.command(self.gathering, command, **fields)
        assert answer.status_code == 200, answer.text

    def begin(self) -> None:
        """By the host's own hand, which wakes the bell of the host's device."""
        self.host.locator(".start .main").click()
        expect(self.host.locator(".controls")).to_be_visible()

    def wait_for(self, page: Page, scene: str) -> None:
        page.wait_for_function("(scene) => document.documentElement.dataset.scene === scene", arg=scene)

    def skip_turns(self) -> None:
        """From the first turn to the thanks: the second turn is skipped once the change of turns is over."""
        self.tell("skip")
        self.phone.wait_for_timeout(1500 + PLAN["swap_s"] * 1000)
        self.on_to("thanks")

    def on_to(self, scene: str) -> None:
        """The host skips; the phone tells when everybody is there."""
        self.tell("skip")
        self.wait_for(self.phone, scene)
        self.phone.wait_for_timeout(700)  # stage and host draw four times a second
