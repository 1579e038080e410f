"""What has happened to the harvest. The words themselves lie in the vault."""

from tingsha.words import Event


class PatternsHeard(Event, frozen=True, kw_only=True, tag="patterns-heard"):
    """So many patterns stand there now."""

    patterns: int


EVENTS: tuple[type[Event], ...] = (PatternsHeard,)
