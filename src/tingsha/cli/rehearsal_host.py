"""The host of a rehearsal that nobody else runs: opens it, starts it, listens to what the pairing promises."""

import asyncio
import secrets
from contextlib import suppress
from typing import Any, Final

import msgspec

from tingsha.flow.documents import Opened
from tingsha.flow.host_documents import HostCommon
from tingsha.languages import words
from tingsha.rehearsal.ledger import Ledger
from tingsha.rehearsal.lines import Lines, Refused, Unreachable

SHORT: Final = {"think_s": 5, "find_s": 8, "turn_s": 15, "swap_s": 2, "breathe_s": 5, "debrief_s": 5}
QUICK: Final = {"think_s": 1, "find_s": 2, "turn_s": 2, "swap_s": 1, "breathe_s": 1, "debrief_s": 1}

_read = msgspec.json.Decoder(HostCommon).decode


def opening(language: str, milling: str, rounds: int, seconds: dict[str, int]) -> dict[str, Any]:
    """What to ask for: a rehearsal of this many rounds, gone an hour after closing at the latest."""
    said = words(language).opened.rehearsal
    return {
        "id": secrets.token_hex(16),
        "title": said.title,
        "language": language,
        "milling": milling,
        "groups": said.groups if milling == "guided" else [],
        "invitation": {"challenge": said.challenge, "give_and_take": said.give_and_take},
        "plan": {"rounds": rounds, **seconds},
        "rehearsal": True,
        "keep_days": 0,
    }


class RehearsalHost:
    """Holds the host's own stream from `opened` on."""

    def __init__(self, lines: Lines, opened: Opened) -> None:
        self.lines, self.opened = lines, opened
        self.newest: HostCommon | None = None
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def open(cls, lines: Lines, wanted: dict[str, Any], host_key: str) -> "RehearsalHost":
        """Open the gathering. Raises Refused or Unreachable."""
        said = await lines.ask("POST", "/api/gatherings", wanted, host_key)
        return cls(lines, msgspec.convert(said, Opened))

    async def command(self, type_: str) -> None:
        """Give a command as the host. Raises Refused or Unreachable."""
        body = {"id": secrets.token_hex(16), "type": type_, "as": "host"}
        await self.lines.ask(
            "POST", f"/api/gatherings/{self.opened.id}/commands", body, self.opened.host_token
        )

    def promise(self, ledger: Ledger) -> None:
        """Write down how mixed each round could be at best."""
        if self.newest is not None:
            for each in self.newest.host.promise:
                ledger.mixed_bound[each.round] = (each.mixed_bound, each.units)

    async def leave_nothing(self) -> None:
        """Erase the gathering: it was a rehearsal."""
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        with suppress(Refused, Unreachable):
            await self.command("erase")

    async def _listen(self) -> None:
        path = f"/api/gatherings/{self.opened.id}/host"
        with suppress(Refused, Unreachable):
            await self.lines.follow(path, self.opened.host_token, self._hear)

    def _hear(self, event: str, data: bytes) -> None:
        if event == "common":
            self.newest = _read(data)
