"""What has happened to the board. What is on it stands in no log: there, order and time would tell whose it is."""

from tingsha.words import Event, Person, Steering


class BoardTurned(Steering, frozen=True, kw_only=True, tag="board-turned"):
    on: bool


class BoardShown(Event, frozen=True, kw_only=True, tag="board-shown"):
    """On the stage, or no longer."""

    show: bool


class TicketTaken(Event, frozen=True, kw_only=True, tag="ticket-taken"):
    """Somebody's phone has its ticket; which one is written down nowhere."""

    person: Person


EVENTS: tuple[type[Event], ...] = (BoardTurned, BoardShown, TicketTaken)
