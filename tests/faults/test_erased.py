"""What was erased, or whose date has come, stands in no file under the data directory, nor in what the server said."""

import asyncio
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.faults.conftest import Hatch
from tests.faults.nest import Nestling
from tests.faults.phones import Phone
from tests.faults.test_restart import join, press
from tests.journal.on_disk import files_with
from tests.kit.server import fresh_id
from tingsha.board.commands import Contribute, Share
from tingsha.follow_up.commands import ContactCard, OfferContact, TurnFollowUp
from tingsha.gathering.commands import Arrive, EraseMe, InvitationAsked, Open, PlaceRoster, RosterRow
from tingsha.journal.contract import Batch, Card, Entry, Slip, Text
from tingsha.journal.sqlite import SqliteJournal
from tingsha.live.addresses import Site
from tingsha.live.house import House
from tingsha.live.keeper import Answer, Keeper
from tingsha.rounds.commands import Close, Next, Skip, Start
from tingsha.words import DAY, HOUR, SECOND, Actor, Instant, Refusal, Role

CANARY = "Kanarie"
GATHERINGS = 30
ASKED = InvitationAsked(f"{CANARY} one?", f"{CANARY} two?")
QUESTIONS = {"challenge": f"{CANARY} three?", "give_and_take": f"{CANARY} four?"}
ROSTER = f"name;group\n{CANARY} Five;{CANARY} six\n{CANARY} Seven;\n"


def traces(data: Path) -> list[str]:
    """Files in which the canary stands, as text or as its bytes in the other encoding that SQLite knows."""
    return files_with(data, CANARY.encode()) + files_with(data, CANARY.encode("utf-16-le"))


def canary_everywhere(server: Nestling) -> tuple[dict[str, Any], dict[str, Any]]:
    """A gathering with the canary in every text that it knows, and somebody in it."""
    gathering = server.open(
        title=f"{CANARY} eight",
        groups=[f"{CANARY} nine"],
        invitation={**QUESTIONS, "per_round": [QUESTIONS] * 3},
    )
    put = httpx.put(
        f"{server.url}/api/gatherings/{gathering['id']}/roster",
        content=ROSTER,
        headers={"Authorization": f"Bearer {gathering['host_token']}", "Content-Type": "text/csv"},
    )
    assert put.status_code == 200, put.text
    person = join(server, gathering, f"{CANARY} Ten")
    for name in (f"{CANARY} Eleven", f"{CANARY} Twelve"):
        renamed = server.command(gathering, "rename", participant=person["participant"], name=name)
        assert renamed.status_code == 200
    assert server.command(gathering, "add-person", name=f"{CANARY} Thirteen").status_code == 200
    return gathering, person


def test_an_erased_gathering_leaves_nothing(hatch: Hatch):
    server = hatch().start()
    gathering, person = canary_everywhere(server)
    assert traces(server.data) != []
    assert server.command(gathering, "erase").status_code == 200
    assert traces(server.data) == []
    gone = press(server, gathering, person, "step-out")
    assert (gone.status_code, gone.json()["code"]) == (404, "unknown-gathering")
    server.stop()
    assert traces(server.data) == []
    assert CANARY not in server.log.read_text()


def test_whoever_asks_to_be_erased_leaves_nothing(hatch: Hatch):
    server = hatch().start()
    gathering = server.open()
    person = join(server, gathering, f"{CANARY} Ten")
    for name in (f"{CANARY} Eleven", f"{CANARY} Twelve"):
        server.command(gathering, "rename", participant=person["participant"], name=name)
    assert server.command(gathering, "start").status_code == 200
    assert press(server, gathering, person, "erase-me").status_code == 200
    assert traces(server.data) == []
    server.kill9()
    server.start()
    assert traces(server.data) == []
    assert CANARY not in server.log.read_text()


def test_a_phone_that_comes_back_does_not_bring_an_erased_gathering_back(hatch: Hatch):
    asyncio.run(erased_under_phones(hatch().start()))


