"""Tickets for the board: whoever takes part may have one, and none says whose it is.

A ticket is a number drawn by chance and a proof that it was drawn here. Nothing of it is written down: not when it is
made, and later only the mark that it leaves on what comes with it. A server that starts anew still knows its own.
"""

from collections.abc import Callable
from typing import Final

from tingsha.live.keys import ID_LENGTH, Keys, draw, same
from tingsha.words import Person

AGAIN_S: Final = 600.0
"""So long a phone that lost the answer may ask again; after that not even our memory knows whose ticket it was."""


class Tickets:
    """Makes tickets, and knows its own."""

    def __init__(self, keys: Keys, clock: Callable[[], float]) -> None:
        self._keys, self._clock = keys, clock
        self._handed_out: dict[tuple[str, Person], tuple[float, str]] = {}

    def hand_out(self, gathering: str, person: Person) -> str:
        """A new ticket."""
        self._forget_old()
        chance = draw()
        ticket = chance + self._keys.ticket(gathering, chance)
        self._handed_out[gathering, person] = (self._clock() + AGAIN_S, ticket)
        return ticket

    def again(self, gathering: str, person: Person) -> str | None:
        """The ticket that was handed to this person a moment ago."""
        self._forget_old()
        _, ticket = self._handed_out.get((gathering, person), (0.0, None))
        return ticket

    def known(self, gathering: str, ticket: str) -> bool:
        """Whether this ticket was made here, for this gathering."""
        return same(ticket, ticket[:ID_LENGTH] + self._keys.ticket(gathering, ticket[:ID_LENGTH]))

    def _forget_old(self) -> None:
        """They lie in the order in which they were handed out."""
        now = self._clock()
        for whose, (until, _) in list(self._handed_out.items()):
            if until > now:
                return
            del self._handed_out[whose]
