"""Small batches to write, and short ways to say what is read back."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from tingsha.journal.contract import Batch, Card, Entry, Journal, Text

T = TypeVar("T")


def do(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def opened(gathering: str = "circle", *texts: Text) -> Batch:
    return Batch(gathering, texts=texts, card=Card(gathering, "ABCDEFGH", 1_000))


def entry(number: int) -> Entry:
    return Entry(at=1_000 + number, command=f"command-{number}", body=f"event {number}".encode())


def bodies(journal: Journal, gathering: str = "circle", after: int = 0) -> list[bytes]:
    return [record.body for record in journal.records(gathering, after)]