async def erased_under_phones(server: Nestling) -> None:
    gathering = server.open()
    people = [join(server, gathering, f"{CANARY} {number}") for number in range(20)]
    phones = [await Phone().listen(server.port, gathering, "phone", each["token"]) for each in people]
    base = f"{server.url}/api/gatherings/{gathering['id']}"
    async with httpx.AsyncClient() as client:
        asked = {"id": fresh_id(), "type": "erase"}
        host = {"Authorization": f"Bearer {gathering['host_token']}"}
        me = {"Authorization": f"Bearer {people[0]['token']}"}
        answers = await asyncio.gather(
            client.post(f"{base}/commands", json=asked, headers=host),
            *(client.get(f"{base}/stream", headers=me) for _ in range(5)),
            *(client.get(f"{base}/people", headers=host) for _ in range(5)),
        )
        assert answers[0].status_code == 200
        for path, who in (("stream", me), ("people", host), ("export.json", host)):
            assert (await client.get(f"{base}/{path}", headers=who)).status_code == 404
    for phone in phones:
        await phone.until(lambda it: it.ended)
        await phone.close()
    assert traces(server.data) == []


class Calendar:
    """A clock that can be turned to another day."""

    def __init__(self) -> None:
        self.at: Instant = 1_700_000_000_000

    def __call__(self) -> Instant:
        return self.at


@pytest.mark.parametrize(
    ("keep_days", "last", "passes"), [(0, [Close()], HOUR), (0, [], DAY), (30, [], 30 * DAY)]
)
def test_on_its_date_a_gathering_disappears_closed_or_abandoned(
    tmp_path: Path,
    keep_days: int,
    last: list[Close],
    passes: int,
):
    asyncio.run(until_its_date(tmp_path, keep_days, passes, last))


async def until_its_date(data: Path, keep_days: int, passes: int, last: list[Close]) -> None:
    calendar, journal = Calendar(), SqliteJournal(data / "tingsha.sqlite")
    house = House(journal, Site("http://localhost"), calendar, 1_000)
    opening = Open(
        title=CANARY, groups=[CANARY], invitation=ASKED, keep_days=keep_days, board=True, milling="guided"
    )
    opened = calendar.at
    keeper = await house.open_gathering(opening, "circle")
    assert isinstance(keeper, Keeper)
    for person in ("p1", "p2"):
        device = Arrive(id=person, participant=person, name=CANARY, device=f"{CANARY}-{person}")
        await given(keeper, Actor(Role.NEWCOMER), device)
    await given(keeper, Actor(Role.HOST), TurnFollowUp(on=True), Start())
    for steer in (Skip(), Skip(), Next()):
        calendar.at += SECOND * 5
        await given(keeper, Actor(Role.HOST), steer)
    card = ContactCard(name=CANARY, email=f"{CANARY}@example.org")
    await given(keeper, Actor(Role.PARTICIPANT, 0), OfferContact(participant="p2", card=card))
    said: dict[str, Any] = {"kind": "need", "words": f"{CANARY} on the board"}
    await given(keeper, Actor(Role.TICKET), Contribute(ticket="t" * 64, secret="a" * 32, **said))
    await given(keeper, Actor(Role.PARTICIPANT, 0), Share(secret="b" * 32, **said))
    await given(keeper, Actor(Role.HOST), *last)
    assert len(journal.slips("circle")) == 2
    calendar.at = (calendar.at if last else opened) + passes - 1
    await house.purge_expired()
    assert await house.keeper("circle") is keeper
    assert traces(data) != []
    calendar.at += 1
    await house.purge_expired()
    assert traces(data) == []
    assert (await house.keeper("circle"), await house.keeper_by_code(keeper.session.gathering.code)) == (
        None,
        None,
    )
    await house.close()


async def given(keeper: Keeper, by: Actor, *commands: Any) -> None:
    for command in commands:
        assert isinstance(await keeper.ask(command, by), Answer)


def test_a_list_of_expected_people_is_still_there_after_a_restart(tmp_path: Path):
    async def place_and_restart() -> None:
        for restart in range(2):
            journal = SqliteJournal(tmp_path / "tingsha.sqlite")
            house = House(journal, Site("http://localhost"), Calendar(), 1_000)
            house.start()
            if not restart:
                keeper = await house.open_gathering(Open(title="Circle", invitation=ASKED), "circle")
                assert isinstance(keeper, Keeper)
                for name in ("Old", "Ada"):
                    await given(keeper, Actor(Role.HOST), PlaceRoster(rows=[RosterRow(name)]))
                assert files_with(tmp_path, b'"Old"') == []
            keeper = await house.keeper("circle")
            assert keeper is not None
            await given(
                keeper, Actor(Role.NEWCOMER), Arrive(id=f"{restart}", participant=f"p{restart}", name="Eve")
            )
            assert [key for key in keeper.session.texts if key.startswith("roster:")] == ["roster:2-1"]
            await house.close()

    asyncio.run(place_and_restart())


