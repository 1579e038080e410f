"""What may be asked about the board.

Who shares without a name asks with a ticket in place of a token, so that no command says both who and what.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta

from tingsha.words import Command, Role

HOST = frozenset({Role.HOST})
PARTICIPANT = frozenset({Role.PARTICIPANT})
TICKET = frozenset({Role.TICKET})

Kind = Literal["insight", "need", "offer"]
Secret = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{32,64}$")]
"""Made by the phone, at random, and kept there: whoever knows it takes the contribution back."""
Ticket = Annotated[str, Meta(max_length=128)]


class TurnBoard(Command, frozen=True, kw_only=True, tag="board"):
    """The host lets people share in writing after the rounds, or no longer; then nothing of it is shown."""

    may = HOST
    steers = True

    on: bool


class ShowBoard(Command, frozen=True, kw_only=True, tag="show-board"):
    """The host puts the board on the stage, or takes it away again."""

    may = HOST

    show: bool


class TakeDown(Command, frozen=True, kw_only=True, tag="take-down"):
    """The host takes a contribution off the board for good."""

    may = HOST

    contribution: str


class TakeTicket(Command, frozen=True, kw_only=True, tag="take-ticket"):
    """A phone takes the one ticket of its owner, whether or not they are going to share anything."""

    may = PARTICIPANT
    untraced = True


class Share(Command, frozen=True, kw_only=True, tag="share"):
    """Share something under one's own name."""

    may = PARTICIPANT
    untraced = True

    kind: Kind
    words: str
    secret: Secret


class Contribute(Command, frozen=True, kw_only=True, tag="contribute"):
    """Share something without a name."""

    may = TICKET
    untraced = True

    ticket: Ticket
    kind: Kind
    words: str
    secret: Secret


class MeToo(Command, frozen=True, kw_only=True, tag="me-too"):
    """Say of what another shared: this goes for me too; or no longer."""

    may = TICKET
    untraced = True

    ticket: Ticket
    contribution: str
    on: bool = True


class Withdraw(Command, frozen=True, kw_only=True, tag="withdraw"):
    """Take back what one shared, with a name or without. It is the same answer whether or not there was anything."""

    may = TICKET
    untraced = True
    alone = True

    secret: Secret


class TendBoard(Command, frozen=True, kw_only=True, tag="tend-board"):
    """The next handful can go up, or there is more agreement to be told of."""

    may = frozenset({Role.KEEPER})


COMMANDS: tuple[Any, ...] = (
    TurnBoard, ShowBoard, TakeDown, TakeTicket, Share, Contribute, MeToo, Withdraw, TendBoard,
)  # fmt: skip
