"""Which offers may meet which needs, by how alike their words are."""

from collections.abc import Sequence
from typing import Final

from tingsha.board.kin import Kin
from tingsha.board.likeness import nearness

ENOUGH: Final = 0.25
MOST: Final = 3
"""More than three suggestions are a list to work through."""


def matches(
    needs: Sequence[str], offers: Sequence[str], others: Sequence[str], language: str, kin: Kin
) -> list[list[int]]:
    """For every need the offers that may meet it, by place, the nearest first; at most three.

    The words are weighed among all that is shared, the `others` too, so what everybody says brings nobody together.
    """
    if not needs or not offers:
        return [[] for _ in needs]
    near = nearness([*needs, *offers, *others], language, kin)[
        : len(needs), len(needs) : len(needs) + len(offers)
    ]
    return [_nearest(row.tolist(), offers) for row in near]


def _nearest(row: Sequence[float], offers: Sequence[str]) -> list[int]:
    enough = [place for place, near in enumerate(row) if near >= ENOUGH]
    return sorted(enough, key=lambda place: (-row[place], offers[place], place))[:MOST]
