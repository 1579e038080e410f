"""`./bench stampede`: 5,000 phones lose their line at one instant, by a network that drops or a server that dies."""

import asyncio
import os
import resource
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

import httpx

from benchmarks.report import progress, tell
from benchmarks.stampede.hall import Phone

PEOPLE: Final = 5_000
AT_ONCE: Final = 64
READY_S: Final = 30.0
GOAL_S: Final = 10.0


def main() -> None:
    """The hall is cut three times: as the screens are, as they were, and with the server itself killed."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            asyncio.run(evening(server))
        finally:
            server.kill()


class Server:
    """`tingsha serve` on a port of its own, which may be killed and started again."""

    def __init__(self, data: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._data = data
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [
            str(Path(sys.executable).with_name("tingsha")), "serve", "--host", "127.0.0.1", "--port", str(self.port),
            "--data", str(self._data), "--no-browser",
        ]  # fmt: skip
        environment = {**os.environ, "TINGSHA_JOINS_PER_MINUTE": "1000000"}
        self._process = subprocess.Popen(command, stdout=sys.stderr, env=environment)
        until = time.monotonic() + READY_S
        while not self._ready():
            if time.monotonic() > until:
                raise RuntimeError("the server did not get ready")
            time.sleep(0.02)

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", timeout=1).status_code == 200
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def start_again(self) -> None:
        self.kill()
        self.start()


async def evening(server: Server) -> None:
    phones = await joined(server)
    progress(f"{PEOPLE} people joined")
    await asyncio.gather(*(in_turn(phones, place) for place in range(AT_ONCE)))
    progress("all are listening")
    await measure("cut", phones, lambda: None)
    for phone in phones:
        phone.asks = True
    await measure("cut, each asking why first", phones, lambda: None)
    for phone in phones:
        phone.asks = False
    await measure("server killed and started", phones, server.start_again)


async def joined(server: Server) -> list[Phone]:
    opening: dict[str, Any] = {
        "id": secrets.token_hex(16),
        "title": "Meting",
        "milling": "free",
        "invitation": {"challenge": "Waar loop je tegenaan?", "give_and_take": "Wat zoek en geef je?"},
    }
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=server.url, limits=limits, timeout=60) as client:
        gathering = (await client.post("/api/gatherings", json=opening)).raise_for_status().json()["id"]

        async def join(number: int) -> Phone:
            body = {"id": secrets.token_hex(16), "name": f"Mens {number}"}
            answer = await client.post(f"/api/gatherings/{gathering}/participants", json=body)
            return Phone(
                server.port, f"/api/gatherings/{gathering}/stream", answer.raise_for_status().json()["token"]
            )

        return await asyncio.gather(*map(join, range(PEOPLE)))


async def in_turn(phones: list[Phone], place: int) -> None:
    for phone in phones[place::AT_ONCE]:
        await phone.listen()


async def measure(case: str, phones: list[Phone], then: Callable[[], None]) -> None:
    """Cut all at once, do what belongs to the case, and wait for the last."""
    cut = time.monotonic()
    for phone in phones:
        phone.tries = 0
        phone.cut()
    loss = asyncio.to_thread(then)
    *back, _ = await asyncio.gather(*(phone.come_back() for phone in phones), loss)
    took = [float(each) - cut for each in back if each is not None]
    cuts = quantiles(took, n=100)
    tell(
        bench="stampede", case=case, phones=len(took), p50_s=cuts[49], p99_s=cuts[98], last_s=max(took),
        goal_p99_s=GOAL_S, tries_each=sum(phone.tries for phone in phones) / len(phones),
    )  # fmt: skip
    progress(f"{case}: all are back")


if __name__ == "__main__":
    main()
