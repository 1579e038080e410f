"""Rosters to pair, written short, and Hypothesis strategies for them."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from tingsha.pairs.roster import Attribute, Roster, Units, as_units

SEEDS = st.integers(0, 2**128 - 1)


def roster(
    n: int,
    *,
    groups: Sequence[int] | None = None,
    languages: Sequence[int] | None = None,
    places: Sequence[int] | None = None,
    absent: Sequence[int] = (),
    apart: Sequence[tuple[int, int]] = (),
    mix_places: bool = False,
) -> Roster:
    present = np.ones(n, np.bool_)
    present[list(absent)] = False
    return Roster(
        n=n,
        attributes=[] if groups is None else [Attribute(np.array(groups, np.int32))],
        languages=None if languages is None else np.array(languages, np.uint64),
        places=None if places is None else np.array(places, np.uint8),
        present=present,
        apart=np.array(apart, np.int64).reshape(-1, 2),
        mix_places=mix_places,
    )


def units(*rows: Sequence[int]) -> Units:
    return as_units(rows)


def column(n: int, values: Sequence[int]) -> st.SearchStrategy[list[int]]:
    return st.lists(st.sampled_from(values), min_size=n, max_size=n)


@st.composite
def any_rosters(draw: st.DrawFn, least: int = 0, most: int = 16) -> Roster:
    """Any people at all, with whatever keeps them from each other."""
    n = draw(st.integers(least, most))
    person = st.integers(0, max(0, n - 1))
    couples = st.tuples(person, person).filter(lambda couple: couple[0] != couple[1])
    return roster(
        n,
        groups=draw(st.none() | column(n, [-1, 0, 0, 0, 1, 2])),
        languages=draw(st.none() | column(n, [0, 1, 1, 2, 3, 4])),
        places=draw(st.none() | column(n, [1, 1, 2, 3])),
        absent=draw(st.lists(person, max_size=3)) if n else [],
        apart=draw(st.lists(couples, max_size=5)) if n > 1 else [],
        mix_places=draw(st.booleans()),
    )


@st.composite
def free_rosters(draw: st.DrawFn, least: int, most: int) -> Roster:
    """People of several groups, nothing between them."""
    n = draw(st.integers(least, most))
    return roster(n, groups=draw(column(n, draw(st.sampled_from([[0], [0, 1], [0, 0, 0, 1, 2], range(9)])))))
