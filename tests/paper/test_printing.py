"""What comes out of the printer: counted in sheets, read by eye and by camera."""

import re
from pathlib import Path

import pytest

from tests.house.tracked import ROOT
from tests.paper.reading import codes, in_no_font, pages, sheets_of
from tingsha.languages import languages, words
from tingsha.pairs.numbers import plan_of
from tingsha.pairs.spots import Spots
from tingsha.paper import cards, host_sheet, posters, table
from tingsha.paper.printing import KINDS, MOST_SHEETS, TooMuchPaper, pictures
from tingsha.rounds.plan import Plan

SAID = words("nl").paper
EVERY = sorted(languages())
LINK = "http://192.168.1.20:8080/j/ABCD2345"


def holders(n: int) -> list[cards.Holder]:
    return [cards.Holder(f"Naam {at}", "Zorg", [str(at), str(at + 1), str(at + 2)]) for at in range(1, n + 1)]


@pytest.mark.parametrize(("people", "needed"), [(1, 1), (4, 1), (5, 2), (12, 2), (13, 3)])
def test_cards_go_eight_to_a_sheet_and_spare_ones_fill_the_last(people: int, needed: int) -> None:
    printed = pages(cards.printed(cards.with_spots("nl", SAID, holders(people), 3, LINK)))
    assert len(printed) == needed
    whole = " ".join(printed)
    assert all(f"Naam {at} Zorg" in whole for at in range(1, people + 1))
    assert whole.count(SAID.spareHint) == 8 * needed - people
    assert whole.count(SAID.nobody) == people


@pytest.mark.parametrize("language", EVERY)
def test_every_card_has_the_rule_and_whose_idea_this_is(language: str) -> None:
    said = words(language).paper
    by_name = pages(cards.printed(cards.with_spots(language, said, holders(4), 3, "")))
    # What is read back from a page has plain spaces, also where French has others.
    assert by_name[0].count(" ".join(said.nobody.split())) == 4
    assert by_name[0].count("Lipmanowicz") == by_name[0].count("McCandless") == 8
    by_number = pages(cards.printed(cards.with_numbers(language, said, 31, 3, "")))
    assert by_number[0].count(" ".join(said.rule.format(steps="3, 5, 7").split())) == 8


def test_a_card_without_a_link_can_be_kept_by_a_phone() -> None:
    people = [cards.Holder("Łukasz Ünal", "ICT", ["12", "", "C4"]), cards.Holder("Bo", "", ["12", "3", "A1"])]
    picture = pictures("cards", cards.with_spots("nl", SAID, people, 3, ""), ppi=96)[0]
    kept = ["Bo\n1: 12\n2: 3\n3: A1", f"Łukasz Ünal\n1: 12\n2: {SAID.post}\n3: C4"]
    assert sorted(codes(picture)) == kept


def test_the_code_on_a_card_leads_to_the_gathering() -> None:
    picture = pictures("cards", cards.with_numbers("nl", SAID, 8, 3, LINK), ppi=96)[0]
    assert codes(picture) == [LINK] * 8


