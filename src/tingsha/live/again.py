"""The same gathering once more: same questions, plan and groups; nobody in it yet."""

from tingsha.flow.session import Session
from tingsha.gathering.commands import InvitationAsked, Open, PlanAsked, Questions, SpotsAsked
from tingsha.invitation.view import questions
from tingsha.pairs.laying import NAME


def same_again(session: Session) -> Open:
    """The opening of a gathering like this one."""
    gathering, plan = session.gathering, session.rounds.plan
    both, own = questions(session.texts, plan.rounds)
    return Open(
        title=session.texts.get("title", ""),
        language=gathering.language,  # type: ignore[arg-type]
        mode=gathering.mode,  # type: ignore[arg-type]
        milling=gathering.milling,  # type: ignore[arg-type]
        preset=gathering.preset,  # type: ignore[arg-type]
        plan=PlanAsked(
            rounds=plan.rounds, turn_s=plan.turn_s, think_s=plan.think_s,
            find_s=None if session.rounds.find_by_crowd else plan.find_s,
            swap_s=plan.swap_s, breathe_s=plan.breathe_s, debrief_s=plan.debrief_s,
        ),
        invitation=None if gathering.preset == "liquid-courage" else InvitationAsked(
            both.challenge, both.give_and_take, [Questions(each.challenge, each.give_and_take) for each in own]
        ),
        groups=[label for place in range(gathering.groups) if (label := session.group(place))],
        languages=list(gathering.languages),
        spots=_spots(session),
        board=gathering.board,
        web=session.web.on,
        rehearsal=gathering.rehearsal,
        keep_days=gathering.keep_days,
    )  # fmt: skip


def _spots(session: Session) -> SpotsAsked | None:
    spots = session.pairs.spots
    asked = SpotsAsked(
        count=None if spots.columns or spots.named else spots.count or None,
        rows=spots.rows or None,
        columns=spots.columns or None,
        names=[session.texts[f"{NAME}{spot}"] for spot in range(1, spots.count + 1)] if spots.named else [],
        room_m2=spots.room_m2 or None,
    )
    return None if asked == SpotsAsked() else asked
