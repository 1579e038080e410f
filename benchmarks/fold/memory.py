"""How much memory a person takes: a million arrivals, folded in a process of their own, read from the system."""

import multiprocessing
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.fold.gatherings import AT, GROUPS, opened
from benchmarks.report import progress
from tingsha.flow import evolve as fold
from tingsha.gathering.events import Arrived
from tingsha.words import Said


def bytes_a_person(people: int) -> dict[str, Any]:
    """Resident bytes per person in a session, with and without names; beside two plain Python strings per person."""
    figures: dict[str, Any] = {"people": people}
    for what in ("session", "names", "floor"):
        progress(f"{people} people: {what}")
        with multiprocessing.get_context("spawn").Pool(1) as process:
            figures[f"{what}_bytes_a_person"] = process.apply(_grown, (what, people)) / people
    figures["ratio_to_floor"] = figures["names_bytes_a_person"] / figures["floor_bytes_a_person"]
    return figures


def _grown(what: str, people: int) -> int:
    chance, before = Random(3), _resident()
    kept = _floor(people, chance) if what == "floor" else _session(people, chance, named=what == "names")
    grown = _resident() - before
    assert kept is not None
    return grown


def _floor(people: int, chance: Random) -> object:
    """The id and the name of each, in a list and a dictionary: less cannot be held as Python strings."""
    ids = [f"{chance.getrandbits(128):032x}" for _ in range(people)]
    return (
        ids,
        {each: number for number, each in enumerate(ids)},
        [f"Mens {number}" for number in range(people)],
    )


def _session(people: int, chance: Random, *, named: bool) -> object:
    session = opened().session
    for number in range(people):
        participant = f"{chance.getrandbits(128):032x}"
        if named:
            fold.say(session, Said("name:" + participant, f"Mens {number}"))
        fold.evolve(session, Arrived(participant=participant, at=AT + number, group=number % len(GROUPS)))
    return session


def _resident() -> int:
    """Bytes of this process in memory, now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) * 1024
