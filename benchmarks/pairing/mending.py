"""Mending before each bell: one in twenty has changed, half of them gone and half of them new."""

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from benchmarks.pairing.instances import ROUNDS, people
from benchmarks.report import seconds
from tingsha.pairs.mend import mend
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Bools, Units

CHURN = 20


def mending(kind: str, n: int) -> dict[str, Any]:
    """The slowest of three bells, and the least share of unaffected envelopes that stayed as they were."""
    draw = np.random.Generator(np.random.PCG64(3))
    moving = n // CHURN // 2
    roster, _ = people(kind, n + ROUNDS * moving)
    present = np.arange(roster.n) < n
    planned = plan(replace(roster, present=present), ROUNDS, 1).rounds
    played: list[Units] = []
    took, unchanged, anew = list[float](), list[float](), 0
    for bell in range(ROUNDS):
        gone = np.zeros(roster.n, np.bool_)
        gone[draw.permutation(np.flatnonzero(present))[:moving]] = True
        come = np.arange(roster.n) // moving == n // moving + bell
        present = (present & ~gone) | come
        firm = draw.random(roster.n) < 0.1
        now = replace(roster, present=present)
        doing = partial(mend, now, played, planned, 1, firm)
        took.append(min(seconds(doing) for _ in range(5)))
        made = doing()
        unchanged += [
            _unchanged(*each, gone, present & ~come) for each in zip(planned, made.changed, strict=True)
        ]
        anew += sum(int(each.sum()) for each in made.changed)
        played, planned = [*played, made.rounds[0]], made.rounds[1:]
    return {
        "seconds": max(took),
        "goal_s": 0.05,
        "unchanged": min(unchanged),
        "goal_unchanged": 0.99,
        "changed": anew,
    }


def _unchanged(before: Units, changed: Bools, gone: Bools, there: Bools) -> float:
    """The share of envelopes that are as they were, of people who were here and lost nobody."""
    lost = np.append(gone, False)[before].any(1)
    hit = np.zeros(gone.size + 1, np.bool_)
    hit[before[lost]] = True
    quiet = there & ~hit[:-1]
    return float((~changed[quiet]).mean())
