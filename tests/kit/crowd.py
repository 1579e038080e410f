"""A whole gathering without a server: commands are decided, written as bytes, read back and folded.

The clock only moves when a play says so, and the keeper's real clockwork does what is due on the way. After
every command the law of versions is checked: nobody's document changes under the same version.
"""

from typing import Any, Final

import msgspec

from tingsha.flow import documents as d
from tingsha.flow import host_documents as h
from tingsha.flow import host_view, own, view
from tingsha.flow.decide import decide
from tingsha.flow.evolve import evolve, say
from tingsha.flow.session import Session
from tingsha.flow.wire import event_bytes, read_event
from tingsha.gathering import commands as g
from tingsha.live.clockwork import Clockwork
from tingsha.pairs.commands import Seen
from tingsha.rounds import commands as r
from tingsha.words import SECOND, Actor, Asked, Command, Event, Fact, Instant, Refusal, Role

OPENED_AT: Final[Instant] = 1_800_000_000_000
QUESTIONS: Final = g.InvitationAsked("What keeps you busy?", "What do you hope to get and to give?")
HOST: Final = Actor(Role.HOST)
KEEPER: Final = Actor(Role.KEEPER)
MOST_WATCHED: Final = 7


class Play:
    """One gathering, played. `now` is the server's clock; `log` what a journal would hold."""

    def __init__(self, seed: int = 1, **opening: Any) -> None:
        self.session = Session()
        self.now = OPENED_AT
        self.seed = seed
        self.log: list[bytes] = []
        self.clockwork = Clockwork()
        self.asleep: set[int] = set()
        """Whose phone does not show what is new."""
        self.watched = MOST_WATCHED
        self._shown: dict[int, tuple[int, bytes]] = {}
        self._shown_common: tuple[int, bytes] = (0, b"")
        drawn = {"code": "ABCD2345", "picture": "owl"}
        asked: dict[str, Any] = {"title": "Spring", "invitation": QUESTIONS, "drawn": drawn}
        self.must(g.Open(**(asked | opening)), Actor(Role.OPENER))

    # -- asking ---------------------------------------------------------------------------------------------------

    def do(self, command: Command, by: Actor | int = HOST) -> list[Fact] | Refusal:
        """Decide at this instant, and fold what comes of it by way of its bytes. A number stands for a person."""
        actor = Actor(Role.PARTICIPANT, by) if isinstance(by, int) else by
        self.seed += 1
        decision = decide(self.session, Asked(command, actor, self.now, self.seed, f"drawn-{self.seed}"))
        if isinstance(decision, Refusal):
            return decision
        for fact in decision:
            if not isinstance(fact, Event):
                say(self.session, fact)
        for fact in decision:
            if isinstance(fact, Event):
                self.log.append(event_bytes(fact))
                evolve(self.session, read_event(self.log[-1]))
        if not isinstance(command, Seen):
            self._watch_versions()
        return decision

    def must(self, command: Command, by: Actor | int = HOST) -> list[Fact]:
        """The same for what has to be granted."""
        decision = self.do(command, by)
        assert not isinstance(decision, Refusal), decision
        return decision

    def refused(self, command: Command, by: Actor | int = HOST) -> str:
        """The code with which something is refused."""
        decision = self.do(command, by)
        assert isinstance(decision, Refusal), decision
        return decision.code

    def arrive(self, n: int = 1, groups: list[str] | None = None, **said: Any) -> list[int]:
        """So many people come in, going round the groups; answers their numbers."""
        first = len(self.session.gathering.people)
        for person in range(first, first + n):
            group = groups[person % len(groups)] if groups else None
            arrive = g.Arrive(participant=f"p{person}", name=f"Name {person}", group=group, **said)
            self.must(arrive, Actor(Role.NEWCOMER))
        return list(range(first, first + n))

    def add(self, n: int = 1) -> list[int]:
        """The host adds so many people without a phone."""
        first = len(self.session.gathering.people)
        for person in range(first, first + n):
            self.must(g.AddPerson(name=f"Phoneless {person}"))
        return list(range(first, first + n))

    def start(self) -> None:
        self.must(r.Start())

    def see(self, *people: int) -> None:
        """These people's phones show their newest documents."""
        for person in people:
            self.must(Seen(version=self.session.touched[person]), person)

    def _phones_see(self) -> None:
        session, people = self.session, self.session.gathering.people
        for person in range(len(people)):
            awake = people.phone[person] and session.here(person) and person not in self.asleep
            if awake and not session.confirmed(person):
                self.see(person)

    # -- time -----------------------------------------------------------------------------------------------------

    def pass_to(self, at: Instant) -> None:
        """Let the time pass, with the keeper's clockwork doing what is due, and the phones showing it."""
        for _ in range(1_000):
            due = self.clockwork.due(self.session, self.now)
            if due is not None:
                self.do(due, KEEPER)
                continue
            self._phones_see()
            sleep_ms = max(1, round(self.clockwork.until_next(self.session, self.now) * 1000))
            if self.now + sleep_ms > at:
                self.now = max(self.now, at)
                return
            self.now += sleep_ms
        raise AssertionError("the clockwork never rests")

    def wait(self, seconds: float) -> None:
        self.pass_to(self.now + round(seconds * SECOND))

    def mend(self) -> None:
        """Let everything be done that is due within a second."""
        self.wait(1)

    def segment(self, kind: str, round_: int, speaker: int = -1) -> Instant:
        """When a segment starts, as the timeline stands."""
        line = self.session.rounds.timeline
        return next(it.starts for it in line if (it.kind, it.round, it.speaker) == (kind, round_, speaker))

    def open_round(self, round_: int) -> None:
        """Let the time pass until the envelopes of a round are open."""
        self.pass_to(self.segment("find", round_))
        assert self.session.opened_round(self.now) == round_

    # -- looking --------------------------------------------------------------------------------------------------

    def mine(self, person: int) -> d.Mine:
        return own.mine(self.session, person)

    def common(self) -> d.Common:
        return view.common(self.session, 0, self.now)

    def host(self) -> h.HostSide:
        return host_view.host_common(self.session, 0, self.now, "join", 0).host

    def notice(self, person: int) -> str | None:
        notice = self.mine(person).notice
        return None if isinstance(notice, msgspec.UnsetType) else notice.code

    def unit(self, round_: int, person: int) -> set[int]:
        """Everybody in a person's unit, the person included."""
        return {*self.session.pairs.table(round_).unit_of(person)}

    def units(self, round_: int) -> list[set[int]]:
        """The units of a round that somebody is in."""
        table = self.session.pairs.table(round_)
        return [{*members} for row in range(len(table.units)) if (members := table.members(row))]

    def replayed(self) -> Session:
        """The session as a server that reads the log would have it."""
        again = Session()
        again.texts = dict(self.session.texts)
        for body in self.log:
            evolve(again, read_event(body))
        return again

    def _watch_versions(self) -> None:
        if not self.watched:
            return
        people = len(self.session.gathering.people)
        for person in range(min(people, self.watched)):
            version, body = self._bytes(person)
            before = self._shown.get(person, (0, b""))
            assert body == before[1] or version > before[0], (person, before, body)
            self._shown[person] = version, body
        common = view.common(self.session, 0, 0)
        version, common.version = common.version, 0
        body = msgspec.json.encode(common)
        assert body == self._shown_common[1] or version > self._shown_common[0], (self._shown_common, body)
        self._shown_common = version, body

    def _bytes(self, person: int) -> tuple[int, bytes]:
        document = self.mine(person)
        version, document.version = document.version, 0
        return version, msgspec.json.encode(document)
