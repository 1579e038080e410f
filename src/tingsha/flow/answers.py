"""Short answers to single requests, beside the documents that screens show."""

from msgspec import Struct


class Drawn(Struct):
    """A QR code: how many modules wide, and its dark ones as the path of an SVG."""

    size: int
    dark: str


class Joined(Struct):
    participant: str
    token: str
    version: int


class Recognised(Struct):
    """As whom a phone is known in a community: the last name, the group if this gathering has it too, at how many of
    its gatherings (0: not known), and until when the newest of them is kept."""

    name: str
    group: str | None
    gatherings: int
    until: int


class Forgotten(Struct):
    """From how many gatherings somebody was erased."""

    gatherings: int


class RosterMatch(Struct):
    roster_id: str
    name: str
    group: str | None


class RosterMatches(Struct):
    """Names that begin so; `taken`: there are such names, and all of them are here already."""

    matches: list[RosterMatch]
    taken: bool = False


class CrowdStands(Struct):
    """How it goes with the crowd of a rehearsal: how many were sent, how many have joined, what went wrong."""

    people: int
    joined: int
    problems: int
    running: bool


class Now(Struct):
    now: int


class Problem(Struct):
    """An error as `application/problem+json`: a stable code, and a sentence for the person."""

    code: str
    title: str
    detail: str
