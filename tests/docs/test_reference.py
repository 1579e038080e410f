from pathlib import Path

import pytest

from docs.reference import make
from tests.docs.written import anchors
from tingsha.live.problems import EVERY

HOW = "write it anew: .venv/bin/python docs/reference/make.py"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return make.pages()


def test_the_reference_and_the_wire_types_are_fresh(pages: dict[str, str]) -> None:
    old = [path for path, text in pages.items() if make.read(make.ROOT / path) != text]
    assert old == [], HOW


def test_what_was_never_written_is_not_fresh(tmp_path: Path) -> None:
    assert len(make.stale(tmp_path)) == 9


def test_every_command_has_an_entry(pages: dict[str, str]) -> None:
    headings = anchors(pages["docs/reference/commands.md"])
    assert {make.tag(each) for each in make.every_command()} <= headings


def test_every_event_has_an_entry(pages: dict[str, str]) -> None:
    headings = anchors(pages["docs/reference/events.md"])
    assert {make.tag(each) for each in make.wire.EVENTS} <= headings


def test_every_setting_is_explained() -> None:
    assert [name for name, _, said in make.every_setting() if not said.strip()] == []


def test_every_verb_and_flag_has_an_entry(pages: dict[str, str]) -> None:
    page = pages["docs/reference/cli.md"]
    for parser, actions in make.every_verb():
        assert f"## `{parser.prog}`" in page
        assert parser.description
        flags = [flag for action in actions if action.dest != "help" for flag in action.option_strings]
        assert [flag for flag in flags if f"`{flag}" not in page] == []


def test_every_problem_has_a_line(pages: dict[str, str]) -> None:
    page = pages["docs/reference/problems.md"]
    assert [code for code in EVERY if f"| `{code}` |" not in page] == []
