"""All colours stand in one place, and what is written in them can be read."""

import pytest

from tests.house.colours import LOOK, RAW, contrast, grounds
from tests.house.tracked import screen_sources

GROUNDS = grounds()
TEXT = 4.5
SIGN = 3.0
READ = [
    ("ink", "ground"), ("ink", "ground-2"), ("ink-2", "ground"), ("ink-2", "ground-2"), ("on-main", "main"),
    ("accent", "ground"), ("accent", "ground-2"), ("asked", "ground"), ("asked-2", "ground"), ("faint", "ground"),
    ("on-bronze", "bronze-hi"), ("on-bar", "bar"), ("on-danger", "danger"),
]  # fmt: skip
SEEN = [("main", "ground"), ("bronze-edge", "bronze-hi"), ("night", "code-paper")]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("words", "under"), READ)
def test_words_can_be_read(ground: str, words: str, under: str) -> None:
    tokens = GROUNDS[ground]
    assert contrast(tokens[words], tokens[under]) >= TEXT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("sign", "under"), SEEN)
def test_signs_can_be_seen(ground: str, sign: str, under: str) -> None:
    tokens = GROUNDS[ground]
    assert contrast(tokens[sign], tokens[under]) >= SIGN


def test_colours_stand_in_one_place() -> None:
    sheets = [each for each in screen_sources() if each.suffix == ".css" and each != LOOK]
    assert len(sheets) > 5
    stray = [
        f"{each.name}: {found}" for each in sheets for found in RAW.findall(each.read_text(encoding="utf-8"))
    ]
    assert stray == []
