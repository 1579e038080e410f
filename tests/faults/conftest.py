"""A nest of servers, and servers that are gone when the test is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.nest import Nest, Nestling

Hatch = Callable[..., Nestling]


@pytest.fixture(scope="session")
def nest() -> Iterator[Nest]:
    kept = Nest()
    yield kept
    kept.close()


@pytest.fixture
def hatch(nest: Nest, tmp_path: Path) -> Iterator[Hatch]:
    """Makes servers on data directories under `tmp_path`; `hatch(name="data", mutant="")`."""
    made: list[Nestling] = []

    def make(name: str = "data", mutant: str = "") -> Nestling:
        made.append(Nestling(nest, tmp_path / name, mutant))
        return made[-1]

    yield make
    for server in made:
        server.kill9()
