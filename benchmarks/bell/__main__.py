"""`./bench bell`: four phones, a stage and a host live through a short gathering; every stroke is compared."""

import tempfile
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.sync_api import Browser

from benchmarks.bell.floor import CLOCK_ERROR, TWO_CONTEXTS
from benchmarks.chromium import chromium
from benchmarks.report import progress, tell
from tests.browsers.ears import WORKLET
from tests.browsers.room import Room
from tests.kit.server import Server

PEOPLE: Final = ("Noor", "Daan", "Fatima", "Sem")
PLAN: Final = {
    "rounds": 4, "turn_s": 4, "think_s": 3, "find_s": 3, "swap_s": 2, "breathe_s": 2, "debrief_s": 5,
}  # fmt: skip
WHOLE_MS: Final = 180_000
STROKES: Final = 12
BATCHES: Final = 5
NEAR_MS: Final = 400.0
"""A stroke further from its instant than this is another one, or none."""
GOAL_MEDIAN_MS: Final = 5.0
GOAL_WORST_MS: Final = 50.0

Strokes = dict[str, list[list[float]]]
"""Per kind of cue, per cue: how much later than the server's instant each device rang (ms)."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        server = Server(Path(folder) / "data").start()
        try:
            with Room(browser, server, server.open(plan=PLAN), measured=True) as room:
                strokes, clocks = _play(room)
            floors = {how: _floor(browser, server.port, how) for how in ("stamp", "current")}
        finally:
            server.stop()
    _tell(strokes, clocks, floors)


def _play(room: Room) -> tuple[Strokes, list[float]]:
    """The gathering from start to end: per cue when each device rang, against the server's instant; clock errors."""
    stage, host = room.open_stage(), room.open_host()
    host.page.locator(".bell input[type=checkbox]").first.check()  # the host's own device rings when asked to
    for name in PEOPLE:
        progress(f"{name} joins")
        room.join(name)
    room.arm()
    for device in room.devices():
        device.hear()
    room.start()
    stage.page.wait_for_function("window.tingshaAudio?.ctx.state === 'running'")
    progress("the rounds go on")
    timeline: list[dict[str, Any]] = room.server.documents(room.gathering, "host")["common"]["timeline"]
    debrief = timeline[-1]["starts"]
    stage.page.wait_for_function("(at) => Date.now() > at + 1500", arg=debrief, timeout=WHOLE_MS)
    clocks: list[float] = [
        device.page.evaluate(CLOCK_ERROR) for device in room.devices() for _ in range(BATCHES)
    ]
    heard = [device.onsets() for device in room.devices()]
    names = [*room.phones, "stage", "host"]
    progress(
        "strokes heard: " + ", ".join(f"{name} {len(each)}" for name, each in zip(names, heard, strict=True))
    )
    return {kind: [_rung(heard, cue) for cue in cues] for kind, cues in _cues(timeline).items()}, clocks


def _cues(timeline: list[dict[str, Any]]) -> dict[str, list[float]]:
    """When all devices sound at once: as a round's talking begins, at its swap, and at its bell."""
    begin = [each["starts"] for each in timeline if each["kind"] == "turn" and each.get("speaker") == 0]
    others = {
        kind: [each["starts"] for each in timeline if each["kind"] == kind] for kind in ("swap", "bell")
    }
    return {"begin": begin, **others}


def _rung(heard: list[list[float]], cue: float) -> list[float]:
    """Per device that rang, how much later than the instant it did (ms)."""
    nearest = [min((at - cue for at in onsets), key=abs, default=NEAR_MS) for onsets in heard]
    return [late for late in nearest if abs(late) < NEAR_MS]


def _floor(browser: Browser, port: int, how: str) -> list[float]:
    """How far apart two contexts of one page sound, stroke by stroke (ms)."""
    progress(f"floor: {how}")
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"http://localhost:{port}/healthz")
    one, other = page.evaluate(TWO_CONTEXTS, [WORKLET, how, STROKES])
    context.close()
    return [abs(a - min(other, key=lambda b: abs(a - b))) for a in one if other]


def _tell(by_kind: Strokes, clocks: list[float], floors: dict[str, list[float]]) -> None:
    devices = len(PEOPLE) + 2
    strokes = [cue for cues in by_kind.values() for cue in cues]
    silent = {kind: sum(devices - len(cue) for cue in cues) for kind, cues in by_kind.items()}
    apart = [abs(a - b) for cue in strokes for a, b in combinations(cue, 2)]
    off = [abs(late) for cue in strokes for late in cue]
    floor, peer = floors["stamp"], floors["current"]
    tell(
        bench="bell", what="page to page", devices=devices, cues=len(strokes), heard=sum(map(len, strokes)),
        not_heard=silent, median_ms=median(apart), worst_ms=max(apart),
        goal_median_ms=GOAL_MEDIAN_MS, goal_worst_ms=GOAL_WORST_MS, floor_median_ms=median(floor),
        floor_worst_ms=max(floor), ratio_to_floor=median(apart) / max(0.01, median(floor)),
        peer_current_time_median_ms=median(peer), peer_current_time_worst_ms=max(peer),
    )  # fmt: skip
    tell(
        bench="bell", what="against the server's instant", median_ms=median(off), worst_ms=max(off),
        clock_error_median_ms=median(map(abs, clocks)), clock_error_worst_ms=max(map(abs, clocks)),
        batches=len(clocks),
    )  # fmt: skip


if __name__ == "__main__":
    main()
