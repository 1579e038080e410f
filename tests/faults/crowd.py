"""A crowd that joins and presses, and writes down what it was told: so that later one can ask whether it was true."""

import asyncio
import random
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final

import httpx

from tests.faults.phones import first_document
from tests.kit.server import Server

TOGETHER: Final = 12
EXTEND_S: Final = 5


class Untrue(AssertionError):
    """Something that was acknowledged is not there, or is there twice."""


@dataclass(slots=True)
class Guest:
    """Somebody in the crowd: what they asked for, and what they were told."""

    join_id: str
    name: str
    participant: str = ""
    token: str = ""
    away: bool = False
    asked: dict[str, Any] | None = None
    """A command that was sent and not (yet) answered."""

    def expected(self) -> set[str]:
        sure = "away" if self.away else "here"
        return {sure, "here" if self.away else "away"} if self.asked else {sure}


@dataclass(slots=True)
class Crowd:
    """All guests and the host of one gathering, over all lives of its server."""

    server: Server
    gathering: dict[str, Any]
    chance: random.Random
    guests: list[Guest] = field(default_factory=list[Guest])
    extends: dict[str, bool] = field(default_factory=dict[str, bool])
    """The host's extensions by id; True when acknowledged."""
    lasts_ms: int = 0

    def _id(self) -> str:
        return f"{self.chance.getrandbits(128):032x}"

    # -- pressing -------------------------------------------------------------------------------------------------

    async def press_until_dead(self, kill_after_s: float) -> None:
        """Everybody presses at once until the server is killed, which happens after so many seconds."""
        async with self._client() as client:
            pressing = [asyncio.create_task(self._press(client, place)) for place in range(TOGETHER)]
            if self.lasts_ms:
                pressing.append(asyncio.create_task(self._extend_for_ever(client)))
            await asyncio.sleep(kill_after_s)
            self.server.kill9()
            await asyncio.gather(*pressing)

    def _client(self) -> httpx.AsyncClient:
        base = f"{self.server.url}/api/gatherings/{self.gathering['id']}"
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=[]))  # many people, who each show their own token
        return httpx.AsyncClient(base_url=base, timeout=10, trust_env=False, verify=False, cookies=jar)

    async def _press(self, client: httpx.AsyncClient, place: int) -> None:
        # Each presser has guests of its own, so that one person never does two things at once.
        own = [
            guest for number, guest in enumerate(self.guests) if number % TOGETHER == place and guest.token
        ]
        try:
            while True:
                if not own or self.chance.random() < 0.5:
                    own.append(await self._join_anew(client))
                else:
                    await self._toggle(client, self.chance.choice(own))
        except httpx.TransportError:
            return

    async def _join_anew(self, client: httpx.AsyncClient) -> Guest:
        guest = Guest(self._id(), f"Guest {len(self.guests)}")
        self.guests.append(guest)
        await self.join(client, guest)
        return guest

    async def join(self, client: httpx.AsyncClient, guest: Guest) -> None:
        answer = await client.post("/participants", json={"id": guest.join_id, "name": guest.name})
        assert answer.status_code == 201, answer.text
        told = answer.json()
        if guest.participant not in ("", told["participant"]):
            raise Untrue(f"{guest.name} was told to be somebody else")
        guest.participant, guest.token = told["participant"], told["token"]

    async def _toggle(self, client: httpx.AsyncClient, guest: Guest) -> None:
        guest.asked = {"id": self._id(), "type": "come-back" if guest.away else "step-out"}
        await self.ask_again(client, guest)

    async def ask_again(self, client: httpx.AsyncClient, guest: Guest) -> None:
        """Send what was asked, for the first time or once more."""
        assert guest.asked is not None
        answer = await client.post("/commands", json=guest.asked, headers=_bearer(guest.token))
        assert answer.status_code == 200, answer.text
        guest.away, guest.asked = guest.asked["type"] == "step-out", None

    async def _extend_for_ever(self, client: httpx.AsyncClient) -> None:
        try:
            while True:
                asked = self._id()
                self.extends[asked] = False
                await self._extend(client, asked)
                await asyncio.sleep(0.03)
        except httpx.TransportError:
            return

    async def _extend(self, client: httpx.AsyncClient, asked: str) -> None:
        command = {"id": asked, "type": "extend", "seconds": EXTEND_S}
        answer = await client.post("/commands", json=command, headers=_bearer(self.gathering["host_token"]))
        assert answer.status_code == 200, answer.text
        self.extends[asked] = True

    # -- asking whether it was true ---------------------------------------------------------------------------------

    async def check(self) -> None:
        """What was acknowledged is there once. What was not is asked again with the same id, and then is."""
        async with self._client() as client:
            rows = await self._rows(client)
            self._check_people(rows)
            await self._check_time(client)
            for guest in self.guests:
                if not guest.token:
                    await self.join(client, guest)
                if guest.asked:
                    await self.ask_again(client, guest)
            for asked in [each for each, told in self.extends.items() if not told]:
                await self._extend(client, asked)

    async def _rows(self, client: httpx.AsyncClient) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        after: int | None = 0
        while after is not None:
            answer = await client.get(
                "/people", params={"after": after}, headers=_bearer(self.gathering["host_token"])
            )
            if answer.status_code != 200:
                raise Untrue(f"the gathering is gone: {answer.text}")
            page = answer.json()
            rows += page["people"]
            after = page["after"]
        return rows

    def _check_people(self, rows: list[dict[str, Any]]) -> None:
        by_name = {row["name"]: row for row in rows}
        if len(by_name) != len(rows) or len({row["participant"] for row in rows}) != len(rows):
            raise Untrue("somebody is there twice")
        if not by_name.keys() <= {guest.name for guest in self.guests}:
            raise Untrue("somebody is there who never came")
        for guest in self.guests:
            row = by_name.get(guest.name)
            if row is None and guest.participant:
                raise Untrue(f"{guest.name} was told to be in, and is not")
            if row is not None and guest.participant and row["participant"] != guest.participant:
                raise Untrue(f"{guest.name} is somebody else")
            if row is not None and row["state"] not in guest.expected():
                raise Untrue(f"{guest.name} is {row['state']}, not {guest.expected()}")

    async def _check_time(self, client: httpx.AsyncClient) -> None:
        common = await first_document(self.server.port, self.gathering, "host", self.gathering["host_token"])
        if not common["timeline"]:
            return
        lasts = common["timeline"][-1]["ends"] - common["timeline"][0]["starts"]
        longer = (lasts - self.lasts_ms) // (EXTEND_S * 1000)
        sure = sum(self.extends.values())
        if not sure <= longer <= len(self.extends):
            raise Untrue(f"longer by {longer} times, acknowledged {sure} of {len(self.extends)}")

    async def start(self) -> None:
        """The host starts the rounds, with everybody who is here."""
        answer = await asyncio.to_thread(self.server.command, self.gathering, "start")
        assert answer.status_code == 200, answer.text
        common = await first_document(self.server.port, self.gathering, "host", self.gathering["host_token"])
        self.lasts_ms = common["timeline"][-1]["ends"] - common["timeline"][0]["starts"]


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
