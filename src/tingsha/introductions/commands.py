"""What may be asked about introductions. Who asks shows the secret of a contribution, and nothing else."""

from typing import Any

from tingsha.board.commands import HOST, TICKET, Secret
from tingsha.follow_up.commands import ContactCard
from tingsha.words import Command


class TurnIntroductions(Command, frozen=True, kw_only=True, tag="introductions"):
    """The host lets needs and offers find each other, or no longer; what was given stays given."""

    may = HOST
    steers = True

    on: bool


class SayYes(Command, frozen=True, kw_only=True, tag="say-yes"):
    """Wish to meet who wrote another contribution. There is no saying no."""

    may = TICKET
    untraced = True

    secret: Secret
    contribution: str


class TakeBackYes(Command, frozen=True, kw_only=True, tag="take-back-yes"):
    """As if it had never been said; possible until both have given their card."""

    may = TICKET
    untraced = True
    alone = True

    secret: Secret
    contribution: str


class GiveCard(Command, frozen=True, kw_only=True, tag="give-card"):
    """One's card, when both have said yes. Each gets the other's when both are there."""

    may = TICKET
    untraced = True

    secret: Secret
    contribution: str
    card: ContactCard


COMMANDS: tuple[Any, ...] = (TurnIntroductions, SayYes, TakeBackYes, GiveCard)
