"""The documents of the host's page. The wire contract, as in `documents`."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from tingsha.flow.documents import Admission, Links, StageCommon, Whereabouts
from tingsha.pairs.view import SpotsView


class PersonName(Struct):
    participant: str
    name: str


class Undoable(Struct):
    """An event (its version) that `undo` still takes back, the kind of thing it was, and whom it was about."""

    event: int
    what: str
    people: list[PersonName]


class Outlook(Struct):
    """What the pairing could reach at best with those who are here now, over all rounds: units, the mixed among
    them, whether some must meet twice. `crowding`: the group that is larger than all the others together."""

    units: int
    mixed: int
    repeats: bool
    crowding: str | None


class GroupCount(Struct):
    """Of one group (its place in `groups`, -1 for people without one): who is here, in conversation, away."""

    group: int
    here: int
    talking: int
    away: int


class Promise(Struct):
    """What the pairing of one round reached: units, the mixed among them and the bound, repeats, who is unresolved."""

    round: int
    units: int
    trios: int
    mixed: int
    mixed_bound: int
    repeats: int
    unresolved: list[PersonName]


class HostSide(Struct, kw_only=True):
    """What the host sees besides: the door, the people who need a hand, what can be undone."""

    admission: Admission
    people: int
    away: int
    waiting: list[PersonName]
    sitting_out: list[PersonName]
    late: list[PersonName]
    seeking: list[PersonName]
    without_phone: int
    have_talked: int
    connected: int
    trios: int
    spots: SpotsView
    promise: list[Promise]
    undo: list[Undoable]
    roster: int
    acquainted: int
    """Couples here who met at an earlier gathering: strangers come first."""
    outlook: Outlook | None
    by_group: list[GroupCount]
    joker: PersonName | None
    joker_joins: bool
    """Whether the joker takes part in the rounds to come: the others are an odd number."""
    due: int | None
    """When the end was promised, at the start."""
    shorter_turn_s: int | None
    """The length of the turns to come that would make up for being late."""
    reached: bool = False
    """Whether another device has found its way to the door: then this network lets phones through."""
    unsaved: bool = False
    """Whether the last change could not be written."""


class HostCommon(StageCommon, kw_only=True):
    host: HostSide


class HostMine(Struct, omit_defaults=True, kw_only=True):
    """The host's own document: the links; every address of this machine that phones might reach; the host's link
    to the gathering in which the group goes on."""

    version: int
    code: str
    links: Links
    addresses: list[str]
    again: str | UnsetType = UNSET


class PersonRow(Struct, kw_only=True):
    """A line of the host's list of people; `partners` per round, as participant ids; `beside`: on whose phone they look
    along."""

    participant: str
    name: str
    group: str | None
    place: Literal["room", "remote"] | None
    languages: list[str]
    state: Whereabouts
    phone: bool
    beside: str | None
    partners: list[list[str]]


class PeoplePage(Struct):
    people: list[PersonRow]
    after: int | None
