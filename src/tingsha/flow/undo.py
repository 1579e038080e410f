"""Taking back what the host did: the last twenty things, as long as nothing has been built on them."""

from collections.abc import Callable
from typing import Any

from tingsha.flow.session import Session, Undo
from tingsha.gathering.events import AdmissionSet, MayMeet, Restored
from tingsha.gathering.state import REMOVED
from tingsha.pairs.events import BroughtTogether, PlacesSwapped, RowsChanged, Word
from tingsha.rounds.events import EndSet, Extended, StartUndone, TurnsSet
from tingsha.rounds.plan import running
from tingsha.rounds.state import CLOSED, RUNNING
from tingsha.words import Asked, Decision, Event, Instant, Refusal


def undoable(session: Session, at: Instant) -> dict[int, Undo]:
    """What can be taken back at this instant, by the version of the event."""
    if session.rounds.phase == CLOSED:
        return {}
    return {version: undo for version, undo in session.undo.items() if _FITS[undo.what](session, undo, at)}


def _start_fits(session: Session, _undo: Undo, at: Instant) -> bool:
    """Once people have changed turns, the conversations are theirs."""
    rounds = session.rounds
    swap = next((each.starts for each in rounds.timeline if each.kind == "swap"), None)
    return rounds.phase == RUNNING and swap is not None and rounds.now(at) < swap


def _extend_fits(session: Session, undo: Undo, at: Instant) -> bool:
    rounds = session.rounds
    return rounds.phase == RUNNING and running(rounds.timeline, rounds.now(at)) == undo.numbers[1]


def _skip_fits(session: Session, undo: Undo, at: Instant) -> bool:
    """Until the skipped segment would have been over by itself, and before envelopes were opened in its place."""
    place, ends, opened = undo.numbers
    rounds, now = session.rounds, session.rounds.now(at)
    stands = rounds.phase == RUNNING and place < len(rounds.timeline) and session.pairs.opened == opened
    return stands and now < ends and running(rounds.timeline, now) in (place, place + 1, place + 2)


def _turns_fit(session: Session, _undo: Undo, at: Instant) -> bool:
    return session.rounds.phase == RUNNING and bool(session.rounds.turns_to_come(at))


def _remove_fits(session: Session, undo: Undo, _at: Instant) -> bool:
    return session.gathering.people.whereabouts[undo.people[0]] == REMOVED


def _apart_fits(session: Session, undo: Undo, _at: Instant) -> bool:
    return undo.people in session.gathering.by_hand


def _swap_fits(session: Session, undo: Undo, at: Instant) -> bool:
    round_ = undo.numbers[0]
    return round_ in session.sealed_rounds(at) and session.may_swap(round_, *undo.people)


def _together_fits(session: Session, undo: Undo, at: Instant) -> bool:
    round_, table = undo.numbers[0], session.pairs.table(undo.numbers[0])
    if round_ not in session.sealed_rounds(at) and round_ != session.opened_round(at):
        return False
    return all(
        {*table.members(each.row)} == {*each.after} for each in undo.rows if each.row < len(table.units)
    )


def _admission_fits(_session: Session, _undo: Undo, _at: Instant) -> bool:
    return True


def decide_undo(session: Session, asked: Asked) -> Decision:
    """The events that take one event back."""
    version = asked.command.event
    undo = undoable(session, asked.at).get(version)
    if undo is None:
        return Refusal("cannot-undo")
    return [_BACK[undo.what](session, undo, asked.at, version)]


def _start_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    return StartUndone(base=session.control)


def _extend_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    return Extended(base=session.control, at=at, seconds=-undo.numbers[0], undoes=version)


def _skip_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    place, ends, _opened = undo.numbers
    return EndSet(base=session.control, segment=place, ends=ends, undoes=version)


def _turns_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    return TurnsSet(base=session.control, at=at, seconds=undo.numbers[0], undoes=version)


def _remove_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    return Restored(person=undo.people[0], undoes=version)


def _apart_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    a, b = undo.people
    return MayMeet(a=a, b=b, undoes=version)


def _swap_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    (round_, *reached), (a, b) = undo.numbers, undo.people
    return PlacesSwapped(base=session.control, round=round_, a=a, b=b, undoes=version, reached=reached)


def _together_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    (round_, *reached), (a, b) = undo.numbers, undo.people
    units = [[*each.before, -1, -1, -1][: max(3, len(each.before))] for each in undo.rows]
    change = RowsChanged(round_, [each.row for each in undo.rows], units, reached)
    moved = {person for each in undo.rows for person in each.after}
    words = [Word(person, "") for person in sorted(moved) if person in session.pairs.words]
    return BroughtTogether(base=session.control, a=a, b=b, change=change, words=words, undoes=version)


def _admission_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    before: Any = undo.words
    return AdmissionSet(base=session.control, admission=before, undoes=version)


_FITS: dict[str, Callable[[Session, Undo, Instant], bool]] = {
    "start": _start_fits,
    "extend": _extend_fits,
    "skip": _skip_fits,
    "turns": _turns_fit,
    "remove": _remove_fits,
    "apart": _apart_fits,
    "swap": _swap_fits,
    "together": _together_fits,
    "admission": _admission_fits,
}
_BACK: dict[str, Callable[[Session, Undo, Instant, int], Event]] = {
    "start": _start_back,
    "extend": _extend_back,
    "skip": _skip_back,
    "turns": _turns_back,
    "remove": _remove_back,
    "apart": _apart_back,
    "swap": _swap_back,
    "together": _together_back,
    "admission": _admission_back,
}
