"""The session: one slice per room, and what runs through all of them."""

from array import array
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tingsha.bell.next_stroke import MEND_BEFORE, SETTLE_BEFORE, gate
from tingsha.bell.state import Bell
from tingsha.board.state import Board
from tingsha.follow_up.state import FollowUp
from tingsha.gathering.state import HERE, REMOVED, Gathering
from tingsha.harvest.decide import key
from tingsha.harvest.state import Harvest
from tingsha.introductions.state import Introductions
from tingsha.pairs.state import Pairs
from tingsha.receipt.state import Receipt
from tingsha.rounds.find import find_seconds, way
from tingsha.rounds.plan import Plan, Segment
from tingsha.rounds.state import LOBBY, RUNNING, Rounds
from tingsha.who_met_whom.state import WhoMetWhom
from tingsha.words import SECOND, Instant, Person


class Row(NamedTuple):
    """A row of a round before and after a change."""

    row: int
    before: tuple[Person, ...]
    after: tuple[Person, ...]


ON_EVERY_SCREEN: Final = ("title", "challenge", "give_and_take", "group:")
"""How the keys of texts begin that every screen shows, from the first minute."""


@dataclass(slots=True)
class Undo:
    """How an event is taken back: what it was, and the numbers that taking it back needs."""

    what: str
    numbers: tuple[int, ...] = ()
    words: str = ""
    people: tuple[Person, ...] = ()
    """Whom it is about."""
    rows: tuple["Row", ...] = ()
    """What stood on rows of a round, and what has stood there since."""


