"""A real server in a process of its own, which a test may kill and start again."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import httpx
import msgspec

READY_S = 60.0

REHEARSAL = {
    "rounds": 3,
    "turn_s": 5,
    "think_s": 3,
    "find_s": 4,
    "swap_s": 2,
    "breathe_s": 4,
    "debrief_s": 30,
}
QUESTIONS = {
    "challenge": "Welke uitdaging neem je mee naar huis?",
    "give_and_take": "Wat zoek je hier, en wat heb je te geven?",
}


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fresh_id() -> str:
    return secrets.token_hex(16)


class Server:
    """`tingsha serve` on loopback, with its data in `data`; with `source`, of the package in that folder."""

    def __init__(self, data: Path, *words: str, source: Path | None = None) -> None:
        self.environment = os.environ if source is None else {**os.environ, "PYTHONPATH": str(source)}
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.words = words
        self.log = data.parent / f"{data.name}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        command = [
            str(Path(sys.executable).with_name("tingsha")), "serve", "--host", "127.0.0.1", "--port", str(self.port),
            "--data", str(self.data), "--no-browser", *self.words,
        ]  # fmt: skip
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env=self.environment)
        self._wait_until_ready()
        return self

    def begin(self) -> Self:
        """Start it if it does not run."""
        return self.start() if self._process is None else self

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + READY_S
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"the server ended at once:\n{self.log.read_text()}")
            try:
                if httpx.get(f"{self.url}/readyz", timeout=1).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.02)
        self.kill9()
        raise RuntimeError(f"the server did not get ready:\n{self.log.read_text()}")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def kill9(self) -> None:
        """No goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """A polite end; returns the exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        if self._process.poll() is None:
            self._process.send_signal(how)
        code = self._process.wait(timeout=30)
        self._process = None
        return code

    def open(self, **opening: Any) -> dict[str, Any]:
        """Open a gathering, by default a short guided rehearsal."""
        asked = {
            "id": fresh_id(), "title": "Begin met drie gesprekken", "language": "nl", "mode": "room",
            "milling": "guided", "plan": REHEARSAL, "invitation": QUESTIONS, "rehearsal": True, **opening,
        }  # fmt: skip
        answer = httpx.post(f"{self.url}/api/gatherings", json=asked, timeout=10)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def join(self, gathering: dict[str, Any], name: str, **fields: Any) -> httpx.Response:
        """Somebody comes in, without a screen to look at."""
        form = {"id": fresh_id(), "name": name, **fields}
        return httpx.post(f"{self.url}/api/gatherings/{gathering['id']}/participants", json=form, timeout=10)

    def command(self, gathering: dict[str, Any], kind: str, **fields: Any) -> httpx.Response:
        """A host's command."""
        return httpx.post(
            f"{self.url}/api/gatherings/{gathering['id']}/commands",
            json={"id": fresh_id(), "type": kind, **fields},
            headers={"Authorization": f"Bearer {gathering['host_token']}"},
            timeout=10,
        )

    def documents(self, gathering: dict[str, Any], kind: str, token: str = "") -> dict[str, Any]:
        """The newest `common` and `mine` of a stream, which is left again at once."""
        token = token or gathering["host_token"]
        found: dict[str, Any] = {}
        url = f"{self.url}/api/gatherings/{gathering['id']}/{kind}"
        with httpx.stream("GET", url, headers={"Authorization": f"Bearer {token}"}, timeout=20) as stream:
            event = ""
            for line in stream.iter_lines():
                if line.startswith("event: "):
                    event = line.removeprefix("event: ")
                elif line.startswith("data: ") and event in ("common", "mine"):
                    found[event] = msgspec.json.decode(line.removeprefix("data: "))
                if len(found) == 2:
                    break
        return found
