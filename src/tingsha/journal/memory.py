"""A journal in memory: the same promises as on disk, for as long as the process lives."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tingsha.journal.contract import Batch, Card, Record, Sizes
from tingsha.journal.errors import JournalClosed, UnknownGathering


@dataclass(slots=True)
class _Shelf:
    card: Card
    log: list[Record] = field(default_factory=list[Record])
    vault: dict[str, str] = field(default_factory=dict[str, str])
    slips: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def forget(self, pattern: str) -> None:
        if not pattern.endswith("*"):
            self.vault.pop(pattern, None)
            return
        for key in [key for key in self.vault if key.startswith(pattern[:-1])]:
            del self.vault[key]

    def take(self, batch: Batch) -> int:
        for pattern in batch.forget:
            self.forget(pattern)
        self.vault.update({text.key: text.words for text in batch.texts})
        for name in batch.unpin:
            self.slips.pop(name, None)
        self.slips.update({slip.name: slip.body for slip in batch.pin})
        self.log.extend(
            Record(seq, entry.at, entry.command, entry.body)
            for seq, entry in enumerate(batch.entries, len(self.log) + 1)
        )
        return len(self.log)


class MemoryJournal:
    """See `Journal`."""

    def __init__(self) -> None:
        self._shelves: dict[str, _Shelf] = {}
        self._secret = secrets.token_bytes(32)
        self._closed = False

    async def append(self, batch: Batch) -> int:
        self._still_open()
        if batch.card is None:
            return self._shelf(batch.gathering).take(batch)
        shelf = self._shelves.setdefault(batch.gathering, _Shelf(batch.card))
        shelf.card = batch.card
        return shelf.take(batch)

    async def forget(self, gathering: str, keys: Sequence[str]) -> None:
        await self.append(Batch(gathering, forget=keys))

    async def purge(self, gathering: str) -> None:
        self._still_open()
        self._shelves.pop(gathering, None)

    def cards(self) -> list[Card]:
        return [self._shelves[gathering].card for gathering in sorted(self._shelves)]

    def records(self, gathering: str, after: int = 0) -> Iterator[Record]:
        return iter(self._shelf(gathering).log[after:])

    def texts(self, gathering: str) -> dict[str, str]:
        return dict(self._shelf(gathering).vault)

    def slips(self, gathering: str) -> dict[str, bytes]:
        return dict(sorted(self._shelf(gathering).slips.items()))

    def secret(self) -> bytes:
        return self._secret

    def sizes(self) -> Sizes:
        shelves = self._shelves.values()
        bodies = sum(len(record.body) for shelf in shelves for record in shelf.log)
        words = sum(len(words.encode()) for shelf in shelves for words in shelf.vault.values())
        slips = sum(len(body) for shelf in shelves for body in shelf.slips.values())
        return Sizes(
            gatherings=len(shelves),
            records=sum(len(shelf.log) for shelf in shelves),
            texts=sum(len(shelf.vault) for shelf in shelves),
            bytes=bodies + words + slips,
        )

    async def close(self) -> None:
        self._closed = True

    def _still_open(self) -> None:
        if self._closed:
            raise JournalClosed(Path("memory"), "this journal is closed")

    def _shelf(self, gathering: str) -> _Shelf:
        shelf = self._shelves.get(gathering)
        if shelf is None:
            raise UnknownGathering(gathering)
        return shelf
