"""The fold: one event after the other, in place. It is the arbiter: what no longer fits is ignored."""

from collections.abc import Callable, Sequence
from typing import Any

from tingsha.bell import state as bell
from tingsha.board import events as b
from tingsha.board import state as board
from tingsha.board.slips import read_slip
from tingsha.flow.fits import fits
from tingsha.flow.on_stage import step_aside
from tingsha.flow.session import Session, Undo
from tingsha.flow.ways_back import way_back
from tingsha.follow_up import events as f
from tingsha.follow_up import state as follow_up
from tingsha.gathering import events as g
from tingsha.gathering import state as gathering
from tingsha.harvest import state as harvest
from tingsha.harvest.events import PatternsHeard
from tingsha.introductions import events as i
from tingsha.introductions import state as introductions
from tingsha.pairs import events as p
from tingsha.pairs import state as pairs
from tingsha.pairs.said import unsettle
from tingsha.receipt import events as a
from tingsha.receipt import state as receipt
from tingsha.rounds import events as r
from tingsha.rounds import state as rounds
from tingsha.who_met_whom import events as w
from tingsha.who_met_whom import state as who_met_whom
from tingsha.words import Aside, Event, Person, Pinned, Said, Steering, Unpinned

COMINGS_AND_GOINGS = frozenset({
    g.Admitted, g.SteppedOut, g.CameBack, g.HasLeft, g.Removed, g.Restored, g.Forgotten,
})  # fmt: skip


def evolve(session: Session, event: Event) -> bool:
    """Take one event in. False: it did not fit (any more) and changed nothing but the version."""
    session.version += 1
    kind = type(event)
    steers = isinstance(event, Steering)
    if steers and event.base != session.control:
        return False
    if not fits(session, event):
        return False
    undo = way_back(session, event)
    touched = _IN[kind](session, event)
    if touched is None:
        return False
    if steers and not _leaves_pairs_alone(event):
        session.control += 1
    step_aside(session, event)
    _remember(session, event, undo)
    _mark(session, event, touched)
    return True


def _leaves_pairs_alone(event: Event) -> bool:
    """A look at the envelopes that found all well; whoever steers need not hear of it."""
    if not isinstance(event, p.EnvelopesChanged):
        return False
    return not (event.settled or event.split or any(change.rows for change in event.changes))


def say(session: Session, fact: Aside) -> None:
    """Take in, or out, what is kept beside the log."""
    if isinstance(fact, Said):
        session.texts[fact.key] = fact.words
    elif isinstance(fact, Pinned):
        session.board.pin(fact.name, read_slip(fact.body))
    elif isinstance(fact, Unpinned):
        session.board.unpin(fact.name)
    elif fact.key.endswith("*"):
        for key in [each for each in session.texts if each.startswith(fact.key[:-1])]:
            del session.texts[key]
    else:
        session.texts.pop(fact.key, None)


def _open(session: Session, event: g.GatheringOpened) -> Sequence[Person] | None:
    touched = gathering.evolve(session.gathering, event)
    if touched is not None:
        session.web.when = "after" if event.web else "off"
        session.receipt.on = event.receipt
        session.board.on = event.board
    return touched


def _come_and_go(session: Session, event: Any) -> Sequence[Person] | None:
    touched = gathering.evolve(session.gathering, event)
    if touched is not None and isinstance(event, g.Forgotten):
        who_met_whom.forget(session.web, event.person)
        follow_up.forget(session.follow_up, event.person)
    if touched is not None and isinstance(event, g.Removed | g.Restored):
        participant = session.gathering.people.ids[event.person]
        board.hide(session.board, participant, hidden=isinstance(event, g.Removed))
    return None if touched is None else (*touched, *unsettle(session.pairs, event.person))


def _stir(session: Session, event: Event) -> Sequence[Person] | None:
    touched = gathering.evolve(session.gathering, event)
    if touched is not None:
        session.pairs.restless = True
    return touched


def _rename(session: Session, event: g.Renamed) -> Sequence[Person] | None:
    touched = gathering.evolve(session.gathering, event)
    board.look_again(session.board)
    # Whom somebody proposed to sees their name.
    to = session.pairs.proposed.get(event.person)
    return touched if touched is None or to is None else (*touched, to)


