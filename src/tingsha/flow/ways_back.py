"""What taking an event back will need, noted just before the event is taken in."""

from collections.abc import Callable
from typing import Any

from tingsha.flow.session import Row, Session, Undo
from tingsha.gathering import events as g
from tingsha.pairs import events as p
from tingsha.rounds import events as r
from tingsha.rounds.plan import running
from tingsha.rounds.state import RUNNING
from tingsha.words import SECOND, Event


def way_back(session: Session, event: Event) -> Undo | None:
    """How this event is taken back; None for what is not."""
    noting = _NOTED.get(type(event))
    return None if noting is None else noting(session, event)


def _start(_session: Session, _event: r.Started) -> Undo:
    return Undo("start")


def _extend(session: Session, event: r.Extended) -> Undo:
    place = running(session.rounds.timeline, session.rounds.now(event.at))
    return Undo("extend", (event.seconds, -1 if place is None else place))


def _skip(session: Session, event: r.Skipped) -> Undo | None:
    rounds = session.rounds
    place = running(rounds.timeline, rounds.now(event.at))
    if place is None or rounds.phase != RUNNING or place == len(rounds.timeline) - 1:
        return None
    return Undo("skip", (place, rounds.timeline[place].ends, session.pairs.opened))


def _turns(session: Session, event: r.TurnsSet) -> Undo | None:
    coming = session.rounds.turns_to_come(event.at)
    return Undo("turns", ((coming[0].ends - coming[0].starts) // SECOND,)) if coming else None


def _remove(_session: Session, event: g.Removed) -> Undo:
    return Undo("remove", people=(event.person,))


def _admission(session: Session, _event: g.AdmissionSet) -> Undo:
    return Undo("admission", words=session.gathering.admission)


def _apart(_session: Session, event: g.KeptApart) -> Undo | None:
    # What somebody asked for themselves is not the host's to take back, nor to see.
    return Undo("apart", people=(event.a, event.b)) if event.by_hand else None


def _swap(session: Session, event: p.PlacesSwapped) -> Undo:
    return Undo("swap", (event.round, *_figures(session, event.round)), people=(event.a, event.b))


def _together(session: Session, event: p.BroughtTogether) -> Undo:
    change, table = event.change, session.pairs.table(event.change.round)
    rows = tuple(
        Row(
            row,
            table.members(row) if row < len(table.units) else (),
            tuple(each for each in unit if each >= 0),
        )
        for row, unit in zip(change.rows, change.units, strict=True)
    )
    figures = _figures(session, change.round)
    return Undo("together", (change.round, *figures), people=(event.a, event.b), rows=rows)


def _figures(session: Session, round_: int) -> tuple[int, int, int]:
    table = session.pairs.table(round_)
    return table.mixed, table.mixed_bound, table.repeats


_NOTED: dict[type[Event], Callable[[Session, Any], Undo | None]] = {
    r.Started: _start,
    r.Extended: _extend,
    r.Skipped: _skip,
    r.TurnsSet: _turns,
    g.Removed: _remove,
    g.AdmissionSet: _admission,
    g.KeptApart: _apart,
    p.PlacesSwapped: _swap,
    p.BroughtTogether: _together,
}
