"""The crowd that a host sends into a rehearsal from the page: one at a time on a server, and never for long.

It comes in over the network by the server's own address, like anybody.
"""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from tingsha.flow import view
from tingsha.flow.answers import CrowdStands
from tingsha.live.keeper import Keeper
from tingsha.rehearsal.crowd import Crowd, Manners
from tingsha.rehearsal.lines import Address, Lines
from tingsha.words import Refusal

FEWEST: Final = 2
MOST_PEOPLE: Final = 60
LONGEST_S: Final = 45 * 60.0
CHURN: Final = 0.06
ARRIVING_S: Final = 8.0
GOODBYE_S: Final = 3.0
LOOK_S: Final = 1.0


@dataclass(slots=True)
class _Sent:
    gathering: str
    crowd: Crowd
    task: "asyncio.Task[None]"


class Crowds:
    """Whoever is out for this server. `inside` is the address by which it reaches itself."""

    def __init__(self, inside: str) -> None:
        self._inside = inside
        self._sent: _Sent | None = None

    def stands(self, gathering: str) -> CrowdStands:
        """How the last crowd of this gathering is doing; all zero when none was sent."""
        sent = self._sent
        if sent is None or sent.gathering != gathering:
            return CrowdStands(0, 0, 0, running=False)
        ledger = sent.crowd.ledger
        return CrowdStands(
            sent.crowd.manners.people, ledger.joined, ledger.errors, running=not sent.task.done()
        )

    def send(self, keeper: Keeper, people: int) -> Refusal | None:
        """So many people set out for this gathering."""
        session = keeper.session
        if not session.gathering.rehearsal:
            return Refusal("not-a-rehearsal")
        if not FEWEST <= people <= MOST_PEOPLE:
            return Refusal("crowd-out-of-range", {"least": FEWEST, "most": MOST_PEOPLE})
        if session.gathering.admission == "locked":
            return Refusal("locked")
        if session.rounds.phase not in ("lobby", "running"):
            return Refusal("rounds-over")
        if self._sent is not None and not self._sent.task.done():
            return Refusal("crowd-out")
        lines = Lines(Address.read(self._inside))
        card = view.public_card(session, keeper.id)
        manners = Manners(people, CHURN, ARRIVING_S)
        crowd = Crowd(lines, card, manners, time.time_ns())
        self._sent = _Sent(keeper.id, crowd, asyncio.create_task(_live(crowd, lines, keeper), name="crowd"))
        return None

    async def send_home(self, gathering: str) -> None:
        """Everybody of this gathering's crowd says goodbye and is gone."""
        sent = self._sent
        if sent is None or sent.gathering != gathering:
            return
        # Those who were on their way do not arrive any more; then the others leave.
        await _end(sent.task)
        lines = Lines(Address.read(self._inside))
        sent.crowd.lines = lines
        with suppress(TimeoutError):
            async with asyncio.timeout(GOODBYE_S):
                await sent.crowd.go_home()
        lines.close()
        self._sent = None

    async def forget(self, gathering: str) -> None:
        """The gathering is being erased: no goodbyes."""
        if self._sent is not None and self._sent.gathering == gathering:
            await self.close()

    async def close(self) -> None:
        """Nobody is out any more, at once."""
        sent, self._sent = self._sent, None
        if sent is not None:
            await _end(sent.task)


async def _live(crowd: Crowd, lines: Lines, keeper: Keeper) -> None:
    """Live through the rounds, as long as the gathering lives, and never longer than is allowed."""
    living: list[asyncio.Task[Any]] = [
        asyncio.create_task(crowd.rehearse()),
        asyncio.create_task(_over(keeper)),
    ]
    try:
        await asyncio.wait(living, timeout=LONGEST_S, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in living:
            each.cancel()
        await asyncio.gather(*living, return_exceptions=True)
        lines.close()


async def _over(keeper: Keeper) -> None:
    while not keeper.over:  # noqa: ASYNC110 - it ends with its streams, not by an event of its own
        await asyncio.sleep(LOOK_S)


async def _end(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
