"""Deciding on what is asked of the time: start, pause, longer, shorter, on."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from tingsha.gathering.commands import PlanAsked
from tingsha.gathering.state import Gathering
from tingsha.pairs.events import FoursFormed
from tingsha.pairs.fours import fours
from tingsha.pairs.people import paired
from tingsha.pairs.state import Pairs
from tingsha.rounds import commands as c
from tingsha.rounds import events as e
from tingsha.rounds.plan import Plan
from tingsha.rounds.state import CLOSED, LOBBY, RUNNING, TOGETHER, Rounds
from tingsha.rounds.steps import STEPS, lengths
from tingsha.words import Asked, Decision, Refusal

MOST_ROUNDS: Final = 10
MOST_EXTEND_S: Final = 3_600
LIMITS: Final = {
    "turn_s": (15, 600), "think_s": (0, 600), "find_s": (0, 600), "swap_s": (0, 60), "breathe_s": (0, 300),
    "debrief_s": (0, 3_600),
}  # fmt: skip
MOST_STEP_S: Final = 1_800
REHEARSAL_LIMITS: Final = {name: (min(least, 1), 3_600) for name, (least, _most) in LIMITS.items()}
"""In a rehearsal any length from a second on will do."""


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    pairs: Pairs
    rounds: Rounds
    control: int

    def plan(self) -> Plan:
        """The plan as it would be for those who are here."""
        ...


def choose_plan(asked: PlanAsked, limits: Mapping[str, tuple[int, int]]) -> Decision:
    """The plan of an opening, held against its limits in seconds."""
    if not 1 <= asked.rounds <= MOST_ROUNDS:
        return Refusal("rounds-out-of-range", {"least": 1, "most": MOST_ROUNDS})
    for name, (least, most) in limits.items():
        seconds = getattr(asked, name)
        if seconds is not None and not least <= seconds <= most:
            return Refusal("plan-out-of-range", {"field": name, "least": least, "most": most})
    find_s = -1 if asked.find_s is None else asked.find_s
    return [
        e.PlanChosen(
            rounds=asked.rounds, turn_s=asked.turn_s, think_s=asked.think_s, find_s=find_s, swap_s=asked.swap_s,
            breathe_s=asked.breathe_s, debrief_s=asked.debrief_s,
        )
    ]  # fmt: skip


def _start(session: Sees, asked: Asked) -> Decision:
    if session.rounds.phase != LOBBY:
        return Refusal("already-started")
    plan = session.plan()
    started = e.Started(base=session.control, at=asked.at, find_s=plan.find_s)
    if session.gathering.milling != "guided":
        return [started]
    return [
        started,
        *paired(session.gathering, session.pairs.spots, plan.rounds, asked.seed, base=session.control + 1),
    ]


def _while_running(event: Callable[..., Any]):
    def decide(session: Sees, asked: Asked) -> Decision:
        if refusal := _not_running(session, asked):
            return refusal
        return [event(base=session.control, at=asked.at)]

    return decide


def _not_running(session: Sees, asked: Asked) -> Refusal | None:
    if session.rounds.phase not in (RUNNING, TOGETHER) or session.rounds.segment(asked.at) is None:
        return Refusal("not-running")
    return None


def _pause(session: Sees, asked: Asked) -> Decision:
    if refusal := _not_running(session, asked):
        return refusal
    if session.rounds.paused_at is not None:
        return Refusal("already-paused")
    return [e.Paused(base=session.control, at=asked.at)]


def _resume(session: Sees, asked: Asked) -> Decision:
    if session.rounds.paused_at is None:
        return Refusal("not-paused")
    return [e.Resumed(base=session.control, at=asked.at)]


def _extend(session: Sees, asked: Asked) -> Decision:
    seconds = asked.command.seconds
    if refusal := _not_running(session, asked):
        return refusal
    if seconds == 0 or abs(seconds) > MOST_EXTEND_S:
        return Refusal("extend-out-of-range", {"most": MOST_EXTEND_S})
    return [e.Extended(base=session.control, at=asked.at, seconds=seconds)]


def _turns(session: Sees, asked: Asked) -> Decision:
    seconds, rehearsal = asked.command.seconds, session.gathering.rehearsal
    least, most = (REHEARSAL_LIMITS if rehearsal else LIMITS)["turn_s"]
    if not session.rounds.turns_to_come(asked.at):
        return Refusal("no-turns-to-come")
    if not least <= seconds <= most:
        return Refusal("plan-out-of-range", {"field": "turn_s", "least": least, "most": most})
    return [e.TurnsSet(base=session.control, at=asked.at, seconds=seconds)]


def _debrief(session: Sees, asked: Asked) -> Decision:
    command: c.Debrief = asked.command
    if session.rounds.phase != TOGETHER:
        return Refusal("not-together")
    seconds = command.steps_s
    if seconds is None:
        seconds = lengths(command.form, session.rounds.plan.debrief_s)
    if len(seconds) != len(STEPS[command.form]) or not all(0 <= each <= MOST_STEP_S for each in seconds):
        return Refusal("steps-out-of-range", {"steps": len(STEPS[command.form]), "most": MOST_STEP_S})
    begun = e.DebriefSet(base=session.control, at=asked.at, form=command.form, steps_s=seconds)
    if "fours" not in STEPS[command.form]:
        return [begun]
    made = fours(session.gathering, session.pairs.tables[: max(1, session.rounds.laid())], asked.seed)
    return [begun, FoursFormed(base=session.control + 1, fours=made)] if made else [begun]


def _together(session: Sees, asked: Asked) -> Decision:
    if session.rounds.phase != RUNNING:
        return Refusal("not-running")
    return [e.CameTogether(base=session.control, at=asked.at)]


def _close(session: Sees, asked: Asked) -> Decision:
    if session.rounds.phase == CLOSED:
        return Refusal("closed")
    return [e.Closed(base=session.control, at=asked.at)]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.Start: _start,
    c.Pause: _pause,
    c.Resume: _resume,
    c.Extend: _extend,
    c.Skip: _while_running(e.Skipped),
    c.Next: _together,
    c.ComeTogether: _together,
    c.Turns: _turns,
    c.Debrief: _debrief,
    c.Close: _close,
}
