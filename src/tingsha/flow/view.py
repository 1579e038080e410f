"""What each kind of viewer is shown. An allow-list: a document holds what is written here and nothing else."""

from typing import Any

from msgspec import UNSET

from tingsha.bell.next_stroke import RING_LEAD
from tingsha.board.view import stands
from tingsha.flow import documents as d
from tingsha.flow.session import Session
from tingsha.invitation.liquid_courage import openers, spoken_in
from tingsha.invitation.view import questions
from tingsha.pairs.table import Table
from tingsha.receipt.view import attention
from tingsha.rounds.plan import Segment
from tingsha.words import Instant, Person

RING_STAYS = 10_000
"""A ring for attention stays in the document this long; older ones would only ring late."""


def common(session: Session, epoch: Instant, at: Instant) -> d.Common:
    """What every participant's phone shows."""
    return d.Common(**common_fields(session, epoch, at))


def stage_common(session: Session, epoch: Instant, at: Instant, join: str) -> d.StageCommon:
    """What the stage shows: nothing personal."""
    told = attention(session.receipt, session.rounds)
    shown = told if told is not None and told.shown else None
    return d.StageCommon(
        **common_fields(session, epoch, at), code=session.gathering.code, join=join, attention=shown or UNSET
    )


def common_fields(session: Session, epoch: Instant, at: Instant) -> dict[str, Any]:
    gathering, rounds, bell = session.gathering, session.rounds, session.bell
    plan = session.plan()
    steps = rounds.steps()
    return {
        "version": session.told_version,
        "control": session.control,
        "epoch": epoch,
        "phase": rounds.phase,
        "title": session.texts.get("title", ""),
        "language": gathering.language,
        "mode": gathering.mode,
        "milling": gathering.milling,
        "preset": gathering.preset,
        "groups": [session.texts.get(f"group:{place}", "") for place in range(gathering.groups)],
        "picture": gathering.picture,
        "invitation": _invitation(session),
        "plan": d.PlanView(
            plan.rounds, plan.turn_s, plan.think_s, plan.find_s, plan.swap_s, plan.breathe_s, plan.debrief_s
        ),
        "lasts_ms": plan.lasts_ms(),
        "counts": _counts(session, at),
        "timeline": [_segment(each) for each in rounds.timeline],
        "keep_until": gathering.keep_until(rounds.closed_at),
        "rehearsal": gathering.rehearsal,
        "bell": bell.by,
        "swap_cue": bell.swap_cue,
        "community": gathering.community,
        **_afterwards(session),
        "introductions": session.introductions.on,
        "board": stands(session) or UNSET,
        "paused_at": UNSET if rounds.paused_at is None else rounds.paused_at,
        "round_bells": rounds.bells() or UNSET,
        "counted": session.pairs.counts(plan.rounds) or UNSET,
        "ring_at": _recent(bell.ring_at, at),
        "closing_at": _recent(bell.closing_at, at),
        "debrief": d.Debrief(rounds.form, [_step(each) for each in steps]) if steps else UNSET,
    }


def _afterwards(session: Session) -> dict[str, Any]:
    went_on = session.gathering.went_on
    return {
        "follow_up": session.follow_up.on,
        "web": session.web.when,
        "whole": session.web.whole,
        "receipt": session.receipt.on,
        "patterns": session.patterns(),
        "again": went_on[-1][1] if went_on else UNSET,
    }


def _recent(ring: Instant | None, at: Instant) -> Any:
    return UNSET if ring is None or at > ring + RING_LEAD + RING_STAYS else ring


def _step(step: Segment) -> d.DebriefStep:
    return d.DebriefStep(step.kind, step.starts, step.ends)  # type: ignore[arg-type]


def _segment(segment: Segment) -> d.Segment:
    speaker = UNSET if segment.speaker < 0 else segment.speaker
    return d.Segment(segment.kind, segment.round, segment.starts, segment.ends, speaker)  # type: ignore[arg-type]


def _invitation(session: Session) -> d.Invitation:
    if session.gathering.preset == "liquid-courage":
        language = session.gathering.language
        return d.Invitation("", "", openers=openers(language), openers_in=spoken_in(language))
    both, own = questions(session.texts, session.rounds.plan.rounds)
    per_round = [d.Question(each.challenge, each.give_and_take) for each in own]
    return d.Invitation(both.challenge, both.give_and_take, per_round or UNSET)


def _counts(session: Session, at: Instant) -> d.Counts:
    pairs, here = session.pairs, session.gathering.here
    round_ = session.meeting_round(at)
    hands = {person for person, raised in pairs.hands.items() if raised == round_}
    looking = len(hands | pairs.seeking.keys())
    if session.gathering.milling != "guided":
        onlooker = session.gathering.stands_by >= 0
        talking = here - onlooker - looking if session.opened_round(at) else 0
        return d.Counts(here, max(0, talking), looking)
    open_round = session.opened_round(at)
    return d.Counts(here, len(in_units(session.pairs.table(open_round))) if open_round else 0, looking)


def in_units(table: Table) -> list[Person]:
    """Everybody who shares a unit with somebody."""
    units = table.units[(table.units >= 0).sum(1) > 1]
    return units[units >= 0].tolist()


def public_card(session: Session, gathering_id: str) -> d.PublicCard:
    """What whoever knows the code may know before joining."""
    gathering, rounds = session.gathering, session.rounds
    return d.PublicCard(
        id=gathering_id,
        title=session.texts.get("title", ""),
        language=gathering.language,  # type: ignore[arg-type]
        mode=gathering.mode,  # type: ignore[arg-type]
        milling=gathering.milling,  # type: ignore[arg-type]
        groups=[session.texts.get(f"group:{place}", "") for place in range(gathering.groups)],
        languages=gathering.languages,
        phase=rounds.phase,  # type: ignore[arg-type]
        picture=gathering.picture,
        keep_until=gathering.keep_until(rounds.closed_at),
        admission=gathering.admission,  # type: ignore[arg-type]
        roster=gathering.roster_rows > 0,
        rehearsal=gathering.rehearsal,
        community=gathering.community,
    )
