"""Who is listening to a gathering, and the newest documents for them, encoded once.

A listener holds no queue: it is woken, and takes the newest. Changes of counts are told at most four times a
second; what steers the gathering is told at once.
"""

import asyncio
from collections.abc import Callable
from typing import Final, Literal, NamedTuple, Protocol

import msgspec
from msgspec import UNSET

from tingsha.flow import documents as d
from tingsha.flow import host_documents as h
from tingsha.flow import host_view, own, view
from tingsha.flow.session import Session
from tingsha.gathering.state import FORGOTTEN
from tingsha.live.clock import Clock
from tingsha.words import Instant, Person

Kind = Literal["phone", "stage", "host"]
BETWEEN_COUNTS: Final = 0.25
PRESENCE_STEP: Final = 10
"""Streams come and go less often than once in this many ms, in the long run."""


class Addresses(NamedTuple):
    """A gathering's links, every address of this machine that phones might reach, and the links of stage and host to
    the gathering in which the group goes on; empty when there is none."""

    links: d.Links
    all: list[str]
    stage_again: str = ""
    host_again: str = ""


LinksOf = Callable[[str, Session], Addresses]
"""The links of a gathering by its id, as things stand."""


class Kept(Protocol):
    """What listeners need to know of the gathering they listen to."""

    id: str
    epoch: Instant
    session: Session
    clock: Clock
    links: LinksOf
    over: bool


_encode = msgspec.json.Encoder().encode


class Page(NamedTuple):
    """A document as bytes of JSON, and its version."""

    version: int
    body: bytes


class Listener:
    """One open stream. When `over` is set it has to end."""

    __slots__ = ("generation", "kind", "over", "person", "wake")

    def __init__(self, kind: Kind, person: Person, generation: int) -> None:
        self.kind: Kind = kind
        self.person = person
        self.generation = generation
        self.wake = asyncio.Event()
        self.over = False


class Listeners:
    """All open streams of one gathering."""

    def __init__(self, keeper: Kept) -> None:
        self._keeper = keeper
        self._all: set[Listener] = set()
        self._by_person: dict[Person, set[Listener]] = {}
        self._pages: dict[Kind, Page] = {}
        self._mine: dict[Person, Page] = {}
        self._told_control = -1
        self._told_version = -1
        self._told_touched = 0
        self._later: asyncio.TimerHandle | None = None
        self._last_told = 0.0
        self._presence = 0
        self._reached = False
        self._unsaved = False

    def __len__(self) -> int:
        return len(self._all)

    def connected(self) -> int:
        """How many people have at least one phone listening."""
        return len(self._by_person)

    def is_connected(self, person: Person) -> bool:
        return person in self._by_person

    def listen(self, kind: Kind, person: Person = -1) -> Listener:
        """A new stream. Its `wake` is set from the start, so that it begins with the newest."""
        listener = Listener(kind, person, self._keeper.session.gathering.host_link)
        self._all.add(listener)
        if kind == "phone":
            self._by_person.setdefault(person, set()).add(listener)
        listener.wake.set()
        listener.over = self._keeper.over
        self._presence += 1
        self._count_changed()
        return listener

    def part(self, listener: Listener) -> None:
        """A stream has ended."""
        self._all.discard(listener)
        mine = self._by_person.get(listener.person)
        if listener.kind == "phone" and mine is not None:
            mine.discard(listener)
            if not mine:
                del self._by_person[listener.person]
                self._mine.pop(listener.person, None)
        self._presence += 1
        self._count_changed()

    def reach(self) -> None:
        """Another device has found its way here: this network lets phones through."""
        if not self._reached:
            self._reached = True
            self._presence += 1
            self._count_changed()

    def note_saved(self, *, saved: bool) -> None:
        """Whether the last change could be written; hosts see it when it could not."""
        if self._unsaved is saved:
            self._unsaved = not saved
            self._presence += 1
            self._count_changed()

    def common(self, kind: Kind) -> Page:
        """The newest document that all listeners of a kind share."""
        if kind not in self._pages:
            self._pages[kind] = self._render(kind)
        return self._pages[kind]

    def mine(self, listener: Listener) -> Page:
        """The newest document of this listener's own."""
        session = self._keeper.session
        if listener.kind != "phone":
            return self._of_the_house(listener.kind)
        person = listener.person
        known = self._mine.get(person)
        if known is None or known.version != session.touched[person]:
            known = Page(session.touched[person], _encode(own.mine(session, person)))
            self._mine[person] = known
        return known

    def tell(self) -> None:
        """After a change: wake whom it concerns."""
        session = self._keeper.session
        self._end_those_who_must()
        if session.control != self._told_control:
            self._tell_all()
            return
        self._tell_touched()
        if session.told_version != self._told_version:
            self._count_changed()

    def end_all(self) -> None:
        """Every stream has to end, now."""
        if self._later is not None:
            self._later.cancel()
        for listener in self._all:
            listener.over = True
            listener.wake.set()

    def _tell_touched(self) -> None:
        stamps, since = self._keeper.session.touched, self._told_touched
        for person, streams in self._by_person.items():
            if stamps[person] > since:
                for listener in streams:
                    listener.wake.set()
        self._told_touched = self._keeper.session.version

    def _count_changed(self) -> None:
        """Counts are told together, a quarter of a second apart."""
        if self._later is not None or self._keeper.over:
            return
        loop = asyncio.get_running_loop()
        wait = max(0.0, self._last_told + BETWEEN_COUNTS - loop.time())
        self._later = loop.call_later(wait, self._tell_all)

    def _tell_all(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None
        session = self._keeper.session
        self._told_control, self._told_version = session.control, session.told_version
        self._told_touched = session.version
        self._last_told = asyncio.get_running_loop().time()
        self._pages.clear()
        for listener in self._all:
            listener.wake.set()

    def _end_those_who_must(self) -> None:
        gathering = self._keeper.session.gathering
        for listener in self._all:
            renewed = listener.kind == "host" and listener.generation != gathering.host_link
            gone = listener.kind == "phone" and gathering.people.whereabouts[listener.person] == FORGOTTEN
            if renewed or gone:
                listener.over = True
                listener.wake.set()

    def _render(self, kind: Kind) -> Page:
        keeper = self._keeper
        session, epoch, now = keeper.session, keeper.epoch, keeper.clock()
        document: d.Common
        if kind == "host":
            join = self._addresses().links.join
            document = host_view.host_common(session, epoch, now, join, self.connected())
            document.host.reached, document.host.unsaved = self._reached, self._unsaved
            # Who is connected is no event; this keeps the version growing all the same, over restarts too.
            document.version += epoch // PRESENCE_STEP + self._presence
        elif kind == "stage":
            document = view.stage_common(session, epoch, now, self._addresses().links.join)
        else:
            document = view.common(session, epoch, now)
        return Page(document.version, _encode(document))

    def _addresses(self) -> Addresses:
        return self._keeper.links(self._keeper.id, self._keeper.session)

    def _of_the_house(self, kind: Kind) -> Page:
        """What host and stage have of their own: the links."""
        gathering, known = self._keeper.session.gathering, self._addresses()
        code, version = gathering.code, gathering.host_link + len(gathering.went_on) + 1
        if kind == "host":
            again = known.host_again or UNSET
            mine = h.HostMine(version=version, code=code, links=known.links, addresses=known.all, again=again)
            return Page(version, _encode(mine))
        again = known.stage_again or UNSET
        return Page(
            version, _encode(d.StageMine(version=version, code=code, join=known.links.join, again=again))
        )
