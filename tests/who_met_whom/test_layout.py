"""Where the points lie: inside, apart, and groups by themselves."""

import numpy as np
import pytest

from tingsha.who_met_whom.layout import Ints, layout


def rounds(n: int, how_many: int, seed: int) -> tuple[Ints, Ints]:
    draw = np.random.default_rng(seed)
    pairs = [draw.permutation(n)[: n // 2 * 2].reshape(-1, 2) for _ in range(how_many)]
    ends = np.concatenate(pairs)
    return ends[:, 0], ends[:, 1]


@pytest.mark.at_length
@pytest.mark.parametrize("n", [1, 2, 3, 7, 12, 60, 1_000])
def test_points_lie_in_the_picture_and_not_on_each_other(n: int) -> None:
    a, b = rounds(n, 3, n)
    at = layout(n, a, b, np.zeros(n, np.int64), 5)
    assert at.shape == (n, 2)
    assert np.isfinite(at).all()
    assert ((at >= 0) & (at <= 1)).all()
    if n > 1:
        apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) + np.eye(n)
        assert apart.min() > 0.05 / np.sqrt(n)


def test_nobody_makes_an_empty_picture() -> None:
    none = np.zeros(0, np.int64)
    assert layout(0, none, none, none, 1).shape == (0, 2)


@pytest.mark.at_length
def test_the_same_gathering_gives_the_same_picture() -> None:
    a, b = rounds(50, 3, 1)
    groups = np.arange(50) % 3
    assert (layout(50, a, b, groups, 9) == layout(50, a, b, groups, 9)).all()


@pytest.mark.at_length
def test_who_is_of_one_group_lies_together_and_lines_pull() -> None:
    n = 120
    groups = np.arange(n) % 4
    a, b = rounds(n, 3, 2)
    at = layout(n, a, b, groups, 3)
    apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    same = groups[:, None] == groups[None]
    assert apart[same].mean() < 0.7 * apart[~same].mean()
    chain = np.arange(n - 1)
    drawn = layout(n, chain, chain + 1, np.full(n, -1), 3)
    steps = np.hypot(*(drawn[1:] - drawn[:-1]).T)
    anybody = np.hypot(*(drawn[:, None] - drawn[None]).transpose(2, 0, 1))
    assert steps.mean() < 0.6 * anybody.mean()
