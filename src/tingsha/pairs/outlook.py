"""What a pairing could reach at best, from the numbers alone: said before the start, while people still come in."""

from collections.abc import Sequence
from typing import NamedTuple


class Outlook(NamedTuple):
    """Over all rounds together: how many units, and the most of them that can be mixed. repeats: so few people
    that some must meet again. crowding: the place of a group larger than all the others together; -1 for none."""

    units: int
    mixed: int
    repeats: bool
    crowding: int


def outlook(sizes: Sequence[int], rounds: int) -> Outlook:
    """The bounds for groups of these sizes. No plan does better; languages and people kept apart may cost more."""
    n = sum(sizes)
    units = rounds * (n // 2)
    most = max(sizes, default=0)
    # Each mixed unit takes two people, one of them from outside the largest group …
    each_round = min(n // 2, n - most)
    # … and nobody can be in more of them than there are strangers in other groups to meet.
    jointly = sum(size * min(rounds, n - size) for size in sizes) // 2
    crowding = sizes.index(most) if 2 * most > n else -1
    return Outlook(units, min(rounds * each_round, jointly), rounds > without_repeats(n), crowding)


def without_repeats(n: int) -> int:
    """For so many rounds so many people surely need not meet anybody twice."""
    if n % 2 == 0:
        return max(0, n - 1)
    if n <= 5:
        return min(1, n // 2)
    return max(3, (n + 2) // 5)
