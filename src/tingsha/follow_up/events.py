"""What has happened between two people afterwards. What is on a card lies in the vault."""

from tingsha.words import Event, Person, Steering


class FollowUpTurned(Steering, frozen=True, kw_only=True, tag="follow-up-turned"):
    on: bool


class ContactOffered(Event, frozen=True, kw_only=True, tag="contact-offered"):
    person: Person
    to: Person


class ContactTakenBack(Event, frozen=True, kw_only=True, tag="contact-taken-back"):
    person: Person
    to: Person


class BuddyWanted(Event, frozen=True, kw_only=True, tag="buddy-wanted"):
    person: Person
    to: Person
    want: bool


EVENTS: tuple[type[Event], ...] = (FollowUpTurned, ContactOffered, ContactTakenBack, BuddyWanted)
