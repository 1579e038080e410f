"""`tingsha paper`, as a person at a terminal uses it."""

from pathlib import Path

import httpx
import pytest

from tests.cli.words import Ended, in_this_process
from tests.kit.server import Server, fresh_id
from tests.paper.reading import in_no_font, pages
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


def test_names_for_which_there_is_no_font_are_told_beforehand(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(f"naam\nAnna\nBo {in_no_font()}\nCas\nDirk\n", encoding="utf-8")
    ended = in_this_process("paper", "cards", str(path), "--out", str(tmp_path / "out.pdf"))
    assert ended.returncode == 0
    assert f"2 Bo {in_no_font()}" in ended.stderr
    assert "Anna" not in ended.stderr
    assert "№ 2" in pages((tmp_path / "out.pdf").read_bytes())[0]


def test_so_are_patterns(tmp_path: Path) -> None:
    heard = ["--pattern", "Te weinig tijd", "--pattern", in_no_font()]
    ended = in_this_process("paper", "slide", *heard, "--out", str(tmp_path / "out.pdf"))
    assert (ended.returncode, f"2 {in_no_font()}" in ended.stderr) == (0, True)
    assert "№ 2" in pages((tmp_path / "out.pdf").read_bytes())[0]


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


def test_patterns_make_a_poster_and_a_slide(tmp_path: Path) -> None:
    heard = ["--pattern", "Te weinig tijd", "--pattern", "Iedereen wil leren", "--title", "Maandag"]
    for kind in (["patterns"], ["patterns", "--size", "a4"], ["slide"]):
        (sheet,) = printed(tmp_path, *kind, *heard, "--question", "Wat nu?")
        assert all(said in sheet for said in ("Te weinig tijd", "Iedereen wil leren", "Maandag", "Wat nu?"))


class Evening:
    """A guided gathering of twelve on a running server, whose rounds are over."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.opened = server.open(milling="guided", language="en", title="An evening")
        for person in range(12):
            body = {"id": fresh_id(), "name": f"Somebody {person}"}
            path = f"{server.url}/api/gatherings/{self.opened['id']}/participants"
            assert httpx.post(path, json=body).status_code == 201
        for command, fields in (
            ("add-person", {"name": "Phoneless"}), ("start", {}), ("next", {}),
            ("hear-patterns", {"patterns": ["Too little time"]}),
        ):  # fmt: skip
            assert server.command(self.opened, command, **fields).status_code == 200

    def export(self, to: Path) -> Path:
        path = f"{self.server.url}/api/gatherings/{self.opened['id']}/export.json"
        body = httpx.get(path, headers={"Authorization": f"Bearer {self.opened['host_token']}"}).content
        (to / "export.json").write_bytes(body)
        return to / "export.json"


@pytest.fixture(scope="module")
def evening(server: Server) -> Evening:
    return Evening(server)


@pytest.mark.parametrize("by", ["id", "code", "dashed"])
def test_a_gathering_is_printed_from_the_data_directory_while_its_server_runs(
    tmp_path: Path, evening: Evening, by: str
) -> None:
    code: str = evening.opened["code"]
    asked = {"id": evening.opened["id"], "code": code.lower(), "dashed": f"{code[:4]}-{code[4:]}"}[by]
    there = ["--gathering", asked, "--data", str(evening.server.data)]
    sheets = printed(tmp_path, "cards", *there)
    assert len(sheets) == 3
    assert all(f"Somebody {person}" in " ".join(sheets) for person in range(12))
    assert "Too little time" in printed(tmp_path, "patterns", *there)[0]
    assert "Wat we meer dan eens hoorden" in printed(tmp_path, "slide", *there, "--language", "nl")[0]
    assert "13 people took part" in printed(tmp_path, "report", *there)[0]
    assert "Phoneless" in printed(tmp_path, "without-phone", *there)[0]
    assert len(printed(tmp_path, "posters", *there)) == 7


def test_an_export_prints_the_same_spots_as_the_gathering(tmp_path: Path, evening: Evening) -> None:
    export = str(evening.export(tmp_path))
    there = ["--gathering", evening.opened["id"], "--data", str(evening.server.data)]
    for kind in ("cards", "without-phone", "posters", "host-sheet"):
        assert printed(tmp_path, kind, export) == printed(tmp_path, kind, *there), kind
    assert "Too little time" in printed(tmp_path, "patterns", export)[0]


def test_what_is_not_there_is_told(tmp_path: Path, evening: Evening) -> None:
    there = ["--data", str(evening.server.data)]
    assert "no gathering ZZZZ2222" in refused("cards", "--gathering", "ZZZZ2222", *there).stderr
    assert "no journal here" in refused("cards", "--gathering", "X", "--data", str(tmp_path)).stderr
    asked = ["--gathering", evening.opened["id"], *there]
    assert "nothing to print" in refused("table", *asked).stderr
    assert "two sources" in refused("cards", "--people", "9", *asked).stderr
    assert "needs a gathering" in refused("report").stderr
    assert "use --gathering" in refused("report", str(evening.export(tmp_path))).stderr


@pytest.mark.parametrize(
    ("body", "said"),
    [("[]", "no export"), ("{", "no JSON"), ('{"people": []}', "no export"), ("\xff", "no JSON")],
)
def test_a_file_that_is_no_export_is_told(tmp_path: Path, body: str, said: str) -> None:
    (tmp_path / "x.json").write_bytes(body.encode("latin-1"))
    assert said in refused("cards", str(tmp_path / "x.json")).stderr


def test_patterns_have_their_limits(tmp_path: Path) -> None:
    assert "one to 3 patterns" in refused("patterns").stderr
    assert "one to 3 patterns" in refused("slide", *["--pattern", "a"] * 4).stderr
    assert "at most 120" in refused("patterns", "--pattern", "a" * 121).stderr


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
