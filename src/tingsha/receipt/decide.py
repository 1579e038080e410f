"""Deciding on what is asked about the receipt."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.receipt import commands as c
from tingsha.receipt import events as e
from tingsha.receipt.state import Receipt
from tingsha.rounds.state import LOBBY, TOGETHER, Rounds
from tingsha.words import Asked, Decision, Refusal, Said

KEY: Final = "attention:"
MOST_S: Final = 86_400
STEP_S: Final = 5
"""A number is kept no finer than this."""


class Sees(Protocol):
    """What this room reads of a session."""

    receipt: Receipt
    rounds: Rounds
    texts: dict[str, str]
    control: int


def _turn(session: Sees, asked: Asked) -> Decision:
    on = asked.command.on
    if session.rounds.phase != LOBBY:
        return Refusal("already-started")
    return [] if session.receipt.on == on else [e.ReceiptTurned(base=session.control, on=on)]


def _tell(session: Sees, asked: Asked) -> Decision:
    seconds, person = asked.command.seconds, asked.by.person
    if not session.receipt.on:
        return Refusal("no-receipt")
    if session.rounds.phase != TOGETHER:
        return Refusal("not-over-yet")
    if not 0 <= seconds <= MOST_S:
        return Refusal("attention-out-of-range", {"most": MOST_S})
    if person in session.receipt.told:
        return []
    # Apart from the log, where order and time would tell whose it is: in the vault rows stand by their random keys.
    return [
        Said(f"{KEY}{asked.drawn}", str(round(seconds / STEP_S) * STEP_S)),
        e.AttentionTold(person=person),
    ]


def _show(session: Sees, asked: Asked) -> Decision:
    show = asked.command.show
    if show and not session.receipt.phones:
        return Refusal("no-receipt")
    return [] if session.receipt.shown == show else [e.ReceiptShown(show=show)]


def _make(session: Sees, asked: Asked) -> Decision:
    numbers = sorted(told(session.texts))
    if not session.receipt.due() or not numbers:
        return Refusal("no-receipt")
    median_s = numbers[(len(numbers) - 1) // 2]
    return [e.ReceiptMade(phones=len(session.receipt.told), median_s=median_s)]


def told(texts: dict[str, str]) -> list[int]:
    """What phones told, in no order."""
    return [int(words) for key, words in texts.items() if key.startswith(KEY) and words.isdecimal()]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.TurnReceipt: _turn,
    c.TellAttention: _tell,
    c.ShowReceipt: _show,
    c.MakeReceipt: _make,
}
