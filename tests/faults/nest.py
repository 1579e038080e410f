"""Servers that start at once: a process that has imported everything forks one that runs `tingsha serve`.

Fifty kills would otherwise be fifty times a second of importing. What runs is the real command, in a process of its
own.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any, Self

from tests.kit.server import READY_S, Server

ROOT = Path(__file__).parents[2]


class Nest:
    """The process that forks servers."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.brood"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def hatch(self, words: list[str], log: Path, mutant: str) -> int:
        """Start `tingsha` with these words; returns its process id."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([words, str(log), mutant]) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        with self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait(timeout=10)


class Nestling(Server):
    """A server from the nest. With a `mutant` it is one that is broken on purpose."""

    def __init__(self, nest: Nest, data: Path, mutant: str = "") -> None:
        super().__init__(data)
        self._nest, self._mutant, self._pid = nest, mutant, 0

    def start(self) -> Self:
        words = [
            "serve", "--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data), "--no-browser",
        ]  # fmt: skip
        self._pid = self._nest.hatch(words, self.log, self._mutant)
        deadline = time.monotonic() + READY_S
        while not self._ready():
            if time.monotonic() > deadline or not alive(self._pid):
                raise RuntimeError(f"the server did not get ready:\n{self.log.read_text()}")
            time.sleep(0.005)
        return self

    def _ready(self) -> bool:
        asking = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            asking.request("GET", "/readyz")
            return asking.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            asking.close()

    @property
    def pid(self) -> int:
        return self._pid

    def _end(self, how: signal.Signals) -> int:
        if not self._pid:
            return 0
        pid, self._pid = self._pid, 0
        deadline = time.monotonic() + 15
        with suppress(ProcessLookupError):
            os.kill(pid, how)
        while alive(pid):
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
                raise RuntimeError("the server did not end")
            time.sleep(0.002)
        return 0


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def note(**facts: Any) -> None:
    """Figures for whoever looks at a test's output."""
    sys.stdout.write(json.dumps(facts) + "\n")
