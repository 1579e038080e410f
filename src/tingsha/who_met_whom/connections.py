"""The conversations as lines between people, and what can be said of them as a whole.

A line is *held* when somebody tapped that they found each other, agreed to talk, or said so afterwards; it is
*presumed* when it was planned and nobody denied it. A denial by either of the two takes it away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.known import Pairs
from tingsha.pairs.table import Table
from tingsha.who_met_whom.state import WhoMetWhom
from tingsha.words import Person

LEAST_GROUP: Final = 3
"""A smaller group would be a person with another name; such are counted together."""
OTHERS: Final = -1

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Connections:
    """Lines between people a[i] < b[i], each once however often they met; held[i] as above. All int64[e] / bool[e]."""

    a: Ints
    b: Ints
    held: NDArray[np.bool_]


@dataclass(frozen=True)
class Figures:
    """Of a whole gathering; nothing in it is about one person.

    people: who talked with somebody; conversations: lines; held: those of them that are sure; mixed: between groups,
    of `sortable` ones (both in a group that is told apart); between: int64[g, g], lines between any two groups, own
    group on the diagonal; expected: float64[g, g], the same if everybody had talked with anybody.
    """

    people: int
    conversations: int
    held: int
    mixed: int
    sortable: int
    between: Ints
    expected: NDArray[np.float64]

    def hardly_met(self) -> list[tuple[int, int]]:
        """Pairs of groups with at most half the lines that chance gives them, where that is two or more."""
        pairs = combinations(range(len(self.between)), 2)
        return [
            (a, b) for a, b in pairs
            if self.expected[a, b] >= 2 and self.between[a, b] * 2 <= self.expected[a, b]
        ]  # fmt: skip


def connections(pairs: Pairs, web: WhoMetWhom, rounds: int, here: Sequence[bool]) -> Connections:
    """The lines of the first `rounds` rounds between people for whom `here` (one per person) is true."""
    lines: dict[tuple[Person, Person], bool] = {}
    for round_ in range(1, min(rounds, len(pairs.tables)) + 1):
        for a, b in _couples(pairs.table(round_)):
            if not (here[a] and here[b]):
                continue
            told = (web.told.get((round_, a, b)), web.told.get((round_, b, a)))
            if False in told:
                continue
            held = True in told or (round_, a) in pairs.found or (round_, b) in pairs.found
            lines[a, b] = lines.get((a, b), False) or held
    ends = np.array(list(lines), np.int64).reshape(-1, 2)
    return Connections(ends[:, 0], ends[:, 1], np.array(list(lines.values()), np.bool_))


def met_by(pairs: Pairs, web: WhoMetWhom, person: Person) -> set[Person]:
    """Whom this person has met in the rounds that were opened, but for those of whom one of the two said no."""
    return {
        other
        for round_ in range(1, pairs.opened + 1)
        for other in pairs.table(round_).unit_of(person)
        if other != person
        and False not in (web.told.get((round_, person, other)), web.told.get((round_, other, person)))
    }


def _couples(table: Table) -> list[tuple[Person, Person]]:
    rows: list[list[int]] = table.units[(table.units >= 0).sum(1) > 1].tolist()
    return [couple for row in rows for couple in combinations(sorted(each for each in row if each >= 0), 2)]


def told_apart(group: Sequence[int], here: Sequence[bool], groups: int) -> Ints:
    """Each person's group as the picture may show it, int64[n]; OTHERS where the group is too small, or none."""
    labels = np.array(group, np.int64)
    count = np.bincount(labels[(labels >= 0) & np.array(here, np.bool_)], minlength=groups)
    large = np.append(count >= LEAST_GROUP, False)
    return np.where(large[labels], labels, OTHERS)


def figures(lines: Connections, groups: Ints, how_many: int) -> Figures:
    """Count the lines between groups 0..how_many-1; `groups` as `told_apart` gives them."""
    a, b = groups[lines.a], groups[lines.b]
    known = (a >= 0) & (b >= 0)
    between = np.zeros((how_many, how_many), np.int64)
    np.add.at(between, (np.minimum(a, b)[known], np.maximum(a, b)[known]), 1)
    between = np.triu(between) + np.triu(between, 1).T
    talked = np.unique(np.concatenate([lines.a, lines.b]))
    return Figures(
        people=talked.size,
        conversations=lines.a.size,
        held=int(lines.held.sum()),
        mixed=int((known & (a != b)).sum()),
        sortable=int(known.sum()),
        between=between,
        expected=_by_chance(groups[talked], how_many, int(known.sum())),
    )


def _by_chance(groups: Ints, how_many: int, lines: int) -> NDArray[np.float64]:
    """How the lines would lie if they fell on any two people alike, float64[g, g]."""
    sizes = np.bincount(groups[groups >= 0], minlength=how_many).astype(np.float64)
    couples = np.outer(sizes, sizes)
    np.fill_diagonal(couples, sizes * (sizes - 1) / 2)
    whole = np.triu(couples).sum()
    return couples * (lines / whole) if whole else couples
