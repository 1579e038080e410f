"""Needs and offers that somebody laid beside each other by hand."""

from pathlib import Path
from typing import NamedTuple

from tingsha.introductions.matching import matches
from tingsha.live.suggestions import kin_of

CHOSEN_ON = frozenset({"wijk", "product"})


class Fair(NamedTuple):
    """The needs and offers of one gathering, each with what it is about; `-` meets nothing."""

    gathering: str
    language: str
    needs: list[tuple[str, str]]
    offers: list[tuple[str, str]]


class Found(NamedTuple):
    """`wanted` pairs by hand, `given` by us, `right` both; `first`: of how many needs the first offer is the one."""

    wanted: int
    given: int
    right: int
    first: int


def fairs() -> list[Fair]:
    found: dict[str, Fair] = {}
    lines = (Path(__file__).parent / "needs_and_offers.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        gathering, language, about, kind, words = line.split("\t")
        fair = found.setdefault(gathering, Fair(gathering, language, [], []))
        (fair.needs if kind == "need" else fair.offers).append((about, words))
    return list(found.values())


def score(fair: Fair) -> Found:
    needs, offers = [words for _, words in fair.needs], [words for _, words in fair.offers]
    rows = matches(needs, offers, [], fair.language, kin_of(fair.language))
    given = [[fair.offers[at][0] for at in row] for row in rows]
    abouts = [about for about, _ in fair.needs]
    return Found(
        wanted=sum(about != "-" for about in abouts),
        given=sum(map(len, given)),
        right=sum(about != "-" and about in row for about, row in zip(abouts, given, strict=True)),
        first=sum(about != "-" and row[:1] == [about] for about, row in zip(abouts, given, strict=True)),
    )