@pytest.mark.parametrize("people", [7, 12, 31])
def test_a_number_card_names_whom_to_find(people: int) -> None:
    made = cards.with_numbers("nl", SAID, people, 3, "")
    for round_, each in enumerate(plan_of(people, 3)):
        for unit in each.units:
            for number in unit:
                others = " + ".join(str(other) for other in unit if other != number)
                assert made.cards[number - 1].title == str(number)
                assert made.cards[number - 1].places[round_].place == others
    assert len(pages(cards.printed(made))) == -(-people // 8)


def test_names_of_any_kind_stay_on_their_card() -> None:
    odd = ["W" * 40, "张伟", "#set page(fill: red)", '$x$ *y* _z_ @a <b> \\ "q"', "🙂 Noor", "a\u0301" * 12]
    printed = pages(
        cards.printed(cards.with_spots("nl", SAID, [cards.Holder(each, each, ["1"]) for each in odd], 1, ""))
    )
    assert len(printed) == 2
    assert "#set page(fill: red)" in printed[0]
    assert "$x$ *y* _z_ @a <b>" in printed[0]


def test_a_name_for_which_there_is_no_font_becomes_a_number() -> None:
    rare = in_no_font()
    names = ["Łukasz Ünal", rare * 2, "Ελένη", f"Noor {rare}"]
    people = [cards.Holder(name, name, ["1"], at) for at, name in enumerate(names, 7)]
    assert cards.without_font(people) == [f"8 {rare * 2}", f"10 Noor {rare}"]
    (page,) = pages(cards.printed(cards.with_spots("nl", SAID, people, 1, "")))
    assert "№ 8" in page
    assert "№ 10" in page
    assert "Noor" not in page
    assert "Łukasz Ünal" in page
    assert "№ 7" not in page


def test_a_thousand_cards_are_125_sheets() -> None:
    assert sheets_of(cards.printed(cards.with_numbers("nl", SAID, 1_000, 3, LINK))) == 125


def test_signs_carry_the_spot_and_what_phones_show_there() -> None:
    grid = Spots(12, 4)
    made = posters.of_spots("nl", SAID, grid, [grid.label(spot) for spot in range(1, 13)], 3)
    printed = pages(posters.printed(made))
    assert len(printed) == 13
    assert printed[5].startswith("B2")
    assert all(f"Ronde {round_}" in printed[0] for round_ in (1, 2, 3))
    assert printed[-1].startswith(SAID.post)
    assert all("Lipmanowicz" in page for page in printed)


@pytest.mark.parametrize("name", ["het raam bij de koffie", "W" * 60, "de grote trap naar boven " * 4])
def test_a_sign_with_a_long_name_stays_one_sheet(name: str) -> None:
    made = posters.of_spots("nl", SAID, Spots(1, named=True), [name], 3)
    assert len(pages(posters.printed(made))) == 2


def test_shapes_on_paper_are_those_of_the_phones() -> None:
    drawn = (ROOT / "screens/shared/beacon.tsx").read_text(encoding="utf-8")
    phones = dict(re.findall(r'^  (\w+): "(M[^"]+)"', drawn, re.MULTILINE))
    # A full circle in two arcs that are told in another way: one renderer closes the phones' one with a dent.
    assert posters.SHAPES | {"circle": phones["circle"]} == phones


@pytest.mark.parametrize(("people", "needed"), [(7, 3), (31, 3), (300, 6)])
def test_a_table_has_everybody_in_every_round(people: int, needed: int) -> None:
    printed = pages(table.printed(table.of_numbers("nl", SAID, people, 3)))
    assert len(printed) == needed
    whole = " ".join(printed)
    for each in plan_of(people, 3):
        for unit in each.units:
            assert re.search(rf"\b{' – '.join(map(str, unit))}\b", whole), unit
    assert whole.count("Lipmanowicz") == needed


@pytest.mark.parametrize("language", EVERY)
@pytest.mark.parametrize("way", ["free", "guided", "numbers"])
def test_the_hosts_sheet_has_script_times_checks_and_questions(language: str, way: host_sheet.Way) -> None:
    said, asked = words(language), ["Wat houdt je bezig?", "Wat zoek je, wat geef je?"]
    made = host_sheet.sheet(host_sheet.Asked(language, "Begin de dag", way, Plan(), asked), said)
    whole = " ".join(pages(host_sheet.printed(made)))
    assert all(question in whole for question in asked)
    assert "{" not in whole
    assert "15:55" in whole
    assert said.paper.whole.format(minutes=20) in whole
    assert len(made.times) == 11
    assert "Lipmanowicz" in whole


def test_more_paper_than_makes_sense_is_refused() -> None:
    with pytest.raises(TooMuchPaper):
        cards.printed(cards.with_spots("nl", SAID, holders(8 * MOST_SHEETS), 3, LINK))


def test_what_is_printed_lies_in_the_package(tmp_path: Path) -> None:
    sheets = Path(cards.__file__).with_name("sheets")
    assert {file.stem for file in sheets.glob("*.typ")} == {*KINDS, "signs"}
