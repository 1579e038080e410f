"""What the host may ask of the bell."""

from typing import Any

from tingsha.words import Command, Role

HOST = frozenset({Role.HOST})


class Ring(Command, frozen=True, kw_only=True, tag="ring"):
    """Only a sound: nothing in the timeline changes."""

    may = HOST
    steers = True


class ClosingRing(Command, frozen=True, kw_only=True, tag="closing-ring"):
    """Every device whose sound is on rings once together, also where the host rings a real bell."""

    may = HOST
    steers = True


class MyOwnBell(Command, frozen=True, kw_only=True, tag="my-own-bell"):
    """The host rings a real bell; every device keeps silent (lights and vibration stay)."""

    may = HOST
    steers = True

    on: bool


class SwapCue(Command, frozen=True, kw_only=True, tag="swap-cue"):
    """Whether a change of turns is heard and seen; off, each pair shares its time by itself."""

    may = HOST
    steers = True

    on: bool


COMMANDS: tuple[Any, ...] = (Ring, ClosingRing, MyOwnBell, SwapCue)
