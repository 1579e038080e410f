"""`./bench pairing`: three rounds for 100 to 1,000,000 people, beside others; mending; memory.

Others get 120 s for each crowd. Further words: `long` shows them all kinds of crowds; `plans`, `mend` or `memory` is
only that part; numbers are the sizes of the crowds; `everything` compares handfuls of up to twelve with a proven
optimum.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

from benchmarks.pairing.counting import counted
from benchmarks.pairing.handfuls import everything
from benchmarks.pairing.instances import KINDS, ROUNDS, people
from benchmarks.pairing.memory import bytes_a_person
from benchmarks.pairing.mending import mending
from benchmarks.pairing.peers import PEERS, shuffled
from benchmarks.report import progress, seconds, tell
from tingsha.pairs.plan import Plan, plan

SIZES: Final = (100, 300, 1_000, 3_000, 10_000, 100_000, 1_000_000)
GOALS: Final = {
    "twelve-groups": 0.6,
    "one-large-group": 0.6,
    "three-attributes": 2.0,
    "languages-and-places": 5.0,
}
BESIDE: Final = ("twelve-groups", "languages-and-places")
MILLION: Final = 1_000_000
PATIENCE: Final = 120
"""Seconds for one peer and one crowd."""
LARGEST_GRAPH: Final = 5_000
"""Twelve million edges, and a gigabyte as Python numbers."""


def main() -> None:
    words = set(sys.argv[1:])
    parts = words & {"plans", "mend", "memory", "everything"} or {"plans", "mend", "memory"}
    if "plans" in parts:
        sizes = sorted(int(word) for word in words if word.isdecimal()) or SIZES
        plans(sizes, beside=KINDS if "long" in words else BESIDE)
    if "mend" in parts:
        for kind in ("twelve-groups", "languages-and-places"):
            tell(bench="pairing", what="mend", people=10_000, kind=kind, **mending(kind, 10_000))
    if "memory" in parts:
        for kind in KINDS:
            tell(bench="pairing", what="memory", kind=kind, people=MILLION, **bytes_a_person(kind, MILLION))
    if "everything" in parts:
        everything()


def plans(sizes: Sequence[int], beside: Sequence[str]) -> None:
    given_up: set[tuple[str, str]] = set()
    each: dict[tuple[str, int], float] = {}
    for n in sizes:
        for kind in KINDS:
            ours = _ours(kind, n)
            each[kind, n] = ours["seconds"] / n
            tell(
                bench="pairing",
                what="plan",
                by="tingsha",
                kind=kind,
                people=n,
                **ours,
                **_against_goal(kind, n, each),
            )
            _shuffle(kind, n, ours)
            for name in PEERS if kind in beside else ():
                if (name, kind) not in given_up and not _peer(name, kind, n, ours):
                    given_up.add((name, kind))


def _ours(kind: str, n: int) -> dict[str, Any]:
    roster, met = people(kind, n)
    made: list[Plan] = []
    plan(people(kind, 200)[0], ROUNDS, 1)
    took = [
        seconds(lambda: made.append(plan(roster, ROUNDS, 1, met=met))) for _ in range(5 if n < MILLION else 3)
    ]
    reached = counted(roster, made[-1].rounds)
    facts = made[-1].certificate
    bound = sum(each.bound for each in facts)
    assert reached["mixed"] == sum(each.cross_units for each in facts)
    assert reached["repeats"] == sum(each.repeats for each in facts)
    return {
        "seconds": min(took), "median_s": median(took), **reached, "bound": bound,
        "gap": (bound - reached["mixed"]) / bound, "met_before": sum(each.met_before for each in facts),
    }  # fmt: skip


def _against_goal(kind: str, n: int, each: dict[tuple[str, int], float]) -> dict[str, Any]:
    if n < MILLION or kind not in GOALS or (kind, 10_000) not in each:
        return {}
    return {"goal_s": GOALS[kind], "a_person_beside_ten_thousand": each[kind, n] / each[kind, 10_000]}


def _shuffle(kind: str, n: int, ours: dict[str, Any]) -> None:
    roster, _ = people(kind, n)
    took = min(seconds(lambda: shuffled(roster)) for _ in range(3))
    reached = counted(roster, shuffled(roster))
    _tell_peer("shuffle", kind, n, {"seconds": took, **reached}, ours)


def _peer(name: str, kind: str, n: int, ours: dict[str, Any]) -> bool:
    if n > LARGEST_GRAPH:
        tell(bench="pairing", what="plan", by=name, kind=kind, people=n, gave_up="its graph would not fit")
        return False
    progress(f"{name}, {kind}, {n}")
    command = [sys.executable, "-m", "benchmarks.pairing.peers", name, kind, str(n)]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE, text=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as gave_up:
        why = f"not within {PATIENCE} s" if isinstance(gave_up, subprocess.TimeoutExpired) else "broke off"
        tell(bench="pairing", what="plan", by=name, kind=kind, people=n, gave_up=why)
        return False
    _tell_peer(name, kind, n, json.loads(done.stdout), ours)
    return True


def _tell_peer(name: str, kind: str, n: int, reached: dict[str, Any], ours: dict[str, Any]) -> None:
    tell(
        bench="pairing", what="plan", by=name, kind=kind, people=n, **reached,
        gap=(ours["bound"] - reached["mixed"]) / ours["bound"], times_ours=reached["seconds"] / ours["seconds"],
    )  # fmt: skip


if __name__ == "__main__":
    main()
