"""The slice of a session that knows who offered whom a card, and who wants whom for a buddy."""

from dataclasses import dataclass, field

from tingsha.follow_up import events as e
from tingsha.words import Event, Person

Couple = tuple[Person, Person]
"""Who, and to whom."""


@dataclass(slots=True)
class FollowUp:
    on: bool = False
    offered: set[Couple] = field(default_factory=set[Couple])
    wanted: set[Couple] = field(default_factory=set[Couple])

    def exchanged(self, a: Person, b: Person) -> bool:
        """Whether both gave the other their card."""
        return {(a, b), (b, a)} <= self.offered

    def buddies(self, a: Person, b: Person) -> bool:
        """Whether both want the other for a buddy."""
        return {(a, b), (b, a)} <= self.wanted


def evolve(follow_up: FollowUp, event: Event) -> tuple[Person, ...] | None:
    """Take an event in, in place; answers whose documents it changed, None when it comes too late.

    The other's document changes only when a yes meets a yes: from anything else they could tell that there was one.
    """
    if isinstance(event, e.FollowUpTurned):
        follow_up.on = event.on
        return ()
    assert isinstance(event, e.ContactOffered | e.ContactTakenBack | e.BuddyWanted)
    couple, back = (event.person, event.to), (event.to, event.person)
    if isinstance(event, e.BuddyWanted):
        known = follow_up.wanted
        before = follow_up.buddies(*couple)
        (known.add if event.want else known.discard)(couple)
        return couple if back in known and (event.want or before) else (event.person,)
    if isinstance(event, e.ContactOffered):
        follow_up.offered.add(couple)
        return couple if back in follow_up.offered else (event.person,)
    if back in follow_up.offered:
        return None
    follow_up.offered.discard(couple)
    return (event.person,)


def forget(follow_up: FollowUp, person: Person) -> None:
    """Of somebody who was erased no offer and no wish stays, in neither direction."""
    follow_up.offered = {couple for couple in follow_up.offered if person not in couple}
    follow_up.wanted = {couple for couple in follow_up.wanted if person not in couple}
