"""A real spreadsheet opens what a host takes home and finds no formula. Only with --thorough, and LibreOffice."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.live.people import Gathering
from tests.live.running import Running
from tests.live.sharing import SharingGathering
from tests.live.test_webs import PLAN

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1;1)", '=HYPERLINK("#a")', "\uff1d1+1")
WITHIN = ("a;=1+1;b", "a; =1+1;b", 'a;"=1+1;b', 'a;""=1+1;b', "a;b\t=1+1\tc", "a;+1+1;b")
COMMA, SEMICOLON_OR_TAB = "44", "59/9"


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["board.csv", "export.csv"])
def test_a_real_spreadsheet_finds_no_formula(server: Running, tmp_path: Path, name: str) -> None:
    gathering = SharingGathering(server, 6)
    for person, words in enumerate(FORMULAS):
        gathering.contribute(person, words)
        gathering.command("add-person", name=words)
    gathering.until_shown(6)
    (tmp_path / name).write_bytes(gathering.host.get(f"{gathering.path}/{name}").content)
    finds_none_of(FORMULAS, tmp_path / name)


@pytest.mark.thorough
def test_nor_in_the_table_of_who_met_whom(server: Running, tmp_path: Path) -> None:
    gathering = Gathering(server, milling="guided", rehearsal=True, plan=PLAN, groups=["=2+2", "ICT"])
    guests = [gathering.join(words, group="=2+2") for words in FORMULAS]
    for command in ("start", "skip", "next"):
        gathering.command(command)
    gathering.command("web", on=True)
    for guest in guests:
        gathering.command("show-my-name", guest.client, show=True)
    table = tmp_path / "edges.csv"
    table.write_bytes(gathering.host.get(f"{gathering.path}/export.edges.csv").content)
    finds_none_of((*FORMULAS, "=2+2"), table)


def finds_none_of(words: tuple[str, ...], table: Path) -> None:
    cells = opened(table)
    assert not formulas(cells)
    assert {"".join(cell.itertext()).strip().lstrip("'") for cell in cells} >= set(words)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["board.csv", "export.csv"])
def test_nor_one_that_splits_at_semicolons(server: Running, tmp_path: Path, name: str) -> None:
    gathering = SharingGathering(server, 6)
    for person, words in enumerate(WITHIN):
        gathering.contribute(person, words)
        gathering.command("add-person", name=words)
    gathering.until_shown(6)
    table = tmp_path / name
    table.write_bytes(gathering.host.get(f"{gathering.path}/{name}").content)
    assert not formulas(opened(table, SEMICOLON_OR_TAB))
    table.write_bytes(table.read_bytes().replace(b"'", b""))
    assert formulas(opened(table, SEMICOLON_OR_TAB)), "it would have found them"


@pytest.mark.thorough
def test_it_would_find_one(tmp_path: Path) -> None:
    (tmp_path / "bare.csv").write_text("kind,words\nneed,=1+1\n", encoding="utf-8")
    assert formulas(opened(tmp_path / "bare.csv"))


def formulas(cells: list[ElementTree.Element]) -> list[str]:
    return [found for cell in cells if (found := cell.get(f"{TABLE}formula"))]


def opened(csv: Path, split: str = COMMA) -> list[ElementTree.Element]:
    """The cells as LibreOffice has them once it has opened the file, formulas evaluated, and saved it as its own."""
    office = shutil.which("soffice")
    assert office, "this needs LibreOffice Calc on the PATH"
    read = f"CSV:{split},34,76,1,,0,false,true,true,false,false,0,true"
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{csv.parent}/profile", f"--infilter={read}",
         "--convert-to", "fods", "--outdir", str(csv.parent), str(csv)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return list(ElementTree.parse(csv.with_suffix(".fods")).iter(f"{TABLE}table-cell"))
