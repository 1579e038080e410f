"""What has happened to the bell."""

from typing import Literal

from tingsha.words import Event, Instant, Steering


class Rung(Steering, frozen=True, kw_only=True, tag="rung"):
    """Every device rings at `at`."""

    at: Instant


class ClosingRung(Steering, frozen=True, kw_only=True, tag="closing-rung"):
    """Every willing device rings once at `at`, whoever rings the bell otherwise."""

    at: Instant


class BellHanded(Steering, frozen=True, kw_only=True, tag="bell-handed"):
    """From now on the devices ring, or the host does."""

    by: Literal["devices", "host"]


class SwapCueSet(Steering, frozen=True, kw_only=True, tag="swap-cue-set"):
    """A change of turns is heard and seen from now on, or is not."""

    on: bool


EVENTS: tuple[type[Event], ...] = (Rung, ClosingRung, BellHanded, SwapCueSet)
