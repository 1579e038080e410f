"""The slice of a session that knows whether there is a picture, who is named in it, and what people said of it."""

from dataclasses import dataclass, field
from typing import Literal

from tingsha.who_met_whom import events as e
from tingsha.words import Event, Person


@dataclass(slots=True)
class WhoMetWhom:
    when: Literal["off", "after", "now"] = "off"
    """Whether the stage shows it: not, when the debrief is over, or as soon as the rounds are."""
    whole: bool = False
    """Of all gatherings of the community."""
    named: set[Person] = field(default_factory=set[Person])
    """Who wants their name at their point."""
    told: dict[tuple[int, Person, Person], bool] = field(
        default_factory=dict[tuple[int, Person, Person], bool]
    )
    """Round, who says so, with whom; whether they talked."""


def evolve(web: WhoMetWhom, event: Event) -> tuple[Person, ...]:
    """Take an event in, in place; answers whose documents it changed."""
    if isinstance(event, e.WebTurned):
        web.when, web.whole = "now" if event.on else "off", event.whole
        return ()
    if isinstance(event, e.NameShown):
        (web.named.add if event.show else web.named.discard)(event.person)
        return (event.person,)
    assert isinstance(event, e.MeetingTold)
    web.told[event.round, event.person, event.to] = event.talked
    return (event.person,)


def step_aside(web: WhoMetWhom) -> None:
    """People look back together now: what stands on the stage comes again when they are done."""
    if web.when == "now":
        web.when = "after"


def forget(web: WhoMetWhom, person: Person) -> None:
    """Of somebody who was erased nothing stays: no name, and nothing that they or others said of their talks."""
    web.named.discard(person)
    web.told = {key: talked for key, talked in web.told.items() if person not in key[1:]}
