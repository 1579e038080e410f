"""What the host may ask of the time."""

from typing import Any

from tingsha.rounds.steps import Form
from tingsha.words import Command, Role

HOST = frozenset({Role.HOST})


class Start(Command, frozen=True, kw_only=True, tag="start"):
    may = HOST
    steers = True


class Pause(Command, frozen=True, kw_only=True, tag="pause"):
    may = HOST
    steers = True


class Resume(Command, frozen=True, kw_only=True, tag="resume"):
    may = HOST
    steers = True


class Extend(Command, frozen=True, kw_only=True, tag="extend"):
    """Seconds more; negative for less."""

    may = HOST
    steers = True

    seconds: int


class Skip(Command, frozen=True, kw_only=True, tag="skip"):
    may = HOST
    steers = True


class Next(Command, frozen=True, kw_only=True, tag="next"):
    """Come together now, before the rounds are over."""

    may = HOST
    steers = True


class ComeTogether(Command, frozen=True, kw_only=True, tag="come-together"):
    """The last bell has rung."""

    may = frozenset({Role.KEEPER})
    steers = True


class Turns(Command, frozen=True, kw_only=True, tag="turns"):
    """From the next conversation on, each turn lasts so many seconds."""

    may = HOST
    steers = True

    seconds: int


class Debrief(Command, frozen=True, kw_only=True, tag="debrief"):
    """Look back in this form, from its first step on. `steps_s`: seconds per step, when others are wanted."""

    may = HOST
    steers = True

    form: Form
    steps_s: list[int] | None = None


class Close(Command, frozen=True, kw_only=True, tag="close"):
    may = HOST
    steers = True


class Undo(Command, frozen=True, kw_only=True, tag="undo"):
    """Take back the event with this version, as long as it is still listed as undoable."""

    may = HOST
    steers = True

    event: int


COMMANDS: tuple[Any, ...] = (
    Start, Pause, Resume, Extend, Skip, Next, ComeTogether, Turns, Debrief, Close, Undo,
)  # fmt: skip
