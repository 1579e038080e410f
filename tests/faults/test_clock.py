"""Somebody sets the machine's clock: the evening goes on in its own time."""

import time
from http.client import HTTPConnection
from itertools import pairwise

import pytest

from tests.faults.conftest import Hatch
from tingsha.live.clock import server_clock

HOUR_NS = 3_600 * 10**9


@pytest.mark.parametrize("step", [-HOUR_NS, HOUR_NS])
def test_setting_the_machines_clock_moves_nothing(monkeypatch: pytest.MonkeyPatch, step: int):
    clock, really = server_clock(), time.time_ns
    before = clock()
    monkeypatch.setattr(time, "time_ns", lambda: really() + step)
    monkeypatch.setattr(time, "time", lambda: (really() + step) / 10**9)
    assert 0 <= clock() - before < 10_000


def test_the_servers_clock_begins_with_the_walls_and_only_goes_forward(hatch: Hatch):
    server = hatch().start()
    asking = HTTPConnection("127.0.0.1", server.port, timeout=10)
    told: list[int] = []
    for _ in range(100):
        asking.request("GET", "/api/clock")
        told.append(int(asking.getresponse().read().partition(b":")[2].rstrip(b"}")))
    asking.close()
    assert all(earlier <= later for earlier, later in pairwise(told))
    assert abs(told[-1] - time.time_ns() // 10**6) < 10_000
