"""All that a phone ever fetches in a usual gathering: from the join link to the end, in one language."""

from typing import Any, Final

import httpx
from playwright.sync_api import Browser, Page

from benchmarks.report import tell
from tests.kit.server import Server, fresh_id

PLAN: Final = {
    "rounds": 3,
    "turn_s": 1,
    "think_s": 1,
    "find_s": 2,
    "swap_s": 1,
    "breathe_s": 1,
    "debrief_s": 2,
}
FETCHED: Final = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((each) => [new URL(each.name).pathname, each.encodedBodySize])"""


def weigh_the_evening(browser: Browser, server: Server, site: str) -> None:
    """Files of the page, and beside them what was said to and by the server."""
    for milling in ("guided", "free"):
        fetched = _evening(browser, server, site, milling)
        files = {path: size for path, size in fetched if not path.startswith("/api/")}
        tell(
            bench="page", what=f"all in, {milling}, from the code to the end", gzip_bytes=sum(files.values()),
            brotli_bytes=sum(tight(server, path) for path in files),
            files=files, answers_bytes=sum(size for path, size in fetched if path.startswith("/api/")),
        )  # fmt: skip


def _evening(browser: Browser, server: Server, site: str, milling: str) -> list[tuple[str, int]]:
    gathering = server.open(milling=milling, plan=PLAN)
    other = {"id": fresh_id(), "name": "Bo"}
    httpx.post(f"{server.url}/api/gatherings/{gathering['id']}/participants", json=other, timeout=10)
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    try:
        page = context.new_page()
        page.goto(f"{site}/j/{gathering['code']}")
        page.locator("input").first.fill("Ada")
        page.locator("main button.main").click()
        _reach(page, "lobby")
        server.command(gathering, "start")
        for scene in ("find", "talk", "thanks", "together"):
            _reach(page, scene)
        server.command(gathering, "close")
        _reach(page, "closed")
        page.wait_for_timeout(1_500)  # what is fetched for later has come by then
        return [(path, size) for path, size in page.evaluate(FETCHED)]
    finally:
        context.close()


def _reach(page: Page, scene: str) -> None:
    page.locator(f"html[data-scene={scene}]").wait_for(state="attached", timeout=60_000)


def tight(server: Server, path: str) -> int:
    """How long the same file is for a browser that asks for brotli, as browsers do over https."""
    headers: dict[str, Any] = {"accept-encoding": "br, gzip"}
    return int(httpx.head(server.url + path, headers=headers, timeout=10).headers["content-length"])