def _set(session: Session, event: Event) -> Sequence[Person] | None:
    return gathering.evolve(session.gathering, event)


def _meet(session: Session, event: Event) -> Sequence[Person] | None:
    return pairs.evolve(session.pairs, event)


def _hear(session: Session, event: PatternsHeard) -> Sequence[Person]:
    harvest.evolve(session.harvest, event)
    return ()


def _pin(session: Session, event: Event) -> Sequence[Person]:
    return board.evolve(session.board, event)


def _follow_up(session: Session, event: Event) -> Sequence[Person] | None:
    return follow_up.evolve(session.follow_up, event)


def _introduce(session: Session, event: Event) -> Sequence[Person]:
    return introductions.evolve(session.introductions, event)


def _weave(session: Session, event: Event) -> Sequence[Person] | None:
    return who_met_whom.evolve(session.web, event)


def _reckon(session: Session, event: Event) -> Sequence[Person] | None:
    return receipt.evolve(session.receipt, event)


def _sound(session: Session, event: Event) -> Sequence[Person] | None:
    return () if bell.evolve(session.bell, event) else None


def _pass_time(session: Session, event: Event) -> Sequence[Person] | None:
    before = session.turns()
    if not rounds.evolve(session.rounds, event):
        return None
    if isinstance(event, r.StartUndone):
        pairs.clear(session.pairs)
        session.web.told.clear()
        return range(len(session.gathering.people))
    # The thirds of a trio are counted from the turns, and stand in its members' own documents.
    changed = [round_ for round_, lasts in session.turns().items() if before.get(round_, lasts) != lasts]
    return [person for round_ in changed for person in session.pairs.table(round_).crowded()]


def _mark(session: Session, event: Event, touched: Sequence[Person]) -> None:
    """Note which documents changed: theirs, and for changes of a person's looks their partners' too."""
    people, stamps, version = len(session.gathering.people.ids), session.touched, session.version
    if len(stamps) < people:
        stamps.extend([version] * (people - len(stamps)))
    for person in touched:
        if person < people:
            stamps[person] = version
    kind = type(event)
    if kind in _LOOKS:
        for partner in session.pairs.partners(event.person):  # type: ignore[attr-defined]
            stamps[partner] = version
    for person, owner in session.gathering.beside.items():
        # Their envelopes stand in the other's document, which moves on to later rounds as they open.
        if stamps[person] == version or kind is p.RoundOpened:
            stamps[owner] = version
    if kind not in _UNSHOWN:
        session.common_version = version


MOST_UNDO = 20


def _remember(session: Session, event: Any, undo: Undo | None) -> None:
    if getattr(event, "undoes", 0):
        session.undo.pop(event.undoes, None)
        return
    if undo is None:
        return
    session.undo[session.version] = undo
    if undo.what == "start":
        session.undo = {session.version: undo}
    while len(session.undo) > MOST_UNDO:
        del session.undo[next(iter(session.undo))]


_UNSHOWN: frozenset[type[Event]] = frozenset(
    {p.EnvelopeSeen, a.AttentionTold, b.TicketTaken, f.ContactOffered, f.ContactTakenBack, f.BuddyWanted}
)
"""What the document that all have does not tell of."""
_LOOKS: frozenset[type[Event]] = COMINGS_AND_GOINGS | {g.Renamed, g.TakenForOne}
_IN: dict[type[Event], Callable[[Session, Any], Sequence[Person] | None]] = (
    dict.fromkeys(g.EVENTS, _set)
    | {g.GatheringOpened: _open}
    | dict.fromkeys(COMINGS_AND_GOINGS, _come_and_go)
    | dict.fromkeys((g.Arrived, g.TakenForOne, g.KeptApart, g.MayMeet, g.JokerNamed), _stir)
    | {g.Renamed: _rename}
    | dict.fromkeys(p.EVENTS, _meet)
    | dict.fromkeys(r.EVENTS, _pass_time)
    | dict.fromkeys(bell.e.EVENTS, _sound)
    | {PatternsHeard: _hear}
    | dict.fromkeys(b.EVENTS, _pin)
    | dict.fromkeys(f.EVENTS, _follow_up)
    | dict.fromkeys(i.EVENTS, _introduce)
    | dict.fromkeys(w.EVENTS, _weave)
    | dict.fromkeys(a.EVENTS, _reckon)
)
