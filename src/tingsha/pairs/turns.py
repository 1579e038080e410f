"""Whose turn it is: who begins, and the equal thirds of a trio."""

from collections.abc import Sequence
from typing import NamedTuple

from tingsha.pairs.chance import lot

_BEGINS = 0x7475726E


class Turn(NamedTuple):
    """Which speaker (0, 1, 2), how many ms after the start of the round's first turn, and for how many ms."""

    speaker: int
    after_ms: int
    lasts_ms: int


def order(seed: int, round_: int, unit: Sequence[int]) -> tuple[int, ...]:
    """The members of a unit in the order they speak, whatever the order they are given in.

    Everyone draws one lot for the whole gathering, and the order of lots turns round each round: who was
    likely to begin is then likely to follow, whoever they meet.
    """

    def drawn(person: int) -> tuple[int, int]:
        return lot(seed, _BEGINS, person), person

    people = sorted((int(person) for person in unit if person >= 0), key=drawn)
    return tuple(people if round_ % 2 == 0 else people[::-1])


def speaker(seed: int, round_: int, unit: Sequence[int]) -> int:
    """Which member of the unit begins in this round."""
    return order(seed, round_, unit)[0]


def shared_turns(people: int, turn_ms: int, swap_ms: int) -> list[Turn]:
    """Equal parts for a trio (or more) in the time in which pairs have turn, swap, turn; `swap_ms` between them."""
    lasts = max(0, (2 * turn_ms - (people - 2) * swap_ms) // people)
    return [Turn(speaker, speaker * (lasts + swap_ms), lasts) for speaker in range(people)]
