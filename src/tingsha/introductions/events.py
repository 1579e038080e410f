"""What has happened to introductions. Who said yes to whom stands in no log."""

from tingsha.words import Event, Steering


class IntroductionsTurned(Steering, frozen=True, kw_only=True, tag="introductions-turned"):
    on: bool


EVENTS: tuple[type[Event], ...] = (IntroductionsTurned,)
