"""`./bench fold`: 100,000 events from real SQLite; 20,000 people restored after a restart; the memory of a million."""

import asyncio
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from typing import Final

from benchmarks.fold.gatherings import ID, Log, arrivals, mixed_log, opened
from benchmarks.fold.memory import bytes_a_person
from benchmarks.report import alternating, progress, tell
from tingsha.flow.wire import read_event
from tingsha.journal.sqlite import SqliteJournal
from tingsha.live.addresses import Site
from tingsha.live.house import House, folded
from tingsha.rounds.commands import Start
from tingsha.words import Role

EVENTS: Final = 100_000
CROWD: Final = 20_000
MILLION: Final = 1_000_000
PASSES: Final = 5


def main() -> None:
    """All three, or those that are named: events, restart, memory."""
    chosen = sys.argv[1:] or ["events", "restart", "memory"]
    with tempfile.TemporaryDirectory() as folder:
        if "events" in chosen:
            asyncio.run(events(Path(folder) / "events.sqlite"))
        if "restart" in chosen:
            asyncio.run(restart(Path(folder) / "restart.sqlite"))
    if "memory" in chosen:
        tell(bench="fold", what="memory of a million arrivals", **bytes_a_person(MILLION))


async def events(path: Path) -> None:
    """The whole way from the file to a session, beside only reading and only decoding the same bytes."""
    progress(f"writing {EVENTS} events")
    journal = await _written(mixed_log(EVENTS), path)
    bodies = [record.body for record in journal.records(ID)]
    doings = {
        "fold": lambda: folded(journal, ID, MILLION),
        "decode": lambda: deque(map(read_event, bodies), maxlen=0),
        "read": lambda: deque(journal.records(ID), maxlen=0),
    }
    took = alternating(doings, PASSES)
    await journal.close()
    tell(
        bench="fold", what="events from SQLite", events=len(bodies), seconds=took["fold"], goal_s=0.5,
        floor_decode_s=took["decode"], floor_read_s=took["read"], ratio_to_decode=took["fold"] / took["decode"],
    )  # fmt: skip


async def restart(path: Path) -> None:
    """A gathering of 20,000 with three planned rounds, asked for the first time after a restart."""
    progress(f"pairing {CROWD} people")
    log = opened()
    arrivals(log, CROWD)
    log.ask(Start(), Role.HOST)
    journal = await _written(log, path)
    took: list[float] = []
    for _ in range(PASSES):
        house = House(journal, Site("http://localhost"), lambda: int(time.time() * 1000), MILLION)
        house.start()
        began = time.perf_counter()
        keeper = await house.keeper(ID)
        took.append(time.perf_counter() - began)
        assert keeper is not None and len(keeper.session.pairs.tables) == 3
        for each in house.live():
            await each.stop()
    bodies = [record.body for record in journal.records(ID)]
    floor = alternating({"decode": lambda: deque(map(read_event, bodies), maxlen=0)}, PASSES)["decode"]
    await journal.close()
    middle = sorted(took)[len(took) // 2]
    tell(
        bench="fold", what="guided gathering after a restart", people=CROWD, seconds=middle, goal_s=2.0,
        floor_decode_s=floor, ratio_to_decode=middle / floor,
    )  # fmt: skip


async def _written(log: Log, path: Path) -> SqliteJournal:
    journal = SqliteJournal(path)
    for batch in log.batches():
        await journal.append(batch)
    return journal


if __name__ == "__main__":
    main()
