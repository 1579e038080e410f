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


class Parts(Struct, frozen=True):
    """The parts of a plan, as the host's sheet lists them."""

    brief: str
    think: str
    find: str
    turn: str
    breathe: str
    debrief: str


class OnReport(Struct, frozen=True):
    """What the host's report says."""

    title: str
    people: str
    conversations: str
    confirmed: str
    mixed: str
    percent: str
    connections: str
    few: str
    free: str
    groups: str
    others: str
    nothing: str
    note: str


class OnPaper(Struct, frozen=True):
    """What everything says that is printed."""

    round: str
    spot: str
    seek: str
    post: str
    met: str
    spare: str
    spareHint: str  # noqa: N815 - named as all texts are, for screens too
    nobody: str
    nobodyByNumber: str  # noqa: N815
    comes: str
    rule: str
    people: str
    table: str
    trio: str
    allRounds: str  # noqa: N815
    sheet: str
    times: str
    part: Parts
    whole: str
    questions: str
    afterwards: str
    meetingPost: list[str]  # noqa: N815
    heard: str
    day: str
    months: list[str]
    report: OnReport
    credit: str


class Script(Struct, frozen=True):
    """A minute of words to say aloud, for each way to find each other."""

    title: str
    openers: str
    free: list[str]
    guided: list[str]
    numbers: list[str]


class Room(Struct, frozen=True):
    room: str
    checks: list[str]


class OfTheHost(Struct, frozen=True):
    """What the host's page says and the host's sheet says again."""

    script: Script
    notes: Room
    turn: dict[str, str]
    times: dict[str, str]
    seconds: dict[str, str]


class Words(Struct, frozen=True):
    """What the server says in one language."""

    language: About
    problems: dict[str, str]
    faults: dict[str, str]
    reasons: dict[str, str]
    roster: dict[str, str]
    """What the columns of a list of people are called, and the two places; several names with commas in between."""
    opened: Opened
    paper: OnPaper
    host: OfTheHost


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
