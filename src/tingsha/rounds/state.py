"""The slice of a session that knows the time: phase, plan and timeline."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from tingsha.rounds import events as e
from tingsha.rounds.find import LEAST_S
from tingsha.rounds.plan import (
    Plan,
    Segment,
    extended,
    lasting,
    resumed,
    running,
    skipped,
    timeline,
    together_now,
    turns_to_come,
    with_turns,
)  # fmt: skip
from tingsha.rounds.steps import STEPS, Form, lengths, steps
from tingsha.words import SECOND, Event, Instant

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
    due: Instant | None = None
    """When the end was promised, at the start."""
    form: Form = "voices"
    stepped: list[Segment] = field(default_factory=list[Segment])
    """The steps of looking back, once they are no longer as the plan had them."""

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

    def laid(self) -> int:
        """How many rounds stand in the timeline: all that are planned; in the end, those that people talked in."""
        return max((each.round for each in self.timeline if each.kind == "turn"), default=0)

    def ends(self, at: Instant) -> Instant:
        """When all is over as things stand; while paused that moves along with the clock."""
        waits = 0 if self.paused_at is None else max(0, at - self.paused_at)
        return self.timeline[-1].ends + waits

    def turns_to_come(self, at: Instant) -> list[Segment]:
        return turns_to_come(self.timeline, self.now(at))

    def steps(self) -> list[Segment]:
        """The steps of looking back; empty before there is a timeline."""
        if self.stepped or not self.timeline:
            return self.stepped
        debrief = self.timeline[-1]
        return steps(self.form, debrief.starts, lengths(self.form, (debrief.ends - debrief.starts) // SECOND))

    def looks_back(self, now: Instant) -> bool:
        """Whether the running segment is the debrief, whose steps are steered one by one."""
        return bool(self.timeline) and self.timeline[-1].starts <= now < self.timeline[-1].ends

    def plan_with(self, find_s: int) -> Plan:
        """The plan as it would be with this time to find each other, where the host has left that open."""
        return replace(self.plan, find_s=find_s) if self.find_by_crowd else self.plan


def evolve(rounds: Rounds, event: Event) -> bool:
    """Take an event into the time, in place. False: it does not fit any more and is ignored."""
    handler = _HANDLERS.get(type(event))
    return handler(rounds, event) if handler else False


def _plan_chosen(r: Rounds, event: e.PlanChosen) -> bool:
    if r.phase != LOBBY:
        return False
    r.find_by_crowd = event.find_s < 0
    find_s = LEAST_S if r.find_by_crowd else event.find_s
    r.plan = Plan(
        event.rounds, event.turn_s, event.think_s, find_s, event.swap_s, event.breathe_s, event.debrief_s
    )
    return True


def _started(r: Rounds, event: e.Started) -> bool:
    if r.phase != LOBBY:
        return False
    r.plan = replace(r.plan, find_s=event.find_s)
    r.phase, r.timeline, r.paused_at = RUNNING, timeline(r.plan, event.at), None
    r.due, r.form, r.stepped = r.timeline[-1].ends, "voices", []
    return True


def _start_undone(r: Rounds, _event: e.StartUndone) -> bool:
    if r.phase != RUNNING:
        return False
    r.phase, r.timeline, r.paused_at, r.due = LOBBY, [], None, None
    return True


def _paused(r: Rounds, event: e.Paused) -> bool:
    if r.paused_at is not None or running(r.timeline, event.at) is None:
        return False
    r.paused_at = event.at
    return True


def _resumed(r: Rounds, event: e.Resumed) -> bool:
    paused_at = r.paused_at
    if paused_at is None:
        return False
    _shift(r, paused_at, lambda line: resumed(line, paused_at, event.at))
    r.paused_at = None
    return True


def _extended(r: Rounds, event: e.Extended) -> bool:
    now = r.now(event.at)
    return _shift(r, now, lambda line: extended(line, now, event.seconds))


def _skipped(r: Rounds, event: e.Skipped) -> bool:
    now = r.now(event.at)
    return _shift(r, now, lambda line: skipped(line, now))


def _shift(r: Rounds, now: Instant, change: Callable[[list[Segment]], list[Segment]]) -> bool:
    """Change the timeline; while people look back, its steps instead, and the debrief ends with the last of them."""
    if not r.looks_back(now):
        before = r.timeline
        r.timeline = change(before)
        return r.timeline is not before
    before = r.steps()
    r.stepped = change(before)
    _end_with_steps(r)
    return r.stepped is not before


def _end_with_steps(r: Rounds) -> None:
    r.timeline = lasting(r.timeline, len(r.timeline) - 1, r.stepped[-1].ends)


def _end_set(r: Rounds, event: e.EndSet) -> bool:
    if event.segment >= len(r.timeline) or event.ends < r.timeline[event.segment].starts:
        return False
    r.timeline = lasting(r.timeline, event.segment, event.ends)
    return True


def _turns_set(r: Rounds, event: e.TurnsSet) -> bool:
    before = r.timeline
    r.timeline = with_turns(before, r.now(event.at), event.seconds)
    return r.timeline is not before


def _debrief_set(r: Rounds, event: e.DebriefSet) -> bool:
    if r.phase != TOGETHER or len(event.steps_s) != len(STEPS[event.form]):
        return False
    r.form = event.form
    r.stepped = steps(event.form, max(r.now(event.at), r.timeline[-1].starts), event.steps_s)
    _end_with_steps(r)
    return True


def _came_together(r: Rounds, event: e.CameTogether) -> bool:
    if r.phase != RUNNING:
        return False
    _break_off(r, event.at)
    r.phase = TOGETHER
    return True


def _break_off(r: Rounds, at: Instant) -> None:
    """What was still to come of the rounds does not take place."""
    if r.paused_at is not None:
        r.timeline, r.paused_at = resumed(r.timeline, r.paused_at, at), None
    if at < r.timeline[-1].starts:
        r.timeline = together_now(r.timeline, at)


def _closed(r: Rounds, event: e.Closed) -> bool:
    if r.phase == CLOSED:
        return False
    if r.phase == RUNNING:
        _break_off(r, event.at)
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
    e.EndSet: _end_set,
    e.TurnsSet: _turns_set,
    e.DebriefSet: _debrief_set,
    e.CameTogether: _came_together,
    e.Closed: _closed,
}
