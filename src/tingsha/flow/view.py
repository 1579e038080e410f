"""What each kind of viewer is shown. An allow-list: a document holds what is written here and nothing else."""

from itertools import islice
from typing import Any

from msgspec import UNSET, json

from tingsha.bell.next_stroke import RING_LEAD
from tingsha.flow import documents as d
from tingsha.flow.own import PLACES
from tingsha.flow.session import Session
from tingsha.flow.undo import undoable
from tingsha.gathering.state import AWAY, FORGOTTEN, HERE, WAITING, WHEREABOUTS
from tingsha.invitation.liquid_courage import openers
from tingsha.invitation.view import questions
from tingsha.pairs.table import Table
from tingsha.pairs.view import spots_view
from tingsha.rounds.plan import Segment
from tingsha.words import Instant, Person

RING_STAYS = 10_000
"""A ring for attention stays in the document this long; older ones would only ring late."""
MOST_LISTED = 50
"""The host's document names at most this many people per list, and no more than fit; all are paged elsewhere."""
MOST_BYTES = 16 * 1024


def common(session: Session, epoch: Instant, at: Instant) -> d.Common:
    """What every participant's phone shows."""
    return d.Common(**_common(session, epoch, at))


def stage_common(session: Session, epoch: Instant, at: Instant, join: str) -> d.StageCommon:
    """What the stage shows: nothing personal."""
    return d.StageCommon(**_common(session, epoch, at), code=session.gathering.code, join=join)


def host_common(session: Session, epoch: Instant, at: Instant, join: str, connected: int) -> d.HostCommon:
    """What the host's page shows."""
    side = _host_side(session, at, connected)
    document = d.HostCommon(**_common(session, epoch, at), code=session.gathering.code, join=join, host=side)
    _shorten(side, len(json.encode(document)) - MOST_BYTES)
    return document


def _shorten(side: d.HostSide, too_long: int) -> None:
    """Leave names out until the document fits, from the longest list first."""
    lists = [
        side.waiting,
        side.sitting_out,
        side.late,
        side.seeking,
        *(each.unresolved for each in side.promise),
    ]
    while too_long > 0:
        longest = max(lists, key=len)
        if not longest:
            return
        too_long -= len(json.encode(longest.pop())) + 1


def _common(session: Session, epoch: Instant, at: Instant) -> dict[str, Any]:
    gathering, rounds, bell = session.gathering, session.rounds, session.bell
    plan = rounds.plan if rounds.timeline else rounds.plan_for(gathering.here)
    ring = bell.ring_at
    return {
        "version": session.common_version,
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
        "paused_at": UNSET if rounds.paused_at is None else rounds.paused_at,
        "round_bells": rounds.bells() or UNSET,
        "ring_at": UNSET if ring is None or at > ring + RING_LEAD + RING_STAYS else ring,
    }


def _segment(segment: Segment) -> d.Segment:
    speaker = UNSET if segment.speaker < 0 else segment.speaker
    return d.Segment(segment.kind, segment.round, segment.starts, segment.ends, speaker)  # type: ignore[arg-type]


def _invitation(session: Session) -> d.Invitation:
    if session.gathering.preset == "liquid-courage":
        return d.Invitation("", "", openers=openers(session.gathering.language))
    both, own = questions(session.texts, session.rounds.plan.rounds)
    per_round = [d.Question(each.challenge, each.give_and_take) for each in own]
    return d.Invitation(both.challenge, both.give_and_take, per_round or UNSET)


def _counts(session: Session, at: Instant) -> d.Counts:
    pairs, here = session.pairs, session.gathering.here
    round_ = session.meeting_round(at)
    hands = {person for person, raised in pairs.hands.items() if raised == round_}
    looking = len(hands | pairs.seeking.keys())
    if session.gathering.milling != "guided":
        talking = here - looking if session.opened_round(at) else 0
        return d.Counts(here, max(0, talking), looking)
    open_round = session.opened_round(at)
    return d.Counts(here, _in_units(session.pairs.table(open_round)) if open_round else 0, looking)


