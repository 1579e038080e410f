"""Contributions that somebody sorted by hand, and how near our groups come to theirs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import comb
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from tingsha.board.likeness import LEAST, Floats, gathered

HERE = Path(__file__).parent
Part = Literal["chosen on", "held out", "other languages", "later"]
PARTS: tuple[Part, ...] = ("chosen on", "held out", "other languages", "later")
IN: dict[str, Part] = {
    "wijk": "chosen on",
    "product": "chosen on",
    "school": "held out",
    "neighbourhood": "held out",
}


class Sorted(NamedTuple):
    """What was shared in one gathering, and which pattern each belongs to; `-` to none."""

    gathering: str
    language: str
    patterns: list[str]
    texts: list[str]


def labelled(part: Part) -> list[Sorted]:
    """By gathering, for people of one gathering talk about the same things.

    The threshold was chosen on two; two were held out of that, and so were the small ones in other languages. All these
    were written before the words that are kin, but by the same hand. The later ones were written when nothing was
    changed any more.
    """
    found: dict[str, Sorted] = {}
    file = "alike_later" if part == "later" else "alike"
    for line in (HERE / f"{file}.tsv").read_text(encoding="utf-8").splitlines():
        gathering, language, pattern, words = line.split("\t")
        each = found.setdefault(gathering, Sorted(gathering, language, [], []))
        each.patterns.append(pattern)
        each.texts.append(words)
    if part == "later":
        return list(found.values())
    return [each for each in found.values() if IN.get(each.gathering, "other languages") == part]


def by_hand(some: Sorted) -> list[int]:
    """A number for each pattern, and one of their own for those who belong to none."""
    numbers = {pattern: number for number, pattern in enumerate(dict.fromkeys(some.patterns))}
    return [-1 - at if each == "-" else numbers[each] for at, each in enumerate(some.patterns)]


def in_groups(groups: Iterable[Sequence[int]], n: int) -> list[int]:
    """The same for groups that were found; what is in none stands by itself."""
    out = [-1 - at for at in range(n)]
    for number, group in enumerate(groups):
        for at in group:
            out[at] = number
    return out


def adjusted_rand(one: Sequence[int], other: Sequence[int]) -> float:
    """How far two ways of sorting agree: 1 fully, 0 as much as by chance (Hubert and Arabie 1985)."""
    both = _couples(zip(one, other, strict=True))
    first, second, all_ = _couples(one), _couples(other), comb(len(one), 2)
    by_chance = first * second / all_
    most = (first + second) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def plain_nearness(texts: Sequence[str]) -> Floats:
    """The baseline: words in small letters, TF-IDF, the cosine."""
    bags = [Counter(re.findall(r"\w+", text.lower())) for text in texts]
    column = {word: at for at, word in enumerate(sorted({word for bag in bags for word in bag}))}
    rows = np.zeros((len(texts), len(column)), np.float32)
    for row, bag in enumerate(bags):
        for word, times in bag.items():
            rows[row, column[word]] = times
    rows *= np.log((1 + len(texts)) / (1 + (rows > 0).sum(axis=0))) + 1
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows @ rows.T


def plain_groups(texts: Sequence[str], enough: float) -> list[list[int]]:
    """The baseline, gathered in the same way; it has a threshold of its own."""
    return [group for group in gathered(plain_nearness(texts), enough) if len(group) >= LEAST]


def _couples(labels: Iterable[object]) -> int:
    return sum(comb(times, 2) for times in Counter(labels).values())
