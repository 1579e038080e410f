"""Ready questions, by what a group has come together for."""

import tomllib

from msgspec import Struct, convert


class Purpose(Struct, frozen=True, forbid_unknown_fields=True):
    """What a group has come together for, and pairs of questions for it: a challenge, then a give and take."""

    key: str
    name: str
    pairs: list[tuple[str, str]]


def read_library(text: str) -> list[Purpose]:
    """The library in a file of this room. Raises TOMLDecodeError or ValidationError for a file that is not right."""
    return convert(tomllib.loads(text)["purpose"], list[Purpose])
