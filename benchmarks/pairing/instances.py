"""The people to be paired: the same for everybody who is measured."""

from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tingsha.pairs.roster import Attribute, Ints, Roster

KINDS: Final = ("twelve-groups", "one-large-group", "three-attributes", "languages-and-places", "everything")
ROUNDS: Final = 3


def people(kind: str, n: int, seed: int = 7) -> tuple[Roster, Ints]:
    """A roster, and couples who met at earlier gatherings: five times as many as people in `everything`, else none."""
    draw = np.random.Generator(np.random.PCG64(seed))
    everything = kind == "everything"
    divided = everything or kind == "languages-and-places"
    roster = Roster(
        n=n,
        attributes=_attributes(draw, kind, n),
        languages=_languages(draw, n) if divided else None,
        places=np.where(draw.random(n) < 0.2, 2, 1).astype(np.uint8) if divided else None,
        present=np.ones(n, np.bool_),
        apart=_couples(draw, n, n // 50 if everything else 0),
    )
    return roster, _couples(draw, n, 5 * n if everything else 0)


def _attributes(draw: Generator, kind: str, n: int) -> list[Attribute]:
    if kind == "one-large-group":
        return [Attribute(_one_large(draw, n, 0.6))]
    skewed = 1 / np.arange(1, 13) ** 0.9
    groups = draw.choice(12, n, p=skewed / skewed.sum()).astype(np.int32)
    if kind == "twelve-groups":
        return [Attribute(groups)]
    thirds = draw.integers(0, 3, n).astype(np.int32)
    return [Attribute(groups, 4), Attribute(thirds, 2), Attribute(_one_large(draw, n, 0.55), 1)]


def _one_large(draw: Generator, n: int, share: float) -> NDArray[np.int32]:
    return np.where(draw.random(n) < share, 0, draw.integers(1, 12, n)).astype(np.int32)


def _languages(draw: Generator, n: int) -> NDArray[np.uint64]:
    """Six in ten speak the first language, two the second, two both."""
    return draw.choice(np.array([1, 2, 3], np.uint64), n, p=[0.6, 0.2, 0.2])


def _couples(draw: Generator, n: int, many: int) -> Ints:
    couples = draw.integers(0, n, (many, 2))
    return couples[couples[:, 0] != couples[:, 1]]
