"""What has happened to the time."""

from tingsha.rounds.steps import Form
from tingsha.words import Event, Instant, Steering


class PlanChosen(Event, frozen=True, kw_only=True, tag="plan-chosen"):
    """Seconds per segment, as asked for; `find_s` -1 leaves it to the crowd's size."""

    rounds: int
    turn_s: int
    think_s: int
    find_s: int
    swap_s: int
    breathe_s: int
    debrief_s: int


class Started(Steering, frozen=True, kw_only=True, tag="started"):
    at: Instant
    find_s: int


class StartUndone(Steering, frozen=True, kw_only=True, tag="start-undone"):
    pass


class Paused(Steering, frozen=True, kw_only=True, tag="paused"):
    at: Instant


class Resumed(Steering, frozen=True, kw_only=True, tag="resumed"):
    at: Instant


class Extended(Steering, frozen=True, kw_only=True, tag="extended"):
    """`undoes` is the version of the extension that this one takes back, if it does."""

    at: Instant
    seconds: int
    undoes: int = 0


class Skipped(Steering, frozen=True, kw_only=True, tag="skipped"):
    at: Instant


class EndSet(Steering, frozen=True, kw_only=True, tag="end-set"):
    """The segment at this place of the timeline (from 0) ends at `ends` after all; takes back the skip `undoes`."""

    segment: int
    ends: Instant
    undoes: int


class TurnsSet(Steering, frozen=True, kw_only=True, tag="turns-set"):
    """Turns of so many seconds in the rounds whose talking has not begun. `undoes` is the version of the
    setting that this one takes back, if it does."""

    at: Instant
    seconds: int
    undoes: int = 0


class DebriefSet(Steering, frozen=True, kw_only=True, tag="debrief-set"):
    """Looking back in this form from `at` on, so many seconds per step."""

    at: Instant
    form: Form
    steps_s: list[int]


class CameTogether(Steering, frozen=True, kw_only=True, tag="came-together"):
    at: Instant


class Closed(Steering, frozen=True, kw_only=True, tag="closed"):
    at: Instant


EVENTS: tuple[type[Event], ...] = (
    PlanChosen, Started, StartUndone, Paused, Resumed, Extended, Skipped, EndSet, TurnsSet, DebriefSet, CameTogether,
    Closed,
)  # fmt: skip
