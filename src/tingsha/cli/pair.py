"""`tingsha pair`: whom to bring together, from a list of people, without a server."""

import argparse
import secrets
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from tingsha.cli.pair_out import FORMATS, Made
from tingsha.cli.people_csv import People, Wanted, read_couples, read_people
from tingsha.cli.played_json import read_played
from tingsha.cli.sheet import Unusable
from tingsha.languages import languages
from tingsha.pairs.plan import NOBODY, Plan, plan
from tingsha.pairs.roster import Ints
from tingsha.rounds.decide import MOST_ROUNDS

NAME: Final = "pair"
HELP: Final = "Pair the people on a list: nobody twice with the same person, groups mixed as often as can be."
DONE, CANNOT_WRITE, UNUSABLE, NOT_ALL = 0, 1, 2, 3
LONG: Final = 50_000
MOST_SEED: Final = 2**63 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "roster", type=Path, metavar="ROSTER.csv",
        help="the people: columns id (else the number of the row), name, group, languages (nl;en), "
        "place (room or remote), and any to mix by",
    )  # fmt: skip
    parser.add_argument("--rounds", type=_rounds, default=3, metavar="N", help="rounds (default: 3)")
    parser.add_argument(
        "--seed", type=_seed, metavar="N", help="the same seed gives the same plan; else it is drawn"
    )
    parser.add_argument(
        "--attribute", type=_wanted, action="append", default=[], metavar="COLUMN[:WEIGHT]",
        help="mix by this column, which counts so much; may be given more than once (default: group:1)",
    )  # fmt: skip
    parser.add_argument("--met", type=Path, metavar="MET.csv", help="who met before: columns a and b, ids")
    parser.add_argument(
        "--apart", type=Path, metavar="APART.csv", help="who must never meet: columns a and b, ids"
    )
    parser.add_argument(
        "--played", type=Path, metavar="PLAN.json", help="an earlier output: its rounds were played"
    )
    parser.add_argument(
        "--mixed-places", action="store_true", help="people in the room may meet people who are remote"
    )
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="json", help="of what comes out (default: json)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write here instead of to standard output")
    parser.add_argument(
        "--language", choices=tuple(languages()), default="en", help="of the reasons (default: en)"
    )


def run(args: argparse.Namespace) -> int:
    """Pair. 0 when all is well, 3 when somebody could not be placed rightly, 2 when a file cannot be used."""
    try:
        people = read_people(args.roster, args.attribute, rows=_progress)
        apart = _couples(args.apart, people)
        met = _couples(args.met, people)
        played = [] if args.played is None else read_played(args.played, people)
    except Unusable as wrong:
        print(f"tingsha: {wrong}", file=sys.stderr)
        return UNUSABLE
    seed = secrets.randbelow(2**31) if args.seed is None else args.seed
    long = people.count >= LONG
    _tell(f"pairing {people.count:,} people", when=long)
    made = plan(people.roster(apart, mixed_places=args.mixed_places), args.rounds, seed, played, met)
    _tell("writing", when=long)
    return _write(args, Made(seed, people, made, args.language))


def _couples(path: Path | None, people: People) -> Ints:
    if path is None:
        return NOBODY
    found = read_couples(path, people)
    _tell(f"{path}: {found.strangers} rows name somebody who is not on the list", when=found.strangers > 0)
    return found.people


def _write(args: argparse.Namespace, made: Made) -> int:
    try:
        with _target(args.out) as out:
            for part in FORMATS[args.format](made):
                out.write(part)
    except OSError as fault:
        print(
            f"tingsha: {args.out or 'standard output'} cannot be written: {fault.strerror}.", file=sys.stderr
        )
        return CANNOT_WRITE
    return NOT_ALL if _unresolved(made.plan) else DONE


def _target(path: Path | None) -> Any:
    return nullcontext(sys.stdout) if path is None else path.open("w", encoding="utf-8", newline="")


def _unresolved(made: Plan) -> bool:
    return any(facts.unresolved for facts in made.certificate)


def _progress(rows: int) -> None:
    if rows % 250_000 == 0:
        _tell(f"read {rows:,} rows", when=True)


def _tell(words: str, *, when: bool) -> None:
    if when:
        print(f"tingsha: {words}", file=sys.stderr, flush=True)


def _rounds(text: str) -> int:
    return _number(text, 1, MOST_ROUNDS)


def _seed(text: str) -> int:
    return _number(text, 0, MOST_SEED)


def _number(text: str, least: int, most: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() else -1
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"between {least} and {most}, not {text}")
    return number


def _wanted(text: str) -> Wanted:
    """COLUMN or COLUMN:WEIGHT."""
    column, colon, weight = text.rpartition(":")
    if not colon:
        column, weight = text, "1"
    if not column.strip():
        raise argparse.ArgumentTypeError(f"a column is needed, not “{text}”")
    return Wanted(column, _number(weight, 1, 1_000_000))
