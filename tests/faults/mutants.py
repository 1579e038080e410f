"""Tingsha broken on purpose, one defence at a time. A test that does not notice is no test."""

import asyncio
from collections.abc import Awaitable
from functools import partial

from msgspec import structs

from tingsha import app
from tingsha.journal.contract import Batch
from tingsha.journal.sqlite import SqliteJournal
from tingsha.live.keeper import Keeper
from tingsha.live.waiting import Answer
from tingsha.settings import Settings
from tingsha.words import Actor, Command, Refusal

WRITES_LATER_S = 0.25


class AckFirst(SqliteJournal):
    """`ackfirst`: says "saved" before it is; the writing comes a moment later."""

    async def append(self, batch: Batch) -> int:
        asyncio.get_running_loop().call_later(
            WRITES_LATER_S, partial(self._write_later, super().append(batch))
        )
        return 1

    def _write_later(self, writing: Awaitable[int]) -> None:
        self._late = asyncio.ensure_future(writing)


class NoIdem(Keeper):
    """`noidem`: does not know a command again."""

    async def ask(self, command: Command, by: Actor) -> Answer | Refusal:
        return await super().ask(structs.replace(command, id=""), by)


class NoCas(Keeper):
    """`nocas`: does not mind on what a command was based."""

    async def ask(self, command: Command, by: Actor) -> Answer | Refusal:
        return await super().ask(structs.replace(command, base=None), by)


def infect(mutant: str) -> None:
    """Break this process in the way that is named; not at all without a name."""
    if mutant == "ackfirst":
        app.open_journal = _open_ack_first


def _open_ack_first(settings: Settings) -> SqliteJournal:
    return AckFirst(settings.data / "tingsha.sqlite")
