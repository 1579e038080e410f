"""What the host's page is shown, and nothing else."""

from itertools import islice
from typing import Any

import numpy as np
from msgspec import UNSET, json

from tingsha.flow import host_documents as h
from tingsha.flow.session import Session
from tingsha.flow.undo import undoable
from tingsha.flow.view import common_fields, in_units
from tingsha.gathering.state import AWAY, FORGOTTEN, HERE, WAITING
from tingsha.pairs.outlook import outlook
from tingsha.pairs.view import spots_view
from tingsha.receipt.view import attention
from tingsha.rounds.late import shorter_turn
from tingsha.rounds.state import LOBBY
from tingsha.words import Instant, Person

MOST_LISTED = 50
"""The host's document names at most this many people per list, and no more than fit; all are paged elsewhere."""
MOST_GROUPS = 24
MOST_BYTES = 16 * 1024


def host_common(session: Session, epoch: Instant, at: Instant, join: str, connected: int) -> h.HostCommon:
    """What the host's page shows."""
    side = _host_side(session, at, connected)
    document = h.HostCommon(
        **common_fields(session, epoch, at),
        code=session.gathering.code,
        join=join,
        host=side,
        attention=attention(session.receipt, session.rounds) or UNSET,
    )
    _shorten(side, len(json.encode(document)) - MOST_BYTES)
    return document


def _shorten(side: h.HostSide, too_long: int) -> None:
    """Leave names out until the document fits, from the longest list first."""
    lists: list[list[Any]] = [
        side.waiting,
        side.sitting_out,
        side.late,
        side.seeking,
        side.by_group,
        *(each.unresolved for each in side.promise),
        *(each.people for each in side.undo),
    ]
    while too_long > 0:
        longest = max(lists, key=len)
        if not longest:
            return
        too_long -= len(json.encode(longest.pop())) + 1


def _host_side(session: Session, at: Instant, connected: int) -> h.HostSide:
    gathering, people = session.gathering, session.gathering.people
    opened = session.opened_round(at)
    table = session.pairs.table(opened) if opened and session.pairs.tables else None
    return h.HostSide(
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
        undo=[
            h.Undoable(version, undo.what, _named(session, list(undo.people)))
            for version, undo in undoable(session, at).items()
        ],
        roster=gathering.roster_rows,
        acquainted=len(gathering.met_before),
        outlook=_outlook(session),
        # Whoever still walks to somebody is not in conversation yet.
        by_group=_by_group(session, 0 if session.still_finding(at) else opened),
        joker=next(iter(_named(session, [gathering.joker] if gathering.joker >= 0 else [])), None),
        joker_joins=gathering.joker >= 0 and gathering.stands_by < 0,
        due=session.rounds.due,
        shorter_turn_s=shorter_turn(session.rounds, at, rehearsal=gathering.rehearsal),
    )  # fmt: skip


def _have_talked(session: Session) -> int:
    """Who was in a conversation that we know of; where people find each other, everybody who was there."""
    rounds = session.rounds.laid()
    if session.gathering.milling != "guided":
        return session.gathering.here if rounds else 0
    talked: set[Person] = set()
    for table in session.pairs.tables[: min(rounds, session.pairs.opened)]:
        talked.update(in_units(table))
    return len(talked)


def _outlook(session: Session) -> h.Outlook | None:
    """Before the start the numbers say what can be promised; after it, the plan does."""
    gathering = session.gathering
    if gathering.milling != "guided" or session.rounds.phase != LOBBY or gathering.here < 2:
        return None
    sizes = _sizes(session, HERE)
    if gathering.stands_by >= 0:
        sizes[gathering.people.group[gathering.stands_by]] -= 1
    if not gathering.groups:
        sizes = [sum(sizes)]
    units, mixed, repeats, crowding = outlook(sizes, session.rounds.plan.rounds)
    # People without a group stand last, as a group of their own that has no name.
    return h.Outlook(units, mixed, repeats, session.group(crowding) if crowding < gathering.groups else None)


def _sizes(session: Session, whereabouts: int) -> list[int]:
    """How many of each group are there; those without one last."""
    people = session.gathering.people
    there = np.frombuffer(bytes(people.whereabouts), np.uint8) == whereabouts
    return _counted(session, np.array(people.group, np.int64)[there])


def _counted(session: Session, groups: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[int]:
    many = session.gathering.groups
    return np.bincount(np.where(groups < 0, many, groups), minlength=many + 1)[: many + 1].tolist()


def _by_group(session: Session, opened: int) -> list[h.GroupCount]:
    """The largest groups first; nothing where people were not asked for theirs."""
    many = session.gathering.groups
    if not many:
        return []
    talking = [0] * (many + 1)
    if opened and session.gathering.milling == "guided":
        groups = np.array(session.gathering.people.group, np.int64)
        talking = _counted(session, groups[in_units(session.pairs.table(opened))])
    here, away = _sizes(session, HERE), _sizes(session, AWAY)
    order = sorted(range(many + 1), key=lambda each: (-here[each] - away[each], each))
    counted = (
        h.GroupCount(each if each < many else -1, here[each], talking[each], away[each])
        for each in order
        if here[each] or away[each]
    )
    return list(islice(counted, MOST_GROUPS))


def _promise(session: Session) -> list[h.Promise]:
    if session.gathering.milling != "guided":
        return []
    return [
        h.Promise(
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


def _named(session: Session, people: list[Person]) -> list[h.PersonName]:
    ids, whereabouts = session.gathering.people.ids, session.gathering.people.whereabouts
    known = (each for each in people if whereabouts[each] != FORGOTTEN)
    return [h.PersonName(ids[each], session.name(each)) for each in islice(known, MOST_LISTED)]
