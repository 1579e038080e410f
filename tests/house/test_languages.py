"""Every language's file says the same things: Dutch gives the shape, the others are held to it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.house.languages import complaints, texts
from tests.house.tracked import ROOT
from tingsha.languages import FALLBACK, languages
from tingsha.live.problems import EVERY

FILES = ROOT / "src/tingsha/languages"
SHAPE = "nl"
CODES = sorted(file.stem for file in FILES.glob("*.json"))
BAD: list[tuple[Any, Any]] = [
    ({"a": "x"}, {}),
    ({"a": "x"}, {"a": "x", "b": "y"}),
    ({"a": "x"}, {"a": ""}),
    ({"a": "x"}, {"a": ["x"]}),
    ({"a": "{n} x"}, {"a": "x"}),
    ({"a": "x"}, {"a": "{n} x"}),
    ({"a": "x"}, {"a": "{n x"}),
    ({"a": ["x", "y"]}, {"a": ["x"]}),
    ({"a": {"one": "{n} x", "other": "{n} y"}}, {"a": {"one": "{n} x"}}),
    ({"a": {"one": "x", "other": "{n} y"}}, {"a": {"one": "x", "other": "y"}}),
    ({"a": {"one": "x", "other": "{n} y"}}, {"a": "{n} y"}),
    ({"a": {"one": "x", "other": "{n} y"}}, {"a": {"one": "{m}", "other": "{n} y"}}),
    ({"a": "x"}, {"a": "Come in!"}),
]
GOOD: list[tuple[Any, Any]] = [
    ({"a": {"one": "x", "other": "{n} y"}}, {"a": {"1": "z", "few": "{n} x", "other": "{n} y"}}),
    ({"a": "{n} of {of}"}, {"a": "{of}: {n}"}),
    ({"a": ""}, {"a": ""}),
]


def read(code: str) -> Any:
    return json.loads((FILES / f"{code}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_a_language_says_what_dutch_says(code: str) -> None:
    assert complaints(read(SHAPE), read(code)) == []


@pytest.mark.parametrize(("shape", "other"), BAD)
def test_a_language_that_lacks_something_is_seen(shape: Any, other: Any) -> None:
    assert complaints(shape, other) != []


@pytest.mark.parametrize(("shape", "other"), GOOD)
def test_a_language_may_have_its_own_forms(shape: Any, other: Any) -> None:
    assert complaints(shape, other) == []


@pytest.mark.parametrize("code", CODES)
def test_every_no_has_its_sentence_and_nothing_else_does(code: str) -> None:
    assert set(read(code)["problems"]) == set(EVERY)


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_a_name_and_a_direction(code: str) -> None:
    about = languages()[code].language
    assert about.locale.split("-")[0] == code
    assert about.direction in ("ltr", "rtl")
    assert re.fullmatch(r"[a-z]{2,3}", code)


def test_the_languages_are_those_whose_files_are_there() -> None:
    assert sorted(languages()) == CODES
    assert FALLBACK in CODES
    names = [each.language.name for each in languages().values()]
    assert len(set(names)) == len(names)


def test_nothing_is_written_that_no_screen_and_no_server_says() -> None:
    """A sentence that is no longer said goes out of all files; its name is looked for in the sources."""
    screens = [file for file in (ROOT / "screens").rglob("*.ts*") if "node_modules" not in file.parts]
    said = "\n".join(file.read_text(encoding="utf-8") for file in screens)
    silent = [
        name
        for section in (
            "door",
            "phone",
            "later",
            "afterwards",
            "scenes",
            "host",
            "open",
            "pocket",
            "card",
            "invite",
        )
        for name in _names(read(SHAPE)[section])
        if not re.search(rf"\b{re.escape(name)}\b", said)
    ]
    assert silent == []


def _names(section: dict[str, Any]) -> list[str]:
    return list(section)


def test_files_are_written_as_one_reads_them() -> None:
    for code in CODES:
        for path, text in texts(read(code)):
            assert text == text.strip() or path.startswith("faults"), f"{code}: {path} has spaces around it"
            assert "  " not in text, f"{code}: {path} has two spaces"
    assert all(Path(FILES / f"{code}.json").read_bytes().endswith(b"}\n") for code in CODES)


def test_no_french_line_begins_with_its_punctuation() -> None:
    """French sets a space before high punctuation; one that never breaks, narrow but for the colon. Only questions have
    what keyboards have: a host may change them, and what is typed has plain spaces."""
    said = [
        (path, text) for path, text in texts(read("fr")) if not path.endswith(("challenge", "give_and_take"))
    ]
    loose = [path for path, text in said if re.search(r"\S [?!;:»…]|« ", text)]
    assert loose == []
