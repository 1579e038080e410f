"""What may be written to the log: that something broke and where, never a name, a token or an address asked for."""

import logging
import re
import traceback
from typing import Final

SECRETS: Final = re.compile(r"[0-9a-fA-F]{24,}|(?<=[?#])[^\s\"']+")
LET_GO: Final = ("ASGI callable returned without completing response.",)
"""uvicorn's word for a reader that we have let go of ourselves."""

log = logging.getLogger("tingsha.live")


class Discreet(logging.Filter):
    """Takes tokens, ids and query strings out of every line, and drops the lines that mean nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        record.msg, record.args = SECRETS.sub("…", line), ()
        return not line.startswith(LET_GO)


def note(fault: BaseException) -> None:
    """Write down a fault of ours: its kind and place. Its message may quote what somebody typed, so it is left out."""
    where = "".join(traceback.format_tb(fault.__traceback__))
    log.error("%s\n%s", type(fault).__name__, where)


def speak(level: str = "WARNING") -> None:
    """Log to standard error, discreetly."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Discreet())
    logging.basicConfig(level=level, handlers=[handler], force=True)
