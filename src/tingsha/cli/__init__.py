"""The command `tingsha`. One file per verb, with `NAME`, `HELP`, `add_arguments(parser)` and `run(args) -> int`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol, cast

from tingsha import __version__

VERBS = ("serve", "rehearse", "pair", "paper", "doctor")
"""The files of the verbs, in the order in which the help lists them."""


class Verb(Protocol):
    NAME: str
    HELP: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(words: Sequence[str] | None = None) -> None:
    """Runs the command with the words it was called with."""
    args = parser().parse_args(words)
    sys.exit(args.run(args))


def parser() -> argparse.ArgumentParser:
    """The parser with every verb."""
    whole = argparse.ArgumentParser(
        prog="tingsha", description="Impromptu Networking for a group of any size."
    )
    whole.add_argument("--version", action="version", version=f"tingsha {__version__}")
    verbs = whole.add_subparsers(metavar="VERB", required=True)
    for name in VERBS:
        verb = cast(Verb, import_module(f"tingsha.cli.{name}"))
        own = verbs.add_parser(verb.NAME, help=verb.HELP, description=verb.HELP)
        verb.add_arguments(own)
        own.set_defaults(run=verb.run)
    return whole
