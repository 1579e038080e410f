"""Circles of people who can talk with each other, directly or through others: by language and by place.

Nobody outside a circle can be paired with anybody inside, so each circle is paired by itself; an odd circle
has a trio."""

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.roster import Ints, Roster


def circles(roster: Roster) -> list[Ints]:
    """The people of each circle, largest circle first."""
    if roster.n == 0:
        return []
    if roster.languages is None and (roster.places is None or roster.mix_places):
        return [np.arange(roster.n)]
    tongues, tongue = np.unique(roster.tongues(), return_inverse=True)
    kinds, kind = np.unique(tongue * 4 + roster.grounds(), return_inverse=True)
    circle = _joined(kinds % 4, tongues[kinds // 4])[kind]
    names, circle = np.unique(circle, return_inverse=True)
    sizes = np.bincount(circle)
    people = np.argsort(circle, kind="stable")
    parts = np.split(people, np.cumsum(sizes)[:-1])
    return [parts[i] for i in sorted(range(names.size), key=lambda i: (-sizes[i], i))]


def _joined(grounds: Ints, tongues: NDArray[np.uint64]) -> Ints:
    """A circle number for each kind: kinds take the lowest number among those that share a language and a
    place."""
    circle = np.arange(grounds.size)
    spoken = [((tongues >> np.uint64(tongue)) & np.uint64(1)).astype(np.bool_) for tongue in range(64)]
    tables = [(grounds & place > 0) & speaks for place in (1, 2) for speaks in spoken]
    tables = [table for table in tables if table.any()]
    while True:
        before = circle.copy()
        for table in tables:
            circle[table] = circle[table].min()
        if (circle == before).all():
            return circle
