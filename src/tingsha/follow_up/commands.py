"""What may be asked about staying in touch."""

from typing import Any

from msgspec import Struct

from tingsha.words import Command, Role

PARTICIPANT = frozenset({Role.PARTICIPANT})


class ContactCard(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How somebody can be reached; at least one of these besides the name."""

    name: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""


class TurnFollowUp(Command, frozen=True, kw_only=True, tag="follow-up"):
    """The host lets people exchange cards and find a buddy, or no longer; what both agreed to stays."""

    may = frozenset({Role.HOST})
    steers = True

    on: bool


class OfferContact(Command, frozen=True, kw_only=True, tag="offer-contact"):
    """Give a partner one's card, on condition that they give theirs. A later offer takes an earlier one's place."""

    may = PARTICIPANT

    participant: str
    card: ContactCard


class TakeBackContact(Command, frozen=True, kw_only=True, tag="take-back-contact"):
    """Take back an offer that has not been answered."""

    may = PARTICIPANT

    participant: str


class WantBuddy(Command, frozen=True, kw_only=True, tag="want-buddy"):
    """Wish to ask each other later how it went, or no longer; it holds when both wish so."""

    may = PARTICIPANT

    participant: str
    want: bool


COMMANDS: tuple[Any, ...] = (TurnFollowUp, OfferContact, TakeBackContact, WantBuddy)
