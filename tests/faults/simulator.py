"""Two hosts who press at once, answers that get lost, a server that restarts, a disk that refuses: many short evenings.

Everything that could differ is drawn from one seed, and nothing waits for a clock, so a bad evening can be lived again.
"""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tingsha.flow.documents import Links
from tingsha.flow.session import Session
from tingsha.gathering.commands import Arrive, InvitationAsked, Open, PlanAsked, StepOut
from tingsha.journal.contract import Batch
from tingsha.journal.errors import JournalFull
from tingsha.journal.memory import MemoryJournal
from tingsha.live.addresses import Site
from tingsha.live.house import House, folded
from tingsha.live.keeper import Keeper
from tingsha.live.listening import Addresses
from tingsha.rounds.commands import Extend, Start
from tingsha.words import SECOND, Actor, Command, Instant, Refusal, Role

BEGIN: Final[Instant] = 1_700_000_000_000
HOST: Final = Actor(Role.HOST)
NEWCOMER: Final = Actor(Role.NEWCOMER)
PRESSES: Final = 4
GUESTS: Final = 4
CAPACITY: Final = 1_000
EVENING: Final = "evening"


class FitfulJournal(MemoryJournal):
    """Takes its time, and sometimes has no room."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance

    async def append(self, batch: Batch) -> int:
        await dawdle(self._chance)
        if batch.card is None and self._chance.random() < 0.1:
            raise JournalFull(Path("memory"), "no room")
        seq = await super().append(batch)
        await dawdle(self._chance)
        return seq


@dataclass(slots=True)
class Told:
    """What came of an evening, as those who pressed were told."""

    seconds: dict[str, int] = field(default_factory=dict[str, int])
    """By how much the rounds were made longer, by the id of the command; acknowledged ones only."""
    bases: list[int] = field(default_factory=list[int])
    """On what acknowledged commands were based."""
    answers: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """Every answer that a command got, sent once or more often."""
    arrived: int = 0


class Evening:
    """One schedule."""

    def __init__(self, seed: int, make: type[Keeper]) -> None:
        self.chance = random.Random(seed)
        self.journal = FitfulJournal(self.chance)
        self.make = make
        self.keeper: Keeper
        self.told = Told()

    async def live(self) -> list[str]:
        """Live it; returns what was wrong."""
        opening = Open(
            title="Canary", milling="numbers", plan=PlanAsked(), invitation=InvitationAsked("What?", "How?"),
            drawn={}, keep_days=1,
        )  # fmt: skip
        house = House(self.journal, Site("http://localhost"), lambda: BEGIN, CAPACITY)
        opener = await house.open_gathering(opening, EVENING)
        assert isinstance(opener, Keeper)
        await opener.stop()
        self._take_up()
        await self._insist(Start(id="start"), HOST)
        session = self.keeper.session
        control, ends = session.control, session.rounds.timeline[-1].ends
        hosts = [self._host(number) for number in range(2)]
        guests = [self._guest(number) for number in range(GUESTS)]
        await asyncio.gather(*hosts, *guests, self._restarts())
        await self._restart()
        faults = self._faults(self.keeper, control, ends)
        await self.keeper.stop()
        return faults

    def _faults(self, keeper: Keeper, control: int, ends: Instant) -> list[str]:
        session, told = keeper.session, self.told
        faults: list[str] = []
        if session.control - control != len(told.seconds):
            faults.append(f"{session.control - control} things happened, {len(told.seconds)} were asked for")
        if session.rounds.timeline[-1].ends - ends != sum(told.seconds.values()) * SECOND:
            faults.append("the rounds last longer or shorter than was asked for")
        if any(times > 1 for times in Counter(told.bases).values()):
            faults.append("two pressed on the same base, and both were obeyed")
        if any(len(answers) > 1 for answers in told.answers.values()):
            faults.append("one command got two different answers")
        if len(session.gathering.people) != told.arrived:
            faults.append("somebody is there twice, or not at all")
        return faults

    async def _host(self, number: int) -> None:
        for press in range(PRESSES):
            await dawdle(self.chance)
            seen = self.keeper.session.control
            await dawdle(self.chance)
            base = seen if self.chance.random() < 0.7 else None
            command = Extend(id=f"{number}-{press}", base=base, seconds=self.chance.choice((5, 7, 11)))
            if await self._insist(command, HOST):
                self.told.seconds[command.id] = command.seconds
                if base is not None:
                    self.told.bases.append(base)

    async def _guest(self, number: int) -> None:
        await dawdle(self.chance)
        participant = f"participant-{number}"
        if await self._insist(Arrive(id=f"guest-{number}", participant=participant, name="Ada"), NEWCOMER):
            self.told.arrived += 1
        person = self.keeper.session.person(participant)
        assert person is not None
        await self._insist(StepOut(id="out"), Actor(Role.PARTICIPANT, person))

    async def _insist(self, command: Command, by: Actor) -> bool:
        """Ask until there is an answer; often twice at once, and sometimes again because the answer got lost."""
        answered, key = False, f"{by.role}{by.person}{command.id}"
        while not answered:
            times = self.chance.choice((1, 1, 2, 3))
            answers = await asyncio.gather(*(self._ask(command, by) for _ in range(times)))
            heard = [answer for answer in answers if answer]
            self.told.answers.setdefault(key, set()).update(heard)
            answered = bool(heard) and self.chance.random() < 0.8
        return "yes" in self.told.answers[key]

    async def _ask(self, command: Command, by: Actor) -> str:
        await dawdle(self.chance)
        try:
            answer = await self.keeper.ask(command, by)
        except JournalFull:
            return ""
        if isinstance(answer, Refusal):
            return "" if answer.code == "stopping" else answer.code
        return "yes"

    async def _restarts(self) -> None:
        for _ in range(2):
            for _ in range(self.chance.randrange(12)):
                await dawdle(self.chance)
            await self._restart()

    async def _restart(self) -> None:
        """The server stops, and another takes the journal up."""
        await self.keeper.stop()
        self._take_up()

    def _take_up(self) -> None:
        session, done = folded(self.journal, EVENING, CAPACITY)
        self.keeper = self.make(EVENING, session, self.journal, lambda: BEGIN, done, _no_links)
        self.keeper.start()


def _no_links(_gathering: str, _session: Session) -> Addresses:
    return Addresses(Links("", "", ""), [])


async def dawdle(chance: random.Random) -> None:
    for _ in range(chance.randrange(4)):
        await asyncio.sleep(0)


async def first_bad(count: int, make: type[Keeper]) -> tuple[int, list[str]] | None:
    """The seed of the first bad evening among so many, and what was wrong with it."""
    for seed in range(count):
        if faults := await Evening(seed, make).live():
            return seed, faults
    return None
