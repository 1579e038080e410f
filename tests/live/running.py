"""A real server on a free port, with a real journal on disk, in a thread of its own."""

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from tingsha import app
from tingsha.live.keeper import Keeper
from tingsha.settings import Settings

PATIENCE_S = 10.0
OPENING: dict[str, Any] = {
    "title": "Wijk en zorg",
    "language": "nl",
    "invitation": {"challenge": "Waar loop je tegenaan?", "give_and_take": "Wat zoek je, wat breng je?"},
}


class Running:
    """A server that runs until `stop`."""

    def __init__(self, data: Path, *, buffer: int | None = None, **settings: Any) -> None:
        self.settings = replace(Settings(host="127.0.0.1", port=0, data=data), **settings)
        bound = app.listening(self.settings)
        if buffer is not None:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffer)
        self.port: int = bound.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.door = app.build(self.settings, app.open_journal(self.settings), app.where(self.settings, bound))
        ready = threading.Event()
        self.opened: list[httpx.Client | socket.socket] = []
        self._server = app.Server(self.door, _setting(ready))
        self._thread = threading.Thread(target=self._server.run, args=([bound],))
        self._thread.start()
        assert ready.wait(PATIENCE_S)

    def stop(self) -> float:
        """Stop, hang up, and say how many seconds the stopping took."""
        took = self.stop_first()
        self.hang_up()
        return took

    def stop_first(self) -> float:
        """Stop while everybody is still on the line."""
        began = time.monotonic()
        self._server.should_exit = True
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()
        return time.monotonic() - began

    def hang_up(self) -> None:
        for each in self.opened:
            each.close()

    def client(self, token: str = "", **headers: str) -> httpx.Client:
        bearer = {"authorization": f"Bearer {token}"} if token else {}
        # Reading certificates takes longer than most tests, and none is needed here.
        client = httpx.Client(
            base_url=self.url, headers=bearer | headers, timeout=PATIENCE_S, verify=False, trust_env=False
        )
        self.opened.append(client)
        return client

    def keeper(self, gathering: str) -> Keeper:
        return next(each for each in self.door.doorway.house.live() if each.id == gathering)


def _setting(event: threading.Event) -> Any:
    async def ready() -> None:
        event.set()

    return ready


def until(true: Callable[[], Any]) -> Any:
    """What `true` returns, as soon as it is truthy."""
    deadline = time.monotonic() + PATIENCE_S
    while not (found := true()):
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.01)
    return found
