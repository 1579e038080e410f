"""The poster and the slide of what was heard: one sheet whatever is written on it, and all of it legible."""

from io import BytesIO
from itertools import product
from time import perf_counter

import pytest
from pypdf import PdfReader

from tests.paper.reading import pages
from tingsha.languages import languages, words
from tingsha.paper.patterns import MAY_BREAK, Asked, Size, heard, line, printed
from tingsha.wording import PATTERN_GRAPHEMES, QUESTION_GRAPHEMES, TITLE_GRAPHEMES

EVERY = sorted(languages())
SIZES: list[Size] = ["a3", "a4", "slide"]
MM = 72 / 25.4
SHEET = {"a3": (297, 420), "a4": (210, 297), "slide": (338.67, 190.5)}
QUESTIONS = ["Wat houdt je bezig?", "Wat zoek je, en wat geef je?"]
THREE = ["Te weinig tijd samen", "Iedereen wil leren", "De koffie is koud"]


def poster(size: Size, patterns: list[str], language: str = "nl", title: str = "Maandag") -> bytes:
    asked = Asked(language, title, "25 november 2026", patterns, QUESTIONS)
    return printed(heard(asked, words(language).paper, size))


@pytest.mark.parametrize(("size", "language"), [*product(SIZES, EVERY)])
def test_it_says_what_was_heard_of_what_when_and_whose_idea_it_is(size: Size, language: str) -> None:
    pdf = poster(size, THREE, language)
    (page,) = pages(pdf)
    for said in (words(language).paper.heard, "Maandag", "25 november 2026", *THREE, *QUESTIONS):
        assert said in page
    assert "Lipmanowicz" in page
    assert "McCandless" in page
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (float(box.width) / MM, float(box.height) / MM) == pytest.approx(SHEET[size], abs=0.2)


def smallest_pattern(pdf: bytes, pattern: str) -> float:
    """The size in points in which a pattern is set."""
    found: list[float] = []

    def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip() and text.strip()[:3] == pattern[:3]:
            found.append(abs(matrix[3]) * size or size)

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=look)
    return min(found)


LONG = ("Alles wat hier langzaam gaat " * 9)[: PATTERN_GRAPHEMES - 1] + "x"
ODD = {
    "long": [LONG] * 3,
    "unbroken": ["W" * PATTERN_GRAPHEMES] * 3,
    "chinese": ["語" * PATTERN_GRAPHEMES] * 3,
    "marked": ["a\u0301" * PATTERN_GRAPHEMES] * 3,
    "arabic": ["لا أحد يملك وقتا كافيا", "אין לנו מספיק זמן", "left to right"],
    "code": ['#set page(fill: red) $x$ *y* _z_ @a <b> \\ "q"'],
}


@pytest.mark.parametrize(("size", "kind"), [*product(SIZES, ODD)])
def test_whatever_is_written_it_stays_one_sheet(size: Size, kind: str) -> None:
    title = ("Een titel die niet ophoudt " * 9)[:TITLE_GRAPHEMES]
    asked = Asked("nl", title, "25 november 2026", ODD[kind], ["Vraag " * (QUESTION_GRAPHEMES // 6)] * 2)
    began = perf_counter()
    (page,) = pages(printed(heard(asked, words("nl").paper, size)))
    assert perf_counter() - began < 2
    if kind == "code":
        assert ODD[kind][0] in page
    if kind == "long":
        assert page.count("Alles wat hier") >= 3


@pytest.mark.parametrize("size", SIZES)
def test_what_is_heard_is_read_from_across_the_room(size: Size) -> None:
    """Three of the longest are still a twentieth of the sheet's shorter side; one short one far more."""
    shorter = min(SHEET[size])
    assert smallest_pattern(poster(size, [LONG] * 3), LONG) / MM > shorter / 28
    assert smallest_pattern(poster(size, ["Samen"]), "Samen") / MM > shorter / 7


def test_a_line_runs_as_its_first_letter_does() -> None:
    assert line("3 × لا أحد").direction == "rtl"
    assert line("“Niemand” לנו").direction == "ltr"
    assert line("12 — 13").direction == "ltr"


def test_only_what_has_no_place_to_break_gets_some() -> None:
    assert MAY_BREAK not in line("Arbeiterunfallversicherung is long"[:24]).words
    broken = line("e\u0301" * 40).words
    assert broken.replace(MAY_BREAK, "") == "e\u0301" * 40
    assert MAY_BREAK + "\u0301" not in broken
