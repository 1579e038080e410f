"""One thing at a time on the stage: what the host asked for last takes the place of what stood there."""

from typing import Final

from tingsha.board.events import BoardShown
from tingsha.flow.session import Session
from tingsha.receipt.events import ReceiptShown
from tingsha.rounds.events import DebriefSet
from tingsha.who_met_whom import state as who_met_whom
from tingsha.who_met_whom.events import WebTurned
from tingsha.words import Event, Fact

ASIDE: Final = (BoardShown, ReceiptShown, DebriefSet)
"""For these the picture of who met whom steps aside; it comes again when people have looked back."""


def alone(session: Session, facts: list[Fact]) -> list[Fact]:
    """The facts, and that whatever else is on the stage is taken away for what they put there."""
    coming = [fact for fact in facts if isinstance(fact, Event) and _takes_the_stage(fact)]
    if not coming:
        return facts
    staying = {type(event) for event in coming}
    gone: list[Fact] = []
    if session.board.on_stage and BoardShown not in staying:
        gone.append(BoardShown(show=False))
    if session.receipt.shown and ReceiptShown not in staying:
        gone.append(ReceiptShown(show=False))
    return [*facts, *gone]


def step_aside(session: Session, event: Event) -> None:
    """Called for every event that was taken in."""
    if isinstance(event, ASIDE) and _takes_the_stage(event):
        who_met_whom.step_aside(session.web)


def _takes_the_stage(event: Event) -> bool:
    match event:
        case BoardShown(show=shown) | ReceiptShown(show=shown) | WebTurned(on=shown):
            return shown
        case _:
            return isinstance(event, DebriefSet)
