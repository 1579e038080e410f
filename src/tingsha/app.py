"""The only wiring: settings in, a running Tingsha out."""

import logging
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import uvicorn

from tingsha.journal.errors import JournalUnwritable
from tingsha.journal.sqlite import SqliteJournal
from tingsha.live import screens
from tingsha.live.addresses import Site, is_loopback, site
from tingsha.live.clock import server_clock
from tingsha.live.door import Door
from tingsha.live.doorway import Doorway
from tingsha.live.house import House
from tingsha.live.limits import Limits
from tingsha.settings import Settings

BACKLOG: Final = 2048
PATIENCE_S: Final = 2
"""How long requests under way may still take when the server stops."""


class PortTaken(OSError):
    """Somebody else listens there already."""


def listening(settings: Settings) -> socket.socket:
    """A socket bound to the address and port of the settings. Raises PortTaken, or OSError for a bad address."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
        bound.listen(BACKLOG)
    except OSError as fault:
        bound.close()
        raise PortTaken(*fault.args) if fault.errno in (98, 48, 13) else fault from fault
    bound.setblocking(False)  # noqa: FBT003 - the name that the socket module gave it
    return bound


def open_journal(settings: Settings) -> SqliteJournal:
    """The journal where the settings have it. Raises JournalError."""
    path = Path(settings.log.removeprefix("sqlite:")) if settings.log else settings.data / "tingsha.sqlite"
    return SqliteJournal(path)


def with_host_key(settings: Settings) -> Settings:
    """The settings with the host key that other machines need; made once, and kept in the data directory."""
    if settings.host_key or is_loopback(settings.host):
        return settings
    file = settings.data / "host-key"
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(12) + "\n", encoding="ascii")
        return replace(settings, host_key=file.read_text(encoding="ascii").strip())
    except OSError as fault:
        raise JournalUnwritable(file, f"the host key cannot be kept: {fault.strerror}") from fault


def build(settings: Settings, journal: SqliteJournal, where: Site) -> Door:
    """Everything put together; nothing runs yet."""
    house = House(journal, where, server_clock(), settings.capacity)
    limits = Limits(settings.joins_per_minute, time.monotonic)
    return Door(Doorway(settings, house, limits), screens.load())


class Server(uvicorn.Server):
    """uvicorn, which waits without end for open streams unless they are told to end first."""

    def __init__(self, door: Door, ready: Callable[[], Awaitable[None]] | None = None) -> None:
        self._door, self._ready = door, ready
        super().__init__(uvicorn.Config(door, **_plain()))
        # Its lines hold addresses, of people and of pages. Whoever adds a handler does not get them back.
        logging.getLogger("uvicorn.access").disabled = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._door.doorway.house.start()
        await super().startup(sockets)
        if self._ready is not None:
            await self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._door.doorway.crowds.close()
        self._door.doorway.streams.end_all()
        await super().shutdown(sockets)
        await self._door.doorway.house.close()


def _plain() -> dict[str, Any]:
    return {
        "loop": "uvloop",
        "http": "httptools",
        "ws": "none",
        "access_log": False,
        "log_config": None,
        "server_header": False,
        "proxy_headers": False,  # forwarded addresses are read, or not, in one place: live/caller.py
        "timeout_keep_alive": 20,
        "timeout_graceful_shutdown": PATIENCE_S,
    }


def where(settings: Settings, bound: socket.socket) -> Site:
    """How the server behind a bound socket is reached."""
    return site(settings.public_url, settings.host, bound.getsockname()[1])
