"""What people and the host may ask about being here."""

from typing import Any, Literal

from msgspec import Struct

from tingsha.words import Command, Role

Place = Literal["room", "remote"]
Admission = Literal["open", "ask", "locked"]
Preset = Literal["classic", "quick", "first-day", "cross-functional", "innovators-apart", "liquid-courage"]
"""What a gathering is for: it changes the host's notes, and with *liquid-courage* what stands instead of questions."""

PARTICIPANT = frozenset({Role.PARTICIPANT})
HOST = frozenset({Role.HOST})


class Questions(Struct, frozen=True, forbid_unknown_fields=True):
    challenge: str
    give_and_take: str


class InvitationAsked(Struct, frozen=True, forbid_unknown_fields=True):
    challenge: str
    give_and_take: str
    per_round: list[Questions] = []


class PlanAsked(Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds per segment; without `find_s` the crowd's size proposes it at the start."""

    rounds: int = 3
    turn_s: int = 120
    think_s: int = 30
    find_s: int | None = None
    swap_s: int = 5
    breathe_s: int = 20
    debrief_s: int = 240


class SpotsAsked(Struct, frozen=True, forbid_unknown_fields=True):
    """Where people stand: a number of spots, or rows and columns of a grid, or a name for each. One of the three.

    `room_m2`: how large the room is, in square metres; a packed one takes longer to cross.
    """

    count: int | None = None
    rows: int | None = None
    columns: int | None = None
    names: list[str] = []
    room_m2: int | None = None


class Open(Command, frozen=True, kw_only=True, tag="open"):
    """Open a gathering. Codes, keys and the picture are drawn outside and come along in `drawn`."""

    may = frozenset({Role.OPENER})

    title: str = ""
    language: str = "nl"
    mode: Literal["room", "remote", "hybrid"] = "room"
    milling: Literal["free", "guided", "numbers"] | None = None
    preset: Preset = "classic"
    plan: PlanAsked = PlanAsked()
    invitation: InvitationAsked | None = None
    groups: list[str] = []
    languages: list[str] = []
    spots: SpotsAsked | None = None
    board: bool = False
    web: bool = False
    receipt: bool = False
    rehearsal: bool = False
    community: str = ""
    keep_days: int = 30
    drawn: dict[str, str] = {}


class Arrive(Command, frozen=True, kw_only=True, tag="arrive"):
    """Come in through the door, by one's own phone. `participant` is drawn outside; `device` is a keyed hash of the key
    by which this phone is known in the community; `met` are those here whom they met at its earlier gatherings."""

    may = frozenset({Role.NEWCOMER})

    participant: str = ""
    name: str = ""
    group: str | None = None
    languages: list[str] = []
    place: Place | None = None
    roster_id: str | None = None
    device: str = ""
    met: list[str] = []


class AddPerson(Command, frozen=True, kw_only=True, tag="add-person"):
    """The host adds somebody who has no phone."""

    may = HOST

    name: str
    group: str | None = None
    languages: list[str] = []
    place: Place | None = None
    roster_id: str | None = None


class CarryAlong(Command, frozen=True, kw_only=True, tag="carry-along"):
    """Somebody without a phone comes along from an earlier gathering, because the host says so, or because the owner of
    the phone that they look along on does (`beside`). `participant` and `met` as in `arrive`."""

    may = frozenset({Role.KEEPER})

    participant: str
    name: str
    group: str | None = None
    languages: list[str] = []
    place: Place | None = None
    roster_id: str | None = None
    met: list[str] = []
    beside: str = ""


class SharePhone(Command, frozen=True, kw_only=True, tag="share-phone"):
    """We are two on this phone: a second person, whose way this phone shows too."""

    may = PARTICIPANT

    name: str
    group: str | None = None


class StepOut(Command, frozen=True, kw_only=True, tag="step-out"):
    may = PARTICIPANT


class ComeBack(Command, frozen=True, kw_only=True, tag="come-back"):
    may = PARTICIPANT


class Leave(Command, frozen=True, kw_only=True, tag="leave"):
    may = PARTICIPANT


class EraseMe(Command, frozen=True, kw_only=True, tag="erase-me"):
    may = PARTICIPANT


class ReEntry(Command, frozen=True, kw_only=True, tag="re-entry"):
    """Ask for one's personal link, for a new phone. Nothing happens in the gathering."""

    may = PARTICIPANT


class MakeKnown(Command, frozen=True, kw_only=True, tag="make-known"):
    """This phone, too, is known in the community as this person. `device` as in `arrive`."""

    may = frozenset({Role.KEEPER})

    participant: str
    device: str


class Block(Command, frozen=True, kw_only=True, tag="block"):
    """Never be paired with this person (again). The other is not told."""

    may = PARTICIPANT
    untraced = True

    participant: str


class SetAdmission(Command, frozen=True, kw_only=True, tag="admission"):
    may = HOST
    steers = True

    admission: Admission


class Admit(Command, frozen=True, kw_only=True, tag="admit"):
    may = HOST

    participant: str


class Remove(Command, frozen=True, kw_only=True, tag="remove"):
    may = HOST

    participant: str


class SetAway(Command, frozen=True, kw_only=True, tag="missing"):
    """The host knows that somebody is not there."""

    may = HOST

    participant: str


class SetBack(Command, frozen=True, kw_only=True, tag="back"):
    """The host knows that somebody without a phone is there again."""

    may = HOST

    participant: str


class Rename(Command, frozen=True, kw_only=True, tag="rename"):
    may = HOST

    participant: str
    name: str


class TakeForOne(Command, frozen=True, kw_only=True, tag="take-for-one"):
    """Two who came in are one and the same, whose phone had died: who came first stays, the phone of who came last
    goes on for them."""

    may = HOST

    a: str
    b: str


class Apart(Command, frozen=True, kw_only=True, tag="apart"):
    """Two people who are never to be paired."""

    may = HOST

    a: str
    b: str


class Joker(Command, frozen=True, kw_only=True, tag="joker"):
    """This person (the host, as a rule) takes part only when the number is odd, so that it becomes even."""

    may = HOST

    participant: str
    on: bool


class NewHostLink(Command, frozen=True, kw_only=True, tag="new-host-link"):
    may = HOST
    steers = True


class GoOn(Command, frozen=True, kw_only=True, tag="go-on"):
    """This group goes on in another gathering."""

    may = frozenset({Role.KEEPER})

    gathering: str
    code: str


class RosterRow(Struct, frozen=True):
    """One person who is expected."""

    name: str
    group: str | None = None
    languages: list[str] = []
    place: Place | None = None


class PlaceRoster(Command, frozen=True, kw_only=True, tag="place-roster"):
    """Lay the list of expected people on the table, in place of an earlier one."""

    may = HOST
    steers = True

    rows: list[RosterRow]


COMMANDS: tuple[Any, ...] = (
    Open, Arrive, AddPerson, CarryAlong, SharePhone, StepOut, ComeBack, Leave, EraseMe, ReEntry, MakeKnown, Block,
    SetAdmission, Admit, Remove, SetAway, SetBack, Rename, TakeForOne, Apart, Joker, NewHostLink, GoOn, PlaceRoster,
)  # fmt: skip
