"""Run as a process of its own: writes to a journal without end, and says on stdout what has been acknowledged.

`stored BODY` follows an append, `gone WORDS` a forgotten text.
"""

import asyncio
import os
import sys
from itertools import count
from pathlib import Path

from tingsha.journal.contract import Batch, Card, Entry, Text
from tingsha.journal.sqlite import SqliteJournal


def say(line: str) -> None:
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


async def append_on(journal: SqliteJournal, writer: int) -> None:
    for number in count():
        body = f"{os.getpid()}:{writer}:{number}"
        await journal.append(Batch("circle", [Entry(number, None, body.encode())]))
        say(f"stored {body}")


async def forget_on(journal: SqliteJournal) -> None:
    for number in count():
        words = f"canary-{os.getpid()}-{number}-"
        await journal.append(Batch("circle", texts=[Text(f"name:{number}", words)]))
        await journal.forget("circle", [f"name:{number}"])
        say(f"gone {words}")


async def write(journal: SqliteJournal) -> None:
    await journal.append(Batch("circle", card=Card("circle", None, 1)))
    await asyncio.gather(forget_on(journal), *(append_on(journal, writer) for writer in range(16)))


if __name__ == "__main__":
    asyncio.run(write(SqliteJournal(Path(sys.argv[1]))))
