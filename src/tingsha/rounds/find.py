"""How long people need to find each other, by how they do it and how many they are."""

from typing import Final, Literal

from tingsha.gathering.state import Gathering
from tingsha.pairs.spots import Spots

Way = Literal["free", "signs", "grid"]
"""Anybody who is free; one's own partner, by a sign or a number held up; one's own partner, at a known place."""

LEAST_S: Final = 30
"""What the method has. Less would hurry people, even where they find each other in fifteen seconds."""
MOST_S: Final = 300
"""Nobody looks for longer: then rows should be laid."""
STEP_S: Final = 5
PACKED_M2: Final = 1.25
"""With less than this for each person, people are in each other's way."""

# Crowd and seconds until 95 % stand together, as walked in benchmarks/walking (docs/decisions/0011).
_SIGNS: Final = ((120, 25), (250, 55), (500, 119), (1_000, 240), (1_300, 300))
_GRID: Final = (
    (120, 28), (250, 39), (500, 55), (1_000, 73), (1_800, 117), (2_500, 132), (5_000, 190), (10_000, 255),
    (13_000, 300),
)  # fmt: skip
_PACKED: Final = (
    (120, 28), (250, 48), (350, 67), (500, 82), (1_000, 105), (1_800, 149), (2_500, 169), (5_000, 236), (10_000, 300),
)  # fmt: skip


def way(gathering: Gathering, spots: Spots) -> Way:
    """How people find each other. Names count as known places; numbers that somebody has hung up somewhere do not."""
    if gathering.milling == "free" or gathering.mode == "remote":
        return "free"
    known = gathering.milling == "guided" and (spots.columns or spots.named)
    return "grid" if known else "signs"


def find_seconds(people: int, by: Way = "free", room_m2: int = 0) -> int:
    """How long finding each other is proposed to take: by its end 95 % stand together.

    Whoever looks for anybody finds somebody as quickly in a crowd of thousands; whoever looks for one person walks
    further the larger the crowd. `room_m2` 0: not known, and taken to be no squeeze.
    """
    if by == "free":
        return LEAST_S
    squeeze = by == "grid" and 0 < room_m2 < PACKED_M2 * people
    return _between(people, _SIGNS if by == "signs" else _PACKED if squeeze else _GRID)


def _between(people: int, walked: tuple[tuple[int, int], ...]) -> int:
    """Straight lines between what was walked, in steps, rounded up."""
    before, took = 0, LEAST_S
    for crowd, seconds in walked:
        if people <= crowd:
            took += (seconds - took) * (people - before) / (crowd - before)
            break
        before, took = crowd, seconds
    return min(MOST_S, max(LEAST_S, -int(-took // STEP_S) * STEP_S))
