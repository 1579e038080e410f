"""Contributions that say much the same, for the host to look at: of what hangs on the board, and nothing else."""

import asyncio
from functools import cache
from importlib import resources
from typing import Final
from weakref import WeakKeyDictionary

from tingsha.board.kin import Kin, read_kin
from tingsha.board.likeness import alike
from tingsha.board.view import Shared, Suggested, SuggestedPatterns, everything
from tingsha.introductions.matching import matches
from tingsha.live.keeper import Keeper

Matched = dict[str, list[str]]

MOST: Final = 20
MOST_OF_ONE: Final = 40
MOST_GATHERED: Final = 3_000
"""Of more than these nobody reads the rest."""


class Suggestions:
    """What was last found, by gathering; one that is erased takes its own along. One thinks at a time."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Keeper, SuggestedPatterns] = WeakKeyDictionary()
        self._matched: WeakKeyDictionary[Keeper, tuple[int, set[str], Matched]] = WeakKeyDictionary()
        self._thinking = asyncio.Lock()

    async def of(self, keeper: Keeper) -> SuggestedPatterns:
        """As the board stands now: what somebody takes back while we think is not shown a last time."""
        board = keeper.session.board
        async with self._thinking:
            while (known := self._known.get(keeper)) is None or known.version != board.version:
                version, shown = board.version, everything(keeper.session)[:MOST_GATHERED]
                found = await asyncio.to_thread(suggested, shown, keeper.session.gathering.language)
                self._known[keeper] = SuggestedPatterns(version=version, patterns=found)
            return known

    async def matches(self, keeper: Keeper) -> Matched:
        """By contribution, those that may go with it: offers with a need, needs with an offer. What was taken back
        since may still be among them: nothing is sought anew for that, so that nobody waits to see it gone."""
        board = keeper.session.board
        async with self._thinking:
            while (known := self._matched.get(keeper)) is None or known[0] != board.version:
                version, shown = board.version, everything(keeper.session)[:MOST_GATHERED]
                here = {each.contribution for each in shown}
                if known is not None and here <= known[1]:
                    found = known[2]
                else:
                    found = await asyncio.to_thread(matched, shown, keeper.session.gathering.language)
                self._matched[keeper] = (version, here, found)
            return known[2]


def matched(shown: list[Shared], language: str) -> Matched:
    """Needs and offers that may go together, on both sides."""
    needs = [each for each in shown if each.kind == "need"]
    offers = [each for each in shown if each.kind == "offer"]
    words = [[each.words for each in shown if each.kind == kind] for kind in ("need", "offer", "insight")]
    rows = matches(*words, language=language, kin=kin_of(language))
    found: Matched = {}
    for need, row in zip(needs, rows, strict=True):
        for place in row:
            found.setdefault(need.contribution, []).append(offers[place].contribution)
            found.setdefault(offers[place].contribution, []).append(need.contribution)
    return found


def suggested(shown: list[Shared], language: str) -> list[Suggested]:
    """Patterns that may be there among what is shown."""
    groups = alike([each.words for each in shown], language, kin_of(language))
    return [
        Suggested(
            words=shown[group.central].words,
            count=len(group.members),
            contributions=[shown[at] for at in group.members[:MOST_OF_ONE]],
        )
        for group in groups[:MOST]
    ]


@cache
def kin_of(language: str) -> Kin:
    """The themes of a language; none where nobody has written them down."""
    file = resources.files("tingsha.board").joinpath("kin", f"{language}.txt")
    return read_kin(file.read_text("utf-8")) if file.is_file() else Kin()
