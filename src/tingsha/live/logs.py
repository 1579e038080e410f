"""What may be written to the log: that something broke and where, never a name, a token or an address asked for."""

import logging
import re
import traceback
from typing import Final

SECRETS: Final = re.compile(r"[0-9a-fA-F]{24,}|(?<=[?#])[^\s\"']+")

log = logging.getLogger("tingsha.live")


class Discreet(logging.Filter):
    """Takes tokens, ids and query strings out of every line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRETS.sub("…", record.getMessage()), ()
        return True


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
