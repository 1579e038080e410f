"""Gatherings that belong together. A community is nothing but what its gatherings say of themselves: there is no file
of it, and so nothing of it outlives them."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress

from tingsha.flow.wire import read_event
from tingsha.gathering.events import GatheringOpened
from tingsha.gathering.known import devices_of, known_as
from tingsha.gathering.state import FORGOTTEN
from tingsha.journal.contract import Card, Journal
from tingsha.journal.errors import JournalDamaged, UnknownGathering
from tingsha.live.keeper import Keeper
from tingsha.live.keys import Keys
from tingsha.who_met_whom.connections import met_by
from tingsha.words import Person


class Belonging:
    """Which gatherings of this server belong to which community. Read from their logs when first asked for."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._of: dict[str, str] = {}
        self._read: asyncio.Task[dict[str, str]] | None = None

    def note(self, gathering: str, community: str) -> None:
        """A gathering that was opened just now."""
        if community:
            self._of[gathering] = community

    async def gatherings(self, community: str) -> list[str]:
        """Those of this community; some of them may be gone by the time they are asked for."""
        if self._read is None:
            self._read = asyncio.create_task(asyncio.to_thread(_all_of, self._journal, self._journal.cards()))
        try:
            found = await asyncio.shield(self._read) | self._of
        except Exception:
            self._read = None
            raise
        return [gathering for gathering, of in found.items() if of == community]


def _all_of(journal: Journal, cards: Iterable[Card]) -> dict[str, str]:
    return {card.gathering: of for card in cards if (of := _community_of(journal, card.gathering))}


def _community_of(journal: Journal, gathering: str) -> str:
    # What is damaged says so when somebody goes there; it is no reason to know nobody elsewhere.
    with suppress(UnknownGathering, JournalDamaged):
        first = next(journal.records(gathering), None)
        opened = read_event(first.body) if first is not None else None
        return opened.community if isinstance(opened, GatheringOpened) else ""
    return ""


def met_earlier(earlier: Iterable[Keeper], device: str) -> set[str]:
    """The phones, as hashes, of everybody whom the owner of this one talked with in these gatherings."""
    found: set[str] = set()
    for keeper in earlier:
        session = keeper.session
        person = session.person(known_as(session.texts, device) or "")
        if person is not None:
            ids = session.gathering.people.ids
            met = met_by(session.pairs, session.web, person)
            found.update(each for other in met for each in devices_of(session.texts, ids[other]))
    return found


Self = tuple[Keeper, Person]


def persons(keepers: Sequence[Keeper], keys: Keys) -> list[list[int]]:
    """For each gathering and each of its people a number: the same for what is one person in several of them, by a
    phone that is known in both or by having come along from one to the other."""
    first, root = _laid_out(keepers)
    at = {keeper.id: place for place, keeper in enumerate(keepers)}
    by_device: dict[str, int] = {}
    for place, keeper in enumerate(keepers):
        session = keeper.session
        for person, participant in enumerate(session.gathering.people.ids):
            one = first[place] + person
            for device in devices_of(session.texts, participant):
                _join(root, one, by_device.setdefault(device, one))
            for to in {gathering for gathering, _ in session.gathering.went_on} & at.keys():
                there = keepers[at[to]].session.person(keys.along(to, participant))
                if there is not None:
                    _join(root, one, first[at[to]] + there)
    numbers = [_root(root, each) for each in range(len(root))]
    return [
        numbers[begins : begins + len(keeper.session.gathering.people)]
        for begins, keeper in zip(first, keepers, strict=True)
    ]


def _laid_out(keepers: Sequence[Keeper]) -> tuple[list[int], list[int]]:
    first, total = list[int](), 0
    for keeper in keepers:
        first.append(total)
        total += len(keeper.session.gathering.people)
    return first, list(range(total))


def _root(root: list[int], one: int) -> int:
    while root[one] != one:
        root[one] = root[root[one]]
        one = root[one]
    return one


def _join(root: list[int], one: int, other: int) -> None:
    a, b = _root(root, one), _root(root, other)
    root[max(a, b)] = min(a, b)


def selves(keepers: Sequence[Keeper], keys: Keys, begin: Iterable[Self]) -> list[Self]:
    """Everything that one person is in these gatherings, as far as it is still known."""
    of = persons(keepers, keys)
    place = {keeper.id: at for at, keeper in enumerate(keepers)}
    mine = {of[place[keeper.id]][person] for keeper, person in begin if keeper.id in place}
    return [
        (keeper, person)
        for keeper, numbers in zip(keepers, of, strict=True)
        for person, number in enumerate(numbers)
        if number in mine and keeper.session.gathering.people.whereabouts[person] != FORGOTTEN
    ]


def with_device(keepers: Iterable[Keeper], device: str) -> list[Self]:
    """As whom this phone is known in each gathering, also those of earlier owners' making."""
    return [
        (keeper, person)
        for keeper in keepers
        for person, participant in enumerate(keeper.session.gathering.people.ids)
        if device in devices_of(keeper.session.texts, participant)
    ]
