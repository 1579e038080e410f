"""The slice of a session that knows how many patterns were heard; their words are with the texts."""

from dataclasses import dataclass

from tingsha.harvest.events import PatternsHeard


@dataclass(slots=True)
class Harvest:
    patterns: int = 0


def evolve(harvest: Harvest, event: PatternsHeard) -> None:
    """Take an event in, in place."""
    harvest.patterns = event.patterns
