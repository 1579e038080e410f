"""Ready questions, by what a group has come together for and by who is there."""

import tomllib

from msgspec import Struct, convert


class Audience(Struct, frozen=True, forbid_unknown_fields=True):
    """Who may be there."""

    key: str
    name: str


class Purpose(Struct, frozen=True, forbid_unknown_fields=True):
    """What a group has come together for, and pairs for it: a challenge, a give and take, and whom they suit."""

    key: str
    name: str
    pairs: list[tuple[str, str, list[str]]]


class Library(Struct, frozen=True):
    """Ready questions in one language."""

    purposes: list[Purpose]
    audiences: list[Audience]


def read_library(text: str) -> Library:
    """The library in a file of this room. Raises TOMLDecodeError or ValidationError for a file that is not right."""
    said = tomllib.loads(text)
    return Library(convert(said["purpose"], list[Purpose]), convert(said["audience"], list[Audience]))
