"""The order in which the tests run, and how patient they are."""

import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

HERE = Path(__file__).parent
# What is quick and pure comes first; what opens sockets and browsers last.
LAST = ("journal", "paper", "live", "app", "cli", "faults", "browsers")
AT_LENGTH = ("hypothesis", "at_length")
PURE = (
    "gathering",
    "invitation",
    "pairs",
    "rounds",
    "bell",
    "harvest",
    "follow_up",
    "who_met_whom",
    "receipt",
)
QUICK = (*PURE, "flow", "stories")
TOOK = pytest.StashKey[list[float]]()

# How long one example takes says something about the machine, nothing about the law.
hypothesis.settings.register_profile("tingsha", deadline=None)
hypothesis.settings.load_profile("tingsha")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_turn)
    if not config.getoption("--thorough") and not config.getoption("--pictures"):
        skip = pytest.mark.skip(reason="takes minutes: ./test --thorough")
        for item in items:
            if "thorough" in item.keywords:
                item.add_marker(skip)


def _turn(item: pytest.Item) -> int:
    """First the quick suite, then the laws of the same rooms, which are tried on many cases, then the doors."""
    folder = _folder(item)
    return 2 + LAST.index(folder) if folder in LAST else int(not _quick(item))


def _quick(item: pytest.Item) -> bool:
    return _folder(item) in QUICK and not any(item.get_closest_marker(each) for each in AT_LENGTH)


def _folder(item: pytest.Item) -> str:
    return item.path.relative_to(HERE).parts[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    began = time.perf_counter()
    try:
        return (yield)
    finally:
        if _quick(item):
            item.config.stash.setdefault(TOOK, []).append(time.perf_counter() - began)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    took = config.stash.get(TOOK, [])
    if took:
        terminalreporter.write_line(f"the method, quick and pure: {len(took)} tests in {sum(took):.1f} s")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", help="keep the pictures of all screens in this folder")
    parser.addoption("--rosters", type=int, default=400, help="so many nasty rosters are paired and examined")
    parser.addoption("--thorough", action="store_true", help="try also what takes minutes")
