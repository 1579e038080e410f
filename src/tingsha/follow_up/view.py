"""What somebody sees of staying in touch: what they offered, and what both gave."""

from typing import Protocol

from msgspec import UNSET, Struct, UnsetType, json

from tingsha.follow_up.commands import ContactCard
from tingsha.follow_up.decide import card_key
from tingsha.follow_up.state import FollowUp
from tingsha.gathering.state import Gathering
from tingsha.words import Person


class Contact(Struct, omit_defaults=True):
    """With one partner: whether I offered my card (`offered`), theirs once both did, and the same for a buddy."""

    participant: str
    offered: bool = False
    card: ContactCard | UnsetType = UNSET
    wanted: bool = False
    buddy: bool = False


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    follow_up: FollowUp
    texts: dict[str, str]


def contacts(session: Sees, person: Person) -> list[Contact]:
    """One for each partner to whom this person said yes to something."""
    follow_up = session.follow_up
    mine = sorted({to for who, to in follow_up.offered | follow_up.wanted if who == person})
    return [_contact(session, person, to) for to in mine]


def _contact(session: Sees, person: Person, to: Person) -> Contact:
    follow_up = session.follow_up
    card = session.texts.get(card_key(session.gathering, to, person), "")
    exchanged = follow_up.exchanged(person, to) and card
    return Contact(
        participant=session.gathering.people.ids[to],
        offered=(person, to) in follow_up.offered,
        card=json.decode(card, type=ContactCard) if exchanged else UNSET,
        wanted=(person, to) in follow_up.wanted,
        buddy=follow_up.buddies(person, to),
    )
