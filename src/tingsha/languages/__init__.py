"""All words for people, one file per language, and the door that reads them.

A language is there when its file is there: `nl.json`, `en.json`. Screens are built from the same files and take what
they show; the server takes its sentences. The method's rooms speak in codes and know no language.
"""

from functools import cache
from importlib import resources
from typing import Final

from msgspec import Struct, json

FALLBACK: Final = "en"


class About(Struct, frozen=True):
    """A language's own name, and how it is written."""

    name: str
    locale: str
    direction: str


class Rehearsal(Struct, frozen=True):
    """What a rehearsal that nobody prepared is called, and asks."""

    title: str
    challenge: str
    give_and_take: str
    groups: list[str]


class Pair(Struct, frozen=True):
    challenge: str
    give_and_take: str


class Opened(Struct, frozen=True):
    """Words of gatherings that are opened from the command line."""

    roster: Pair
    rehearsal: Rehearsal


class Words(Struct, frozen=True):
    """What the server says in one language."""

    language: About
    problems: dict[str, str]
    faults: dict[str, str]
    reasons: dict[str, str]
    roster: dict[str, str]
    """What the columns of a list of people are called, and the two places; several names with commas in between."""
    opened: Opened


@cache
def languages() -> dict[str, Words]:
    """Every language there is, by its code. Raises msgspec.ValidationError for a file that lacks something."""
    read = json.Decoder(Words).decode
    files = sorted(resources.files(__name__).iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".json"): read(file.read_bytes())
        for file in files
        if file.name.endswith(".json")
    }


def words(language: str | None) -> Words:
    """The words of a language; English where there is no such language (any more)."""
    spoken = languages()
    return spoken.get(language or FALLBACK) or spoken[FALLBACK]
