"""Events and commands as bytes: how they stand in the log, and how they come over the wire."""

from typing import Any, Union

import msgspec

from tingsha.bell import commands as bell_commands
from tingsha.bell import events as bell_events
from tingsha.board import commands as board_commands
from tingsha.board import events as board_events
from tingsha.follow_up import commands as follow_up_commands
from tingsha.follow_up import events as follow_up_events
from tingsha.gathering import commands as gathering_commands
from tingsha.gathering import events as gathering_events
from tingsha.harvest import commands as harvest_commands
from tingsha.harvest import events as harvest_events
from tingsha.introductions import commands as introduction_commands
from tingsha.introductions import events as introduction_events
from tingsha.pairs import commands as pairs_commands
from tingsha.pairs import events as pairs_events
from tingsha.receipt import commands as receipt_commands
from tingsha.receipt import events as receipt_events
from tingsha.rounds import commands as rounds_commands
from tingsha.rounds import events as rounds_events
from tingsha.who_met_whom import commands as web_commands
from tingsha.who_met_whom import events as web_events
from tingsha.words import Command, Event, Role

EVENTS: tuple[type[Event], ...] = (
    *gathering_events.EVENTS, *pairs_events.EVENTS, *rounds_events.EVENTS, *bell_events.EVENTS,
    *harvest_events.EVENTS, *follow_up_events.EVENTS, *web_events.EVENTS, *receipt_events.EVENTS,
    *board_events.EVENTS, *introduction_events.EVENTS,
)  # fmt: skip
COMMANDS: tuple[type[Command], ...] = (
    *gathering_commands.COMMANDS, *pairs_commands.COMMANDS, *rounds_commands.COMMANDS, *bell_commands.COMMANDS,
    *harvest_commands.COMMANDS, *follow_up_commands.COMMANDS, *web_commands.COMMANDS, *receipt_commands.COMMANDS,
    *board_commands.COMMANDS, *introduction_commands.COMMANDS,
)  # fmt: skip

BY_POST = frozenset({Role.HOST, Role.PARTICIPANT})
# A roster is too long for a command's body and comes by a PUT of its own.
_NAMES = {
    command.__struct_config__.tag: command
    for command in COMMANDS
    if command.may & BY_POST and command is not gathering_commands.PlaceRoster
}

_any_event: Any = Union[EVENTS]  # noqa: UP007 - built from the list of events
_any_command: Any = Union[tuple(_NAMES.values())]  # noqa: UP007
_encoder = msgspec.json.Encoder()
_events = msgspec.json.Decoder(_any_event)
_commands = msgspec.json.Decoder(_any_command)


def event_bytes(event: Event) -> bytes:
    """An event as one line of JSON."""
    return _encoder.encode(event)


def read_event(body: bytes) -> Event:
    """The event in a record of the log. Raises msgspec.ValidationError for what this version cannot read."""
    return _events.decode(body)


def read_command(body: bytes | dict[str, Any]) -> Command:
    """A command that a host or participant may send. Raises msgspec.DecodeError or msgspec.ValidationError."""
    if isinstance(body, dict):
        return msgspec.convert(body, _any_command)
    return _commands.decode(body)


def command_names() -> dict[str, type[Command]]:
    """Every command that comes over the wire, by its `type`."""
    return {str(name): command for name, command in _NAMES.items()}
