"""Two people who are never paired: by the host's hand, or because one of them asked for it."""

from collections.abc import Callable
from typing import Any, Protocol

from tingsha.gathering import commands as c
from tingsha.gathering import events as e
from tingsha.gathering.state import Gathering
from tingsha.words import Asked, Decision, Person, Refusal


class Sees(Protocol):
    """What this page reads of a session."""

    gathering: Gathering

    def person(self, participant: str) -> Person | None: ...


def _apart(session: Sees, asked: Asked) -> Decision:
    both = couple(session.person(asked.command.a), session.person(asked.command.b))
    if isinstance(both, Refusal):
        return both
    # Written also when one of them asked for it already, or the host could tell that by the missing way back.
    return [] if both in session.gathering.by_hand else [e.KeptApart(a=both[0], b=both[1], by_hand=True)]


def _block(session: Sees, asked: Asked) -> Decision:
    both = couple(asked.by.person, session.person(asked.command.participant))
    if isinstance(both, Refusal):
        return both
    # What the host keeps apart the host may undo; what people asked for themselves stands.
    already = session.gathering.apart.count(both) > (both in session.gathering.by_hand)
    return [] if already else [e.KeptApart(a=both[0], b=both[1])]


def couple(a: Person | None, b: Person | None) -> tuple[Person, Person] | Refusal:
    """Two people in the order of their numbers, so that the log does not tell who asked."""
    if a is None or b is None:
        return Refusal("unknown-participant")
    return Refusal("same-person") if a == b else (min(a, b), max(a, b))


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.Apart: _apart,
    c.Block: _block,
}
