import contextlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.written import (
    ROOT,
    SOURCE,
    SPAN,
    broken_links,
    commands,
    docs,
    exists,
    missing_files,
    read,
    rows,
)  # fmt: skip
from tingsha import __version__, cli

PAGES = [file.relative_to(ROOT).as_posix() for file in docs()]
EVERY_LINE = {*(f"M{number}" for number in range(1, 41)), "M25b"}
SCREENS = ("host", "open", "phone", "stage", "pocket")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere_and_files_are_there(page: str) -> None:
    assert broken_links(ROOT / page, read(page)) == []
    assert missing_files(read(page)) == []


@pytest.mark.parametrize("text", ["[a](nowhere.md)", "[a](#nowhere)", "[a](docs/design.md#nowhere)"])
def test_a_broken_link_is_seen(text: str) -> None:
    assert broken_links(ROOT / "README.md", text) != []


def test_a_missing_file_is_seen() -> None:
    assert missing_files("see `pairs/nowhere.py`, `pairs/plan.py`, `docs/nowhere.md`") == [
        "pairs/nowhere.py",
        "docs/nowhere.md",
    ]


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/howto/hosting.en.md", "docs/howto/hosting.nl.md"]
)
def test_what_people_are_told_to_type_is_understood(page: str) -> None:
    typed = commands(read(page))
    assert typed
    for words in typed:
        assert understood(words), words


def understood(words: list[str]) -> bool:
    if words[0] != "tingsha" and not (ROOT / words[0]).exists():
        return False
    if words[0] in ("./test", "./bench"):
        return len(words) == 1 or words[1].startswith("-") or exists(words[1]) or words[1].isidentifier()
    rest = words[1:] or ["serve"]
    try:
        with contextlib.redirect_stdout(None):
            cli.parser().parse_args(rest)
    except SystemExit as end:
        return end.code == 0
    return True


def test_a_command_that_does_not_exist_is_seen() -> None:
    assert not understood(["./run", "nowhere"])
    assert not understood(["./nowhere"])


def test_the_command_is_there_under_its_name() -> None:
    tingsha = Path(sys.executable).parent / "tingsha"
    told = subprocess.run([tingsha, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["tingsha", __version__]


def test_the_readme_names_whose_method_it_is() -> None:
    said = " ".join(read("README.md").split())
    for name in ("Henri Lipmanowicz", "Keith McCandless", "June Holley", "CC BY-NC", "Apache"):
        assert name in said


def test_every_line_of_the_method_has_its_place() -> None:
    lines = [cells for cells in rows(read("docs/method.md")) if cells[0] in EVERY_LINE]
    assert sorted(cells[0] for cells in lines) == sorted(EVERY_LINE)
    for name, _, where, tested, state in lines:
        assert state.startswith(("here", "partly", "later")), name
        assert SPAN.findall(where) or state.startswith("later"), name
        assert [path for path in SPAN.findall(where + tested) if not exists(path)] == [], name


def test_every_test_that_security_names_is_there() -> None:
    named = [
        span.split("::")
        for span in SPAN.findall(read("docs/security.md"))
        if span.startswith(("tests/", "screens/tests/"))
    ]
    assert named
    for path, *function in named:
        assert exists(path), path
        assert all(f"def {name}(" in read(path) for name in function), function


def test_every_threat_has_one_place() -> None:
    first = [cells[0] for cells in rows(read("docs/security.md")) if cells[0][:1].isdigit()]
    numbers = [int(number) for cell in first for number in cell.split(",")]
    assert sorted(numbers) == list(range(1, 35))


def test_every_word_of_the_glossary_is_used() -> None:
    used = " ".join(sources())
    words = [SPAN.findall(cells[0])[0] for cells in rows(read("docs/glossary.md")) if SPAN.match(cells[0])]
    assert len(words) == len(set(words))
    assert [word for word in words if not re.search(rf"\b{word}", used)] == []


def sources() -> list[str]:
    files = [
        *SOURCE.rglob("*.py"),
        *(file for name in SCREENS for file in (ROOT / "screens" / name).rglob("*.ts*")),
    ]
    return [file.read_text(encoding="utf-8") for file in files]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_hosts_page_calls_things_as_the_screens_do(language: str) -> None:
    """What is bold in a how-to is a word on a screen."""
    shown = read(f"src/tingsha/languages/{language}.json").lower()
    bold = re.findall(r"\*\*([^*]+)\*\*", read(f"docs/howto/hosting.{language}.md"))
    assert bold
    assert [label for label in bold if f'"{" ".join(label.split()).lower()}"' not in shown] == []
