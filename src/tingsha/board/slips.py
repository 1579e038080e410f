"""What hangs on the board, as it is kept: slips of paper under names that only chance or a secret could have made.

A slip has no time and no number, and its name is a hash of something that only a phone knows. So it can be found again
by whoever has that, and by nobody else.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final, Union

from msgspec import Struct, json

from tingsha.board.commands import Kind

NOTE: Final = "changes"
"""The name of the slip that counts how often what is shown has changed."""


class Contribution(Struct, frozen=True, tag="c", tag_field="is", omit_defaults=True):
    """Something shared. `by`: the participant, where it was shared by name; else `ticket`, the mark of a ticket, which
    says of two contributions whether one hand wrote them and nothing more. `shown`: in a handful that has gone up."""

    kind: Kind
    words: str
    by: str = ""
    ticket: str = ""
    shown: bool = False


class Agreement(Struct, frozen=True, tag="a", tag_field="is"):
    """One "me too"; its name is made of a ticket and the contribution, so no two of one person look alike."""

    to: str


class Changes(Struct, frozen=True, tag="n", tag_field="is"):
    count: int


class Yes(Struct, frozen=True, tag="y", tag_field="is", omit_defaults=True):
    """Who has one contribution would like to meet who wrote another. `card`: as typed, once both said so."""

    mine: str
    to: str
    card: str = ""


Slip = Contribution | Agreement | Changes | Yes

_encoder: Final = json.Encoder()
_NAME: Final = re.compile(r"[0-9a-f]{32}")
_slips: Final = json.Decoder(Union[Contribution, Agreement, Changes, Yes])  # noqa: UP007


def slip_bytes(slip: Slip) -> bytes:
    """A slip as it is kept."""
    return _encoder.encode(slip)


def read_slip(body: bytes) -> Slip:
    """A slip as it was kept. Raises msgspec.ValidationError for what this version cannot read."""
    found: Any = _slips.decode(body)
    return found


def name_of(secret: str) -> str:
    """The name of the contribution that this secret takes back."""
    return _hashed("contribution", secret)


def is_name(text: str) -> bool:
    """Whether a contribution could be called so; it may have been taken back since."""
    return _NAME.fullmatch(text) is not None


def mark_of(ticket: str) -> str:
    """The mark that a ticket leaves on what comes with it."""
    return _hashed("ticket", ticket)


def agreement_of(ticket: str, contribution: str) -> str:
    """The name of the "me too" that this ticket gave that contribution."""
    return _hashed("me-too", ticket, contribution)


def yes_of(secret: str, contribution: str) -> str:
    """The name of the yes that whoever has this secret said to that contribution."""
    return _hashed("yes", secret, contribution)


def _hashed(*parts: str) -> str:
    return blake2b(json.encode(parts), digest_size=16).hexdigest()


@dataclass(slots=True)
class Hands:
    """How many people wrote these contributions: at least so many, whoever wrote both with a name and without."""

    tickets: Counter[str] = field(default_factory=Counter[str])
    names: Counter[str] = field(default_factory=Counter[str])

    def add(self, slip: Contribution) -> None:
        counted, whose = self._of(slip)
        counted[whose] += 1

    def take(self, slip: Contribution) -> None:
        counted, whose = self._of(slip)
        counted[whose] -= 1
        if counted[whose] <= 0:
            del counted[whose]

    def people(self) -> int:
        """Somebody may be behind one ticket and one name: so the larger number, never the sum."""
        return max(len(self.tickets), len(self.names))

    def _of(self, slip: Contribution) -> tuple[Counter[str], str]:
        return (self.names, slip.by) if slip.by else (self.tickets, slip.ticket)
