"""A hall behind one address, phones that never read, phones that are gone: the others notice nothing."""

import asyncio
import re
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import Hatch
from tests.faults.nest import Nestling, note
from tests.faults.phones import Phone, post, who_never_reads
from tests.kit.server import fresh_id

READERS = 180
DEAF = 2_000
TELLINGS = 50
LABELS = [f"Group {number:03} {'x' * 25}" for number in range(150)]
"""Makes the document large, so that it cannot hide in a socket's buffer."""


@pytest.mark.parametrize(("people", "at_once"), [(500, 500), (2_000, 64)])
def test_a_hall_joins_from_one_address(hatch: Hatch, people: int, at_once: int):
    server = hatch().start()
    gathering = server.open()
    began = time.monotonic()
    answers = asyncio.run(join_all(server, gathering, people, at_once))
    took = time.monotonic() - began
    note(people=people, seconds=round(took, 1))
    assert {status for status, _ in answers} == {201}
    assert len({told["participant"] for _, told in answers}) == people
    assert took < 60


async def join_all(
    server: Nestling, gathering: dict[str, Any], people: int, at_once: int
) -> list[tuple[int, dict[str, Any]]]:
    room, path = asyncio.Semaphore(at_once), f"/api/gatherings/{gathering['id']}/participants"

    async def join(number: int) -> tuple[int, dict[str, Any]]:
        async with room:
            return await post(server.port, path, {"id": fresh_id(), "name": f"Guest {number}"})

    return await asyncio.gather(*map(join, range(people)))


def test_who_never_reads_holds_nobody_up(hatch: Hatch):
    asyncio.run(beside_deaf_phones(hatch().start()))


async def beside_deaf_phones(server: Nestling) -> None:
    gathering = server.open(groups=LABELS)
    tokens = [told["token"] for _, told in await join_all(server, gathering, READERS + DEAF, 50)]
    phones = [await Phone().listen(server.port, gathering, "phone", token) for token in tokens[:READERS]]
    deaf = [who_never_reads(server.port, gathering, token) for token in tokens[READERS:]]
    host = await Phone().listen(server.port, gathering, "host", gathering["host_token"])
    await host.until(lambda it: it.common and it.common["host"]["connected"] == READERS + DEAF)
    before = memory_of(server.pid)
    slowest = 0.0
    for telling in range(TELLINGS):
        version = await steer(server, gathering, telling)
        if not telling % 10:
            began = time.monotonic()
            await all_know(phones, version)
            slowest = max(slowest, time.monotonic() - began)
    grown = memory_of(server.pid) - before
    note(slowest_s=round(slowest, 2), grown_kib=grown)
    assert slowest < 2
    # All that was told to those who do not read would be twenty times this.
    assert grown < 32 * 1024

    await gone(phones[:50])
    for each in deaf:
        each.close()
    await host.until(lambda it: it.common["host"]["connected"] == READERS - 50)
    await gone([*phones[50:], host])


async def all_know(phones: list[Phone], version: int) -> None:
    await asyncio.gather(*(phone.until(lambda it: it.common["version"] >= version) for phone in phones))


async def steer(server: Nestling, gathering: dict[str, Any], telling: int) -> int:
    command = {"id": fresh_id(), "type": "admission", "admission": ("ask", "open")[telling % 2]}
    path = f"/api/gatherings/{gathering['id']}/commands"
    while True:
        status, told = await post(server.port, path, command, gathering["host_token"])
        if status == 200:
            return told["version"]
        assert status == 429, told
        await asyncio.sleep(0.1)


async def gone(phones: list[Phone]) -> None:
    for phone in phones:
        await phone.close()


def memory_of(pid: int) -> int:
    """KiB that a process really holds."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    assert found is not None
    return int(found[1])
