"""`tingsha paper`, as a person at a terminal uses it."""

from pathlib import Path

import pytest

from tests.cli.words import Ended, in_this_process
from tests.paper.reading import pages
from tingsha.languages import words

SAID = words("nl").paper


def people(folder: Path, n: int) -> str:
    path = folder / "roster.csv"
    path.write_text("naam;groep\n" + "".join(f"Naam {at};{['Zorg', 'ICT'][at % 2]}\n" for at in range(n)))
    return str(path)


def printed(folder: Path, *given: str) -> list[str]:
    out = folder / "out.pdf"
    ended = in_this_process("paper", *given, "--out", str(out))
    assert (ended.returncode, ended.stdout) == (0, f"{out}\n"), ended.stderr
    return pages(out.read_bytes())


def test_cards_by_name_carry_group_and_spots(tmp_path: Path) -> None:
    sheets = printed(tmp_path, "cards", people(tmp_path, 9), "--seed", "1")
    assert len(sheets) == 2
    assert "Naam 0 Zorg plek 1" in sheets[0]
    assert "Naam 8 Zorg" in sheets[1]
    assert sheets == printed(tmp_path, "cards", people(tmp_path, 9), "--seed", "1")


def test_where_there_is_no_list_people_go_by_number(tmp_path: Path) -> None:
    sheets = printed(tmp_path, "cards", "--people", "31", "--language", "en")
    assert len(sheets) == 4
    assert "31 people, 3 rounds" in sheets[0]
    assert len(printed(tmp_path, "table", "--people", "31", "--rounds", "2")) == 2


def test_there_is_a_sign_for_every_spot_and_for_the_post(tmp_path: Path) -> None:
    sheets = printed(tmp_path, "posters", people(tmp_path, 7))
    assert [sheet.split()[0] for sheet in sheets] == ["1", "2", "3", SAID.post]


def test_the_hosts_sheet_has_what_was_asked(tmp_path: Path) -> None:
    asked = ["--question", "Wat nu?", "--question", "En dan?", "--title", "Maandag", "--rounds", "2"]
    whole = " ".join(printed(tmp_path, "host-sheet", *asked))
    assert all(each in whole for each in ("Wat nu?", "En dan?", "Maandag", "twee keer"))


def refused(*given: str) -> Ended:
    ended = in_this_process("paper", *given)
    assert (ended.returncode, ended.stdout) == (2, "")
    return ended


def test_what_cannot_be_printed_is_told(tmp_path: Path) -> None:
    assert "needs a list" in refused("cards").stderr
    assert "between 2 and 5,000" in refused("table", "--people", "1").stderr
    assert "between 1 and 10" in refused("table", "--people", "9", "--rounds", "11").stderr
    assert "cannot be read" in refused("cards", str(tmp_path / "nowhere.csv")).stderr
    assert "sheets of paper" in refused("posters", "--people", "5000").stderr


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    ended = in_this_process("paper", "table", "--people", "9", "--out", str(tmp_path / "no" / "x.pdf"))
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr


@pytest.mark.parametrize("kind", ["poster", ""])
def test_an_unknown_kind_is_a_usage_error(kind: str) -> None:
    with pytest.raises(SystemExit) as ended:
        in_this_process("paper", kind)
    assert ended.value.code == 2
