"""What `tingsha doctor` looks at, one thing after the other. Nothing here writes."""

import asyncio
import os
import platform
import shutil
import sqlite3
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from tingsha import __version__, app
from tingsha.journal.checks import check
from tingsha.journal.errors import JournalBusy, JournalError
from tingsha.live import screens
from tingsha.live.addresses import is_loopback, site
from tingsha.rehearsal.lines import Address, Lines, Refused, Unreachable
from tingsha.settings import Settings

PACKAGES: Final = ("litestar", "msgspec", "numpy", "rustworkx", "segno", "uvicorn", "httptools", "regex")
PAGES: Final = ("/open.html", "/phone.html", "/host.html", "/stage.html", "/pocket.html")
LITTLE: Final = 1_000_000_000
TOO_LITTLE: Final = 100_000_000
"""Bytes free on the disk: below the first a warning, below the second nothing should start."""
LONG_AGO: Final = 1_767_225_600
"""The first second of 2026: no machine that runs this is earlier."""
MINUTE_S: Final = 60


class Finding(NamedTuple):
    """One line: how it is, what was found, and what to do about it."""

    state: Literal["ok", "warn", "fail"]
    says: str
    remedy: str = ""


def settings_read(settings: Settings) -> Iterator[Finding]:
    """Where everything lies, as flags and variables have it."""
    reached = f", reached as {settings.public_url}" if settings.public_url else ""
    yield Finding("ok", f"Tingsha {__version__}, data in {settings.data}, port {settings.port}{reached}")


def versions(_settings: Settings) -> Iterator[Finding]:
    """Python, SQLite and the packages that carry the server."""
    yield Finding("ok", f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    found: list[str] = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            yield Finding(
                "fail", f"package {package} is missing", "Start with ./run, or install Tingsha again."
            )
    yield Finding("ok", ", ".join(found))


def screens_built(_settings: Settings) -> Iterator[Finding]:
    """The pages for phones, host and stage."""
    files = screens.load().files
    missing = [page for page in PAGES if page not in files]
    if missing:
        yield Finding(
            "fail", f"screens not built: {', '.join(missing)}", "Start with ./run, which builds them."
        )
    else:
        yield Finding("ok", f"screens built, {len(files)} files")


def port(settings: Settings) -> Iterator[Finding]:
    """Whether the port is free, and who holds it if not."""
    try:
        app.listening(settings).close()
    except app.PortTaken as taken:
        yield _holder(settings, taken)
    except OSError as fault:
        yield Finding(
            "fail",
            f"cannot listen on {settings.host} ({fault.strerror})",
            "Leave --host out to listen everywhere.",
        )
    else:
        yield Finding("ok", f"port {settings.port} is free")


def _holder(settings: Settings, taken: OSError) -> Finding:
    here = "localhost" if settings.host in ("0.0.0.0", "::") else settings.host
    now = asyncio.run(_asked_for_time(f"http://{f'[{here}]' if ':' in here else here}:{settings.port}"))
    if now is None:
        return Finding(
            "fail", f"port {settings.port} cannot be used ({taken.strerror})",
            f"Stop what runs there, or choose another: --port {settings.port + 10}",
        )  # fmt: skip
    return Finding("ok", f"a Tingsha is running on port {settings.port}")


async def _asked_for_time(address: str) -> int | None:
    """What a Tingsha answers when asked for its time; None when there is none."""
    lines = Lines(Address.read(address))
    try:
        async with asyncio.timeout(3):
            said: dict[str, Any] | None = await lines.ask("GET", "/api/clock")
    except (Refused, Unreachable, TimeoutError):
        return None
    finally:
        lines.close()
    return said.get("now") if isinstance(said, dict) else None


def addresses(settings: Settings) -> Iterator[Finding]:
    """Under which addresses phones may find this machine."""
    if settings.public_url:
        yield Finding("ok", f"phones are sent to {settings.public_url}")
        return
    if is_loopback(settings.host):
        yield Finding(
            "warn", f"only this machine can reach {settings.host}", "Leave --host out to let phones in."
        )
        return
    found = site("", settings.host, settings.port).all
    if found:
        yield Finding("ok", f"phones may use {' or '.join(found)}")
    else:
        yield Finding(
            "warn", "this machine is on no network, so phones cannot reach it",
            "Join the Wi-Fi that the phones are on, or use the pocket gathering, which needs none.",
        )  # fmt: skip


def data_directory(settings: Settings) -> Iterator[Finding]:
    """Whether the data directory is there or can be made, with room enough, and closed to others."""
    data = settings.data
    standing = next(each for each in (data, *data.absolute().parents) if each.exists())
    if not standing.is_dir():
        yield Finding("fail", f"{standing} is a file", "Choose a directory: --data DIR")
        return
    if not os.access(standing, os.W_OK | os.X_OK):
        yield Finding(
            "fail", f"this account may not write in {standing}", "Give it the right, or choose --data DIR"
        )
    elif standing != data and not data.exists():
        yield Finding("ok", f"{data} is not there yet; it is made at the first start")
    else:
        yield Finding("ok", f"{data} can be written")
    yield _room(standing)
    yield from _open_to_others(data)


def _room(directory: Path) -> Finding:
    free = shutil.disk_usage(directory).free
    says = f"{free / 1e9:.1f} GB free on its disk"
    if free < TOO_LITTLE:
        return Finding("fail", says, "Make room: when the disk is full, nothing that people do is saved.")
    return Finding("warn", says, "Make some room soon.") if free < LITTLE else Finding("ok", says)


def _open_to_others(data: Path) -> Iterator[Finding]:
    for file in (data / "host-key", data / "tingsha.sqlite"):
        if file.exists() and file.stat().st_mode & 0o077:
            yield Finding("warn", f"others on this machine may read {file}", f"chmod 600 {file}")


def clock(settings: Settings) -> Iterator[Finding]:
    """Whether this machine's date makes sense: dates for deletion hang on it."""
    now = time.time()
    today = time.strftime("%Y-%m-%d %H:%M %Z", time.localtime(now))
    written = [file.stat().st_mtime for file in (_log_file(settings),) if file.exists()]
    if now < LONG_AGO:
        yield Finding("fail", f"the clock says {today}", "Set it: what people gave would be kept too long.")
    elif any(when > now + MINUTE_S for when in written):
        yield Finding(
            "warn", f"the clock says {today}, but the log was written later", "Was it set back? Set it right."
        )
    else:
        yield Finding("ok", f"the clock says {today}")


def log(settings: Settings) -> Iterator[Finding]:
    """Every page and every sum of the log. One that is in use was looked over when its server started."""
    file = _log_file(settings)
    if not file.exists() and not file.with_name(file.name + "-wal").exists():
        yield Finding("ok", "no log yet")
        return
    try:
        faults = check(file)
    except JournalBusy:
        yield Finding("ok", "the log is in use by a running Tingsha, which looked it over when it started")
        return
    except JournalError as fault:
        yield Finding("fail", f"log: {fault}")
        return
    yield from (Finding("fail", f"log: {fault}") for fault in faults)
    if not faults:
        yield Finding("ok", f"log whole, {file.stat().st_size / 1e6:.1f} MB")
    else:
        yield Finding(
            "warn", "nothing was changed", "Keep a copy of the data directory, then put back a backup."
        )


def _log_file(settings: Settings) -> Path:
    return Path(settings.log.removeprefix("sqlite:")) if settings.log else settings.data / "tingsha.sqlite"
