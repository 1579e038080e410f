"""The server as `tingsha serve` puts it together, with its log on disk or in memory: `serving disk DIR` or `memory`."""

import signal
import sys
from pathlib import Path
from typing import Any

from tingsha import app
from tingsha.journal.memory import MemoryJournal
from tingsha.settings import Settings


def main(kind: str, data: Path) -> None:
    """Print the port when ready, and serve until told to stop."""
    settings = Settings(host="127.0.0.1", port=0, data=data, joins_per_minute=100_000_000)
    journal: Any = MemoryJournal() if kind == "memory" else app.open_journal(settings)
    bound = app.listening(settings)
    door = app.build(settings, journal, app.where(settings, bound))
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, _answered)

    async def ready() -> None:
        print(bound.getsockname()[1], flush=True)

    app.Server(door, ready).run(sockets=[bound])


def _answered(_signal: int, _frame: Any) -> None:
    """uvicorn gives a signal once more when it has stopped; by then it has been answered."""


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
