"""What no font here can print: a picture is left out, words become a number, and nowhere is there a box."""

import pytest

from tests.paper.reading import in_no_font, no_picture, pages
from tingsha.flow.report import GroupPeople, Report
from tingsha.languages import words
from tingsha.pairs.spots import Spots
from tingsha.paper import cards, host_report, host_sheet, patterns, posters
from tingsha.paper.signs import legible, told, unprintable
from tingsha.rounds.plan import Plan

SAID = words("nl").paper
QUESTIONS = ["Wat houdt je bezig?", f"Wat zoek je {in_no_font()}?"]
HEARD = ["Te weinig tijd", in_no_font() * 3, f"Samen eten {no_picture()}"]


def test_what_every_font_has_is_printable_and_marks_go_with_their_letters() -> None:
    assert unprintable(["Anna", "e\u0301", "Ελένη Иван", "—“”…", "\u200dx", ""]) == []
    assert unprintable(["Bo", in_no_font()]) == [in_no_font()]
    assert unprintable([]) == []


def test_a_picture_is_left_out_and_letters_are_not() -> None:
    picture, letter = no_picture(), in_no_font()
    assert legible([f"{picture}\ufe0f Noor"]) == {f"{picture}\ufe0f Noor": "Noor"}
    assert legible([f"a {picture}\u200d{picture} b"]).popitem()[1] == "a b"
    assert told(["Noor", f"{picture}Bo {letter}", f"Bo {picture}", picture]) == [
        f"2 {picture}Bo {letter}",
        f"4 {picture}",
    ]


@pytest.mark.parametrize("size", ["a3", "a4", "slide"])
def test_a_pattern_becomes_its_number(size: patterns.Size) -> None:
    asked = patterns.Asked("nl", f"Maandag {in_no_font()}", "25 november", HEARD, QUESTIONS)
    (page,) = pages(patterns.printed(patterns.heard(asked, SAID, size)))
    assert "Te weinig tijd № 2 Samen eten Wat houdt je bezig?" in page
    assert "Maandag" not in page
    assert "zoek" not in page


def test_so_does_what_the_report_says() -> None:
    made = Report(
        title=f"Maandag {no_picture()}", language="nl", milling="free", began=None, rounds=3, questions=QUESTIONS,
        people=12, groups=[GroupPeople("Zorg", 6), GroupPeople(in_no_font(), 6)], conversations=None, confirmed=None,
        mixed=None, new_connections=None, patterns=HEARD,
    )  # fmt: skip
    (page,) = pages(host_report.printed(host_report.sheet(made, SAID, "25 november")))
    assert "Te weinig tijd № 2 Samen eten" in page
    assert "6 Zorg 6 № 2" in page
    assert "Maandag" in page
    assert "zoek" not in page


def test_and_the_questions_on_the_hosts_sheet() -> None:
    asked = host_sheet.Asked("nl", "Maandag", "free", Plan(), QUESTIONS)
    whole = " ".join(pages(host_sheet.printed(host_sheet.sheet(asked, words("nl")))))
    assert "Wat houdt je bezig? № 2" in whole
    assert "“Wat houdt je bezig?” “№ 2”" in whole


def test_a_spot_has_one_number_on_its_sign_and_on_cards() -> None:
    names = ["piano", in_no_font(), f"raam {no_picture()}"]
    signs = pages(posters.printed(posters.of_spots("nl", SAID, Spots(3, named=True), names, 1)))
    assert [each.split(" Ronde")[0] for each in signs[:3]] == ["piano", "№ 2", "raam"]
    holders = [cards.Holder("Anna", "Zorg", names, 1)]
    (page,) = pages(cards.printed(cards.with_spots("nl", SAID, holders, 3, "http://x"), names))
    assert "1 piano 2 № 2 3 raam" in page
