"""The slice of a session that knows the board: what hangs on it, what waits to go up, and who has a ticket."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tingsha.board import events as e
from tingsha.board.slips import NOTE, Agreement, Changes, Contribution, Hands, Slip, Yes
from tingsha.board.yeses import Yeses
from tingsha.words import Event, Person

LEAST: Final = 5
"""Nothing is shown of fewer people than this."""
HANDFUL: Final = 3
"""What comes later goes up together with that of at least so many people."""


@dataclass(slots=True)
class Board:
    on: bool = False
    on_stage: bool = False
    ticketed: set[Person] = field(default_factory=set[Person])
    contributions: dict[str, Contribution] = field(default_factory=dict[str, Contribution])
    agreed: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """By contribution, the names of every "me too"."""
    yeses: Yeses = field(default_factory=Yeses)
    changes: int = 0
    """How often what is shown has changed; kept with the slips."""
    stirred: int = 0
    """How often it has changed by what the log tells: somebody removed, renamed, brought back."""
    untold: bool = False
    """There is agreement that has not been told of."""
    hidden: set[str] = field(default_factory=set[str])
    """Participants whose contributions are not shown: they were removed."""
    up: Hands = field(default_factory=Hands)
    waiting: Hands = field(default_factory=Hands)
    _order: list[str] | None = None

    @property
    def version(self) -> int:
        return self.changes + self.stirred

    def open(self) -> bool:
        """Whether enough people are behind what has gone up."""
        return self.on and self.up.people() >= LEAST

    def due(self) -> bool:
        """Whether the next handful can go up."""
        enough = HANDFUL if self.up.people() else LEAST
        return self.on and self.waiting.people() >= enough and self._together() >= LEAST

    def restless(self) -> bool:
        """Whether there is something to be tended."""
        return self.due() or (self.untold and self.open())

    def shown(self) -> list[str]:
        """The names of what is shown, in the order of chance; nothing of fewer than five people."""
        if not self.open():
            return []
        if self._order is None:
            self._order = sorted(name for name, slip in self.contributions.items() if self.is_up(slip))
        return self._order

    def is_up(self, slip: Contribution) -> bool:
        return slip.shown and slip.by not in self.hidden

    def to_go_up(self) -> Iterator[tuple[str, Contribution]]:
        """What waits, of everybody who was not removed."""
        for name, slip in self.contributions.items():
            if not slip.shown and slip.by not in self.hidden:
                yield name, slip

    def of_ticket(self, mark: str) -> int:
        """How many contributions came with one ticket."""
        return self.up.tickets[mark] + self.waiting.tickets[mark]

    def of_person(self, participant: str) -> list[str]:
        """What somebody shared under their name."""
        return [name for name, slip in self.contributions.items() if slip.by == participant]

    def agreements(self, contribution: str) -> int:
        return len(self.agreed.get(contribution, ()))

    def _together(self) -> int:
        tickets = self.up.tickets.keys() | self.waiting.tickets.keys()
        names = self.up.names.keys() | self.waiting.names.keys()
        return max(len(tickets), len(names))

    # -- slips that are pinned up and taken down ----------------------------------------------------------------

    def pin(self, name: str, slip: Slip) -> None:
        """A slip is there, in place of one of the same name."""
        if isinstance(slip, Changes):
            self.changes, self.untold = slip.count, False
        elif isinstance(slip, Agreement):
            self.agreed.setdefault(slip.to, set()).add(name)
            self.untold = True
        elif isinstance(slip, Yes):
            self.yeses.pin(name, slip)
        else:
            self.unpin(name, keep_agreed=True)
            self.contributions[name] = slip
            self._count(slip, add=True)

    def unpin(self, name: str, *, keep_agreed: bool = False) -> None:
        """A slip is gone."""
        slip = self.contributions.pop(name, None)
        if slip is not None:
            self._count(slip, add=False)
            if not keep_agreed:
                self.agreed.pop(name, None)
        elif name != NOTE and not self.yeses.unpin(name):
            self._disagree(name)

    def count_again(self) -> None:
        """When it has changed whose contributions count."""
        self.up, self.waiting, self._order = Hands(), Hands(), None
        for slip in self.contributions.values():
            self._count(slip, add=True)

    def _disagree(self, name: str) -> None:
        for names in self.agreed.values():
            if name in names:
                names.discard(name)
                self.untold = True

    def _count(self, slip: Contribution, *, add: bool) -> None:
        self._order = None
        if slip.by in self.hidden:
            return
        hands = self.up if slip.shown else self.waiting
        (hands.add if add else hands.take)(slip)


def hide(board: Board, participant: str, *, hidden: bool) -> None:
    """What somebody shared under their name is shown no longer, or again."""
    (board.hidden.add if hidden else board.hidden.discard)(participant)
    board.count_again()
    board.stirred += 1


def look_again(board: Board) -> None:
    """A name on it may have changed."""
    board.stirred += 1


def evolve(board: Board, event: Event) -> tuple[Person, ...]:
    """Take an event in, in place; it changes nobody's own document."""
    if isinstance(event, e.BoardTurned):
        board.on = event.on
        board.stirred += 1
    elif isinstance(event, e.BoardShown):
        board.on_stage = event.show
    elif isinstance(event, e.TicketTaken):
        board.ticketed.add(event.person)
    return ()
