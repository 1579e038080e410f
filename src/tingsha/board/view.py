"""The board as it is shown: of fewer than five people nothing, and then without order and without time."""

from bisect import bisect_right
from typing import Final, Protocol

from msgspec import UNSET, Struct, UnsetType

from tingsha.board.commands import Kind
from tingsha.board.state import Board
from tingsha.gathering.state import Gathering
from tingsha.words import Person

FEW: Final = 15
"""In a group smaller than this people are told that they may be recognised by what they write."""


class BoardStands(Struct, omit_defaults=True, kw_only=True):
    """`open`: enough people have shared something, so it is shown; `version` grows whenever what is shown changes;
    `few`: in so small a group one may be recognised."""

    version: int
    open: bool = False
    on_stage: bool = False
    few: bool = False


class Shared(Struct, omit_defaults=True, kw_only=True):
    """A contribution on the board; with a `name` only when it was shared by name."""

    contribution: str
    kind: Kind
    words: str
    name: str | UnsetType = UNSET
    me_too: int = 0


class BoardPage(Struct, kw_only=True):
    """Some of what is on the board, in the order of chance; `after` asks for the next. `count`: how many there are."""

    version: int
    count: int
    contributions: list[Shared]
    after: str | None


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    board: Board

    def name(self, person: Person) -> str: ...
    def person(self, participant: str) -> Person | None: ...


def stands(session: Sees) -> BoardStands | None:
    """What every screen knows of the board; None where there is none."""
    board, gathering = session.board, session.gathering
    if not board.on:
        return None
    few = gathering.here + gathering.away < FEW
    return BoardStands(version=board.version, open=board.open(), on_stage=board.on_stage, few=few)


def page(session: Sees, after: str, most: int) -> BoardPage:
    """A page of what is shown, from the name `after` on."""
    names = session.board.shown()
    first = bisect_right(names, after)
    some = names[first : first + most]
    return BoardPage(
        version=session.board.version,
        count=len(names),
        contributions=[_shared(session, name) for name in some],
        after=some[-1] if first + most < len(names) else None,
    )


def everything(session: Sees) -> list[Shared]:
    """All that is shown, for the host to take along."""
    return [_shared(session, name) for name in session.board.shown()]


def _shared(session: Sees, name: str) -> Shared:
    slip = session.board.contributions[name]
    person = session.person(slip.by) if slip.by else None
    return Shared(
        contribution=name,
        kind=slip.kind,
        words=slip.words,
        name=UNSET if person is None else session.name(person),
        me_too=session.board.agreements(name),
    )


class Suggested(Struct, kw_only=True):
    """A pattern that may be there: `contributions` say much the same, some of `count`, and `words` are one's own."""

    words: str
    count: int
    contributions: list[Shared]


class SuggestedPatterns(Struct, kw_only=True):
    """As the board stood at `version`."""

    version: int
    patterns: list[Suggested]
