"""The documents that screens show: one `common` per kind of screen, one `mine` per person. The wire contract.

Every instant is in milliseconds since the epoch on the server's clock. The screens' TypeScript types are
generated from these structs, so the two cannot drift apart.
"""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from tingsha.board.view import BoardStands
from tingsha.follow_up.view import Contact
from tingsha.pairs.looking import Knows
from tingsha.receipt.view import Attention
from tingsha.rounds.steps import Form, Step

Kind = Literal["think", "find", "turn", "swap", "bell", "breathe", "debrief"]
Phase = Literal["lobby", "running", "together", "closed"]
Language = str
"""A language whose words there are, by its code: `nl`."""
Mode = Literal["room", "remote", "hybrid"]
Milling = Literal["free", "guided", "numbers"]
Admission = Literal["open", "ask", "locked"]
BellBy = Literal["devices", "host"]
Whereabouts = Literal["waiting", "here", "away", "left", "removed"]
NoticeCode = Literal[
    "are-you-there", "rescued", "partner-left", "late", "joined-you", "alone", "removed", "looking", "asked"
]


class Segment(Struct, omit_defaults=True):
    """A stretch of the timeline; `round` counts from 1 (0 for think and debrief), `speaker` 0 or 1 in a turn."""

    kind: Kind
    round: int
    starts: int
    ends: int
    speaker: int | UnsetType = UNSET


class Question(Struct):
    challenge: str
    give_and_take: str


class Invitation(Struct, omit_defaults=True):
    """The two questions, perhaps others per round; in Liquid Courage the five `openers` stand in their place."""

    challenge: str
    give_and_take: str
    per_round: list[Question] | UnsetType = UNSET
    openers: list[str] | UnsetType = UNSET
    openers_in: str | UnsetType = UNSET
    """The language of the openers, where they stand."""


class PlanView(Struct):
    """Seconds per segment; `find_s` is filled in by the size of the crowd where the host left it open."""

    rounds: int
    turn_s: int
    think_s: int
    find_s: int
    swap_s: int
    breathe_s: int
    debrief_s: int


class Counts(Struct):
    """`here`: joined and not away; `in_conversation`: in a unit of the running round; `looking`: hands up."""

    here: int
    in_conversation: int
    looking: int


class DebriefStep(Struct):
    kind: Step
    starts: int
    ends: int


class Debrief(Struct):
    """The steps in which people look back, within the last segment of the timeline."""

    form: Form
    steps: list[DebriefStep]


class Common(Struct, omit_defaults=True, kw_only=True):
    """What every participant's phone shows; the same bytes for all."""

    version: int
    control: int
    epoch: int
    phase: Phase
    title: str
    language: Language
    mode: Mode
    milling: Milling
    preset: str
    groups: list[str]
    picture: str
    invitation: Invitation
    plan: PlanView
    lasts_ms: int
    counts: Counts
    timeline: list[Segment]
    keep_until: int
    rehearsal: bool
    bell: BellBy
    swap_cue: bool = True
    follow_up: bool
    """Whether people may exchange cards and find a buddy."""
    web: Literal["off", "after", "now"]
    """Who met whom on the stage: not, when the debrief is over, or as soon as the rounds are."""
    whole: bool = False
    """Of all gatherings of the community, not of this one only."""
    community: str = ""
    """The community that this gathering belongs to, if any: under which a phone keeps its own key."""
    receipt: bool
    patterns: list[str]
    introductions: bool = False
    """Needs and offers on the board may find each other."""
    board: BoardStands | UnsetType = UNSET
    """Where people may share in writing after the rounds."""
    paused_at: int | UnsetType = UNSET
    round_bells: list[int] | UnsetType = UNSET
    ring_at: int | UnsetType = UNSET
    closing_at: int | UnsetType = UNSET
    debrief: Debrief | UnsetType = UNSET
    again: str | UnsetType = UNSET
    """The code of the gathering in which this group goes on."""
    counted: list[int] | UnsetType = UNSET
    """By number: how many people counted off, for each round."""


class StageCommon(Common, kw_only=True):
    """The stage shows how to join as well."""

    code: str
    join: str
    attention: Attention | UnsetType = UNSET


class Partner(Struct):
    """Somebody to talk with. `knows`, in free milling: these two have met, or are of one group."""

    participant: str
    name: str
    group: str | None
    phone: bool
    knows: Knows | UnsetType = UNSET


class LookingPage(Struct):
    """Some of those who look for somebody; `after` asks for the next."""

    people: list[Partner]
    after: int | None


class BeaconView(Struct):
    colour: str
    shape: str


class TrioTurn(Struct):
    """A member's turn in a trio; times count from the start of the round's turn 0."""

    speaker: int
    after_ms: int
    lasts_ms: int


class Envelope(Struct, omit_defaults=True, kw_only=True):
    """Whom to meet in a round and where; the phone opens it when the round's `find` begins.

    `spot` is a number from 1. `label` is what is written at that spot: the number, a name, or a place in a grid such
    as C4, of which `row` is the letter.
    """

    round: int
    partners: list[Partner]
    spot: int
    label: str = ""
    row: str = ""
    beacon: BeaconView
    speaker: int
    turns: list[TrioTurn] | UnsetType = UNSET
    found: bool = False
    told: dict[str, bool] | UnsetType = UNSET
    """What this person said afterwards of each partner, by id: whether they talked."""


class Four(Struct):
    """Looking back in fours: the other pair (once: the two other pairs), and whether they come here. Otherwise one goes
    to them: what is written at their spot, and a sign to look for."""

    others: list[Partner]
    stays: bool
    label: str
    beacon: BeaconView


class Beside(Struct):
    """Somebody who looks along on this phone, and where they go: the open round and the two after it."""

    participant: str
    name: str
    envelopes: list[Envelope]


class Notice(Struct):
    code: NoticeCode
    params: dict[str, str | int]


class Mine(Struct, omit_defaults=True, kw_only=True):
    """This person's own document. `speaker` in an envelope is this person's turn (0, 1 or 2). `tags`, in free milling:
    for each round what another types to say that they stand before this person."""

    version: int
    participant: str
    code: str
    """The gathering's, for a phone that came by a personal link."""
    name: str
    group: str | None
    place: Literal["room", "remote"] | None
    away: bool
    envelopes: list[Envelope]
    state: Whereabouts
    looking: bool = False
    seeking: bool = False
    joker: bool = False
    """Takes part only when the number is odd."""
    named: bool = False
    known: bool = False
    """Known in the community by a phone of their own."""
    proposals: list[Partner] | UnsetType = UNSET
    contacts: list[Contact] | UnsetType = UNSET
    notice: Notice | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
    beside: list[Beside] | UnsetType = UNSET
    four: Four | UnsetType = UNSET


class Links(Struct):
    join: str
    host: str
    stage: str


class StageMine(Struct, omit_defaults=True, kw_only=True):
    """`again`: the stage's link to the gathering in which the group goes on; the stage moves along by itself."""

    version: int
    code: str
    join: str
    again: str | UnsetType = UNSET


class PublicCard(Struct, kw_only=True):
    """What whoever knows the code may know before joining."""

    id: str
    title: str
    language: Language
    mode: Mode
    milling: Milling
    groups: list[str]
    languages: list[str]
    phase: Phase
    picture: str
    keep_until: int
    admission: Admission
    roster: bool
    rehearsal: bool
    community: str


class Opened(Struct):
    id: str
    code: str
    host_token: str
    stage_token: str
    links: Links
    version: int
