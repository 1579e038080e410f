"""What has happened to the receipt."""

from tingsha.words import Event, Person, Steering


class ReceiptTurned(Steering, frozen=True, kw_only=True, tag="receipt-turned"):
    on: bool


class AttentionTold(Event, frozen=True, kw_only=True, tag="attention-told"):
    """Somebody's phone has told. What it told lies in the vault, under a random key; nothing leads from here to it."""

    person: Person


class ReceiptMade(Event, frozen=True, kw_only=True, tag="receipt-made"):
    """The middle of what so many phones told, in seconds."""

    phones: int
    median_s: int


class ReceiptShown(Event, frozen=True, kw_only=True, tag="receipt-shown"):
    show: bool


EVENTS: tuple[type[Event], ...] = (ReceiptTurned, AttentionTold, ReceiptMade, ReceiptShown)
