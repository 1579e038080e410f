"""`tingsha paper`: cards, signs, the host's sheet and the table of numbers as PDF, without a server."""

import argparse
import secrets
import sys
from pathlib import Path
from typing import Final

import numpy as np

from tingsha.cli.people_csv import People, read_people
from tingsha.cli.sheet import Unusable
from tingsha.languages import Words, languages, words
from tingsha.pairs.numbers import LEAST_COUNTED, MOST_COUNTED
from tingsha.pairs.plan import NOBODY, plan
from tingsha.pairs.roster import Units
from tingsha.pairs.spots import MOST_SPOTS, Spots
from tingsha.paper import cards, host_sheet, posters, table
from tingsha.paper.printing import KINDS, MOST_SHEETS, TooMuchPaper
from tingsha.rounds.decide import MOST_ROUNDS
from tingsha.rounds.find import find_seconds
from tingsha.rounds.plan import Plan

NAME: Final = "paper"
HELP: Final = "Print cards, signs for the spots, the host's sheet or a table of numbers, as PDF."
DONE, CANNOT_WRITE, UNUSABLE = 0, 1, 2
MOST_SEED: Final = 2**63 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="|".join(KINDS), help="what to print")
    parser.add_argument(
        "roster", nargs="?", type=Path, metavar="ROSTER.csv", help="the people by name, as for pair"
    )
    parser.add_argument(
        "--people", type=int, metavar="N", help="so many people, by number, where there is no list"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds (default: 3)")
    parser.add_argument("--seed", type=int, metavar="N", help="of the plan; else it is drawn")
    parser.add_argument("--link", default="", metavar="URL", help="the QR code on cards leads here")
    parser.add_argument("--title", default="", metavar="TEXT", help="of the gathering, on the host's sheet")
    parser.add_argument(
        "--question", action="append", default=[], metavar="TEXT", help="on the host's sheet; give both"
    )
    parser.add_argument(
        "--language", choices=tuple(languages()), default="nl", help="of the paper (default: nl)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write here (default: the kind with .pdf, in this folder)"
    )


def run(args: argparse.Namespace) -> int:
    """Print. 0 when all is well, 2 when what was given cannot be used, 1 when the file cannot be written."""
    try:
        _within("--rounds", args.rounds, 1, MOST_ROUNDS)
        body = PRINT[args.kind](args, words(args.language))
    except (Unusable, Unclear, TooMuchPaper) as wrong:
        print(f"tingsha: {wrong}", file=sys.stderr)
        return UNUSABLE
    out: Path = args.out or Path(f"{args.kind}.pdf")
    try:
        out.write_bytes(body)
    except OSError as fault:
        print(f"tingsha: {out} cannot be written: {fault.strerror}.", file=sys.stderr)
        return CANNOT_WRITE
    print(out)
    return DONE


class Unclear(Exception):
    """What is missing or too much in what was asked for."""


def _cards(args: argparse.Namespace, said: Words) -> bytes:
    if args.roster is None:
        people = _count(args)
        return cards.printed(cards.with_numbers(args.language, said.paper, people, args.rounds, args.link))
    people = _people(args.roster)
    if people.count > cards.PER_SHEET * MOST_SHEETS:
        raise TooMuchPaper(-(-people.count // cards.PER_SHEET))
    holders = seated(people, _plan(people, args))
    return cards.printed(cards.with_spots(args.language, said.paper, holders, args.rounds, args.link))


def _plan(people: People, args: argparse.Namespace) -> list[Units]:
    seed = secrets.randbelow(2**31) if args.seed is None else args.seed
    _within("--seed", seed, 0, MOST_SEED)
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
    return [cards.Holder(name, people.group(at), spots[at]) for at, name in enumerate(names)]


def _posters(args: argparse.Namespace, said: Words) -> bytes:
    count = (_people(args.roster).count if args.roster else _count(args)) // 2
    _within("the number of spots", count, 1, MOST_SPOTS)
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
    _within("the number of people", people, LEAST_COUNTED, MOST_COUNTED)
    return table.printed(table.of_numbers(args.language, said.paper, people, args.rounds))


def _people(path: Path) -> People:
    return read_people(path, [], rows=lambda _: None)


def _count(args: argparse.Namespace) -> int:
    if args.people is None:
        raise Unclear(f"{args.kind} needs a list (ROSTER.csv) or a number (--people N).")
    _within("--people", args.people, LEAST_COUNTED, MOST_COUNTED)
    return args.people


def _within(what: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise Unclear(f"{what} lies between {least:,} and {most:,}, not {number:,}.")


PRINT: Final = {"cards": _cards, "posters": _posters, "host-sheet": _host_sheet, "table": _table}
