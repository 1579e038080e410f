"""The slice of a session that knows of the receipt."""

from dataclasses import dataclass, field
from typing import Final

from tingsha.receipt import events as e
from tingsha.words import Event, Person

LEAST: Final = 5
"""Fewer phones make no receipt, and a new one has at least so many more in it, so that no difference is one phone's."""


@dataclass(slots=True)
class Receipt:
    on: bool = False
    told: set[Person] = field(default_factory=set[Person])
    phones: int = 0
    """How many had told when it was made; 0 when it was not."""
    median_s: int = 0
    shown: bool = False
    """On the stage."""

    def due(self) -> bool:
        """Whether enough phones have told since it was last made."""
        return len(self.told) - self.phones >= LEAST


def evolve(receipt: Receipt, event: Event) -> tuple[Person, ...]:
    """Take an event in, in place; it changes nobody's own document."""
    if isinstance(event, e.ReceiptTurned):
        receipt.on = event.on
    elif isinstance(event, e.AttentionTold):
        receipt.told.add(event.person)
    elif isinstance(event, e.ReceiptMade):
        receipt.phones, receipt.median_s = event.phones, event.median_s
    elif isinstance(event, e.ReceiptShown):
        receipt.shown = event.show
    return ()
