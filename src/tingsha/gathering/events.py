"""What has happened around the door."""

from typing import Literal

from tingsha.words import Event, Instant, Person, Steering


class GatheringOpened(Event, frozen=True, kw_only=True, tag="opened"):
    at: Instant
    language: str
    mode: Literal["room", "remote", "hybrid"]
    milling: Literal["free", "guided", "numbers"]
    preset: str = "classic"
    code: str
    picture: str
    seed: int
    keep_days: int
    groups: int = 0
    languages: list[str] = []
    rehearsal: bool = False
    board: bool = False
    web: bool = False
    receipt: bool = False
    community: str = ""
    """Which community this gathering belongs to, as an id; empty for none."""


class Arrived(Event, frozen=True, kw_only=True, tag="arrived"):
    """Somebody came in; the fold gives the next number. `group` is a place in the list of groups, -1 for none."""

    participant: str
    at: Instant
    group: int = -1
    languages: list[str] = []
    place: Literal["room", "remote"] | None = None
    phone: bool = True
    waiting: bool = False
    roster: str | None = None
    met: list[str] = []
    """Whom this person met in an earlier gathering that they came along from, by their ids in this one."""
    beside: Person = -1
    """On whose phone this person looks along; -1 for nobody's."""


class Admitted(Event, frozen=True, kw_only=True, tag="admitted"):
    person: Person


class SteppedOut(Event, frozen=True, kw_only=True, tag="stepped-out"):
    person: Person


class CameBack(Event, frozen=True, kw_only=True, tag="came-back"):
    person: Person


class HasLeft(Event, frozen=True, kw_only=True, tag="left"):
    person: Person


class Removed(Event, frozen=True, kw_only=True, tag="removed"):
    person: Person


class Restored(Event, frozen=True, kw_only=True, tag="restored"):
    """A removal taken back: the person is again what they were before it. `undoes` is its version."""

    person: Person
    undoes: int = 0


class Renamed(Event, frozen=True, kw_only=True, tag="renamed"):
    """The new name lies in the vault; the log only knows that it changed."""

    person: Person


class TakenForOne(Event, frozen=True, kw_only=True, tag="taken-for-one"):
    """The newcomer is this person, come in anew: their phone is this person's from now on."""

    person: Person
    newcomer: Person


class Forgotten(Event, frozen=True, kw_only=True, tag="forgotten"):
    """Somebody asked to be erased: name gone from the vault, place in the columns empty for ever."""

    person: Person


class MadeKnown(Event, frozen=True, kw_only=True, tag="made-known"):
    """One more phone is known in the community as this person; by what, lies in the vault."""

    person: Person


class KeptApart(Event, frozen=True, kw_only=True, tag="kept-apart"):
    """Two people who are never paired again. Which of them asked for it is nowhere written; `by_hand` when the
    host did, who may take it back."""

    a: Person
    b: Person
    by_hand: bool = False


class MayMeet(Event, frozen=True, kw_only=True, tag="may-meet"):
    """What the host kept apart may meet again, unless one of the two wants otherwise. `undoes` is its version."""

    a: Person
    b: Person
    undoes: int = 0


class JokerNamed(Event, frozen=True, kw_only=True, tag="joker-named"):
    """From now on this person takes part only when the number is odd; or (`on` false) always, like everybody."""

    person: Person
    on: bool


class AdmissionSet(Steering, frozen=True, kw_only=True, tag="admission-set"):
    """`undoes` is the version of the setting that this one takes back, if it does."""

    admission: Literal["open", "ask", "locked"]
    undoes: int = 0


class HostLinkRenewed(Steering, frozen=True, kw_only=True, tag="host-link-renewed"):
    """From now on only links of this generation open the host's page."""

    generation: int


class WentOn(Event, frozen=True, kw_only=True, tag="went-on"):
    """The group goes on in another gathering, with this id and code."""

    gathering: str
    code: str


class RosterPlaced(Steering, frozen=True, kw_only=True, tag="roster-placed"):
    revision: int
    rows: int
    groups: int


EVENTS = (
    GatheringOpened, Arrived, Admitted, SteppedOut, CameBack, HasLeft, Removed, Restored, Renamed, TakenForOne,
    Forgotten, MadeKnown, KeptApart, MayMeet, JokerNamed, AdmissionSet, HostLinkRenewed, WentOn,
    RosterPlaced,
)  # fmt: skip