def test_an_erasure_under_a_foreign_reader_holds_nobody_up(tmp_path: Path):
    async def erase_beside_a_reader() -> None:
        house = House(SqliteJournal(tmp_path / "tingsha.sqlite"), Site("http://localhost"), Calendar(), 1_000)
        keeper = await house.open_gathering(Open(title="Circle", invitation=ASKED), "circle")
        assert isinstance(keeper, Keeper)
        await given(keeper, Actor(Role.NEWCOMER), Arrive(id="1", participant="p1", name="Ada"))
        with closing(sqlite3.connect(tmp_path / "tingsha.sqlite", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM gatherings").fetchall()
            erasing = asyncio.create_task(keeper.ask(EraseMe(id="2"), Actor(Role.PARTICIPANT, 0)))
            for number in range(20):
                async with asyncio.timeout(5):
                    arriving = Arrive(id=f"x{number}", participant=f"x{number}", name="Eve")
                    await given(keeper, Actor(Role.NEWCOMER), arriving)
            assert not erasing.done()
        assert isinstance(await asyncio.wait_for(erasing, 10), Answer)
        await house.close()

    asyncio.run(erase_beside_a_reader())


def test_whoever_asks_while_a_gathering_is_being_erased_does_not_bring_it_back(tmp_path: Path):
    async def erase_slowly() -> None:
        house = House(SqliteJournal(tmp_path / "tingsha.sqlite"), Site("http://localhost"), Calendar(), 1_000)
        keeper = await house.open_gathering(Open(title=CANARY, invitation=ASKED), "circle")
        assert isinstance(keeper, Keeper)
        with closing(sqlite3.connect(tmp_path / "tingsha.sqlite", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM gatherings").fetchall()
            erasing = asyncio.create_task(house.erase(keeper))
            while not keeper.over:  # noqa: ASYNC110 - nobody tells of this
                await asyncio.sleep(0)
            asking = asyncio.create_task(house.keeper("circle"))
            assert await asyncio.wait_for(asking, 5) is None
            refused = await keeper.ask(Arrive(id="1", participant="p1", name=CANARY), Actor(Role.NEWCOMER))
            assert refused == Refusal("stopping")
        await asyncio.wait_for(erasing, 10)
        assert (len(house), house.live()) == (0, [])
        assert traces(tmp_path) == []
        await house.close()

    asyncio.run(erase_slowly())


def test_a_kill_during_the_purge_only_puts_it_off(hatch: Hatch):
    server, chance = hatch(), random.Random(7)
    asyncio.run(expired(server.data))
    left = [GATHERINGS]
    while left[-1] and len(left) < 50:
        server.start()
        time.sleep(chance.uniform(0.0, 0.06))  # the moment of the kill is the point
        server.kill9()
        left.append(asyncio.run(gatherings(server.data)))
    assert left == sorted(left, reverse=True)
    assert len([each for each in left if 0 < each < GATHERINGS]) > 0
    server.start()
    server.stop()
    assert traces(server.data) == []


async def gatherings(data: Path) -> int:
    journal = SqliteJournal(data / "tingsha.sqlite")
    cards = journal.cards()
    await journal.close()
    return len(cards)


async def expired(data: Path) -> None:
    """A journal with large gatherings whose date has passed."""
    journal = SqliteJournal(data / "tingsha.sqlite")
    for number in range(GATHERINGS):
        texts = [Text(f"name:{each}", f"{CANARY} {each} {'x' * 300}") for each in range(300)]
        entries = [Entry(1, None, f'{{"is":"{CANARY}"}}'.encode() * 10) for _ in range(300)]
        slips = [Slip(f"{CANARY}-{each}", f"{CANARY} {'y' * 300}".encode()) for each in range(100)]
        card = Card(f"circle-{number}", None, 1)
        await journal.append(Batch(f"circle-{number}", entries, texts, card=card, pin=slips))
    await journal.close()
