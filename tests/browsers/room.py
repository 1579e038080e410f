"""A room full of devices: phones, a stage and a host's page, each in a browser context of its own."""

import sys
import time
from collections.abc import Callable
from itertools import combinations
from typing import Any, Self

from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browsers.diary import KEEP_DIARY
from tests.browsers.ears import EAR, LISTEN, WORKLET
from tests.kit.server import Server

PATIENCE_MS = 30_000
WHOLE_MS = 120_000
"""A whole short gathering, on a busy machine."""
PHONE = {"width": 390, "height": 780}
STAGE = {"width": 1280, "height": 720}
EXCUSED = (
    "Failed to load resource",
    "ERR_CONNECTION",
    "ERR_INCOMPLETE",
    "error occurred when fetching the script",
    "Blocked call to navigator.vibrate",
)
"""A server that is gone is told to the person, and a page that came back may not shake before a tap: of both the
browser has a line of its own, which is no fault of the page."""


class Untimely(AssertionError):
    """Something happened rightly, but not at the right moment."""


def in_three_tries(play: Callable[[], None]) -> None:
    """Play a story whose moments are measured. Who meets whom must be right each time; as for the moments, a machine
    that was busy with something else is given another try: a bell that is wrong is wrong every time."""
    for _ in range(2):
        try:
            return play()
        except Untimely as late:
            sys.stderr.write(f"tried again: {late}\n")
    return play()


DRAWN = "(picture) => picture.decode()"
"""Answers when a picture is there, and raises when it never comes."""


def until(page: Page, expression: str, arg: Any = None, patience_ms: int = PATIENCE_MS) -> None:
    """Wait until something is true in a page. A page's policy lets no script watch for it from within."""
    deadline = time.monotonic() + patience_ms / 1000
    while not _holds(page, expression, arg):
        assert time.monotonic() < deadline, f"never became true: {expression} {arg or ''}"
        page.wait_for_timeout(50)


def _holds(page: Page, expression: str, arg: Any) -> bool:
    try:
        return bool(page.evaluate(expression, arg))
    except Error as gone:
        # The page is on its way to another, or comes back from a reload.
        if "context was destroyed" in str(gone) or "navigation" in str(gone):
            return False
        raise


class Device:
    """One browser context with one page; remembers what went wrong in it."""

    def __init__(
        self, browser: Browser, size: dict[str, int], language: str, *, measured: bool = False
    ) -> None:
        # The page's policy lets no foreign script in, so a page that is measured from within goes without it.
        self.context: BrowserContext = browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            locale=language,
            bypass_csp=measured,
            # Nine pages that breathe cost more than two cores have; nothing that is tested here moves.
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.add_init_script(KEEP_DIARY)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda line: self._note(line.type, line.text))

    def _note(self, kind: str, text: str) -> None:
        if kind == "error" and not any(excuse in text for excuse in EXCUSED):
            self.faults.append(text)

    def hear(self) -> str:
        """Begin noting the onset of every stroke that leaves this device; says by which means."""
        return self.page.evaluate(LISTEN, [WORKLET, EAR])

    def onsets(self) -> list[float]:
        """When strokes began, in ms since the epoch."""
        return self.page.evaluate("window.ears ? window.ears.onsets : []")

    def diary(self) -> list[dict[str, Any]]:
        """Everything that its heading said, one entry per change, with the instant."""
        return self.page.evaluate("window.diary")

    def wait_for_title(self, words: str) -> None:
        expect(self.page.locator("h1").first).to_contain_text(words, timeout=WHOLE_MS)


class Room:
    """A gathering with its devices. `how`: origin, language, measured."""

    def __init__(self, browser: Browser, server: Server, gathering: dict[str, Any], **how: Any) -> None:
        self.browser, self.server, self.gathering = browser, server, gathering
        self.origin = how.get("origin", f"http://localhost:{server.port}")
        self.language = how.get("language", "nl-NL")
        self.measured = bool(how.get("measured"))
        self.phones: dict[str, Device] = {}
        self.stage: Device | None = None
        self.host: Device | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for device in self.devices():
            device.context.close()

    def devices(self) -> list[Device]:
        return [*self.phones.values(), *(each for each in (self.stage, self.host) if each is not None)]

    def _device(self, size: dict[str, int]) -> Device:
        return Device(self.browser, size, self.language, measured=self.measured)

    def open_stage(self) -> Device:
        self.stage = self._device(STAGE)
        self.stage.page.goto(f"{self.origin}/stage/{self.gathering['id']}#{self.gathering['stage_token']}")
        expect(self.stage.page.get_by_text(self.gathering["code"][:4]).first).to_be_visible(
            timeout=PATIENCE_MS
        )
        return self.stage

    def open_host(self) -> Device:
        host = self.come_to_host()
        expect(host.page.locator(".start button.main")).to_be_visible(timeout=PATIENCE_MS)
        return host

    def come_to_host(self) -> Device:
        """The host's page, in whatever phase the gathering is."""
        self.host = self._device(STAGE)
        self.host.page.goto(f"{self.origin}/host/{self.gathering['id']}#{self.gathering['host_token']}")
        return self.host

    def join(self, name: str, group: str | None = None, clock_off_ms: int = 0) -> Device:
        """Somebody scans the code, says who they are, and is in. Their phone's clock may be wrong."""
        phone = self._device(PHONE)
        if clock_off_ms:
            phone.context.add_init_script(
                f"const right = Date.now; Date.now = () => right() + {clock_off_ms};"
            )
        phone.page.goto(f"{self.origin}/j/{self.gathering['code']}")
        phone.page.locator("input").first.fill(name)
        if group:
            phone.page.get_by_role("button", name=group, exact=True).click()
        phone.page.locator("button.main").click()
        expect(phone.page.locator(".place")).to_be_visible(timeout=PATIENCE_MS)
        self.phones[name] = phone
        return phone

    def arm(self) -> None:
        """The taps that let stage and host sound; phones had theirs when they joined."""
        if self.stage is not None:
            self.stage.page.locator("button").first.click()
        if self.host is not None:
            self.host.page.get_by_role("heading").first.click()
        for device in self.devices():
            until(device.page, "window.tingshaAudio?.ctx.state === 'running'")

    def start(self) -> None:
        assert self.host is not None
        self.host.page.locator(".start button.main").click()

    def faults(self) -> list[str]:
        return [fault for device in self.devices() for fault in device.faults]

    def partners(self, round_word: str, rounds: int) -> dict[int, dict[str, frozenset[str]]]:
        """Per round, whom each phone named while finding: `round_word` is how its kicker begins, as "Ronde"."""
        met: dict[int, dict[str, frozenset[str]]] = {each: {} for each in range(1, rounds + 1)}
        for name, phone in self.phones.items():
            for line in phone.diary():
                named = frozenset(other for other in self.phones if other in line["title"])
                for round_, partners in met.items():
                    if named and line["spot"] and f"{round_word} {round_} " in line["kicker"]:
                        partners.setdefault(name, named)
        return met


def units_of(partners: dict[str, frozenset[str]]) -> set[frozenset[str]]:
    """The units of a round; every member's phone must name all the others."""
    units = {named | {name} for name, named in partners.items()}
    assert sum(len(unit) for unit in units) == len(partners), f"phones disagree: {partners}"
    return units


def meetings(units: set[frozenset[str]]) -> list[frozenset[str]]:
    return [frozenset(pair) for unit in units for pair in combinations(sorted(unit), 2)]
