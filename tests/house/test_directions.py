"""Nothing on a screen stays on the left when the writing runs from the right."""

import pytest

from tests.house.directions import complaints
from tests.house.tracked import ROOT, name, screen_sources

EXCEPTIONS: dict[str, str] = {}
"""What may stay where it is, and why."""
BAD = [
    "a { left: 0 }", "a { margin-left: 1rem }", "a{padding-right:0}", "a { text-align: left }", "a { float: right; }",
    "a { border-top-left-radius: 1rem }", "a { inset: 0 1rem 0 0 }", "a { margin: 0 0 0 auto }",
    "a { padding: 1px 2px 3px 4px; }", "a { transform: translateX(-50%) }", "a { transform: translate(-50%, 0) }",
    "a { border-radius: 1rem 0 0 1rem }", "a { background-position: left top }", "a { clear: right }",
    "a { background: linear-gradient(to right, black, white) }", "a { padding: 0 calc(1px + (2px * 3)) 0 0 }",
]  # fmt: skip
GOOD = [
    "a { inset-inline-start: 0 }", "a { margin-inline: auto; text-align: start; float: inline-start }",
    "a { padding: 1px 2px 3px }", "a { margin: 0 auto 0 auto }", ".left { color: red }", "/* left: 0 */ a { top: 0 }",
    "a { border-radius: 1rem 1rem 0 0 }", "a { transform: scale(1.2) rotate(-90deg) }", "a { translate: 0 1rem }",
    "a { border-end-start-radius: 1rem }", "a { --left: 1 }", "a { border-radius: 50% }",
]  # fmt: skip


def test_the_screens_and_the_docs_have_a_start_and_an_end() -> None:
    sheets = [file for file in screen_sources() if file.suffix == ".css"]
    sheets += list((ROOT / "docs").rglob("*.css"))
    assert len(sheets) > 10
    found = [it for file in sheets for it in complaints(name(file), file.read_text(encoding="utf-8"))]
    assert [it for it in found if it not in EXCEPTIONS] == []


@pytest.mark.parametrize("sheet", BAD)
def test_a_side_is_seen(sheet: str) -> None:
    assert complaints("a.css", sheet) != []


@pytest.mark.parametrize("sheet", GOOD)
def test_what_turns_along_is_left_alone(sheet: str) -> None:
    assert complaints("a.css", sheet) == []
