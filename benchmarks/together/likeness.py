"""How well similar contributions are gathered, beside a plain TF-IDF, and how long 3,000 of them take."""

from random import Random
from statistics import mean
from typing import Any, Final

import numpy as np

from benchmarks.report import seconds, tell
from tests.board.labelled import (
    PARTS,
    Sorted,
    adjusted_rand,
    by_hand,
    in_groups,
    labelled,
    plain_groups,
)
from tests.introductions.labelled import CHOSEN_ON, fairs, score
from tingsha.board.kin import Kin
from tingsha.board.likeness import alike
from tingsha.live.suggestions import kin_of

MANY: Final = 3_000
GOAL_S: Final = 2


def likeness() -> None:
    best = _threshold_of_the_baseline()
    for part in PARTS:
        for some in labelled(part):
            tell(
                bench="together", what="likeness", part=part, gathering=some.gathering, language=some.language,
                contributions=len(some.texts), adjusted_rand=_ours(some, kin_of(some.language)),
                without_kin=_ours(some, Kin()), plain=_plain(some, best),
            )  # fmt: skip
    for fair in fairs():
        part = "chosen on" if fair.gathering in CHOSEN_ON else "held out"
        tell(
            bench="together",
            what="needs and offers",
            part=part,
            gathering=fair.gathering,
            **score(fair)._asdict(),
        )
    for language in ("nl", "en"):
        tell(bench="together", what="likeness", language=language, contributions=MANY, **_quickly(language))


def _quickly(language: str) -> dict[str, Any]:
    texts, kin = many(language), kin_of(language)
    took = min(seconds(lambda: alike(texts, language, kin)) for _ in range(3))
    groups = alike(texts, language, kin)
    largest = len(groups[0].members)
    return {
        "seconds": took,
        "goal_s": GOAL_S,
        "met": took <= GOAL_S,
        "groups": len(groups),
        "largest": largest,
    }


def _ours(some: Sorted, kin: Kin) -> float:
    groups = [group.members for group in alike(some.texts, some.language, kin)]
    return adjusted_rand(by_hand(some), in_groups(groups, len(some.texts)))


def _plain(some: Sorted, enough: float) -> float:
    return adjusted_rand(by_hand(some), in_groups(plain_groups(some.texts, enough), len(some.texts)))


def _threshold_of_the_baseline() -> float:
    """It may choose on the same part as we did."""
    chosen_on = labelled("chosen on")
    return max((mean(_plain(some, each) for some in chosen_on), each) for each in np.arange(0.02, 0.9, 0.02))[
        1
    ]


def many(language: str) -> list[str]:
    """3,000 made of the halves of real ones, each with some of its words."""
    lines = [
        text for part in PARTS for some in labelled(part) if some.language == language for text in some.texts
    ]
    draw = Random(1)
    made: list[str] = []
    for _ in range(MANY):
        words = f"{draw.choice(lines)} {draw.choice(lines)}".split()
        made.append(" ".join(draw.sample(words, max(4, len(words) * 2 // 3))))
    return made
