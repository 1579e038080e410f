"""The order in which the tests run, and how patient they are."""

import os
from collections.abc import Mapping
from typing import Any

import hypothesis
import pytest

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
MOMENTS = (
    "guided", "firefox", "server_gone", "one_device", "pocket", "receipt", "webkit", "coming_back", "two_on_one_phone",
)  # fmt: skip
"""Stories that listen for a bell at its moment, or race a clock: `./test` gives them the machine to themselves."""
TOOK: dict[str, float] = {}
"""How long each test of the quick suite took, in seconds, in whichever process it ran."""

# How long one example takes says something about the machine, nothing about the law.
hypothesis.settings.register_profile("tingsha", deadline=None)
hypothesis.settings.load_profile("tingsha")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=_turn)
    for item in items:
        if item.path.parent.name == "browsers" and item.path.stem.removeprefix("test_") in MOMENTS:
            item.add_marker("moment")
    left = _left_out(config)
    for item in items:
        for mark in left.keys() & item.keywords:
            item.add_marker(pytest.mark.skip(reason=left[mark]))


def _left_out(config: pytest.Config) -> dict[str, str]:
    """By mark: what is not tried this time, and how one would have it tried."""
    everything = bool(config.getoption("--thorough") or config.getoption("--pictures"))
    left = {} if everything else {"thorough": "takes minutes: ./test --thorough"}
    return left if everything or config.getoption("--both") else left | {"other_look": "./test --both"}


def _turn(item: pytest.Item) -> int:
    """First the quick suite, then the laws of the same rooms, which are tried on many cases, then the doors."""
    folder = _folder(item.nodeid)
    return 2 + LAST.index(folder) if folder in LAST else int(not _quick(item.nodeid, item.keywords))


def _quick(test: str, keywords: Mapping[str, Any]) -> bool:
    return _folder(test) in QUICK and not any(each in keywords for each in AT_LENGTH)


def _folder(test: str) -> str:
    return test.removeprefix("tests/").partition("/")[0]


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Stories mostly wait for real clocks, so there are twice as many at a time as cores."""
    return min(8, 2 * (os.cpu_count() or 1))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if _quick(report.nodeid, report.keywords):
        TOOK[report.nodeid] = TOOK.get(report.nodeid, 0.0) + report.duration


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TOOK:
        seconds = sum(TOOK.values())
        terminalreporter.write_line(f"the method, quick and pure: {len(TOOK)} tests in {seconds:.1f} s")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", help="keep the pictures of all screens in this folder")
    parser.addoption("--rosters", type=int, default=400, help="so many nasty rosters are paired and examined")
    parser.addoption("--both", action="store_true", help="see each screen also dark and in English")
    parser.addoption("--thorough", action="store_true", help="try also what takes minutes")
