"""Who met whom in a crowd: the picture on the server, and what a frame on the stage costs."""

from collections.abc import Callable
from statistics import median
from typing import Any, Final

import msgspec
import networkx
import numpy as np

from benchmarks.fold.gatherings import AT, Log
from benchmarks.report import progress, seconds, tell
from benchmarks.together.frames import frames
from tingsha.flow.session import Session
from tingsha.gathering.commands import InvitationAsked, Open, PlanAsked
from tingsha.gathering.events import Arrived
from tingsha.rounds.commands import Start
from tingsha.who_met_whom.connections import figures
from tingsha.who_met_whom.layout import layout
from tingsha.who_met_whom.view import Threads, drawn, threads
from tingsha.words import HOUR, Role

PEOPLE: Final = 10_000
ROUNDS: Final = 6
GROUPS: Final = 12
PASSES: Final = 5
GOAL_S: Final = 5.0
GOAL_MS: Final = 8.0
FOR_PEER: Final = 480
"""From 500 people on it asks for a library of its own, and before that it holds all people beside all people."""


def who_met_whom() -> None:
    """10,000 people in six rounds of pairs make 30,000 conversations."""
    session = hall(PEOPLE)
    at = AT + HOUR
    found = threads(session, at)
    took = {
        "taken_out_s": _median(lambda: threads(session, at)),
        "metrics_s": _median(lambda: figures(found.lines, found.point_group, len(found.groups)).hardly_met()),
        "layout_s": _median(lambda: _laid(found)),
        "whole_s": _median(lambda: msgspec.json.encode(drawn(threads(session, at)))),
    }
    floor = _median(lambda: _one_pass(found))
    web = msgspec.json.encode(drawn(found))
    tell(
        bench="together", what="who met whom, on the server", people=len(found.names), conversations=found.lines.a.size,
        **took, goal_s=GOAL_S, floor_one_pass_s=floor, layout_in_passes=took["layout_s"] / floor, bytes=len(web),
    )  # fmt: skip
    _beside_another()
    tell(bench="together", what="who met whom, on the stage", goal_ms=GOAL_MS, **frames(web))


def hall(people: int) -> Session:
    """A guided gathering of so many people, all rounds planned and over."""
    log, asked = Log(), InvitationAsked("Waar loop je tegenaan?", "Wat zoek je, en wat heb je te geven?")
    groups = [f"Groep {number}" for number in range(GROUPS)]
    drawn = {"code": "KVMR7TDX", "picture": "owl"}
    plan = PlanAsked(rounds=ROUNDS)
    opening = Open(title="Meting", milling="guided", groups=groups, plan=plan, invitation=asked, drawn=drawn)
    log.ask(opening, Role.OPENER)
    for person in range(people):
        log.happen(Arrived(participant=f"{person:032x}", at=AT, group=person % GROUPS))
    log.ask(Start(), Role.HOST)
    return log.session


def _median(doing: Callable[[], object]) -> float:
    return median(seconds(doing) for _ in range(PASSES))


def _laid(found: Threads) -> object:
    return layout(len(found.names), found.lines.a, found.lines.b, found.point_group, found.seed)


def _one_pass(found: Threads) -> object:
    """What no layout can do without: for each point, the middle of those it talked with, once."""
    at = np.linspace(0, 1, 2 * len(found.names)).reshape(-1, 2)
    a, b = found.lines.a, found.lines.b
    n = len(at)
    return [np.bincount(a, at[b, axis], n) + np.bincount(b, at[a, axis], n) for axis in (0, 1)]


def _beside_another() -> None:
    progress(f"networkx, {FOR_PEER}")
    found = threads(hall(FOR_PEER), AT + HOUR)
    nx: Any = networkx
    graph = nx.Graph()
    graph.add_edges_from(zip(found.lines.a.tolist(), found.lines.b.tolist(), strict=True))
    ours = _median(lambda: _laid(found))
    theirs = seconds(lambda: nx.spring_layout(graph, seed=1))
    tell(
        bench="together", what="layout beside another", by="networkx spring_layout", people=FOR_PEER,
        conversations=found.lines.a.size, seconds=theirs, ours_s=ours, times_ours=theirs / ours,
    )  # fmt: skip
