"""What comes in by POST besides the commands of the rooms. Nothing that is drawn on the server can be sent."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from tingsha.gathering.commands import (
    HOST,
    Arrive,
    InvitationAsked,
    Open,
    Place,
    PlanAsked,
    Preset,
    SpotsAsked,
)
from tingsha.words import Command, Role

RequestId = Annotated[str, Meta(max_length=64, pattern=r"^[A-Za-z0-9_-]*$")]
"""Made by the client, at random: repeating a request with it gives the same answer."""


CommunityToken = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]
"""128 random bits, made by whoever begins a community and kept by who may add gatherings to it."""
LEAST_KEY, MOST_KEY = 16, 64
DeviceKey = Annotated[str, Meta(min_length=LEAST_KEY, max_length=MOST_KEY)]
"""Made by a phone, at random, for one community. Whoever guessed it would be taken for its owner: no short ones."""


class Opening(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A gathering as the host wants it. Without `milling` it is `guided` when groups mix or people are remote.

    Only *liquid-courage* needs no invitation: its five open sentences stand in the questions' place.
    """

    id: RequestId = ""
    title: str
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
    community: CommunityToken | None = None
    keep_days: int = 30

    def command(self, request: str, community: str) -> Open:
        """`community` is the id that belongs to the token."""
        return Open(
            id=request, title=self.title, language=self.language, mode=self.mode, milling=self.milling, plan=self.plan,
            preset=self.preset, spots=self.spots,
            invitation=self.invitation, groups=self.groups, languages=self.languages, board=self.board, web=self.web,
            receipt=self.receipt,
            rehearsal=self.rehearsal, community=community, keep_days=self.keep_days,
        )  # fmt: skip


class Joining(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who comes in by their own phone."""

    id: RequestId = ""
    name: str = ""
    group: str | None = None
    languages: list[str] = []
    place: Place | None = None
    roster_id: str | None = None
    device_key: DeviceKey | None = None

    def command(self, request: str, participant: str) -> Arrive:
        return Arrive(
            id=request, participant=participant, name=self.name, group=self.group, languages=self.languages,
            place=self.place, roster_id=self.roster_id,
        )  # fmt: skip


class Entering(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The token of a link, to be changed for a cookie."""

    id: RequestId = ""
    token: Annotated[str, Meta(max_length=128)]


class Knocking(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A phone that asks whether it is known in the community of a gathering, or to be forgotten there."""

    id: RequestId = ""
    device_key: DeviceKey


class Again(Command, frozen=True, kw_only=True, tag="again"):
    """A new gathering with the same questions, plan, groups and list of people. When this one is closed, its stage goes
    along, and its people may. `rehearsal`: a short one to try things out, which nobody is asked along to."""

    may = HOST

    rehearsal: bool = False
    bring: list[str] = []
    """Who of those without a phone comes along too."""


class ComeAlong(Command, frozen=True, kw_only=True, tag="come-along"):
    """Go along to the gathering in which this group goes on, by the name and in the group one has here."""

    may = frozenset({Role.PARTICIPANT})


class KnowMe(Command, frozen=True, kw_only=True, tag="know-me"):
    """Know this phone, too, as mine at the next gathering of this community."""

    may = frozenset({Role.PARTICIPANT})

    device_key: str


class LeaveCommunity(Command, frozen=True, kw_only=True, tag="leave-community"):
    """Erase me from all gatherings of this community, this one included."""

    may = frozenset({Role.PARTICIPANT})


class SendCrowd(Command, frozen=True, kw_only=True, tag="send-crowd"):
    """So many people who do not exist come to this rehearsal."""

    may = HOST

    people: int


class SendCrowdHome(Command, frozen=True, kw_only=True, tag="send-crowd-home"):
    """They go home again."""

    may = HOST


class Erase(Command, frozen=True, kw_only=True, tag="erase"):
    """Delete this gathering and everything in it, now."""

    may = HOST


AT_THE_DOOR: tuple[type[Command], ...] = (
    Again, ComeAlong, KnowMe, LeaveCommunity, SendCrowd, SendCrowdHome, Erase,
)  # fmt: skip
"""Commands that need more than their gathering's own keeper."""
