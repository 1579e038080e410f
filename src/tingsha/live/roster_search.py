"""Finding one's own name on a list of expected people, by the first letters of any word of it."""

import asyncio
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import Final
from weakref import WeakKeyDictionary

import msgspec

from tingsha.flow.answers import RosterMatch, RosterMatches
from tingsha.flow.session import Session
from tingsha.gathering.commands import RosterRow
from tingsha.live.keeper import Keeper
from tingsha.wording import fold, tidy

LEAST_LETTERS: Final = 3
SHORTEST_NAME: Final = 2
MOST_MATCHES: Final = 8
ROSTER: Final = "roster:"


class RosterIndex:
    """All words of all names on one revision of a roster, in order."""

    def __init__(self, texts: dict[str, str]) -> None:
        rows = ((key, msgspec.json.decode(line, type=RosterRow)) for key, line in texts.items())
        self.rows = {key.removeprefix(ROSTER): row for key, row in rows}
        self._words = sorted((word, key) for key, row in self.rows.items() for word in fold(row.name).split())

    def starting_with(self, letters: str) -> Iterator[str]:
        """The ids of the rows with a word that begins so."""
        seen: set[str] = set()
        for word, key in islice(self._words, bisect_left(self._words, (letters, "")), None):
            if not word.startswith(letters):
                return
            if key not in seen:
                seen.add(key)
                yield key

    def named(self, key: str, word: str) -> bool:
        """Whether this is a whole word of the name in a row."""
        return word in fold(self.rows[key].name).split()


class RosterIndexes:
    """An index per live gathering, made when it is first searched."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Keeper, tuple[int, RosterIndex]] = WeakKeyDictionary()

    async def find(self, keeper: Keeper, typed: str) -> RosterMatches:
        """At most eight rows that nobody has taken and that fit what was typed.

        Three letters or more begin a name; two must be a whole one, so that An and Bo are found too.
        """
        first, *others = fold(tidy(typed)).split() or [""]
        letters = len("".join((first, *others)))
        if letters < SHORTEST_NAME:
            return RosterMatches([])
        index = await self._index(keeper)
        fitting = (
            key
            for key in index.starting_with(first)
            if (index.named(key, first) if letters < LEAST_LETTERS else _fits(index.rows[key].name, others))
        )
        return _untaken(index, keeper, fitting)

    async def _index(self, keeper: Keeper) -> RosterIndex:
        revision = keeper.session.gathering.roster_revision
        known = self._known.get(keeper)
        if known is None or known[0] != revision:
            index = await asyncio.to_thread(RosterIndex, _roster(keeper.session))
            known = self._known[keeper] = (revision, index)
        return known[1]


def _untaken(index: RosterIndex, keeper: Keeper, fitting: Iterator[str]) -> RosterMatches:
    """Who looks for a name that is taken is told so, or they would take it for missing."""
    taken = keeper.session.gathering.people.roster
    found, gone = list[RosterMatch](), False
    for key in fitting:
        if key in taken:
            gone = True
            continue
        found.append(RosterMatch(key, index.rows[key].name, index.rows[key].group))
        if len(found) == MOST_MATCHES:
            break
    return RosterMatches(found, taken=gone and not found)


def _roster(session: Session) -> dict[str, str]:
    return {key: line for key, line in session.texts.items() if key.startswith(ROSTER)}


def _fits(name: str, words: list[str]) -> bool:
    """Each further word that was typed must begin a word of the name too."""
    own = fold(name).split()
    return all(any(each.startswith(word) for each in own) for word in words)
