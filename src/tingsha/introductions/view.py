"""What the phone that holds a contribution is told: who may be worth meeting, and the cards that both gave."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import UNSET, Struct, UnsetType, json

from tingsha.board.commands import Kind
from tingsha.board.slips import name_of
from tingsha.board.state import Board
from tingsha.follow_up.commands import ContactCard
from tingsha.introductions.state import Introductions


class Introduction(Struct, omit_defaults=True, kw_only=True):
    """Another's contribution that may go with one's own. `said`: I said yes; `both`: so did they, and the phone gives
    its card; `card`: theirs, once both have given one. Of a yes of theirs alone nothing is told."""

    contribution: str
    kind: Kind
    words: str
    said: bool = False
    both: bool = False
    card: ContactCard | UnsetType = UNSET


class Sees(Protocol):
    """What this room reads of a session."""

    board: Board
    introductions: Introductions


def introductions(session: Sees, secret: str, alike: Mapping[str, Sequence[str]]) -> list[Introduction]:
    """For the contribution with this secret; `alike` has, by contribution, those that may go with it, nearest first.

    Of what is not shown on the board nothing is told; neither whether there is such a contribution.
    """
    board, mine = session.board, name_of(secret)
    shown = set(board.shown())
    if not session.introductions.on or mine not in shown:
        return []
    said = [to for to in board.yeses.said_by(mine) if to not in alike.get(mine, ())]
    return [_introduction(board, mine, to) for to in (*said, *alike.get(mine, ())) if to in shown]


def _introduction(board: Board, mine: str, to: str) -> Introduction:
    slip, theirs = board.contributions[to], board.yeses.of(to, mine)
    exchanged = board.yeses.exchanged(mine, to)
    return Introduction(
        contribution=to,
        kind=slip.kind,
        words=slip.words,
        said=board.yeses.of(mine, to) is not None,
        both=board.yeses.both(mine, to),
        card=json.decode(theirs.card, type=ContactCard) if exchanged and theirs else UNSET,
    )
