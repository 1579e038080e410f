"""Printing from an export of a gathering: the file that its host took along as JSON."""

import argparse
from pathlib import Path

import msgspec
from msgspec import Struct

from tingsha.cli.paper_of_list import Unclear, heard, say_numbers, within
from tingsha.cli.sheet import Unusable
from tingsha.languages import FALLBACK, languages, words
from tingsha.pairs.spots import MOST_SPOTS, Spots
from tingsha.paper import cards, host_sheet, patterns, posters
from tingsha.paper.signs import told
from tingsha.rounds.plan import Plan


class Gathering(Struct):
    title: str
    language: str
    milling: host_sheet.Way


class Person(Struct):
    participant: str
    name: str
    group: str | None
    state: str
    phone: bool


class Exported(Struct):
    """As much of an export as is printed. `spots`: what is written at the spot of each unit, per round."""

    gathering: Gathering
    people: list[Person]
    rounds: list[list[list[str]]]
    spots: list[list[str]] = []
    questions: list[str] = []
    patterns: list[str] = []
    plan: Plan = Plan()


def of_export(args: argparse.Namespace) -> bytes:
    """The PDF. Raises Unusable, Unclear, TooMuchPaper."""
    made = _read(args.roster)
    spoken = made.gathering.language if made.gathering.language in languages() else FALLBACK
    language = args.language or spoken
    match args.kind:
        case "cards":
            return _cards(made, made.people, language, args.link)
        case "without-phone":
            return _cards(made, [each for each in made.people if not each.phone], language, args.link)
        case "posters":
            return _posters(made, language)
        case "host-sheet":
            asked = host_sheet.Asked(
                language, made.gathering.title, made.gathering.milling, made.plan, made.questions
            )
            return host_sheet.printed(host_sheet.sheet(asked, words(language)))
        case "patterns" | "slide":
            size: patterns.Size = "slide" if args.kind == "slide" else args.size
            return heard(language, made.gathering.title, made.patterns, made.questions, size)
        case _:
            raise Unclear(f"{args.kind} is not printed from an export; use --gathering.")


def _read(path: Path) -> Exported:
    try:
        return msgspec.json.decode(path.read_bytes().removeprefix(b"\xef\xbb\xbf"), type=Exported)
    except OSError as wrong:
        raise Unusable(path, f"cannot be read: {wrong.strerror}.") from wrong
    except msgspec.ValidationError as wrong:
        raise Unusable(path, f"this is no export of a gathering: {wrong}.") from wrong
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise Unusable(path, f"this is no JSON: {wrong}.") from wrong


def _cards(made: Exported, whose: list[Person], language: str, link: str) -> bytes:
    there = [each for each in whose if each.state in ("here", "away")]
    if not there:
        raise Unclear("cards: nobody in this export would get one.")
    holders = [
        cards.Holder(
            each.name,
            each.group or "",
            [_spot(made, at, each) for at in range(len(made.rounds))],
            made.people.index(each) + 1,
        )
        for each in there
    ]
    say_numbers(cards.without_font(holders))
    said = words(language).paper
    if not made.rounds or whose is not made.people:
        return cards.printed(cards.without_phone(language, said, holders), _labels(made))
    return cards.printed(cards.with_spots(language, said, holders, len(made.rounds), link), _labels(made))


def _spot(made: Exported, at: int, person: Person) -> str:
    """Where somebody stands in a round; nothing for who has nobody."""
    row = next((row for row, unit in enumerate(made.rounds[at]) if person.participant in unit), -1)
    return "" if row < 0 else _label(made, at, row)


def _label(made: Exported, at: int, row: int) -> str:
    written = made.spots[at] if at < len(made.spots) else []
    return written[row] if row < len(written) else str(row + 1)


def _labels(made: Exported) -> list[str]:
    """What is written at the spots, each once."""
    rows = ((at, row) for at, units in enumerate(made.rounds) for row in range(len(units)))
    return [*dict.fromkeys(_label(made, at, row) for at, row in rows)]


def _posters(made: Exported, language: str) -> bytes:
    labels = _labels(made)
    within("the number of spots", len(labels), 1, MOST_SPOTS)
    say_numbers(told(labels))
    said = words(language).paper
    return posters.printed(posters.of_spots(language, said, Spots(), labels, len(made.rounds)))
