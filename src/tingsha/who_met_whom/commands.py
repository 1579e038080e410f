"""What may be asked about the picture of who met whom."""

from typing import Any

from tingsha.words import Command, Role


class TurnWeb(Command, frozen=True, kw_only=True, tag="web"):
    """The host shows the picture on the stage, as soon as the rounds are over, or takes it away. `whole`: of all
    gatherings of the community that were turned on as well."""

    may = frozenset({Role.HOST})
    steers = True

    on: bool
    whole: bool = False


class ShowMyName(Command, frozen=True, kw_only=True, tag="show-my-name"):
    """Put one's own name at one's point in the picture, or take it away again."""

    may = frozenset({Role.PARTICIPANT})

    show: bool


class TellMeeting(Command, frozen=True, kw_only=True, tag="we-talked"):
    """Say afterwards whether a conversation that was planned took place."""

    may = frozenset({Role.PARTICIPANT})

    round: int
    participant: str
    talked: bool


COMMANDS: tuple[Any, ...] = (TurnWeb, ShowMyName, TellMeeting)
