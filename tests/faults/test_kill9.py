"""The server is killed in the middle of everything: what it said was saved is there, once."""

import asyncio
import random
import time

import pytest

from tests.faults.conftest import Hatch
from tests.faults.crowd import Crowd, Untrue
from tests.faults.nest import Nestling, note

LONG = {
    "rounds": 3,
    "turn_s": 600,
    "think_s": 600,
    "find_s": 600,
    "swap_s": 5,
    "breathe_s": 20,
    "debrief_s": 240,
}
KILLS = 50
START_AT = 8


def test_fifty_kills_under_a_joining_crowd(hatch: Hatch):
    seed = random.SystemRandom().getrandbits(32)
    note(seed=seed)
    crowd = asyncio.run(lives(hatch(), seed, KILLS))
    assert len(crowd.guests) > KILLS
    assert sum(crowd.extends.values()) > KILLS / 2


def test_a_server_that_says_saved_too_early_is_caught(hatch: Hatch):
    with pytest.raises(Untrue):
        asyncio.run(lives(hatch(mutant="ackfirst"), 1, 12))


async def lives(server: Nestling, seed: int, kills: int) -> Crowd:
    """So many lives of one server; after each its crowd checks what it was told."""
    chance, began = random.Random(seed), time.monotonic()
    server.start()
    crowd = Crowd(server, server.open(plan=LONG, rehearsal=False), chance)
    for kill in range(kills):
        if kill == START_AT:
            await crowd.start()
        await crowd.press_until_dead(chance.uniform(0.02, 0.4))
        server.start()
        await crowd.check()
    await crowd.check()
    note(
        kills=kills,
        guests=len(crowd.guests),
        extends=len(crowd.extends),
        seconds=round(time.monotonic() - began, 1),
    )
    return crowd
