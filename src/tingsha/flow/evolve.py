"""The fold: one event after the other, in place. It is the arbiter: what no longer fits is ignored."""

from collections.abc import Sequence

from tingsha.bell import state as bell
from tingsha.flow.fits import fits
from tingsha.flow.session import Session, Undo
from tingsha.gathering import events as g
from tingsha.gathering import state as gathering
from tingsha.pairs import events as p
from tingsha.pairs import state as pairs
from tingsha.pairs.said import unsettle
from tingsha.rounds import events as r
from tingsha.rounds import state as rounds
from tingsha.rounds.plan import running
from tingsha.words import Event, Person, Said, Steering, Unsaid

COMINGS_AND_GOINGS = (
    g.Admitted, g.SteppedOut, g.CameBack, g.HasLeft, g.Removed, g.Restored, g.Forgotten,
)  # fmt: skip


def evolve(session: Session, event: Event) -> bool:
    """Take one event in. False: it did not fit (any more) and changed nothing but the version."""
    session.version += 1
    if isinstance(event, Steering) and event.base != session.control:
        return False
    if not fits(session, event):
        return False
    undo = _undo(session, event)
    touched = _take_in(session, event)
    if touched is None:
        return False
    if isinstance(event, Steering):
        session.control += 1
    _remember(session, event, undo)
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
        return None if touched is None else (*touched, *_tell_pairs(session, event))
    if room == "pairs":
        return pairs.evolve(session.pairs, event)
    if room == "rounds":
        return _pass_time(session, event)
    if room == "bell" and bell.evolve(session.bell, event):
        return ()
    return None


def _pass_time(session: Session, event: Event) -> Sequence[Person] | None:
    before = session.turns()
    if not rounds.evolve(session.rounds, event):
        return None
    if isinstance(event, r.StartUndone):
        pairs.clear(session.pairs)
        return range(len(session.gathering.people))
    # The thirds of a trio are counted from the turns, and stand in its members' own documents.
    changed = [round_ for round_, lasts in session.turns().items() if before.get(round_, lasts) != lasts]
    return [person for round_ in changed for person in session.pairs.table(round_).crowded()]


def _tell_pairs(session: Session, event: Event) -> Sequence[Person]:
    if isinstance(event, COMINGS_AND_GOINGS):
        return unsettle(session.pairs, event.person)
    if isinstance(event, (g.Arrived, g.KeptApart)):
        session.pairs.restless = True
    # Whom somebody proposed to sees their name.
    to = session.pairs.proposed.get(event.person) if isinstance(event, g.Renamed) else None
    return () if to is None else (to,)


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
        place = running(session.rounds.timeline, session.rounds.now(event.at))
        return Undo("extend", (event.seconds, -1 if place is None else place))
    if isinstance(event, g.Removed):
        return Undo("remove", (event.person,))
    if isinstance(event, g.AdmissionSet):
        return Undo("admission", words=session.gathering.admission)
    if isinstance(event, p.PlacesSwapped):
        return Undo("swap", (event.round, event.a, event.b))
    return None


MOST_UNDO = 20


def _remember(session: Session, event: Event, undo: Undo | None) -> None:
    if isinstance(event, (r.Extended, p.PlacesSwapped, g.AdmissionSet, g.Restored)) and event.undoes:
        session.undo.pop(event.undoes, None)
        return
    if undo is None:
        return
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
