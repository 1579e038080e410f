"""`./bench walking`: how long until half, 95 % and 99 % stand together, and what is proposed."""

import sys
from typing import Final

import numpy as np

from benchmarks.report import progress, tell
from benchmarks.walking.finding import WAYS
from benchmarks.walking.hall import Floats, Hall
from tingsha.rounds.find import find_seconds

CROWDS: Final = (12, 30, 60, 120, 250, 500, 1_000, 2_500, 5_000)
METRES: Final = (1.0, 1.5, 3.0)
"""Square metres for each person: packed, a hall for standing, roomy."""
PEOPLE: Final = 4_000
"""So many are watched for each figure, in as many halls as that takes."""
LARGEST: Final = {"signs": 1_000}
"""Strolling about for one sign among thousands takes longer than anybody would wait for."""


def main() -> None:
    """All three ways, or those that are named: grid, signs, free."""
    for way in sys.argv[1:] or WAYS:
        for people in CROWDS:
            if people <= LARGEST.get(way, people):
                for metres in METRES:
                    _measure(way, people, metres)


def _measure(way: str, people: int, metres: float) -> None:
    progress(f"{way}, {people} people, {metres} m² each")
    halls = max(1, PEOPLE // people)
    took = np.concatenate([_gathering(way, people, metres, seed) for seed in range(halls)])
    proposed = find_seconds(people, way, round(people * metres))  # type: ignore[arg-type]
    tell(
        bench="walking", way=way, people=people, room_m2=round(people * metres),
        half_s=float(np.quantile(took, 0.5)), most_s=float(np.quantile(took, 0.95)),
        nearly_all_s=float(np.quantile(took, 0.99)), proposed_s=proposed,
        together_by_then=float((took <= proposed).mean()),
    )  # fmt: skip


def _gathering(way: str, people: int, metres: float, seed: int) -> Floats:
    return WAYS[way](Hall(people, people * metres, np.random.default_rng(seed)))


if __name__ == "__main__":
    main()
