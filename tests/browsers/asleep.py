"""A browser that a test can put to sleep as a closed lid does: every process of it stands still, and goes on later."""

import os
import secrets
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.browsers.conftest import CHROMIUM, FLAGS


class Sleeper:
    """A Chromium of its own, so that nobody else's stands still with it."""

    def __init__(self, playwright: Playwright) -> None:
        mark = f"--tingsha-sleeper={secrets.token_hex(8)}"
        path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
        self.browser: Browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, mark])
        self._first = next(pid for pid, (_, line) in processes().items() if mark in line)

    @contextmanager
    def asleep(self) -> Iterator[None]:
        family = descendants(self._first)
        for pid in family:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in reversed(family):
                os.kill(pid, signal.SIGCONT)


def processes() -> dict[int, tuple[int, str]]:
    """Every process with its parent and its command line."""
    found: dict[int, tuple[int, str]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            line = (folder / "cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it has ended meanwhile
            continue
        found[int(folder.name)] = (parent, line)
    return found


def descendants(first: int) -> list[int]:
    parents = {pid: parent for pid, (parent, _) in processes().items()}
    family = [first]
    for member in family:
        family += [pid for pid, parent in parents.items() if parent == member]
    return family
