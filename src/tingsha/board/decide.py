"""Deciding on what is asked about the board: after the rounds only, and taking back at any time."""

from collections.abc import Callable, Iterable
from typing import Any, Final, Protocol

from msgspec.structs import replace

from tingsha.board import commands as c
from tingsha.board import events as e
from tingsha.board.slips import (
    NOTE,
    Agreement,
    Changes,
    Contribution,
    agreement_of,
    mark_of,
    name_of,
    slip_bytes,
)
from tingsha.board.state import Board
from tingsha.gathering.state import Gathering
from tingsha.rounds.state import CLOSED, TOGETHER, Rounds
from tingsha.wording import CONTRIBUTION_GRAPHEMES, empty, tidy, too_long
from tingsha.words import Asked, Decision, Fact, Pinned, Refusal, Unpinned

MOST_EACH: Final = 20
"""So many things one person shares; more is a speech."""
MOST: Final = 20_000


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    rounds: Rounds
    board: Board
    control: int


def _turn(session: Sees, asked: Asked) -> Decision:
    on = asked.command.on
    if session.board.on == on:
        return []
    return may_be(session.gathering.preset, on=on) or [e.BoardTurned(base=session.control, on=on)]


def may_be(preset: str, *, on: bool) -> Refusal | None:
    """What is said in Liquid Courage is said aloud, and nothing of it is written down."""
    return Refusal("liquid-courage-is-spoken") if on and preset == "liquid-courage" else None


def _show(session: Sees, asked: Asked) -> Decision:
    show = asked.command.show
    if show and not session.board.on:
        return Refusal("board-off")
    return [] if session.board.on_stage == show else [e.BoardShown(show=show)]


def _take_ticket(session: Sees, asked: Asked) -> Decision:
    if refusal := closed(session):
        return refusal
    if asked.by.person in session.board.ticketed:
        return Refusal("ticket-taken")
    return [e.TicketTaken(person=asked.by.person)]


def closed(session: Sees) -> Refusal | None:
    """Why nobody can share anything now; None when they can."""
    if not session.board.on:
        return Refusal("board-off")
    return None if session.rounds.phase in (TOGETHER, CLOSED) else Refusal("board-not-yet")


def _share(session: Sees, asked: Asked) -> Decision:
    command: c.Share = asked.command
    participant = session.gathering.people.ids[asked.by.person]
    slip = Contribution(kind=command.kind, words=tidy(command.words), by=participant)
    return _pin_up(session, name_of(command.secret), slip, len(session.board.of_person(participant)))


def _contribute(session: Sees, asked: Asked) -> Decision:
    command: c.Contribute = asked.command
    mark = mark_of(command.ticket)
    slip = Contribution(kind=command.kind, words=tidy(command.words), ticket=mark)
    return _pin_up(session, name_of(command.secret), slip, session.board.of_ticket(mark))


def _pin_up(session: Sees, name: str, slip: Contribution, shared: int) -> Decision:
    """A new slip; `shared` is how many there are by the same hand."""
    if name in session.board.contributions:
        return []
    no = closed(session) or _unusable(slip.words) or _no_room(session.board, shared)
    return no or [Pinned(name, slip_bytes(slip))]


def _unusable(words: str) -> Refusal | None:
    if empty(words):
        return Refusal("contribution-empty")
    if too_long(words, CONTRIBUTION_GRAPHEMES):
        return Refusal("contribution-too-long", {"most": CONTRIBUTION_GRAPHEMES})
    return None


def _no_room(board: Board, shared: int) -> Refusal | None:
    if shared >= MOST_EACH:
        return Refusal("enough-shared", {"most": MOST_EACH})
    return Refusal("board-full") if len(board.contributions) >= MOST else None


def _me_too(session: Sees, asked: Asked) -> Decision:
    command: c.MeToo = asked.command
    board, name = session.board, agreement_of(command.ticket, command.contribution)
    known = name in board.agreed.get(command.contribution, ())
    if not command.on:
        return [Unpinned(name)] if known else []
    if refusal := closed(session):
        return refusal
    slip = board.contributions.get(command.contribution)
    if slip is None or not board.open() or not board.is_up(slip):
        return Refusal("unknown-contribution")
    if slip.ticket == mark_of(command.ticket):
        return Refusal("own-contribution")
    return [] if known else [Pinned(name, slip_bytes(Agreement(to=command.contribution)))]


def _withdraw(session: Sees, asked: Asked) -> Decision:
    return down(session.board, [name_of(asked.command.secret)])


def _take_down(session: Sees, asked: Asked) -> Decision:
    return down(session.board, [asked.command.contribution]) or Refusal("unknown-contribution")


def down(board: Board, names: Iterable[str]) -> list[Fact]:
    """These contributions go, with every "me too" that they had and every yes that was said of them."""
    known = [name for name in names if name in board.contributions]
    agreed = (each for name in known for each in board.agreed.get(name, ()))
    slips = list(
        dict.fromkeys([*known, *agreed, *(each for name in known for each in board.yeses.about(name))])
    )
    seen = board.open() and any(board.is_up(board.contributions[name]) for name in known)
    # What nobody saw is gone without a sign.
    return [*map(Unpinned, slips), *([_changed(board)] if seen else [])]


def forget(board: Board, participant: str) -> list[Fact]:
    """What somebody shared under their name goes; what came with a ticket only their phone can find."""
    return down(board, board.of_person(participant))


def _tend(session: Sees, asked: Asked) -> Decision:
    board = session.board
    if not board.restless():
        return Refusal("board-at-rest")
    going = board.to_go_up() if board.due() else ()
    up = (Pinned(name, slip_bytes(replace(slip, shown=True))) for name, slip in going)
    return [*up, _changed(board)]


def _changed(board: Board) -> Fact:
    return Pinned(NOTE, slip_bytes(Changes(board.changes + 1)))


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.TurnBoard: _turn,
    c.ShowBoard: _show,
    c.TakeDown: _take_down,
    c.TakeTicket: _take_ticket,
    c.Share: _share,
    c.Contribute: _contribute,
    c.MeToo: _me_too,
    c.Withdraw: _withdraw,
    c.TendBoard: _tend,
}
