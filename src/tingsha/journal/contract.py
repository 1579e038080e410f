"""What every journal promises, whatever it is kept in."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One event to be appended. `at` is in ms since the epoch; `command` is the id of the command it came from."""

    at: int
    command: str | None
    body: bytes


class Record(Struct, frozen=True, gc=False):
    """One event as it stands in the log. `seq` counts 1, 2, 3, … within its gathering, without gaps."""

    seq: int
    at: int
    command: str | None
    body: bytes


class Text(Struct, frozen=True):
    """Words that can be deleted, under a key such as `title`, `name:<participant>` or `roster:3:17`."""

    key: str
    words: str


class Slip(Struct, frozen=True):
    """Something kept beside the log without order and without time, under a name that only chance could have made."""

    name: str
    body: bytes


class Card(Struct, frozen=True):
    """A gathering's row in the index. `expires_at` is in ms since the epoch."""

    gathering: str
    code: str | None
    expires_at: int


class Batch(Struct, frozen=True):
    """What is written together or not at all.

    `forget` holds exact keys, or prefixes ending in `*`; it is applied before `texts`, so that one batch can replace
    everything under a prefix. A `card` opens the gathering when it is new, and replaces its card otherwise. `unpin` is
    applied before `pin`; a slip replaces one of the same name.
    """

    gathering: str
    entries: Sequence[Entry] = ()
    texts: Sequence[Text] = ()
    forget: Sequence[str] = ()
    card: Card | None = None
    pin: Sequence[Slip] = ()
    unpin: Sequence[str] = ()


class Sizes(Struct, frozen=True):
    """How much a journal holds; `bytes` counts all its files."""

    gatherings: int
    records: int
    texts: int
    bytes: int


class Readable(Protocol):
    """As much of a journal as a gathering is folded from."""

    def records(self, gathering: str, after: int = 0) -> Iterator[Record]: ...
    def texts(self, gathering: str) -> dict[str, str]: ...
    def slips(self, gathering: str) -> dict[str, bytes]: ...


class Journal(Protocol):
    """A log and a vault per gathering. Reading blocks shortly and may be done from any thread."""

    async def append(self, batch: Batch) -> int:
        """Write a batch and return the seq of the gathering's last record (0 while it has none).

        Returns only when the batch is durable. Batches of one gathering keep the order in which `append` was called.
        A cancelled call may still be written. Words that are forgotten here leave the files soon afterwards, and so do
        slips that are unpinned and all trace of the order in which slips came; use `forget` to know when.

        Raises UnknownGathering for a gathering that is not there when the batch brings no card; JournalFull,
        JournalUnwritable, JournalBusy or JournalDamaged when nothing of the batch was written.
        """
        ...

    async def forget(self, gathering: str, keys: Sequence[str]) -> None:
        """Delete texts (exact keys, or prefixes ending in `*`). Returns when no file holds their words any more.

        A foreign process that is reading the journal can delay this; a cancelled call still comes to its end.
        """
        ...

    async def purge(self, gathering: str) -> None:
        """Delete log, vault and card of a gathering. Returns when no file holds any of it; unknown ones are fine."""
        ...

    def cards(self) -> list[Card]:
        """The cards of all gatherings, in the order of their ids."""
        ...

    def records(self, gathering: str, after: int = 0) -> Iterator[Record]:
        """The records with `seq > after`, in order. Raises UnknownGathering, or JournalDamaged on the way."""
        ...

    def texts(self, gathering: str) -> dict[str, str]:
        """The vault of a gathering, by key. Raises UnknownGathering."""
        ...

    def slips(self, gathering: str) -> dict[str, bytes]:
        """The slips of a gathering, in the order of their names. Raises UnknownGathering."""
        ...

    def secret(self) -> bytes:
        """32 random bytes, made once per journal and kept, for keyed hashes."""
        ...

    def sizes(self) -> Sizes:
        """How much there is."""
        ...

    async def close(self) -> None:
        """Write what was asked for, then let go of everything. Closing twice is fine."""
        ...
