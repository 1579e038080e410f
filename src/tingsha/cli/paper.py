"""`tingsha paper`: what a room without screens needs, and what is taken home, as PDF, without a server.

From a list of people or a number of them, from a gathering in the data directory, or from an export of one.
"""

import argparse
import sys
from pathlib import Path
from typing import Final

from tingsha.cli.paper_of_export import of_export
from tingsha.cli.paper_of_list import Unclear, of_list, within
from tingsha.cli.paper_of_log import of_log
from tingsha.cli.sheet import Unusable
from tingsha.journal.errors import JournalError
from tingsha.languages import languages
from tingsha.paper.printing import TooMuchPaper
from tingsha.rounds.decide import MOST_ROUNDS
from tingsha.settings import BadSetting

NAME: Final = "paper"
HELP: Final = (
    "Print cards, signs for the spots, the host's sheet or a table of numbers; and afterwards the patterns, a slide of "
    "them, and the report. As PDF."
)
DONE, CANNOT_WRITE, UNUSABLE = 0, 1, 2
KINDS: Final = ("cards", "without-phone", "posters", "host-sheet", "table", "patterns", "slide", "report")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="|".join(KINDS), help="what to print")
    parser.add_argument(
        "roster", nargs="?", type=Path, metavar="ROSTER.csv|EXPORT.json",
        help="the people by name, as for pair; or what the host took along as export.json",
    )  # fmt: skip
    parser.add_argument(
        "--people", type=int, metavar="N", help="so many people, by number, where there is no list"
    )
    parser.add_argument(
        "--gathering",
        metavar="ID_OR_CODE",
        help="print for this gathering, as it stands in the data directory",
    )
    parser.add_argument("--data", metavar="DIR", help="the data directory, as for serve")
    parser.add_argument("--log", metavar="sqlite:FILE", help="the log, as for serve")
    _about_the_plan(parser)
    _about_the_words(parser)
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write here (default: the kind with .pdf, in this folder)"
    )


def _about_the_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds (default: 3)")
    parser.add_argument("--seed", type=int, metavar="N", help="of the plan; else it is drawn")
    parser.add_argument("--link", default="", metavar="URL", help="the QR code on cards leads here")


def _about_the_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", default="", metavar="TEXT", help="of the gathering")
    parser.add_argument(
        "--question", action="append", default=[], metavar="TEXT",
        help="on the host's sheet and with the patterns; give both",
    )  # fmt: skip
    parser.add_argument(
        "--pattern",
        action="append",
        default=[],
        metavar="TEXT",
        help="something heard more than once; three at most",
    )
    parser.add_argument(
        "--size", choices=("a3", "a4"), default="a3", help="of the poster with the patterns (default: a3)"
    )
    parser.add_argument(
        "--language", choices=tuple(languages()),
        help="of the paper (default: that of the gathering, else nl)",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Print. 0 when all is well, 2 when what was given cannot be used, 1 when the file cannot be written."""
    try:
        within("--rounds", args.rounds, 1, MOST_ROUNDS)
        body = _printed(args)
    except (Unusable, Unclear, TooMuchPaper, BadSetting, JournalError) as wrong:
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


def _printed(args: argparse.Namespace) -> bytes:
    sources = {"a list": args.roster, "--people": args.people, "--gathering": args.gathering}
    given = [name for name, source in sources.items() if source is not None]
    if len(given) > 1 and args.gathering is not None:
        raise Unclear(f"{given[0]} and {given[1]} are two sources; give one.")
    if args.gathering is not None:
        return of_log(args)
    if args.roster is not None and args.roster.suffix.lower() == ".json":
        return of_export(args)
    return of_list(args)