def _in_units(table: Table) -> int:
    members = (table.units >= 0).sum(1)
    return int(members[members > 1].sum())


def _host_side(session: Session, at: Instant, connected: int) -> d.HostSide:
    gathering, people = session.gathering, session.gathering.people
    opened = session.opened_round(at)
    table = session.pairs.table(opened) if opened and session.pairs.tables else None
    return d.HostSide(
        admission=gathering.admission,  # type: ignore[arg-type]
        people=gathering.here + gathering.away,
        away=gathering.away,
        waiting=_named(session, [i for i, state in enumerate(people.whereabouts) if state == WAITING]),
        sitting_out=_named(session, [i for i, state in enumerate(people.whereabouts) if state == AWAY]),
        late=_named(session, [i for i, word in session.pairs.words.items() if word.code == "late"]),
        seeking=_named(session, list(session.pairs.seeking)),
        without_phone=sum(1 for i, has in enumerate(people.phone) if not has and people.whereabouts[i] == HERE),
        have_talked=_have_talked(session),
        connected=connected,
        trios=0 if table is None else int(((table.units >= 0).sum(1) == 3).sum()),
        spots=spots_view(session.pairs.spots, gathering.here),
        promise=_promise(session),
        undo=[d.Undoable(version, undo.what) for version, undo in undoable(session, at).items()],
        roster=gathering.roster_rows,
    )  # fmt: skip


def _have_talked(session: Session) -> int:
    """Who was in a conversation that we know of; where people find each other, everybody who was there."""
    if session.gathering.milling != "guided":
        return session.gathering.here if session.rounds.timeline else 0
    talked: set[Person] = set()
    for table in session.pairs.tables[: session.pairs.opened]:
        units = table.units[(table.units >= 0).sum(1) > 1]
        talked.update(units[units >= 0].tolist())
    return len(talked)


def _promise(session: Session) -> list[d.Promise]:
    if session.gathering.milling != "guided":
        return []
    return [
        d.Promise(
            round=round_,
            units=int(((table.units >= 0).sum(1) > 1).sum()),
            trios=int(((table.units >= 0).sum(1) == 3).sum()),
            mixed=table.mixed,
            mixed_bound=table.mixed_bound,
            repeats=table.repeats,
            unresolved=_named(session, table.unresolved),
        )
        for round_, table in enumerate(session.pairs.tables, 1)
    ]


def _named(session: Session, people: list[Person]) -> list[d.PersonName]:
    ids, whereabouts = session.gathering.people.ids, session.gathering.people.whereabouts
    known = (each for each in people if whereabouts[each] != FORGOTTEN)
    return [d.PersonName(ids[each], session.name(each)) for each in islice(known, MOST_LISTED)]


def people_page(session: Session, after: int, most: int) -> d.PeoplePage:
    """A page of the host's list of people, from number `after` on."""
    total = len(session.gathering.people)
    end = min(total, after + most)
    rows = [_row(session, person) for person in range(after, end)]
    return d.PeoplePage(people=rows, after=end if end < total else None)


def _row(session: Session, person: Person) -> d.PersonRow:
    people = session.gathering.people
    spoken = [
        code for bit, code in enumerate(session.gathering.languages) if people.languages[person] >> bit & 1
    ]
    partners = [
        [people.ids[each] for each in table.unit_of(person) if each != person]
        for table in session.pairs.tables
    ]
    return d.PersonRow(
        participant=people.ids[person],
        name=session.name(person),
        group=session.group(people.group[person]),
        place=PLACES[people.place[person]],  # type: ignore[arg-type]
        languages=spoken,
        state=WHEREABOUTS[people.whereabouts[person]],
        phone=bool(people.phone[person]),
        partners=partners,
    )


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
    )
