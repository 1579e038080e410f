"""What may be asked about the receipt."""

from typing import Any

from tingsha.words import Command, Role

HOST = frozenset({Role.HOST})


class TurnReceipt(Command, frozen=True, kw_only=True, tag="receipt"):
    """The host turns the receipt on or off, before the start, so that nobody is measured unawares."""

    may = HOST
    steers = True

    on: bool


class TellAttention(Command, frozen=True, kw_only=True, tag="tell-attention"):
    """A phone says, once, for how many seconds of the rounds it was looked at."""

    may = frozenset({Role.PARTICIPANT})
    untraced = True

    seconds: int


class ShowReceipt(Command, frozen=True, kw_only=True, tag="show-receipt"):
    """The host puts the receipt on the stage, or takes it away again."""

    may = HOST

    show: bool


class MakeReceipt(Command, frozen=True, kw_only=True, tag="make-receipt"):
    """Enough phones have told since the last one."""

    may = frozenset({Role.KEEPER})


COMMANDS: tuple[Any, ...] = (TurnReceipt, TellAttention, ShowReceipt, MakeReceipt)
