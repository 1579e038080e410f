"""The slice of a session that knows whether needs and offers may find each other; each yes hangs beside the board."""

from dataclasses import dataclass

from tingsha.introductions.events import IntroductionsTurned
from tingsha.words import Event


@dataclass(slots=True)
class Introductions:
    on: bool = False


def evolve(introductions: Introductions, event: Event) -> tuple[()]:
    """Take an event in, in place; it changes nobody's own document."""
    assert isinstance(event, IntroductionsTurned)
    introductions.on = event.on
    return ()
