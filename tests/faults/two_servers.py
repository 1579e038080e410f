"""Two servers on one log, each deciding on what it has read so far: the only arbiter left is the fold.

Pure: a log is a list, a server is a session and how far it has read. Nothing is shown twice if the fold is right.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from tingsha.flow import evolve as fold
from tingsha.flow.decide import decide
from tingsha.flow.session import Session
from tingsha.gathering.commands import Arrive, InvitationAsked, Open, PlanAsked
from tingsha.rounds.commands import Extend, Start
from tingsha.words import Actor, Asked, Command, Event, Refusal, Role

BEGIN: Final = 1_700_000_000_000
PEOPLE: Final = 6
Fold = Callable[[Session, Event], bool]


@dataclass(slots=True)
class Replica:
    """One server: it follows the log at its own pace."""

    log: list[Event]
    evolve: Fold
    session: Session = field(default_factory=Session)
    read: int = 0
    shown: list[Any] = field(default_factory=list[Any])
    """Who meets whom, each time that it was shown differently."""

    def follow(self, until: int) -> None:
        while self.read < until:
            self.evolve(self.session, self.log[self.read])
            self.read += 1
        pairs = [table.units.tolist() for table in self.session.pairs.tables]
        if any(pairs) and (not self.shown or self.shown[-1] != pairs):
            self.shown.append(pairs)

    def press(self, command: Command, seed: int, at: int, by: Role = Role.HOST) -> None:
        """Decide on what this server knows, and append."""
        facts = decide(self.session, Asked(command, Actor(by), at, seed))
        if not isinstance(facts, Refusal):
            self.log += [fact for fact in facts if isinstance(fact, Event)]


def changed_pairs(seed: int, evolve: Fold) -> bool:
    """Whether in this schedule anybody saw their envelopes change, though nobody came or went."""
    chance = random.Random(seed)
    log: list[Event] = []
    servers = [Replica(log, evolve), Replica(log, evolve)]
    _gather(servers[0])
    for server in servers:
        server.follow(len(log))
    for step in range(12):
        server = chance.choice(servers)
        server.follow(chance.randint(server.read, len(log)))
        command = chance.choice((Start(), Start(), Extend(seconds=30)))
        server.press(command, chance.getrandbits(60), BEGIN + step)
    for server in servers:
        server.follow(len(log))
    return any(len(server.shown) > 1 for server in servers) or servers[0].shown[-1] != servers[1].shown[-1]


def _gather(server: Replica) -> None:
    drawn = {"code": "ABCDEFGH", "picture": "bell"}
    asked = InvitationAsked("What?", "How?")
    server.press(
        Open(title="Evening", milling="guided", plan=PlanAsked(rounds=1), invitation=asked, drawn=drawn),
        1,
        BEGIN,
        Role.OPENER,
    )
    server.follow(len(server.log))
    for number in range(PEOPLE):
        server.press(Arrive(participant=f"guest-{number}", name="Ada"), 1, BEGIN, Role.NEWCOMER)
        server.follow(len(server.log))


def right(session: Session, event: Event) -> bool:
    return fold.evolve(session, event)
