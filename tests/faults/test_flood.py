"""Whoever guesses codes or sends robots: a default install stays shut, and stays usable."""

import asyncio
import time
from collections.abc import AsyncIterator
from random import Random
from typing import Any

import httpx

from tests.faults.conftest import Hatch
from tests.faults.flood import flood, joining, looking
from tests.faults.nest import Nestling, note
from tests.faults.phones import first_document, post
from tests.kit.server import fresh_id

GUESSES = 100_000
BOTS = 20_000
ELSEWHERE = "127.0.9.9"
SIGNS = "ABCDEFGHJKMNPQRTUVWXYZ2346789"
LIMIT_BYTES = 16 * 1024


def test_100_000_guesses_find_nothing_and_stop_nobody(hatch: Hatch):
    server = hatch().start()
    gathering = server.open()
    chance = Random(8)
    guesses = [looking(server.port, "".join(chance.choices(SIGNS, k=8))) for _ in range(GUESSES)]
    # The right one is among them, once the guesser has had their looks.
    guesses[GUESSES // 2 :: 5_000] = [looking(server.port, gathering["code"])] * 10
    began = time.monotonic()
    found = asyncio.run(flood(server.port, guesses, ["127.0.0.1"]))
    took = time.monotonic() - began
    note(seconds=round(took, 1), statuses=dict(found))
    assert set(found) == {404, 429}
    assert found[404] <= 60 + took + 1
    with httpx.Client(transport=httpx.HTTPTransport(local_address=ELSEWHERE)) as visitor:
        card = visitor.get(f"{server.url}/api/gatherings/by-code/{gathering['code']}")
    assert card.status_code == 200


def test_20_000_robots_leave_the_host_a_page_that_works(hatch: Hatch):
    server = hatch().start()
    gathering = server.open(milling="free")
    asyncio.run(beside_robots(server, gathering))


async def beside_robots(server: Nestling, gathering: dict[str, Any]) -> None:
    robots = [joining(server.port, gathering["id"], f"Robot {each}") for each in range(BOTS)]
    addresses = [f"127.0.1.{each}" for each in range(1, 9)]
    flooding = asyncio.create_task(flood(server.port, robots, addresses))
    waited = [await timed(server, gathering, turn) async for turn in turns(flooding)]
    found = await flooding
    document = await first_document(server.port, gathering, "host", gathering["host_token"])
    note(statuses=dict(found), commands=len(waited), slowest_s=round(max(waited), 3))
    # What one gathering lets in, in a minute; the rest hear that they are too many.
    assert set(found) == {201, 429}
    assert found[201] <= 4 * 3_000 * 2
    assert max(waited) < 1
    assert document["host"]["people"] == found[201]
    size = len(httpx.Response(200, json=document).content)
    assert size <= LIMIT_BYTES
    await door_shuts(server, gathering)


async def turns(flooding: "asyncio.Task[Any]") -> AsyncIterator[int]:
    """One turn after the other, for as long as the flood lasts, and ten at least."""
    turn = 0
    while turn < 10 or not flooding.done():
        yield turn
        await asyncio.sleep(0.06)
        turn += 1


async def timed(server: Nestling, gathering: dict[str, Any], turn: int) -> float:
    """How long the host waits for an answer: a command, and a page of the list of people."""
    began = time.monotonic()
    command = {"id": fresh_id(), "type": "my-own-bell", "on": turn % 2 == 0}
    path = f"/api/gatherings/{gathering['id']}/commands"
    status, told = await post(server.port, path, command, gathering["host_token"])
    assert status == 200, told
    took = time.monotonic() - began
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {gathering['host_token']}"}) as host:
        began = time.monotonic()
        page = await host.get(f"{server.url}/api/gatherings/{gathering['id']}/people")
    assert page.status_code == 200
    return max(took, time.monotonic() - began)


async def door_shuts(server: Nestling, gathering: dict[str, Any]) -> None:
    """The host closes the door, and that was the last robot."""
    path = f"/api/gatherings/{gathering['id']}"
    shut = {"id": fresh_id(), "type": "admission", "admission": "locked"}
    assert (await post(server.port, f"{path}/commands", shut, gathering["host_token"]))[0] == 200
    status, told = await post(server.port, f"{path}/participants", {"id": fresh_id(), "name": "Robot"})
    assert (status, told["code"]) == (409, "locked")
