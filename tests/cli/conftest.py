from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One running server for everything that only needs one."""
    running = Server(tmp_path_factory.mktemp("cli") / "data").start()
    yield running
    running.stop()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"
