"""What has happened to the picture of who met whom."""

from tingsha.words import Event, Person, Steering


class WebTurned(Steering, frozen=True, kw_only=True, tag="web-turned"):
    on: bool
    whole: bool = False


class NameShown(Event, frozen=True, kw_only=True, tag="name-shown"):
    person: Person
    show: bool


class MeetingTold(Event, frozen=True, kw_only=True, tag="meeting-told"):
    """Somebody says afterwards whether they talked with `to` in this round."""

    person: Person
    to: Person
    round: int
    talked: bool


EVENTS: tuple[type[Event], ...] = (WebTurned, NameShown, MeetingTold)
