"""Deciding on introductions: between a need and an offer that everybody can see, and one step at a time for both."""

from collections.abc import Callable
from typing import Any, Protocol

from msgspec import json
from msgspec.structs import replace

from tingsha.board.decide import closed
from tingsha.board.slips import Yes, name_of, slip_bytes, yes_of
from tingsha.board.state import Board
from tingsha.follow_up.decide import tidied
from tingsha.gathering.state import Gathering
from tingsha.introductions import commands as c
from tingsha.introductions import events as e
from tingsha.introductions.state import Introductions
from tingsha.rounds.state import Rounds
from tingsha.words import Asked, Decision, Fact, Pinned, Refusal, Unpinned


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    rounds: Rounds
    board: Board
    introductions: Introductions
    control: int


def _turn(session: Sees, asked: Asked) -> Decision:
    on = asked.command.on
    if session.introductions.on == on:
        return []
    if on and not session.board.on:
        return Refusal("board-off")
    return [e.IntroductionsTurned(base=session.control, on=on)]


def _say_yes(session: Sees, asked: Asked) -> Decision:
    command: c.SayYes = asked.command
    mine, to = name_of(command.secret), command.contribution
    if refusal := _never(session, mine, to):
        return refusal
    if session.board.yeses.of(mine, to):
        return []
    return [Pinned(yes_of(command.secret, to), slip_bytes(Yes(mine=mine, to=to)))]


def _take_back(session: Sees, asked: Asked) -> Decision:
    """Also when introductions are off by now: what was said may be unsaid at any time."""
    command: c.TakeBackYes = asked.command
    mine, to = name_of(command.secret), command.contribution
    yeses = session.board.yeses
    if yeses.exchanged(mine, to):
        return Refusal("contact-exchanged")
    if yeses.of(mine, to) is None:
        return []
    gone: list[Fact] = [Unpinned(yes_of(command.secret, to))]
    theirs = yeses.of(to, mine)
    if theirs is not None and theirs.card:
        # It was given because both had said yes, and now they have not.
        gone.append(Pinned(yeses.name(to, mine), slip_bytes(replace(theirs, card=""))))
    return gone


def _give_card(session: Sees, asked: Asked) -> Decision:
    command: c.GiveCard = asked.command
    mine, to = name_of(command.secret), command.contribution
    if refusal := _never(session, mine, to):
        return refusal
    yeses = session.board.yeses
    own = yeses.of(mine, to)
    # Before both have said yes no card is kept, for it would tell whose contribution this is.
    if own is None or not yeses.both(mine, to):
        return Refusal("not-both-yes")
    if yeses.exchanged(mine, to):
        return Refusal("contact-exchanged")
    card = tidied(command.card)
    if isinstance(card, Refusal):
        return card
    return [
        Pinned(yes_of(command.secret, to), slip_bytes(replace(own, card=json.encode(card).decode()))),
    ]


def _never(session: Sees, mine: str, to: str) -> Refusal | None:
    """Why these two are not introduced; None when they may be."""
    board = session.board
    if refusal := closed(session):
        return refusal
    if not session.introductions.on:
        return Refusal("introductions-off")
    one, other = board.contributions.get(mine), board.contributions.get(to)
    seen = one and other and board.open() and board.is_up(one) and board.is_up(other)
    if not (one and other and seen) or {one.kind, other.kind} != {"need", "offer"}:
        return Refusal("unknown-contribution")
    same_hand = one.ticket == other.ticket if one.ticket else one.by == other.by
    return Refusal("own-contribution") if same_hand else None


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.TurnIntroductions: _turn,
    c.SayYes: _say_yes,
    c.TakeBackYes: _take_back,
    c.GiveCard: _give_card,
}
