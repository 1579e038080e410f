"""The few words every room speaks: instants, ids, and the bases of commands, events and refusals.

Times are integers, milliseconds since the epoch on the server's clock. People inside one gathering are
numbered 0, 1, 2… in the order in which the log has them arriving; outside they go by a random id.
"""

from enum import StrEnum
from typing import Any, ClassVar, Literal

import msgspec

Instant = int
"""Milliseconds since the epoch, server clock."""

Person = int
"""Place of a person in the columns of a session: order of arrival, from 0."""

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Role(StrEnum):
    """On whose behalf a command is given. Authority comes from the token, never from the command."""

    OPENER = "opener"
    NEWCOMER = "newcomer"
    PARTICIPANT = "participant"
    HOST = "host"
    TICKET = "ticket"
    """Somebody who takes part, by a ticket that does not say who."""
    KEEPER = "keeper"
    """The server's own clockwork: mending before a bell, coming together after the last one."""


class Actor(msgspec.Struct, frozen=True):
    """Who gives a command: a role, and for a participant which person."""

    role: Role
    person: Person = -1


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """What somebody asks for, in the imperative. `base` is the control version the asker was looking at;
    `as` says in which role somebody asks who is host and participant at once."""

    id: str = ""
    base: int | None = None
    as_: Literal["host", "participant"] | None = msgspec.field(default=None, name="as")

    may: ClassVar[frozenset[Role]] = frozenset()
    """Roles that may give this command."""
    untraced: ClassVar[bool] = False
    """True when nothing in the log may say who asked; repeating it changes nothing."""
    steers: ClassVar[bool] = False
    """True when its events change the timeline, the pairing or the host's settings."""
    alone: ClassVar[bool] = False
    """True when it must not be decided upon side by side with others."""


class Asked(msgspec.Struct, frozen=True):
    """A command with everything from outside that deciding on it needs: by whom, when, and chance."""

    command: Any
    by: Actor
    at: Instant
    seed: int = 0
    """Chance, below 2**63."""
    drawn: str = ""
    """A fresh random id, for whoever needs one."""


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", omit_defaults=True):
    """What has happened, in the past tense. Holds ids and numbers, never a name or a text."""


class Steering(Event, frozen=True, kw_only=True):
    """An event of the timeline, the pairing or the host; void when `base` is no longer the control version."""

    base: int


class Said(msgspec.Struct, frozen=True):
    """A name or text for the vault, which unlike the log can really be deleted."""

    key: str
    words: str


class Unsaid(msgspec.Struct, frozen=True):
    """Texts to delete from the vault: one key, or all that begin with it when it ends in `*`."""

    key: str


class Pinned(msgspec.Struct, frozen=True):
    """A slip for the board, which like a text can really be deleted, and has neither an order nor a time."""

    name: str
    body: bytes


class Unpinned(msgspec.Struct, frozen=True):
    """A slip to take off the board."""

    name: str


Aside = Said | Unsaid | Pinned | Unpinned
"""What is kept beside the log."""

Fact = Event | Aside


class Refusal(msgspec.Struct, frozen=True):
    """A no, as a value: a stable code; `params` fill the sentence that the person reads."""

    code: str
    params: dict[str, Any] = {}


Decision = list[Fact] | Refusal
