"""Contributions that say much the same, for the host to look at: of what hangs on the board, and nothing else."""

import asyncio
from functools import cache
from importlib import resources
from typing import Final
from weakref import WeakKeyDictionary

from tingsha.board.kin import Kin, read_kin
from tingsha.board.likeness import alike
from tingsha.board.view import Shared, Suggested, SuggestedPatterns, everything
from tingsha.live.keeper import Keeper

MOST: Final = 20
MOST_OF_ONE: Final = 40
MOST_GATHERED: Final = 3_000
"""Of more than these nobody reads the rest."""


class Suggestions:
    """What was last found, by gathering; one that is erased takes its own along. One thinks at a time."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Keeper, SuggestedPatterns] = WeakKeyDictionary()
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
