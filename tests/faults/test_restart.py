"""The server is killed after the start: phones had everything they need, and afterwards it goes on where it was."""

import asyncio
from typing import Any

import httpx

from tests.faults.conftest import Hatch
from tests.faults.nest import Nestling
from tests.faults.phones import Phone
from tests.kit.server import fresh_id

SHORT = {"rounds": 2, "turn_s": 1, "think_s": 5, "find_s": 1, "swap_s": 0, "breathe_s": 1, "debrief_s": 60}
PEOPLE = 8


def test_the_rounds_go_on_after_a_kill(hatch: Hatch):
    asyncio.run(killed_after_the_start(hatch()))


async def killed_after_the_start(server: Nestling) -> None:
    server.start()
    gathering = server.open(plan=SHORT)
    people = [join(server, gathering, f"Guest {number}") for number in range(PEOPLE)]
    phones = [await Phone().listen(server.port, gathering, "phone", person["token"]) for person in people]
    started = await asyncio.to_thread(server.command, gathering, "start")
    assert started.status_code == 200
    for phone in phones:
        await phone.until(lambda it: it.common.get("phase") == "running" and len(it.mine["envelopes"]) == 2)
    before = [(phone.common, phone.mine) for phone in phones]
    await asyncio.to_thread(server.kill9)
    for phone in phones:
        await phone.until(lambda it: it.ended)
        has_everything(phone)

    await asyncio.to_thread(server.start)
    again = [
        await Phone().listen(server.port, gathering, "phone", person["token"], since(*held))
        for person, held in zip(people, before, strict=True)
    ]
    for phone, (common, mine) in zip(again, before, strict=True):
        await phone.until(lambda it: it.common and it.mine)
        assert phone.common["epoch"] > common["epoch"]
        assert phone.common["version"] >= common["version"]
        assert phone.common["timeline"] == common["timeline"]
        assert phone.mine["version"] >= mine["version"]
        assert phone.mine["envelopes"] == mine["envelopes"]
    await goes_on(server, gathering, people, again)
    for phone in [*phones, *again]:
        await phone.close()


def has_everything(phone: Phone) -> None:
    """A phone that hears nothing more can still ring and open every envelope."""
    bells = [each["starts"] for each in phone.common["timeline"] if each["kind"] == "bell"]
    assert len(bells) == SHORT["rounds"]
    assert [each["round"] for each in phone.mine["envelopes"]] == [1, 2]
    assert all(envelope["partners"] for envelope in phone.mine["envelopes"])


async def goes_on(
    server: Nestling, gathering: dict[str, Any], people: list[dict[str, Any]], phones: list[Phone]
) -> None:
    """Somebody leaves, and the new server mends; the last bell rings, and it brings them together."""
    left, partner = 0, partner_of(phones[0], 1)
    leaving = await asyncio.to_thread(press, server, gathering, people[left], "leave")
    assert leaving.status_code == 200
    deserted = next(i for i, person in enumerate(people) if person["participant"] == partner)
    await phones[deserted].until(
        lambda it: (
            people[left]["participant"] not in met(it)
            and all(each["partners"] for each in it.mine["envelopes"])
        )
    )
    assert all(each["partners"] for each in phones[deserted].mine["envelopes"])
    await phones[deserted].until(lambda it: it.common["phase"] == "together")
    debrief = phones[deserted].common["timeline"][-1]
    clock = await asyncio.to_thread(httpx.get, f"{server.url}/api/clock")
    assert 0 <= clock.json()["now"] - debrief["starts"] < 3_000


def met(phone: Phone) -> set[str]:
    return {partner["participant"] for each in phone.mine["envelopes"] for partner in each["partners"]}


def partner_of(phone: Phone, round_: int) -> str:
    return next(
        each["partners"][0]["participant"] for each in phone.mine["envelopes"] if each["round"] == round_
    )


def since(common: dict[str, Any], mine: dict[str, Any]) -> str:
    return f"{common['epoch']}.{common['version']}.{mine['version']}"


def join(server: Nestling, gathering: dict[str, Any], name: str) -> dict[str, Any]:
    answer = httpx.post(
        f"{server.url}/api/gatherings/{gathering['id']}/participants", json={"id": fresh_id(), "name": name}
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


def press(
    server: Nestling, gathering: dict[str, Any], person: dict[str, Any], kind: str, **fields: Any
) -> httpx.Response:
    return httpx.post(
        f"{server.url}/api/gatherings/{gathering['id']}/commands",
        json={"id": fresh_id(), "type": kind, **fields},
        headers={"Authorization": f"Bearer {person['token']}"},
    )
