"""Printing for a list of people, or for so many of them by number."""

import argparse
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from tingsha.cli.people_csv import People, read_people
from tingsha.harvest.decide import MOST_PATTERNS
from tingsha.languages import Words, words
from tingsha.pairs.numbers import LEAST_COUNTED, MOST_COUNTED
from tingsha.pairs.plan import NOBODY, plan
from tingsha.pairs.roster import Units
from tingsha.pairs.spots import MOST_SPOTS, Spots
from tingsha.paper import cards, host_sheet, patterns, posters, table
from tingsha.paper.printing import MOST_SHEETS, TooMuchPaper
from tingsha.paper.signs import told
from tingsha.rounds.find import find_seconds
from tingsha.rounds.plan import Plan
from tingsha.wording import PATTERN_GRAPHEMES, empty, tidy, too_long

MOST_SEED: Final = 2**63 - 1


class Unclear(Exception):
    """What is missing or too much in what was asked for."""


def of_list(args: argparse.Namespace) -> bytes:
    """The PDF. Raises Unusable, Unclear, TooMuchPaper."""
    args.language = args.language or "nl"
    if args.kind not in PRINT:
        raise Unclear(f"{args.kind} needs a gathering (--gathering ID_OR_CODE).")
    return PRINT[args.kind](args, words(args.language))


def _cards(args: argparse.Namespace, said: Words) -> bytes:
    if args.roster is None:
        people = _count(args)
        return cards.printed(cards.with_numbers(args.language, said.paper, people, args.rounds, args.link))
    people = _people(args.roster)
    if people.count > cards.PER_SHEET * MOST_SHEETS:
        raise TooMuchPaper(-(-people.count // cards.PER_SHEET))
    holders = seated(people, _plan(people, args))
    say_numbers(cards.without_font(holders))
    return cards.printed(cards.with_spots(args.language, said.paper, holders, args.rounds, args.link))


def say_numbers(words: Sequence[str]) -> None:
    """Beforehand: what comes out as a number."""
    if words:
        print(
            "tingsha: no font on this machine has every letter of these. The paper shows a number; write the words "
            f"beside it, or install a font that has them. {', '.join(words)}",
            file=sys.stderr,
        )


def _plan(people: People, args: argparse.Namespace) -> list[Units]:
    seed = secrets.randbelow(2**31) if args.seed is None else args.seed
    within("--seed", seed, 0, MOST_SEED)
    return plan(people.roster(NOBODY, mixed_places=False), args.rounds, seed).rounds


def seated(people: People, rounds: list[Units]) -> list[cards.Holder]:
    """Everybody with the spot of each round; who has nobody goes to the meeting post."""
    spots = [[""] * len(rounds) for _ in range(people.count)]
    for at, units in enumerate(rounds):
        with_somebody = (units >= 0).sum(1) > 1
        for row in np.flatnonzero(with_somebody):
            for person in units[row]:
                if person >= 0:
                    spots[person][at] = str(int(row) + 1)
    names = people.names or [people.id(person) for person in range(people.count)]
    return [cards.Holder(name, people.group(at), spots[at], at + 1) for at, name in enumerate(names)]


def _posters(args: argparse.Namespace, said: Words) -> bytes:
    count = (_people(args.roster).count if args.roster else _count(args)) // 2
    within("the number of spots", count, 1, MOST_SPOTS)
    labels = [str(spot) for spot in range(1, count + 1)]
    return posters.printed(posters.of_spots(args.language, said.paper, Spots(), labels, args.rounds))


def _host_sheet(args: argparse.Namespace, said: Words) -> bytes:
    both = [said.opened.roster.challenge, said.opened.roster.give_and_take]
    people = _people(args.roster).count if args.roster else (args.people or 0)
    asked = host_sheet.Asked(
        language=args.language,
        title=args.title or "Impromptu Networking",
        way="free" if args.people is None else "numbers",
        plan=Plan(rounds=args.rounds, find_s=find_seconds(people)),
        questions=args.question or both,
    )
    return host_sheet.printed(host_sheet.sheet(asked, said))


def _table(args: argparse.Namespace, said: Words) -> bytes:
    people = _people(args.roster).count if args.roster else _count(args)
    within("the number of people", people, LEAST_COUNTED, MOST_COUNTED)
    return table.printed(table.of_numbers(args.language, said.paper, people, args.rounds))


def _patterns(args: argparse.Namespace, _said: Words) -> bytes:
    return heard(args.language, args.title, args.pattern, args.question, args.size)


def _slide(args: argparse.Namespace, _said: Words) -> bytes:
    return heard(args.language, args.title, args.pattern, args.question, "slide")


def heard(
    language: str, title: str, said: Sequence[str], questions: Sequence[str], size: patterns.Size
) -> bytes:
    """The patterns as a poster or a slide. Raises Unclear."""
    kept = [pattern for each in said if not empty(pattern := tidy(each))]
    if not 1 <= len(kept) <= MOST_PATTERNS:
        raise Unclear(f"give one to {MOST_PATTERNS} patterns (--pattern TEXT), not {len(kept)}.")
    if any(too_long(each, PATTERN_GRAPHEMES) for each in kept):
        raise Unclear(f"a pattern has at most {PATTERN_GRAPHEMES} characters.")
    say_numbers(told(kept))
    asked = patterns.Asked(language, tidy(title), "", kept, [tidy(each) for each in questions])
    return patterns.printed(patterns.heard(asked, words(language).paper, size))


def _people(path: Path) -> People:
    return read_people(path, [], rows=lambda _: None)


def _count(args: argparse.Namespace) -> int:
    if args.people is None:
        raise Unclear(f"{args.kind} needs a list (ROSTER.csv) or a number (--people N).")
    within("--people", args.people, LEAST_COUNTED, MOST_COUNTED)
    return args.people


def within(what: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise Unclear(f"{what} lies between {least:,} and {most:,}, not {number:,}.")


PRINT: Final = {
    "cards": _cards,
    "posters": _posters,
    "host-sheet": _host_sheet,
    "table": _table,
    "patterns": _patterns,
    "slide": _slide,
}
