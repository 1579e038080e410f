"""Taking back what the host did: the last twenty things, as long as nothing has been built on them."""

from collections.abc import Callable
from typing import Any

from tingsha.flow.session import Session, Undo
from tingsha.gathering.events import AdmissionSet, Restored
from tingsha.gathering.state import REMOVED
from tingsha.pairs.events import PlacesSwapped
from tingsha.rounds.events import Extended, StartUndone
from tingsha.rounds.plan import running
from tingsha.rounds.state import RUNNING
from tingsha.words import Asked, Decision, Event, Instant, Refusal


def undoable(session: Session, at: Instant) -> dict[int, Undo]:
    """What can be taken back at this instant, by the version of the event."""
    return {version: undo for version, undo in session.undo.items() if _fits(session, undo, at)}


def _fits(session: Session, undo: Undo, at: Instant) -> bool:
    rounds = session.rounds
    if undo.what == "start":
        # Once people have changed turns, the conversations are theirs.
        swap = next((each.starts for each in rounds.timeline if each.kind == "swap"), None)
        return rounds.phase == RUNNING and swap is not None and rounds.now(at) < swap
    if undo.what == "extend":
        return rounds.phase == RUNNING and running(rounds.timeline, rounds.now(at)) == undo.numbers[1]
    if undo.what == "remove":
        return session.gathering.people.whereabouts[undo.numbers[0]] == REMOVED
    if undo.what == "swap":
        return undo.numbers[0] in session.sealed_rounds(at) and session.may_swap(*undo.numbers)
    return undo.what == "admission"


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


def _remove_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    return Restored(person=undo.numbers[0], undoes=version)


def _swap_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    round_, a, b = undo.numbers
    return PlacesSwapped(base=session.control, round=round_, a=a, b=b, undoes=version)


def _admission_back(session: Session, undo: Undo, at: Instant, version: int) -> Event:
    before: Any = undo.words
    return AdmissionSet(base=session.control, admission=before, undoes=version)


_BACK: dict[str, Callable[[Session, Undo, Instant, int], Event]] = {
    "start": _start_back,
    "extend": _extend_back,
    "remove": _remove_back,
    "swap": _swap_back,
    "admission": _admission_back,
}
