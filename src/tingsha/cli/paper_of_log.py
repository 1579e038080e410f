"""Printing for a gathering as its log has it. Nothing is written, and its server may go on."""

import argparse
from pathlib import Path
from typing import Final

from tingsha.cli.paper_of_list import Unclear, say_numbers
from tingsha.flow.session import Session
from tingsha.journal.errors import UnknownGathering
from tingsha.journal.onlooker import onlooker
from tingsha.journal.reading import Reader
from tingsha.live.house import folded
from tingsha.live.problems import told
from tingsha.paper.afterwards import AFTERWARDS
from tingsha.paper.of_gathering import PREPARE, TOO_MUCH, people_fit, without_font
from tingsha.settings import Settings, read_settings
from tingsha.words import Refusal

OWN: Final = "en"
"""The command speaks English."""


def of_log(args: argparse.Namespace) -> bytes:
    """The PDF. Raises Unclear, TooMuchPaper, BadSetting, JournalError."""
    session = _session(read_settings({"data": args.data, "log": args.log}), args.gathering)
    if args.language:
        session.gathering.language = args.language
    kind = f"patterns-{args.size}" if args.kind == "patterns" else args.kind
    job = (PREPARE | AFTERWARDS)[kind](session, args.link) if people_fit(session) else TOO_MUCH
    if isinstance(job, Refusal):
        raise Unclear(f"{args.kind}: {told(job, OWN).detail}")
    if args.kind not in ("table", "host-sheet"):
        say_numbers(without_font(session))
    return job()


def _session(settings: Settings, asked: str) -> Session:
    file = Path(settings.log.removeprefix("sqlite:")) if settings.log else settings.data / "tingsha.sqlite"
    reader = onlooker(file)
    try:
        found = _found(reader, asked)
        if found is None:
            raise Unclear(f"there is no gathering {asked} in {file}.")
        return folded(reader, found, settings.capacity)[0]
    except UnknownGathering as gone:
        raise Unclear(f"there is no gathering {asked} in {file} any more.") from gone
    finally:
        reader.close()


def _found(reader: Reader, asked: str) -> str | None:
    """By its id, or by the code that people type, with or without its dash."""
    code = "".join(filter(str.isalnum, asked)).upper()
    cards = reader.cards()
    by_id = (card.gathering for card in cards if card.gathering == asked)
    return next(by_id, None) or next((card.gathering for card in cards if card.code == code), None)
