"""The journals under test: the one in memory and the real one on disk."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tingsha.journal.contract import Journal
from tingsha.journal.memory import MemoryJournal
from tingsha.journal.sqlite import SqliteJournal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture(params=["memory", "sqlite"])
def journal(request: pytest.FixtureRequest, path: Path) -> Iterator[Journal]:
    kept: Journal = MemoryJournal() if request.param == "memory" else SqliteJournal(path)
    yield kept
    asyncio.run(kept.close())
