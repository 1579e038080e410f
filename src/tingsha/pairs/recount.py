"""When the count changes on the way: the plan for the new number, mended where people would meet again."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from tingsha.pairs.ring import Unit

AGAIN: Final = 100
"""How bad it is that two meet again, against one person twice in a trio, against a pair that a later round needs."""
TWICE: Final = 10
LATER: Final = 1
MOST_BORROWED: Final = 8
"""So many sound pairs at most are taken apart to help."""
MOST_STEPS: Final = 4_000

Units = Sequence[Unit]


class Past(NamedTuple):
    """Who has met, who was in a trio, and who is meant to meet later."""

    met: frozenset[Unit]
    threes: frozenset[int]
    later: frozenset[Unit]

    def cost(self, unit: Unit) -> int:
        again = sum(couple in self.met for couple in combinations(unit, 2))
        later = sum(couple in self.later for couple in combinations(unit, 2))
        twice = sum(person in self.threes for person in unit) if len(unit) > 2 else 0
        return AGAIN * again + TWICE * twice + LATER * later


def recounted(played: Sequence[Units], planned: Sequence[Units]) -> tuple[Unit, ...]:
    """The next round, after those played: the first of the rounds planned, with as few repeats as can be found."""
    past = Past(
        frozenset(couple for units in played for unit in units for couple in combinations(unit, 2)),
        frozenset(person for units in played for unit in units if len(unit) > 2 for person in unit),
        frozenset(couple for units in planned[1:] for unit in units for couple in combinations(unit, 2)),
    )
    broken = [unit for unit in planned[0] if past.cost(unit) >= TWICE]
    if not broken:
        return tuple(planned[0])
    sound = [unit for unit in planned[0] if past.cost(unit) < TWICE]
    best, least = broken, sum(map(past.cost, broken))
    for borrowed in range(min(len(sound), MOST_BORROWED) + 1):
        pool = sorted(person for unit in [*broken, *sound[:borrowed]] for person in unit)
        cost, found = Search(past).units(pool)
        if cost < least:
            best, least = found, cost
        if least == 0:
            break
    moved = {person for unit in best for person in unit}
    return tuple(sorted([*best, *(unit for unit in sound if not moved & {*unit})]))


class Search:
    """The cheapest way to put a few people together, looked for in a fixed order and for a limited time."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self._steps = 0
        self._best: list[Unit] = []
        self._least = -1

    def units(self, pool: Sequence[int]) -> tuple[int, list[Unit]]:
        """The cost, and the units; a trio when the number is odd."""
        self._go(list(pool), [], 0)
        return self._least, self._best

    def _go(self, left: list[int], units: list[Unit], cost: int) -> None:
        self._steps += 1
        if self._least >= 0 and (cost >= self._least or self._steps > MOST_STEPS):
            return
        if not left:
            self._best, self._least = [*units], cost
            return
        for price, unit in self._choices(left):
            self._go([each for each in left if each not in unit], [*units, unit], cost + price)
            if self._least == 0:
                return

    def _choices(self, left: list[int]) -> list[tuple[int, Unit]]:
        """Whom the first one left could be with, the cheapest first."""
        first, others = left[0], left[1:]
        found: list[Unit] = [(first, other) for other in others] if len(left) != 3 else []
        if len(left) % 2:
            found += [(first, *two) for two in combinations(others, 2)]
        return sorted((self._past.cost(unit), unit) for unit in found)
