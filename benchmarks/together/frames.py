"""What the stage's script takes of each frame while it draws who met whom, by Chromium's own account."""

import json
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, Page, Route

from benchmarks.chromium import chromium
from benchmarks.report import progress
from tests.kit.server import Server

PASSES: Final = 3
SETTLED_MS: Final = 1_500
STAGE: Final[Any] = {"width": 1920, "height": 1080}
TRACED: Final = "devtools.timeline,disabled-by-default-devtools.timeline,toplevel,v8"
SCRIPT: Final = frozenset(
    {"FunctionCall", "FireAnimationFrame", "RunMicrotasks", "TimerFire", "EventDispatch", "EvaluateScript"}
)
WORKER: Final = "DedicatedWorker"
FRAME: Final = "Commit"
"""What the page hands over to be drawn; one for each frame."""
LONGEST_MS: Final = 1000 / 60
"""A frame lasts no longer than the screen waits for one. While nothing changes the page hands nothing over, often for
seconds: what its clocks do in that time is not the work of one frame."""
Traced = dict[str, Any]


class Span(NamedTuple):
    """Of one script, in ms: when it began and ended, and how long the processor worked on it."""

    begins: float
    ends: float
    cpu: float


class Frame(NamedTuple):
    cpu: float
    """Script of the page itself, in ms of the processor."""
    wall: float
    """The same by the clock on the wall: on two cores it waits for what draws."""


class Pass(NamedTuple):
    frames: list[Frame]
    beside: float
    """The longest script of the worker that draws, in ms of the processor: it keeps nobody waiting but the picture."""


def frames(web: bytes) -> dict[str, Any]:
    """The script of each frame in ms, from asking for the picture until it stands: the worst of all passes, and how it
    lies among them. The picture's bytes are handed to the page on its way, for ten thousand people would first have to
    join; everything else is the page itself."""
    passes = list[Pass]()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        server = Server(Path(folder) / "data").start()
        try:
            for number in range(PASSES):
                progress(f"frames, pass {number + 1} of {PASSES}")
                passes.append(_pass(browser, server, web))
        finally:
            server.stop()
    every = [frame for each in passes for frame in each.frames]
    return {
        "worst_ms": max(frame.cpu for frame in every),
        "median_ms": median(frame.cpu for frame in every),
        "over_8_ms": sum(frame.cpu > 8 for frame in every),
        "worst_with_waiting_ms": max(frame.wall for frame in every),
        "frames": len(every),
        "drawing_worst_ms": max(each.beside for each in passes),
    }


def _pass(browser: Browser, server: Server, web: bytes) -> Pass:
    gathering = server.open()
    for name in ("Ada", "Bo"):
        server.join(gathering, name)
    context = browser.new_context(viewport=STAGE)
    try:
        page = context.new_page()
        page.route("**/web", lambda route: _hand(route, web))
        page.goto(f"http://localhost:{server.port}/stage/{gathering['id']}#{gathering['stage_token']}")
        for command in ("start", "next"):
            assert server.command(gathering, command).status_code == 200
        page.locator("main.debrief").wait_for()
        page.wait_for_timeout(SETTLED_MS)  # a host asks for the picture of a page that has long been opened
        return _traced(browser, page, lambda: _show(server, gathering, page))
    finally:
        context.close()


def _hand(route: Route, web: bytes) -> None:
    route.fulfill(status=200, content_type="application/json", body=web)


def _show(server: Server, gathering: dict[str, Any], page: Page) -> None:
    assert server.command(gathering, "web", on=True).status_code == 200
    page.locator(".weave canvas").first.wait_for(timeout=30_000)
    page.wait_for_timeout(4_000)


def _traced(browser: Browser, page: Page, doing: Callable[[], None]) -> Pass:
    browser.start_tracing(page=page, categories=TRACED.split(","))
    doing()
    events: list[Traced] = json.loads(browser.stop_tracing())["traceEvents"]
    drawn = [each for each in events if each["name"] == FRAME]
    # A page's own thread is the one that draws; frames of other pages and of the browser itself are not ours.
    main = Counter(map(_thread, drawn)).most_common(1)[0][0]
    begins = sorted(each["ts"] / 1000 for each in drawn if _thread(each) == main)
    script = _script(events, {main})
    workers = {
        _thread(each) for each in events if each["name"] == "thread_name" and WORKER in str(each["args"])
    }
    took = [_frame(each) for each in _frames(script, begins)]
    beside = max((each.cpu for each in _script(events, workers)), default=0.0)
    return Pass(took, beside)


def _frames(script: list[Span], handed: list[float]) -> list[list[Span]]:
    """The scripts by the frame in which they began: one lasts from its first script until the page hands over, but
    never longer than `LONGEST_MS`."""
    frames = list[list[Span]]()
    ends = float("-inf")
    for each in script:
        if each.begins >= ends:
            frames.append([])
            after = (at for at in handed if at > each.begins)
            ends = min(each.begins + LONGEST_MS, next(after, float("inf")))
        frames[-1].append(each)
    return frames


def _frame(scripts: list[Span]) -> Frame:
    return Frame(sum(each.cpu for each in scripts), sum(each.ends - each.begins for each in scripts))


def _script(events: list[Traced], threads: set[tuple[int, int]]) -> list[Span]:
    return _outermost(
        [
            Span(each["ts"] / 1000, (each["ts"] + each["dur"]) / 1000, each["tdur"] / 1000)
            for each in events
            if each["name"] in SCRIPT and each.get("ph") == "X" and _thread(each) in threads
        ]
    )


def _thread(event: Traced) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _outermost(spans: list[Span]) -> list[Span]:
    """Without counting twice what one script calls within another."""
    outermost: list[Span] = []
    for each in sorted(spans, key=lambda span: (span.begins, -span.ends)):
        if not outermost or each.begins >= outermost[-1].ends:
            outermost.append(each)
    return outermost
