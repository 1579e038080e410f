from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.people import Gathering
from tests.live.running import Running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that the tests of one file share."""
    running = Running(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.fixture
def gathering(server: Running) -> Gathering:
    """A fresh gathering on the shared server."""
    return Gathering(server)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"
