"""A first arrangement of many people, random and near the best: everybody beside somebody they can talk with, and the
largest group shared out over the others."""

from dataclasses import dataclass

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Circle, Priced
from tingsha.pairs.engine.cost import Cost
from tingsha.pairs.engine.kinds import Kinds
from tingsha.pairs.roster import Ints

_LARGE = 0.3
_OPTIONS = 8


@dataclass
class Couples:
    """Pairs under work: first and second person, and what is still wrong with each pair above the bound.

    near: whether rows that stand near each other hold people who can talk with each other.
    """

    first: Ints
    second: Ints
    wrong: Ints
    near: bool = False


def start(priced: Priced, circle: Circle, kinds: Kinds, chance: Chance) -> Couples:
    """An even number of people in random pairs."""
    people = circle.people
    if kinds.count.size == 1:
        first, second = _shared_out(priced.cost, people[chance.order(people.size)], circle, chance)
        return Couples(first, second, priced.wrong(first, second))
    order = people[chance.order(people.size, _tables(people, kinds, chance))]
    first, second = order[0::2].copy(), order[1::2].copy()
    return Couples(first, second, priced.wrong(first, second), near=True)


def _shared_out(cost: Cost, shuffled: Ints, circle: Circle, chance: Chance) -> tuple[Ints, Ints]:
    """The largest group over the others, and in-group rounds to those who had fewest; halves where none is large."""
    inside = _holders(cost, shuffled, circle)
    if inside is None:
        half = shuffled.size // 2
        return shuffled[:half], shuffled[half:]
    many, rest = shuffled[inside], shuffled[~inside]
    if many.size <= rest.size:
        left = rest[many.size :]
        return np.concatenate([many, left[0::2]]), np.concatenate([rest[: many.size], left[1::2]])
    # Few different small numbers: sorting them by counting takes a pass, not n log n.
    had = np.minimum(cost.inside[many], 255).astype(np.uint8)
    many = many[np.argsort(had, kind="stable")]
    own = many[: many.size - rest.size]
    # Those who had equally many stand together; without another shuffle they would only meet each other.
    own = own[chance.order(own.size)]
    return np.concatenate([many[own.size :], own[0::2]]), np.concatenate([rest, own[1::2]])


def _holders(cost: Cost, people: Ints, circle: Circle) -> np.ndarray[tuple[int], np.dtype[np.bool_]] | None:
    best, heaviest = None, 0
    for (labels, weight), count in zip(cost.traits, circle.heads, strict=True):
        largest = int(count.argmax())
        if count[largest] * weight > heaviest and _LARGE * people.size <= count[largest] < people.size:
            best, heaviest = (labels, largest), int(count[largest]) * weight
    return None if best is None else best[0][people] == best[1]


def _tables(people: Ints, kinds: Kinds, chance: Chance) -> Ints:
    """For each person one of the tables (a language in a place) that suit them, drawn by how many it suits."""
    tables = sorted(kinds.tables(), key=lambda table: -table[0])
    suits = np.stack([kind for _, kind in tables], axis=1)
    options = np.argsort(~suits, axis=1, kind="stable")[:, :_OPTIONS]
    heads = np.array([count for count, _ in tables])[options] * np.take_along_axis(suits, options, axis=1)
    share = np.cumsum(heads * (1 << 20) // heads.sum(1, keepdims=True), axis=1)
    kind = kinds.of[np.minimum(people, kinds.of.size - 1)]
    drawn = chance.below(1 << 20, people.size)
    pick = np.zeros(people.size, np.int64)
    for column in range(options.shape[1] - 1):
        more = share[:, column][kind]
        pick += (drawn >= more) & (share[:, -1][kind] > more)
    return options[kind, pick]
