"""Where a rehearsal stands: one line that renews itself on a terminal, a line now and then elsewhere."""

import asyncio
import sys
from typing import Final, TextIO

from tingsha.rehearsal.crowd import Crowd

ON_A_TERMINAL_S: Final = 0.25
ELSEWHERE_S: Final = 5.0
CLEAR: Final = "\r\x1b[K"


async def show(crowd: Crowd, out: TextIO = sys.stderr) -> None:
    """Show until cancelled."""
    before = ""
    try:
        while True:
            line = standing(crowd)
            if out.isatty():
                print(f"{CLEAR}{line}", end="", file=out, flush=True)
            elif line != before:
                print(line, file=out, flush=True)
            before = line
            await asyncio.sleep(ON_A_TERMINAL_S if out.isatty() else ELSEWHERE_S)
    finally:
        if out.isatty():
            print(CLEAR, end="", file=out, flush=True)


def standing(crowd: Crowd) -> str:
    """The line itself."""
    common, segment, ledger = crowd.newest, crowd.segment(), crowd.ledger
    phase = common.phase if common is not None else "arriving"
    if segment is not None:
        phase = f"round {segment.round}, {segment.kind}" if segment.round else segment.kind
    talking = common.counts.in_conversation if common is not None else 0
    heard = sum(played.heard for played in ledger.rounds.values())
    return (
        f"{phase}: {ledger.joined} of {crowd.manners.people} joined, {talking} in conversation, "
        f"{heard} bells heard, {ledger.errors} errors"
    )
