"""By number: people counted off, and each round everybody looks for another number.

From as few numbers as were counted follows who meets whom in every round, here and on any screen that is offline: the
same sums stand in `screens/shared/scenes/numbers.ts`. How it is chosen: `docs/decisions/0013-two-rings.md`.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from tingsha.pairs.few import LETTERS, ROUNDS
from tingsha.pairs.recount import recounted
from tingsha.pairs.ring import Unit, ring, step, turns_well

LEAST_COUNTED: Final = 2
MOST_COUNTED: Final = 5_000
"""More people than that do not hear each other count off."""


class ByNumber(NamedTuple):
    """One round: how far up odd numbers look (0: there is no rule), and every unit, lowest number first."""

    step: int
    units: tuple[Unit, ...]

    def otherwise(self) -> list[Unit]:
        """The units that the rule does not find: at the ends of the row, and the trio."""
        return [unit for unit in self.units if unit[0] % 2 == 0 or unit[1:] != (unit[0] + self.step,)]


def by_number(counts: Sequence[int]) -> list[ByNumber]:
    """Every round, from how many people there were in each.

    Without a change in the count: no repeat where that is possible, nobody twice in a trio where that is, else
    as few as can be. After a change: what the new count asks, but for those who would meet again.
    """
    rounds = len(counts)
    made: list[ByNumber] = []
    for place, people in enumerate(counts):
        planned = plan_of(people, rounds)
        if people != counts[0] or len({*counts[:place]}) > 1:
            units = recounted([each.units for each in made], [each.units for each in planned[place:]])
            made.append(ByNumber(planned[place].step, units))
        else:
            made.append(planned[place])
    return made


@lru_cache(maxsize=32)
def plan_of(people: int, rounds: int) -> tuple[ByNumber, ...]:
    """All rounds for a number of people that stays the same."""
    if people < 2:
        return tuple(ByNumber(0, ()) for _ in range(rounds))
    if turns_well(people, rounds):
        turns = enumerate(ring(people, rounds), 1)
        return tuple(ByNumber(step(round_), units) for round_, units in turns)
    if people == 3:
        return tuple(ByNumber(0, ((1, 2, 3),)) for _ in range(rounds))
    written = _written(people) if people % 2 else [_seated(people, turn) for turn in range(people - 1)]
    return tuple(ByNumber(0, written[round_ % len(written)]) for round_ in range(rounds))


def _written(people: int) -> list[tuple[Unit, ...]]:
    """What was found for an odd handful."""
    rounds = [[LETTERS.index(letter) + 1 for letter in word] for word in ROUNDS[people].split()]
    return [
        tuple(sorted([tuple(row[:3]), *((row[at], row[at + 1]) for at in range(3, people, 2))]))
        for row in rounds
    ]


def _seated(people: int, turn: int) -> tuple[Unit, ...]:
    """An even handful as at a long table: the last number stays, all others move up one place."""
    round_table = people - 1
    place = [people, *((turn + seat) % round_table + 1 for seat in range(round_table))]
    pairs = (sorted((place[seat], place[-1 - seat])) for seat in range(people // 2))
    return tuple(sorted((low, high) for low, high in pairs))
