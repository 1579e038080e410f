"""The slice of a session that knows the time: phase, plan and timeline."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from tingsha.rounds import events as e
from tingsha.rounds.plan import (
    Plan,
    Segment,
    extended,
    find_seconds,
    resumed,
    running,
    skipped,
    timeline,
    together_now,
)  # fmt: skip
from tingsha.words import Event, Instant

LOBBY: Final = "lobby"
RUNNING: Final = "running"
TOGETHER: Final = "together"
CLOSED: Final = "closed"


@dataclass(slots=True)
class Rounds:
    phase: Literal["lobby", "running", "together", "closed"] = LOBBY
    plan: Plan = Plan()
    find_by_crowd: bool = True
    timeline: list[Segment] = field(default_factory=list[Segment])
    paused_at: Instant | None = None
    closed_at: Instant | None = None

    def now(self, at: Instant) -> Instant:
        """Where the timeline stands at an instant: while paused it stands still."""
        return self.paused_at if self.paused_at is not None else at

    def segment(self, at: Instant) -> Segment | None:
        place = running(self.timeline, self.now(at))
        return None if place is None else self.timeline[place]

    def bells(self) -> list[Instant]:
        return [each.starts for each in self.timeline if each.kind == "bell"]

    def opens(self, round_: int) -> Instant | None:
        """When the envelope of a round is opened: as its finding begins."""
        return next(
            (each.starts for each in self.timeline if each.kind == "find" and each.round == round_), None
        )

    def next_round(self, at: Instant) -> int:
        """The first round whose finding has not begun; one more than the last when all have."""
        now = self.now(at)
        later = (each.round for each in self.timeline if each.kind == "find" and each.starts > now)
        return next(later, self.plan.rounds + 1) if self.timeline else 1

    def plan_for(self, people: int) -> Plan:
        """The plan as it would be for this many people."""
        return replace(self.plan, find_s=find_seconds(people)) if self.find_by_crowd else self.plan


def evolve(rounds: Rounds, event: Event) -> bool:
    """Take an event into the time, in place. False: it does not fit any more and is ignored."""
    handler = _HANDLERS.get(type(event))
    return handler(rounds, event) if handler else False


def _plan_chosen(r: Rounds, event: e.PlanChosen) -> bool:
    if r.phase != LOBBY:
        return False
    r.find_by_crowd = event.find_s < 0
    find_s = find_seconds(0) if r.find_by_crowd else event.find_s
    r.plan = Plan(
        event.rounds, event.turn_s, event.think_s, find_s, event.swap_s, event.breathe_s, event.debrief_s
    )
    return True


def _started(r: Rounds, event: e.Started) -> bool:
    if r.phase != LOBBY:
        return False
    r.plan = replace(r.plan, find_s=event.find_s)
    r.phase, r.timeline, r.paused_at = RUNNING, timeline(r.plan, event.at), None
    return True


def _start_undone(r: Rounds, _event: e.StartUndone) -> bool:
    if r.phase != RUNNING:
        return False
    r.phase, r.timeline, r.paused_at = LOBBY, [], None
    return True


def _paused(r: Rounds, event: e.Paused) -> bool:
    if r.paused_at is not None or running(r.timeline, event.at) is None:
        return False
    r.paused_at = event.at
    return True


def _resumed(r: Rounds, event: e.Resumed) -> bool:
    if r.paused_at is None:
        return False
    r.timeline, r.paused_at = resumed(r.timeline, r.paused_at, event.at), None
    return True


def _extended(r: Rounds, event: e.Extended) -> bool:
    before = r.timeline
    r.timeline = extended(before, r.now(event.at), event.seconds)
    return r.timeline is not before


def _skipped(r: Rounds, event: e.Skipped) -> bool:
    before = r.timeline
    r.timeline = skipped(before, r.now(event.at))
    return r.timeline is not before


def _came_together(r: Rounds, event: e.CameTogether) -> bool:
    if r.phase != RUNNING:
        return False
    if r.paused_at is not None:
        r.timeline, r.paused_at = resumed(r.timeline, r.paused_at, event.at), None
    if event.at < r.timeline[-1].starts:
        r.timeline = together_now(r.timeline, event.at)
    r.phase = TOGETHER
    return True


def _closed(r: Rounds, event: e.Closed) -> bool:
    if r.phase == CLOSED:
        return False
    r.phase, r.closed_at, r.paused_at = CLOSED, event.at, None
    return True


_HANDLERS: dict[type[Event], Callable[[Rounds, Any], bool]] = {
    e.PlanChosen: _plan_chosen,
    e.Started: _started,
    e.StartUndone: _start_undone,
    e.Paused: _paused,
    e.Resumed: _resumed,
    e.Extended: _extended,
    e.Skipped: _skipped,
    e.CameTogether: _came_together,
    e.Closed: _closed,
}
