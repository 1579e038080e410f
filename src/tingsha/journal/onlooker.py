"""Reads a journal without changing it, also while a Tingsha is using it."""

from pathlib import Path

from tingsha.journal.errors import JournalUnwritable
from tingsha.journal.opening import connect, look_over
from tingsha.journal.reading import Reader


def onlooker(path: Path) -> Reader:
    """A reader of the journal's file, to be closed soon. Raises JournalError."""
    if not path.is_file():
        raise JournalUnwritable(path, "there is no journal here")
    look_over(path)
    return Reader(path, connect(path, "ro"))
