"""`./bench joins`: 64 connections join as fast as they are answered; durable beside memory, in turns."""

import secrets
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import httpx
import msgspec

from benchmarks.joins.load import Load, post
from benchmarks.report import progress, tell

JOINS: Final = 3_000
CONNECTIONS: Final = 64
PASSES: Final = 7
KINDS: Final = ("disk", "memory")
STOP_S: Final = 15


def main() -> None:
    """Warm both up, then alternate."""
    loads: dict[str, list[Load]] = {kind: [] for kind in KINDS}
    cpus: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with ExitStack() as stack:
        servers = {kind: stack.enter_context(_serving(kind)) for kind in KINDS}
        for kind in KINDS:
            _join(servers[kind][0], JOINS // 3)
        for number in range(PASSES):
            for kind in KINDS:
                port, pid = servers[kind]
                before = _cpu_s(pid)
                loads[kind].append(_join(port, JOINS))
                cpus[kind].append((_cpu_s(pid) - before) / JOINS)
            progress(f"pass {number + 1} of {PASSES}")
    _tell(loads, cpus)


def _tell(loads: dict[str, list[Load]], cpus: dict[str, list[float]]) -> None:
    rates = {kind: median(JOINS / load.seconds for load in loads[kind]) for kind in KINDS}
    durable = [each for load in loads["disk"] for each in load.took_ms]
    cuts = quantiles(durable, n=100)
    tell(
        bench="joins", joins=JOINS, connections=CONNECTIONS, passes=PASSES,
        durable_per_s=rates["disk"], memory_per_s=rates["memory"], ratio=rates["disk"] / rates["memory"],
        goal_ratio=0.8,
        median_of_ratios=median(
            m.seconds / d.seconds for d, m in zip(loads["disk"], loads["memory"], strict=True)
        ),
        p50_ms=cuts[49], p99_ms=cuts[98],
        cpu_us_durable=median(cpus["disk"]) * 1e6, cpu_us_memory=median(cpus["memory"]) * 1e6,
        cpu_ratio=median(cpus["memory"]) / median(cpus["disk"]),
        refused=sum(load.refused for kind in KINDS for load in loads[kind]),
    )  # fmt: skip


def _join(port: int, many: int) -> Load:
    """So many joins into a gathering of their own."""
    path = f"/api/gatherings/{_opened(port)}/participants"
    bodies = [
        msgspec.json.encode({"id": secrets.token_hex(16), "name": f"Mens {number}"}) for number in range(many)
    ]
    return post(port, path, bodies, CONNECTIONS)


def _opened(port: int) -> str:
    opening: dict[str, Any] = {
        "id": secrets.token_hex(16),
        "title": "Meting",
        "invitation": {"challenge": "Waar loop je tegenaan?", "give_and_take": "Wat zoek en geef je?"},
    }
    answer = httpx.post(f"http://127.0.0.1:{port}/api/gatherings", json=opening)
    return answer.raise_for_status().json()["id"]


@contextmanager
def _serving(kind: str) -> Generator[tuple[int, int]]:
    """A server in a process of its own: its port and its process."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "benchmarks.joins.serving", kind, folder]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield int(process.stdout.readline()), process.pid
            finally:
                process.terminate()
                process.wait(STOP_S)


def _cpu_s(pid: int) -> float:
    """Seconds of processor time that a process has used, over all its threads."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


if __name__ == "__main__":
    main()
