"""People of one type are alike in all that lasts: labels, languages, place.

Where there are few types, a table says what any two of them cost, and a million people need no more than looks into
it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.roster import Ints

_SMALL = 1 << 17
"""Room for a table that is never too large; more only where people are many times more."""


@dataclass(frozen=True)
class Types:
    """of: int64[n + 1], each person's type, nobody's last; one: a person of each type (n for nobody)."""

    of: Ints
    one: Ints

    @property
    def count(self) -> int:
        return self.one.size


def types(columns: Sequence[NDArray[np.int32]], sizes: Sequence[int]) -> Types | None:
    """The types by columns of numbers 0..size-1, int[n]; None where a table of them would be too large."""
    n = columns[0].size
    room, code, codes = max(_SMALL, 4 * n), np.zeros(n, np.int64), 1
    for column, size in zip(columns, sizes, strict=True):
        if codes * size > room:
            return None
        code *= size
        code += column
        codes *= size
    there = np.flatnonzero(np.bincount(code, minlength=1))
    if (there.size + 1) ** 2 > room:
        return None
    number = np.zeros(codes, np.int64)
    number[there] = np.arange(there.size)
    of = np.append(number[code], there.size)
    one = np.full(there.size + 1, n)
    # Whoever writes last stands for their type: any of them does.
    one[of[:-1]] = np.arange(n)
    return Types(of, one)


def turn_within(classes: Ints) -> Ints:
    """The first of each class is 0, the second 1 …, int64[n]."""
    order = np.argsort(classes, kind="stable")
    ordered = classes[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    turn = np.empty(classes.size, np.int64)
    turn[order] = np.arange(classes.size) - np.repeat(begins, np.diff(np.append(begins, classes.size)))
    return turn
