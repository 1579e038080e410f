"""The order in which the tests run, and how patient they are."""

from pathlib import Path

import hypothesis
import pytest

HERE = Path(__file__).parent
# What is quick and pure comes first; what opens sockets and browsers last.
LAST = ("journal", "paper", "live", "app", "cli", "faults", "browsers")

# How long one example takes says something about the machine, nothing about the law.
hypothesis.settings.register_profile("tingsha", deadline=None)
hypothesis.settings.load_profile("tingsha")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _turn(item.path))
    if not config.getoption("--thorough"):
        skip = pytest.mark.skip(reason="takes minutes: ./test --thorough")
        for item in items:
            if "thorough" in item.keywords:
                item.add_marker(skip)


def _turn(test: Path) -> int:
    folder = test.relative_to(HERE).parts[0]
    return LAST.index(folder) + 1 if folder in LAST else 0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", help="keep the pictures of all screens in this folder")
    parser.addoption("--rosters", type=int, default=400, help="so many nasty rosters are paired and examined")
    parser.addoption("--thorough", action="store_true", help="try also what takes minutes")
