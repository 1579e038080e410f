"""The disk is full: nobody is told that something was saved when it was not, the rounds go on, room made is used."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.faults.phones import Phone
from tests.faults.test_erased import ASKED, Calendar, given
from tests.faults.test_restart import SHORT
from tests.kit.server import QUESTIONS, fresh_id
from tingsha import app
from tingsha.gathering.commands import Arrive, Open
from tingsha.journal.contract import Batch, Card, Text
from tingsha.journal.errors import JournalFull
from tingsha.journal.memory import MemoryJournal
from tingsha.journal.sqlite import SqliteJournal
from tingsha.live.addresses import Site
from tingsha.live.house import House
from tingsha.live.keeper import Keeper
from tingsha.rounds.commands import Start
from tingsha.settings import Settings
from tingsha.words import SECOND, Actor, Role

ROOM = 600_000
NEWCOMER = Actor(Role.NEWCOMER)
OLD = "an-old-gathering"


def test_a_full_disk_is_told_and_the_rounds_go_on(tmp_path: Path):
    asyncio.run(evening_on_a_full_disk(tmp_path))


async def evening_on_a_full_disk(data: Path) -> None:
    async with serving(data) as (client, journal, port):
        gathering = (await post(client, "/api/gatherings", opening())).json()
        here = f"/api/gatherings/{gathering['id']}"
        people = [(await post(client, f"{here}/participants", guest(number))).json() for number in range(6)]
        phone = await Phone().listen(port, gathering, "phone", people[0]["token"])
        assert (await ask(client, here, gathering["host_token"], "start")).status_code == 200
        await phone.until(lambda it: it.common.get("phase") == "running")
        before = phone.common
        await fill(journal)
        guests = 6 + await join_until_refused(client, here)
        assert await people_here(client, here, gathering) == guests

        async with asyncio.timeout(10):  # streams and questions are answered all the same
            late = await Phone().listen(port, gathering, "phone", people[1]["token"])
            await late.until(lambda it: it.common and it.mine)
        assert late.common["timeline"] == before["timeline"]
        assert [each["round"] for each in late.mine["envelopes"]] == [1, 2]

        await journal.purge(OLD)
        more = [guest(number) for number in range(1_000, 1_020)]
        joined = await asyncio.gather(*(post(client, f"{here}/participants", each) for each in more))
        assert {answer.status_code for answer in joined} == {201}
        assert await people_here(client, here, gathering) == guests + 20
        await phone.until(lambda it: it.common["phase"] == "together")
        await phone.close()
        await late.close()


async def join_until_refused(client: httpx.AsyncClient, here: str) -> int:
    """How many got in, in what little room there was; the last twenty were all refused."""
    told: list[int] = []
    for number in range(6, 700):
        answer = await post(client, f"{here}/participants", guest(number))
        told.append(answer.status_code)
        assert answer.status_code == 201 or answer.json()["code"] == "not-saved"
        if told[-20:] == [503] * 20:
            return told.count(201)
    raise AssertionError("the disk never filled up")


async def fill(journal: SqliteJournal) -> None:
    """Until not even a small thing fits."""
    size, number = 50_000, 0
    while size > 10:
        try:
            await journal.append(
                Batch(OLD, [], [Text(f"t{number}", "x" * size)], card=Card(OLD, None, 10**15))
            )
            number += 1
        except JournalFull:
            size //= 3


@asynccontextmanager
async def serving(data: Path) -> AsyncIterator[tuple[httpx.AsyncClient, SqliteJournal, int]]:
    """Tingsha on a disk that holds ROOM bytes."""
    settings = Settings(host="127.0.0.1", port=0, data=data)
    journal = SqliteJournal(data / "tingsha.sqlite", max_bytes=ROOM)
    with app.listening(settings) as bound:
        server = app.Server(app.build(settings, journal, app.where(settings, bound)))
        running = asyncio.create_task(server.serve(sockets=[bound]))
        port = bound.getsockname()[1]
        try:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
                yield client, journal, port
        finally:
            server.should_exit = True
            await running


def opening() -> dict[str, Any]:
    return {
        "id": fresh_id(),
        "title": "Full",
        "milling": "guided",
        "plan": SHORT,
        "invitation": QUESTIONS,
        "rehearsal": True,
    }


def guest(number: int) -> dict[str, Any]:
    return {"id": f"guest-{number}", "name": f"Guest {number:034}"}


async def post(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> httpx.Response:
    client.cookies.clear()  # many people, who each show their own token
    return await client.post(path, json=body)


async def ask(client: httpx.AsyncClient, here: str, token: str, kind: str, **fields: Any) -> httpx.Response:
    command = {"id": fresh_id(), "type": kind, **fields}
    return await client.post(f"{here}/commands", json=command, headers={"Authorization": f"Bearer {token}"})


async def people_here(client: httpx.AsyncClient, here: str, gathering: dict[str, Any]) -> int:
    page = await client.get(f"{here}/people", headers={"Authorization": f"Bearer {gathering['host_token']}"})
    return len(page.json()["people"])


class Refusing(MemoryJournal):
    """Refuses while `full`."""

    full = False

    async def append(self, batch: Batch) -> int:
        if self.full:
            raise JournalFull(Path("memory"), "no room")
        return await super().append(batch)


def test_work_of_the_keeper_that_cannot_be_written_keeps_nobody_waiting():
    async def open_a_round_on_a_full_disk() -> None:
        calendar, journal = Calendar(), Refusing()
        house = House(journal, Site("http://localhost"), calendar, 1_000)
        keeper = await house.open_gathering(
            Open(title="Circle", milling="guided", invitation=ASKED), "circle"
        )
        assert isinstance(keeper, Keeper)
        for number in range(4):
            await given(keeper, NEWCOMER, Arrive(id=f"{number}", participant=f"p{number}", name="Ada"))
        await given(keeper, Actor(Role.HOST), Start())
        journal.full = True
        opens = keeper.session.rounds.opens(1)
        assert opens is not None
        calendar.at = opens
        for number in range(5):
            async with asyncio.timeout(5):
                with pytest.raises(JournalFull):
                    await keeper.ask(Arrive(id=f"x{number}", participant=f"x{number}", name="Eve"), NEWCOMER)
        assert keeper.session.pairs.opened == 0
        journal.full = False
        calendar.at += 2 * SECOND
        await given(keeper, NEWCOMER, Arrive(id="4", participant="p4", name="Eve"))
        await given(keeper, NEWCOMER, Arrive(id="5", participant="p5", name="Eve"))
        assert keeper.session.pairs.opened == 1
        await house.close()

    asyncio.run(open_a_round_on_a_full_disk())
