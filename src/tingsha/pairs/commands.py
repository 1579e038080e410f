"""What people may ask about whom they meet."""

from typing import Any

from msgspec import field

from tingsha.gathering.commands import SpotsAsked
from tingsha.words import Command, Role

PARTICIPANT = frozenset({Role.PARTICIPANT})
HOST = frozenset({Role.HOST})
KEEPER = frozenset({Role.KEEPER})


class Seen(Command, frozen=True, kw_only=True, tag="seen"):
    """My phone shows my document of this version."""

    may = PARTICIPANT

    version: int


class FoundPartner(Command, frozen=True, kw_only=True, tag="found-partner"):
    may = PARTICIPANT

    round: int


class PartnerMissing(Command, frozen=True, kw_only=True, tag="partner-missing"):
    """I see nobody. The partner's phone is asked first."""

    may = PARTICIPANT

    round: int


class Here(Command, frozen=True, kw_only=True, tag="here"):
    """The answer to "are you there?"."""

    may = PARTICIPANT


class Looking(Command, frozen=True, kw_only=True, tag="looking"):
    """My hand is up (or down again): I still look for somebody."""

    may = PARTICIPANT

    looking: bool


class Propose(Command, frozen=True, kw_only=True, tag="propose"):
    may = PARTICIPANT

    to: str


class Accept(Command, frozen=True, kw_only=True, tag="accept"):
    may = PARTICIPANT

    from_: str = field(name="from")


class StandWith(Command, frozen=True, kw_only=True, tag="stand-with"):
    """I have this tag from the other's screen: we stand before each other."""

    may = PARTICIPANT

    tag: str


class FindMeAPartner(Command, frozen=True, kw_only=True, tag="find-me-a-partner"):
    may = PARTICIPANT


class LeavePair(Command, frozen=True, kw_only=True, tag="leave-pair"):
    may = PARTICIPANT

    round: int


class JoinNow(Command, frozen=True, kw_only=True, tag="join-now"):
    """The host brings a late person into the round that is going on."""

    may = HOST

    participant: str


class Swap(Command, frozen=True, kw_only=True, tag="swap"):
    """Two people change places in a round."""

    may = HOST
    steers = True

    round: int
    a: str
    b: str


class LaySpots(Command, frozen=True, kw_only=True, tag="lay-spots"):
    """Say where people stand; without `spots` as many as are needed, numbered."""

    may = HOST
    steers = True

    spots: SpotsAsked | None = None


class BringTogether(Command, frozen=True, kw_only=True, tag="bring-together"):
    """These two are in one unit in this round, and nobody is left alone for it."""

    may = HOST
    steers = True

    round: int
    a: str
    b: str


class CountOff(Command, frozen=True, kw_only=True, tag="count-off"):
    """So many people have counted off. On the way a new count holds from the next finding on."""

    may = HOST
    steers = True

    people: int


class Mend(Command, frozen=True, kw_only=True, tag="mend"):
    """Set the envelopes right for those who came or left."""

    may = KEEPER
    steers = True


class ConfirmMissing(Command, frozen=True, kw_only=True, tag="confirm-missing"):
    """Nobody answered "are you there?" in time."""

    may = KEEPER

    person: int


class OpenRound(Command, frozen=True, kw_only=True, tag="open-round"):
    """The finding of a round begins: its envelopes are opened."""

    may = KEEPER

    round: int


COMMANDS: tuple[Any, ...] = (
    Seen, FoundPartner, PartnerMissing, Here, Looking, Propose, Accept, StandWith, FindMeAPartner, LeavePair, JoinNow,
    Swap, BringTogether, LaySpots, CountOff, Mend, ConfirmMissing, OpenRound,
)  # fmt: skip
