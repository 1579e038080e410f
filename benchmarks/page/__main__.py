"""`./bench page`: the phone's page by a join link, in real Chromium, on a slow phone with a slow line.

`./bench page lighthouse` has Lighthouse judge the pages instead; `./bench page all` does both.
"""

import sys
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium
from benchmarks.page.evening import tight, weigh_the_evening
from benchmarks.page.judging import judge
from benchmarks.report import progress, tell
from tests.kit.server import Server

PASSES: Final = 7
GOAL_BYTES: Final = 25_000
GOAL_REQUESTS: Final = 6
PHONE: Final[dict[str, Any]] = {"width": 390, "height": 844}
SLOW_4G: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
"""What Lighthouse calls slow 4G: 1.6 Mbit/s down, 150 ms for every answer. The processor runs at a quarter."""
CLOCK: Final = "/api/clock"
PAINTED: Final = """new Promise((told) => new PerformanceObserver((found) =>
  told(found.getEntriesByName("first-contentful-paint")[0].startTime)).observe({ type: "paint", buffered: true }))"""
FETCHED: Final = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((each) => [each.name, each.encodedBodySize, each.startTime, each.responseEnd])"""
FLOOR: Final = "<!doctype html><meta name=viewport content='width=device-width'><h1>Tingsha</h1><input>"


class Fetched(NamedTuple):
    """One answer, by the browser's own account: bytes of its body as they came over the line, and when (ms)."""

    path: str
    bytes: int
    asked_ms: float
    came_ms: float


@dataclass(slots=True)
class Visit:
    """One first visit: all that was fetched, the first paint, when a name could be typed, when one was in (ms)."""

    fetched: list[Fetched]
    paint_ms: float
    ready_ms: float
    joined_ms: float

    def until(self, ms: float) -> list[Fetched]:
        """What was asked for by then."""
        return [each for each in self.fetched if each.asked_ms <= ms]


def main() -> None:
    """A page without anything is the floor, visited in turns with the real one."""
    chosen = sys.argv[1] if len(sys.argv) > 1 else "weight"
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data").start()
        try:
            if chosen in ("weight", "all"):
                _weigh(server)
            if chosen in ("lighthouse", "all"):
                judge(server)
        finally:
            server.stop()


def _weigh(server: Server) -> None:
    site = f"http://tingsha.test:{server.port}"
    with chromium() as browser:
        weigh_the_evening(browser, server, site)
        _measure(browser, server, site, f"/j/{server.open()['code']}")


def _measure(browser: Browser, server: Server, site: str, path: str) -> None:
    quick, slow, floor = list[Visit](), list[Visit](), list[Visit]()
    for number in range(PASSES):
        progress(f"pass {number + 1} of {PASSES}")
        quick.append(_visit(browser, site + path, slowed=False))
        slow.append(_visit(browser, site + path, slowed=True))
        floor.append(_visit(browser, site + path, slowed=True, instead=FLOOR))
    middle = sorted(slow, key=lambda visit: visit.paint_ms)[PASSES // 2]
    _tell_weight(server, middle.until(middle.paint_ms))
    after = [each for each in middle.fetched if each.asked_ms > middle.paint_ms and each.path != CLOCK]
    tell(
        bench="page", what="fetched after it, while a name is typed",
        asked_after_first_paint_ms={each.path: each.asked_ms - middle.paint_ms for each in after},
        gzip_bytes=sum(each.bytes for each in after),
    )  # fmt: skip
    paint, bare = middle.paint_ms, median(each.paint_ms for each in floor)
    tell(
        bench="page", what="first paint, processor / 4, slow 4G", first_paint_ms=paint,
        name_can_be_typed_ms=median(each.ready_ms for each in slow),
        joined_ms=median(each.joined_ms for each in slow), floor_first_paint_ms=bare, ratio=paint / bare,
        unslowed_first_paint_ms=median(each.paint_ms for each in quick),
    )  # fmt: skip


def _tell_weight(server: Server, fetched: list[Fetched]) -> None:
    """Bytes and requests; asking for the time, which a page does in the background, is counted apart."""
    files = [each for each in fetched if each.path != CLOCK]
    tell(
        bench="page", what="until it stands there", gzip_bytes=sum(each.bytes for each in fetched),
        brotli_bytes=sum(each.bytes if each.path.startswith("/api/") else tight(server, each.path) for each in files),
        goal_bytes=GOAL_BYTES,
        requests=len(files), goal_requests=GOAL_REQUESTS, clock_requests=len(fetched) - len(files),
        files={each.path: each.bytes for each in files},
    )  # fmt: skip


def _visit(browser: Browser, address: str, *, slowed: bool, instead: str = "") -> Visit:
    """A first visit by a phone that knows nothing; with `instead`, of a page that holds only this."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, locale="nl-NL")  # type: ignore[arg-type]
    try:
        page = context.new_page()
        wire: Any = context.new_cdp_session(page)
        if slowed:
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", SLOW_4G)
            wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        if instead:
            _answer_with(wire, instead)
        return _fetched(page, address)
    finally:
        context.close()


def _answer_with(wire: Any, page: str) -> None:
    """Let every request be answered with this page, after the wait of a slow line."""
    body = b64encode(page.encode()).decode()

    def answer(paused: dict[str, Any]) -> None:
        told = {"requestId": paused["requestId"], "responseCode": 200, "body": body}
        wire.send("Fetch.fulfillRequest", told)

    wire.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "requestStage": "Response"}]})
    wire.on("Fetch.requestPaused", answer)


def _fetched(page: Page, address: str) -> Visit:
    page.goto(address, wait_until="commit")
    page.locator("input").first.wait_for(state="visible", timeout=60_000)
    ready_ms: float = page.evaluate("performance.now()")
    paint_ms: float = page.evaluate(PAINTED)
    found: list[list[Any]] = page.evaluate(FETCHED)
    fetched = [Fetched("/" + str(url).split("/", 3)[3], *numbers) for url, *numbers in found]
    return Visit(fetched, paint_ms, ready_ms, _joined(page))


def _joined(page: Page) -> float:
    """When whoever types no slower than a machine would be in; 0 for a page that is none of ours."""
    if page.locator("main button.main").count() == 0:
        return 0.0
    page.locator("input").first.fill("Ada")
    page.locator("main button.main").click()
    page.locator("html[data-scene=lobby]").wait_for(state="attached", timeout=60_000)
    return page.evaluate("performance.now()")


if __name__ == "__main__":
    main()
