"""A board of 3,000 contributions, 500 phones listening: how long sharing, seeing and taking back take, and bytes."""

import asyncio
import os
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

import httpx

from benchmarks.report import progress, tell
from benchmarks.together.listener import Listener

PHONES: Final = 500
CONTRIBUTIONS: Final = 3_000
AT_ONCE: Final = 64
TAKEN_BACK: Final = 20
WORDS: Final = (
    "Wat mij opviel: bijna iedereen houdt eigen lijstjes bij, omdat het systeem te traag is. Nummer"
)
GOAL_GONE_S: Final = 1.0

Figures = dict[str, Any]


def board() -> None:
    """On a server of its own, over loopback, with everything on disk."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.joins.serving", "disk", folder]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        try:
            assert server.stdout is not None
            asyncio.run(Hall(int(server.stdout.readline())).evening())
            size = sum(file.stat().st_size for file in Path(folder).iterdir())
            tell(bench="together", what="board on disk", contributions=CONTRIBUTIONS, bytes=size)
        finally:
            server.terminate()
            server.wait()


class Hall:
    """500 phones after the rounds."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.client = httpx.AsyncClient(
            base_url=self.url, timeout=60, limits=httpx.Limits(max_connections=AT_ONCE), trust_env=False
        )
        self.gathering = ""
        self.host: dict[str, str] = {}
        self.tokens: list[str] = []
        self.phones: list[Listener] = []
        self.secrets: list[str] = []

    async def evening(self) -> None:
        async with self.client:
            await self.come_together()
            tickets = await self.each("take a ticket", PHONES, self.take_ticket)
            await self.listen()
            await self.share(tickets)
            await self.until_up()
            await self.look()
            await self.take_back()
            for phone in self.phones:
                phone.hang_up()

    async def come_together(self) -> None:
        asked = {"title": "Meting", "milling": "free", "board": True}
        asked |= {
            "invitation": {"challenge": "Waar loop je tegenaan?", "give_and_take": "Wat zoek en geef je?"}
        }
        opened = (await self.client.post("/api/gatherings", json=asked)).raise_for_status().json()
        self.gathering, self.host = opened["id"], {"authorization": f"Bearer {opened['host_token']}"}
        self.tokens = await self.each("join", PHONES, self.join, told=False)
        for command in ("start", "next"):
            await self.post(f"/api/gatherings/{self.gathering}/commands", {"type": command}, self.host)

    async def join(self, number: int) -> str:
        body = {"id": secrets.token_hex(16), "name": f"Mens {number}"}
        return (await self.post(f"/api/gatherings/{self.gathering}/participants", body))["token"]

    async def take_ticket(self, number: int) -> str:
        by = {"authorization": f"Bearer {self.tokens[number]}"}
        path = f"/api/gatherings/{self.gathering}/commands"
        return (await self.post(path, {"type": "take-ticket"}, by))["ticket"]

    async def listen(self) -> None:
        path = f"/api/gatherings/{self.gathering}/stream"
        self.phones = [Listener(self.port, path, token) for token in self.tokens]
        for some in range(0, PHONES, AT_ONCE):
            await asyncio.gather(*(phone.listen() for phone in self.phones[some : some + AT_ONCE]))

    async def share(self, tickets: list[str]) -> None:
        async def one(number: int) -> str:
            secret = secrets.token_hex(16)
            body = {
                "type": "contribute",
                "ticket": tickets[number % PHONES],
                "kind": "insight",
                "secret": secret,
            }
            await self.post(f"/api/boards/{self.gathering}", body | {"words": f"{WORDS} {number}."})
            return secret

        before = sum(phone.bytes for phone in self.phones)
        self.secrets = await self.each("share", CONTRIBUTIONS, one)
        heard = sum(phone.bytes for phone in self.phones) - before
        tell(bench="together", what="streams while all share", phones=PHONES, bytes_each=heard / PHONES)

    async def until_up(self) -> None:
        version = -1
        while (await self.page(""))["count"] < CONTRIBUTIONS:
            await self.phones[0].until(version)
            version = self.phones[0].version

    async def look(self) -> None:
        """All phones ask for the first page at once, as they do when something has changed; one leafs through all."""
        sizes: list[int] = []

        async def one(number: int) -> str:
            by = {"authorization": f"Bearer {self.tokens[number]}"}
            answer = await self.client.get(f"/api/gatherings/{self.gathering}/board", headers=by)
            sizes.append(len(answer.raise_for_status().content))
            return ""

        await self.each("look at the first page", PHONES, one)
        began, after, pages = time.perf_counter(), "", 0
        while after is not None:
            after, pages = (await self.page(after))["after"], pages + 1
        took = time.perf_counter() - began
        tell(bench="together", what="leaf through all", pages=pages, seconds=took, bytes_a_page=max(sizes))

    async def take_back(self) -> None:
        """From the tap until the last phone has read a list without it."""
        took: list[float] = []
        for secret in self.secrets[:TAKEN_BACK]:
            began = time.perf_counter()
            version = max(phone.version for phone in self.phones)
            gone = [
                asyncio.create_task(self.gone(phone, number, version))
                for number, phone in enumerate(self.phones)
            ]
            await self.post(f"/api/boards/{self.gathering}", {"type": "withdraw", "secret": secret})
            await asyncio.gather(*gone)
            took.append(time.perf_counter() - began)
        what, middle = "taken back, gone from the last phone", sorted(took)[len(took) // 2]
        tell(bench="together", what=what, phones=PHONES, p50_s=middle, most_s=max(took), goal_s=GOAL_GONE_S)

    async def gone(self, phone: Listener, number: int, version: int) -> None:
        await phone.until(version)
        by = {"authorization": f"Bearer {self.tokens[number]}"}
        (await self.client.get(f"/api/gatherings/{self.gathering}/board", headers=by)).raise_for_status()

    async def page(self, after: str) -> dict[str, Any]:
        answer = await self.client.get(
            f"/api/gatherings/{self.gathering}/board?after={after}", headers=self.host
        )
        return answer.raise_for_status().json()

    async def post(self, path: str, body: Figures, headers: dict[str, str] | None = None) -> Figures:
        return (await self.client.post(path, json=body, headers=headers)).raise_for_status().json()

    async def each(
        self, what: str, many: int, doing: Callable[[int], Awaitable[str]], *, told: bool = True
    ) -> list[str]:
        """Do it so many times, some at once, and tell how long each took."""
        took, turns = [0.0] * many, asyncio.Semaphore(AT_ONCE)

        async def one(number: int) -> str:
            async with turns:
                began = time.perf_counter()
                found = await doing(number)
                took[number] = time.perf_counter() - began
                return found

        progress(what)
        began = time.perf_counter()
        found = await asyncio.gather(*map(one, range(many)))
        cuts = quantiles(took, n=100)
        if told:
            whole = time.perf_counter() - began
            tell(bench="together", what=what, times=many, seconds=whole, p50_s=cuts[49], p99_s=cuts[98])
        return found
