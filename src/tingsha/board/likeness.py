"""Which contributions say much the same, and whose words say it best.

Two contributions are alike by the words they share, cut to their stems and weighed by how rare they are here, and by
the themes that their words belong to (`kin.py`). Groups come about by average linkage: two are as near as their members
are on average; the nearest two become one, until none are near enough. They are found along chains of nearest
neighbours (Murtagh 1983, "A survey of recent advances in hierarchical clustering algorithms"), so that thousands take
a blink.

The same contributions give the same groups, in whatever order they come.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from math import log
from typing import Any, Final

import numpy as np
import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]
from msgspec import Struct
from numpy.typing import NDArray

from tingsha.board.kin import Kin

snowball: Any = snowballstemmer

Floats = NDArray[np.float32]

ENOUGH: Final = 0.25
"""Chosen on the first half of a labelled set; see `./bench together likeness`."""
LEAST: Final = 3
"""What two people say is not a pattern yet."""
_STEMMERS: Final = {"nl": "dutch", "en": "english", "de": "german", "fr": "french", "es": "spanish"}
_WORD: Final = re.compile(r"[\w'’-]+")
_GONE: Final = np.float32(-np.inf)


class Alike(Struct, frozen=True):
    """Contributions that say much the same, by their place among those given; `central` says it best."""

    members: tuple[int, ...]
    central: int


def alike(texts: Sequence[str], language: str, kin: Kin) -> list[Alike]:
    """Groups of at least three, the largest first. The words of a group are those of one of its members."""
    order = sorted(range(len(texts)), key=lambda place: (texts[place], place))
    near = nearness([texts[place] for place in order], language, kin)
    groups = [group for group in gathered(near, ENOUGH) if len(group) >= LEAST]
    groups.sort(key=lambda group: (-len(group), group))
    return [
        Alike(tuple(sorted(order[each] for each in group)), order[_central(near, group)]) for group in groups
    ]


def nearness(texts: Sequence[str], language: str, kin: Kin) -> Floats:
    """How near each is to each, float32[n, n]: 0 when nothing is shared, 2 for the same words with a theme."""
    words = [_WORD.findall(text.casefold().replace("’", "'")) for text in texts]
    stem = stemmer(language)
    # Looked up here and forgotten here: what people wrote stays in no cache.
    read = {word: (stem(word), kin.of(word)) for each in words for word in each}
    stems = _weighed([[read[word][0] for word in each] for each in words], at_least=1.0)
    themes = _weighed([[theme for word in each for theme in read[word][1]] for each in words], at_least=0.0)
    return _cosines(stems) + _cosines(themes)


def _cosines(rows: Floats) -> Floats:
    return rows @ rows.T


def stemmer(language: str) -> Callable[[str], str]:
    """What cuts a word to its stem; another language's words stay whole."""
    name = _STEMMERS.get(language)
    return str if name is None else snowball.stemmer(name).stemWord


def _weighed(bags: Sequence[Iterable[str | int]], at_least: float) -> Floats:
    """Rows of length 1 (or 0), a column for everything that is in two bags or more, float32[n, columns].

    What is in many bags weighs little: the logarithm of how rare it is, and `at_least`.
    """
    sets = [set(bag) for bag in bags]
    count: dict[str | int, int] = {}
    for each in sets:
        for one in each:
            count[one] = count.get(one, 0) + 1
    weight = {one: log((1 + len(sets)) / (1 + times)) + at_least for one, times in count.items()}
    column = {one: place for place, one in enumerate(sorted((o for o in count if count[o] > 1), key=str))}
    rows = np.zeros((len(sets), max(1, len(column))), np.float32)
    for row, each in enumerate(sets):
        for one in each & column.keys():
            rows[row, column[one]] = weight[one]
        length = sum(weight[one] ** 2 for one in each) ** 0.5
        rows[row] /= np.float32(max(length, 1e-9))
    return rows


def gathered(near: Floats, enough: float) -> list[list[int]]:
    """Groups of indices 0..n-1 by how near each is to each, float32[n, n]; each index is in exactly one.

    No two groups that are left are `enough` near. Groups stand in the order of their first members.
    """
    near = near.copy()
    np.fill_diagonal(near, _GONE)
    groups = [[each] for each in range(len(near))]
    waiting, chain = list(range(len(near) - 1, -1, -1)), list[int]()
    while chain or waiting:
        last = chain[-1] if chain else waiting.pop()
        if not groups[last] or near[last].max() == _GONE:
            del chain[-1:]
            continue
        next_ = int(near[last].argmax())
        if near[last, next_] < enough:
            # Groups that become one come no nearer to others, so this one is as large as it gets.
            near[last, :] = near[:, last] = _GONE
            del chain[-1:]
        elif len(chain) > 1 and near[last, chain[-2]] >= near[last, next_]:
            _join(near, groups, chain[-2], last)
            waiting.append(chain[-2])
            del chain[-2:]
        else:
            chain += [last, next_] if not chain else [next_]
    return sorted(sorted(group) for group in groups if group)


def _join(near: Floats, groups: list[list[int]], one: int, other: int) -> None:
    """Two groups become one, in the place of the first."""
    a, b = len(groups[one]), len(groups[other])
    near[one] = (a * near[one] + b * near[other]) / (a + b)
    near[one, one] = _GONE
    near[:, one] = near[one]
    near[other, :] = near[:, other] = _GONE
    groups[one] += groups[other]
    groups[other] = []


def _central(near: Floats, group: list[int]) -> int:
    """Who is nearest to all the others of a group."""
    among = near[np.ix_(group, group)]
    return group[int((among.sum(axis=1) - among.diagonal()).argmax())]