@dataclass(slots=True)
class Session:
    """Everything known about one gathering. The fold owns it and changes it in place."""

    gathering: Gathering = field(default_factory=Gathering)
    rounds: Rounds = field(default_factory=Rounds)
    pairs: Pairs = field(default_factory=Pairs)
    bell: Bell = field(default_factory=Bell)
    harvest: Harvest = field(default_factory=Harvest)
    board: Board = field(default_factory=Board)
    follow_up: FollowUp = field(default_factory=FollowUp)
    introductions: Introductions = field(default_factory=Introductions)
    web: WhoMetWhom = field(default_factory=WhoMetWhom)
    receipt: Receipt = field(default_factory=Receipt)
    texts: dict[str, str] = field(default_factory=dict[str, str])
    """Names and texts, from the vault."""

    capacity: int = 1_000_000
    """How many people the operator lets in."""
    version: int = 0
    """How many events were folded."""
    control: int = 0
    """How many of them changed the timeline, the pairing or the host's settings."""
    common_version: int = 0
    """When what everybody sees last changed."""
    touched: "array[int]" = field(default_factory=lambda: array("q"))
    """When each person's own document last changed."""
    undo: dict[int, Undo] = field(default_factory=dict[int, Undo])

    @property
    def told_version(self) -> int:
        """The version of what everybody sees: what the board does stands in no log, and counts as well."""
        return self.common_version + self.board.changes

    def started(self) -> bool:
        return self.rounds.phase != LOBBY

    def plan(self) -> Plan:
        """The plan as it runs; before the start, as it would be for those who are here."""
        if self.rounds.timeline:
            return self.rounds.plan
        spots = self.pairs.spots
        return self.rounds.plan_with(
            find_seconds(self.gathering.here, way(self.gathering, spots), spots.room_m2)
        )

    def person(self, participant: str) -> Person | None:
        return self.gathering.people.number.get(participant)

    def name(self, person: Person) -> str:
        return self.texts.get("name:" + self.gathering.people.ids[person], "")

    def on_every_screen(self) -> list[str]:
        """The title, the questions and the groups."""
        return [words for key, words in self.texts.items() if key.startswith(ON_EVERY_SCREEN)]

    def patterns(self) -> list[str]:
        """As the host heard them."""
        return [self.texts.get(key(place), "") for place in range(1, self.harvest.patterns + 1)]

    def here(self, person: Person) -> bool:
        return self.gathering.people.whereabouts[person] == HERE

    def removed(self, person: Person) -> bool:
        return self.gathering.people.whereabouts[person] == REMOVED

    def group(self, place: int) -> str | None:
        return self.texts.get(f"group:{place}") if place >= 0 else None

    def opened_round(self, at: Instant) -> int:
        """The round whose envelopes are open at an instant, from its finding to its bell; else 0."""
        segment = self.rounds.segment(at)
        return segment.round if segment is not None and segment.kind in ("find", "turn", "swap") else 0

    def still_finding(self, at: Instant) -> bool:
        segment = self.rounds.segment(at)
        return segment is None or segment.kind not in ("turn", "swap")

    def meeting_round(self, at: Instant) -> int:
        """The open round, else the next one to come; 0 in the lobby after the start was undone, and at the end."""
        if self.rounds.phase not in (LOBBY, RUNNING):
            return 0
        round_ = self.opened_round(at) or self.rounds.next_round(at)
        return round_ if round_ <= self.rounds.plan.rounds else 0

    def sealed_rounds(self, at: Instant) -> list[int]:
        """Rounds whose envelopes are not open yet."""
        if self.rounds.phase != RUNNING:
            return []
        return list(range(self.rounds.next_round(at), self.rounds.plan.rounds + 1))

    def rounds_held(self, at: Instant) -> int:
        """How many rounds people have talked in, wholly or in part."""
        closed = self.rounds.closed_at
        now = self.rounds.now(at if closed is None else min(at, closed))
        return max(
            (each.round for each in self.rounds.timeline if each.kind == "turn" and each.starts <= now),
            default=0,
        )

    def may_split(self, at: Instant) -> bool:
        """In the window before a bell in which a unit may be split and phones still have time to confirm."""
        opening, now = gate(self.rounds, self.rounds.next_round(at)), self.rounds.now(at)
        return opening is not None and opening - MEND_BEFORE <= now < opening - SETTLE_BEFORE

    def may_swap(self, round_: int, a: Person, b: Person) -> bool:
        """Whether two people stand in different units of a round, and neither would meet whom they must not."""
        table = self.pairs.table(round_)
        if min(table.row_of(a), table.row_of(b)) < 0 or table.row_of(a) == table.row_of(b):
            return False
        units = ({*table.unit_of(a), b} - {a}, {*table.unit_of(b), a} - {b})
        return not any({*couple} <= unit for couple in self.gathering.apart for unit in units)

    def last_call(self, at: Instant) -> bool:
        """Free milling: the talking has begun and somebody who asked for a partner still has none."""
        round_ = self.opened_round(at)
        if self.gathering.milling != "free" or not round_ or self.still_finding(at):
            return False
        table, words = self.pairs.table(round_), self.pairs.words
        waiting = (each for each in self.pairs.seeking if self.here(each) and len(table.unit_of(each)) < 2)
        return any(
            (word := words.get(each)) is None or (word.code, word.round) != ("alone", round_)
            for each in waiting
        )

    def turns(self) -> dict[int, int]:
        """How long each of two turns of a round lasts as things stand, in ms: what trios share in thirds."""
        planned = dict.fromkeys(range(1, self.rounds.plan.rounds + 1), self.rounds.plan.turn_s * SECOND)
        talks: dict[int, list[Segment]] = {}
        for each in self.rounds.timeline:
            if each.kind in ("turn", "swap"):
                talks.setdefault(each.round, []).append(each)
        swap = self.rounds.plan.swap_s * SECOND
        return planned | {
            round_: (talk[-1].ends - talk[0].starts - swap) // 2 for round_, talk in talks.items()
        }

    def must_settle(self, at: Instant) -> bool:
        """The window is over and there are splits that wait for confirmation."""
        due = self.rounds.next_round(at)
        return not self.may_split(at) and any(round_ <= due for round_, _unit in self.pairs.split)

    def confirmed(self, person: Person) -> bool:
        """Whether this person's phone has shown the newest of their documents."""
        return person < len(self.touched) and self.pairs.has_seen(person) >= self.touched[person]
