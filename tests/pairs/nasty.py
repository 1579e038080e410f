"""Rosters that are hard on an engine, from a seed: as a crowd might be, and as no crowd would."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from tingsha.pairs.roster import Attribute, Ints, Roster


def nasty(seed: int, least: int = 2, most: int = 90) -> tuple[Roster, Ints]:
    """A roster, and the couples of earlier gatherings."""
    draw = np.random.Generator(np.random.PCG64(seed))
    n = int(draw.integers(least, most + 1))
    present = draw.random(n) < draw.choice([1.0, 1.0, 0.9, 0.3])
    roster = Roster(
        n=n,
        attributes=[_attribute(draw, n) for _ in range(int(draw.choice([0, 1, 1, 1, 2, 3, 5])))],
        languages=_pick(draw, LANGUAGES)(draw, n) if draw.random() < 0.5 else None,
        places=_pick(draw, PLACES)(draw, n) if draw.random() < 0.4 else None,
        present=present,
        apart=_pick(draw, APART)(draw, n),
        mix_places=bool(draw.random() < 0.2),
    )
    return roster, _couples(draw, n, int(draw.choice([0, 0, n, 5 * n])))


def _pick(draw: Generator, ways: list[Callable[..., Any]]) -> Callable[..., Any]:
    return ways[int(draw.integers(len(ways)))]


def _attribute(draw: Generator, n: int) -> Attribute:
    weight = int(draw.choice([1, 1, 2, 7, 190]))
    labels = _pick(draw, LABELS)(draw, n)
    return Attribute(labels.astype(np.int32), weight)


def _couples(draw: Generator, n: int, many: int) -> Ints:
    couples = draw.integers(0, n, (many, 2))
    return couples[couples[:, 0] != couples[:, 1]]


LABELS = [
    lambda draw, n: np.zeros(n),
    lambda draw, n: np.arange(n),
    lambda draw, n: np.arange(n) * 1_000_003 - 2_000_000_000,
    lambda draw, n: draw.integers(-1, 3, n),
    lambda draw, n: draw.integers(0, 12, n),
    lambda draw, n: np.where(draw.random(n) < 0.6, 0, draw.integers(1, 6, n)),
    lambda draw, n: np.arange(n) // 2,
    lambda draw, n: (np.arange(n) < n // 2) * 1,
    lambda draw, n: (np.arange(n) == 0) * 1,
]
LANGUAGES: list[Callable[..., Any]] = [
    lambda draw, n: draw.choice(np.array([1, 1, 2, 3], np.uint64), n),
    lambda draw, n: np.uint64(1) << (np.arange(n, dtype=np.uint64) % np.uint64(64)),
    lambda draw, n: draw.integers(0, 1 << 63, n, dtype=np.uint64),
    # One interpreter, and everybody else speaks a language of their own.
    lambda draw, n: np.where(np.arange(n) == 0, np.uint64(2**64 - 1), LANGUAGES[1](draw, n)),
    lambda draw, n: np.where(np.arange(n) % 7 == 0, np.uint64(0), draw.choice(np.array([1, 2, 4, 8], np.uint64), n)),
    # A chain: each shares a language with the next.
    lambda draw, n: np.uint64(3) << (np.arange(n, dtype=np.uint64) % np.uint64(62)),
]  # fmt: skip
PLACES = [
    lambda draw, n: draw.choice(np.array([1, 1, 1, 2], np.uint8), n),
    lambda draw, n: np.where(np.arange(n) == 0, 2, 1).astype(np.uint8),
    lambda draw, n: draw.choice(np.array([0, 1, 2, 3], np.uint8), n),
]
APART = [
    lambda draw, n: np.empty((0, 2), np.int64),
    lambda draw, n: _couples(draw, n, n // 3),
    lambda draw, n: _couples(draw, n, 4 * n),
    # Two halves that must not meet; somebody whom nobody may meet; nobody may meet anybody.
    lambda draw, n: np.array([(a, b) for a in range(n // 2) for b in range(n // 2, n)], np.int64).reshape(-1, 2),
    lambda draw, n: np.array([(0, b) for b in range(1, n)], np.int64).reshape(-1, 2),
    lambda draw, n: np.stack(np.triu_indices(min(n, 40), 1), axis=1).astype(np.int64),
]  # fmt: skip
