"""The fold: one event after the other, in place. It is the arbiter: what no longer fits is ignored."""

from collections.abc import Sequence

from tingsha.bell import state as bell
from tingsha.flow.session import Session, Undo
from tingsha.gathering import events as g
from tingsha.gathering import state as gathering
from tingsha.pairs import events as p
from tingsha.pairs import state as pairs
from tingsha.rounds import events as r
from tingsha.rounds import state as rounds
from tingsha.words import Event, Person, Said, Steering, Unsaid

COMINGS_AND_GOINGS = (
    g.Admitted, g.SteppedOut, g.CameBack, g.HasLeft, g.Removed, g.Restored, g.Forgotten,
)  # fmt: skip


def evolve(session: Session, event: Event) -> bool:
    """Take one event in. False: it did not fit (any more) and changed nothing but the version."""
    session.version += 1
    if isinstance(event, Steering) and event.base != session.control:
        return False
    undo = _undo(session, event)
    touched = _take_in(session, event)
    if touched is None:
        return False
    if isinstance(event, Steering):
        session.control += 1
    if undo is not None:
        _remember(session, undo)
    _mark(session, event, touched)
    return True


def say(session: Session, fact: Said | Unsaid) -> None:
    """Take a text in, or out."""
    if isinstance(fact, Said):
        session.texts[fact.key] = fact.words
    elif fact.key.endswith("*"):
        for key in [each for each in session.texts if each.startswith(fact.key[:-1])]:
            del session.texts[key]
    else:
        session.texts.pop(fact.key, None)


def _take_in(session: Session, event: Event) -> Sequence[Person] | None:
    room = _ROOM.get(type(event))
    if room == "gathering":
        touched = gathering.evolve(session.gathering, event)
        if touched is not None:
            _tell_pairs(session, event)
        return touched
    if room == "pairs":
        return pairs.evolve(session.pairs, event)
    if room == "rounds" and rounds.evolve(session.rounds, event):
        if isinstance(event, r.StartUndone):
            pairs.clear(session.pairs)
        return range(len(session.gathering.people)) if isinstance(event, r.StartUndone) else ()
    if room == "bell" and bell.evolve(session.bell, event):
        return ()
    return None


def _tell_pairs(session: Session, event: Event) -> None:
    if isinstance(event, COMINGS_AND_GOINGS):
        pairs.unsettle(session.pairs, event.person)
    elif isinstance(event, (g.Arrived, g.KeptApart)):
        session.pairs.restless = True


def _mark(session: Session, event: Event, touched: Sequence[Person]) -> None:
    """Note which documents changed: theirs, and for changes of a person's looks their partners' too."""
    people, stamps = len(session.gathering.people), session.touched
    if len(stamps) < people:
        stamps.extend([session.version] * (people - len(stamps)))
    for person in touched:
        if person < people:
            stamps[person] = session.version
    if isinstance(event, (g.Renamed, *COMINGS_AND_GOINGS)):
        for partner in session.pairs.partners(event.person):
            stamps[partner] = session.version
    if not isinstance(event, p.EnvelopeSeen):
        session.common_version = session.version


def _undo(session: Session, event: Event) -> Undo | None:
    """What taking this event back will need, noted before it is taken in."""
    if isinstance(event, r.Started):
        return Undo("start")
    if isinstance(event, r.Extended):
        return Undo("extend", (event.seconds,))
    if isinstance(event, g.Removed):
        return Undo("remove", (event.person,))
    if isinstance(event, g.AdmissionSet):
        return Undo("admission", words=session.gathering.admission)
    if isinstance(event, p.PlacesSwapped):
        return Undo("swap", (event.round, event.a, event.b))
    return None


MOST_UNDO = 20


def _remember(session: Session, undo: Undo) -> None:
    session.undo[session.version] = undo
    if undo.what == "start":
        session.undo = {session.version: undo}
    while len(session.undo) > MOST_UNDO:
        del session.undo[next(iter(session.undo))]


_ROOM: dict[type[Event], str] = (
    dict.fromkeys(g.EVENTS, "gathering")
    | dict.fromkeys(p.EVENTS, "pairs")
    | dict.fromkeys(r.EVENTS, "rounds")
    | dict.fromkeys(bell.e.EVENTS, "bell")
)
