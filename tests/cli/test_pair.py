"""`tingsha pair`: the output is read back and checked by counting, with a reader of its own."""

import csv
import json
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.words import Ended, in_this_process, tingsha
from tests.pairs.referee import assert_seated, is_lost, meetings, mix, seated, trios
from tests.pairs.rosters import roster
from tingsha.pairs.roster import Roster, Units, as_units

FIGURES = {
    "units", "cross_units", "cross_pairs", "repeats", "met_before", "bound", "gap", "unresolved",
}  # fmt: skip


def sheet(folder: Path, text: str, name: str = "roster.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def crowd(folder: Path, n: int, seed: int = 1) -> Path:
    """People with an id that is not their row, of four groups and two languages, some of them remote."""
    chance = Random(seed)
    lines = ["id,name,group,languages,place,role"]
    for person in range(n):
        group, language = chance.choice("AAABCD"), chance.choice(["nl", "nl;en", "en"])
        place = chance.choice(["room"] * 5 + ["remote", ""])
        lines.append(f"p{person},Name {person},{group},{language},{place},{chance.choice('xyz')}")
    return sheet(folder, "\n".join(lines) + "\n")


def couples(folder: Path, name: str, rows: list[tuple[str, str]]) -> Path:
    return sheet(folder, "a,b\n" + "".join(f"{a},{b}\n" for a, b in rows), name)


def pair(*words: Any) -> tuple[int, dict[str, Any]]:
    ended = in_this_process("pair", *map(str, words))
    return ended.returncode, json.loads(ended.stdout)


def read(path: Path) -> tuple[list[str], Roster]:
    """The same file, read without any code of the command."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    groups = sorted({row["group"] for row in rows})
    spoken = {"nl": 1, "en": 2, "nl;en": 3}
    where = {"room": 1, "remote": 2, "": 0}
    made = roster(
        len(rows),
        groups=[groups.index(row["group"]) for row in rows],
        languages=[spoken[row["languages"]] for row in rows],
        places=[where[row["place"]] for row in rows],
    )
    return [row["id"] for row in rows], made


def units_of(ids: list[str], said: dict[str, Any]) -> list[Units]:
    return [as_units([[ids.index(one) for one in unit] for unit in each["units"]]) for each in said["rounds"]]


@pytest.mark.parametrize("n", [2, 3, 7, 12, 40, 101])
def test_what_it_says_is_what_one_counts(tmp_path: Path, n: int) -> None:
    path = crowd(tmp_path, n)
    ids, people = read(path)
    code, said = pair(path, "--seed", 5)
    rounds = units_of(ids, said)
    assert set(said) == {"seed", "rounds", "in_group_max", "trio_max", "why"}
    assert said["seed"] == 5
    for number, (each, units) in enumerate(zip(said["rounds"], rounds, strict=True)):
        assert set(each) == FIGURES
        named = {ids.index(one) for lost in each["unresolved"] for one in lost["people"]}
        assert all(lost["why"] for lost in each["unresolved"])
        assert assert_seated(people, units) <= named
        assert {one for unit in seated(units) for one in unit if is_lost(people, unit, one)} <= named
        assert each["cross_units"] == sum(mix(people, unit) for unit in seated(units))
        assert each["cross_pairs"] == sum(mix(people, couple) for couple in meetings([units]))
        assert each["repeats"] == len(set(meetings(rounds[:number])) & set(meetings([units])))
        assert each["gap"] == each["bound"] - each["cross_units"] >= 0
    assert said["trio_max"] == max(trios(rounds).values(), default=0)
    assert code == (3 if any(each["unresolved"] for each in said["rounds"]) else 0)


def test_rounds_played_are_not_played_again(tmp_path: Path) -> None:
    path = crowd(tmp_path, 60)
    before = tmp_path / "before.json"
    assert tingsha("pair", str(path), "--seed", "1", "--out", str(before)).stdout == ""
    first = json.loads(before.read_text())
    _, then = pair(path, "--seed", 1, "--played", before, "--rounds", 2)
    assert len(first["rounds"]) == 3
    assert len(then["rounds"]) == 2
    met = [met_in(each) for each in (*first["rounds"], *then["rounds"])]
    assert sum(map(len, met)) == len(set().union(*met))
    # Its rounds are all that is needed, and who has left since is passed over.
    least = {"rounds": [{"units": [*each["units"], ["gone", "p1"]]} for each in first["rounds"]]}
    before.write_text(json.dumps(least))
    assert pair(path, "--seed", 1, "--played", before, "--rounds", 2)[1] == then


def met_in(round_: dict[str, Any]) -> set[frozenset[str]]:
    return {frozenset(couple) for unit in round_["units"] for couple in combinations(unit, 2)}


def test_who_met_before_is_avoided_and_who_is_apart_never_meets(tmp_path: Path) -> None:
    path = sheet(tmp_path, "name\n" + "".join(f"N{i}\n" for i in range(8)))
    met = couples(tmp_path, "met.csv", [("1", "2"), ("3", "4"), ("1", "99")])
    apart = couples(tmp_path, "apart.csv", [("1", str(other)) for other in range(3, 8)])
    code, said = pair(path, "--rounds", 1, "--met", met, "--apart", apart)
    assert code == 0
    assert frozenset({"1", "8"}) in met_in(said["rounds"][0])
    assert said["rounds"][0]["met_before"] == 0
    others = couples(tmp_path, "apart.csv", [("1", str(other)) for other in range(2, 9)])
    code, said = pair(path, "--rounds", 1, "--apart", others)
    assert code == 3
    assert said["rounds"][0]["unresolved"][0]["people"] == ["1"]


def test_places_may_be_mixed_on_request(tmp_path: Path) -> None:
    path = sheet(tmp_path, "name,place\na,room\nb,remote\n")
    assert pair(path, "--rounds", 1)[0] == 3
    code, said = pair(path, "--rounds", 1, "--mixed-places")
    assert (code, said["rounds"][0]["units"]) == (0, [["1", "2"]])


def test_several_attributes_count_as_they_weigh(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        "id,Role,Floor: two\n" + "".join(f"{i},{'xy'[i % 2]},{'uv'[i // 2 % 2]}\n" for i in range(8)),
    )
    _, said = pair(path, "--rounds", 1, "--attribute", "role:3", "--attribute", "floor: two:1")
    assert said["rounds"][0]["cross_units"] == 4 * (3 + 1)
    _, said = pair(path, "--rounds", 1, "--attribute", "role")
    assert said["rounds"][0]["cross_units"] == 4


def test_the_same_seed_gives_the_same_and_none_is_told(tmp_path: Path) -> None:
    path = crowd(tmp_path, 30)
    assert pair(path, "--seed", 7) == pair(path, "--seed", 7)
    drawn = pair(path)[1]
    assert pair(path, "--seed", drawn["seed"])[1] == drawn


NASTY = {
    "a byte order mark, semicolons, Dutch": "\ufeff"
    "Naam;Groep;talen;plek\r\nAnna;Zorg;nl,en;zaal\r\nBo;ICT;nl;online\r\n"
    "Cy;;nl;\r\n",
    "quotes, a comma and a line break in a cell": 'name,group\n"Ans, ""de"" Vries\nBakker",A\nBo,B\nCy,A\n',
    "old line ends": "name,group\rAnna,A\rBo,B\rCy,A\r",
    "empty lines and cells that are left out": "\nname,group\n\nAnna,A\n,,\nBo\n   \nCy,B\n",
    "tabs": "name\tgroup\nAnna\tA\nBo\tB\nCy\tB\n",
    "columns nobody knows": "shoe,name,,\n41,Anna,,\n,Bo,,\n,Cy,,\n",
    "formulas": "name,group\n=1+1,A\n+2,B\n@x,A\n",
}  # fmt: skip


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_whatever_a_spreadsheet_writes_is_read(tmp_path: Path, text: str) -> None:
    _, said = pair(sheet(tmp_path, text), "--rounds", 1)
    assert sorted(one for unit in said["rounds"][0]["units"] for one in unit) == ["1", "2", "3"]


BAD = {
    "": ("line 1, column 1", "header"),
    "shoe,size\n1,2\n": ("line 1, column 1", "no column “name”"),
    "name,name\na,b\n": ("line 1, column 2", "twice"),
    "id,name\n1,a\n2,b\n1,c\n": ("line 4, column 1", "“1” is there twice"),
    "id,name\n1,a\n,b\n": ("line 3, column 1", "no id"),
    "name,languages\na,nl\nb,Dutch\n": ("line 3, column 2", "two or three letters"),
    "name,place\na,moon\n": ("line 2, column 2", "room or remote"),
    "name\na,b\n": ("line 2, column 2", "more cells"),
    'name,group\n"a\nb,c\nd,e\n': ("line 2, column 1", "quotation mark"),
}  # fmt: skip


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_what_cannot_be_used_is_told_by_line_and_column(tmp_path: Path, text: str) -> None:
    assert_told(in_this_process("pair", str(sheet(tmp_path, text))), *BAD[text])


def test_what_is_not_utf_8_is_told_by_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("name,group\nAnna,A\nBo,caf\xe9\n".encode("latin-1"))
    assert_told(in_this_process("pair", str(path)), "line 3, column 2", "UTF-8")


def test_other_files_are_told_alike(tmp_path: Path) -> None:
    path, other = crowd(tmp_path, 6), tmp_path / "other"
    for option, text, where, what in (
        ("--met", "a,c\np1,p2\n", "line 1, column 1", "no column “b”"),
        ("--apart", "a,b\np1,p1\n", "line 2, column 2", "two different ids"),
        ("--played", '{"rounds": [\n{"units": [["p1" "p2"]]}]}', "line 2, column 18", "no JSON"),
        ("--played", '{"rounds": [{"units": "p1"}]}', "line 1, column 1", "no plan"),
    ):
        other.write_text(text)
        assert_told(in_this_process("pair", str(path), option, str(other)), where, what)
    assert_told(
        in_this_process("pair", str(path), "--attribute", "hat"), "line 1, column 1", "no column “hat”"
    )
    assert_told(in_this_process("pair", str(tmp_path / "nowhere.csv")), "nowhere.csv", "cannot be read")


def assert_told(ended: Ended, *words: str) -> None:
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert all(each in ended.stderr for each in words), ended.stderr


@pytest.mark.parametrize(
    "words", [["--rounds", "0"], ["--rounds", "11"], ["--seed", "-1"], ["--attribute", "x:0"]]
)
def test_bad_options_are_unusable_too(tmp_path: Path, words: list[str]) -> None:
    assert tingsha("pair", str(crowd(tmp_path, 4)), *words).returncode == 2


def test_nobody_and_somebody_alone(tmp_path: Path) -> None:
    code, said = pair(sheet(tmp_path, "name\n"), "--rounds", 2)
    assert (code, [each["units"] for each in said["rounds"]]) == (0, [[], []])
    code, said = pair(sheet(tmp_path, "name\nAnna\n"), "--rounds", 1)
    assert (code, said["rounds"][0]["unresolved"][0]["people"]) == (3, ["1"])


def test_a_spreadsheet_gets_no_formula_and_eyes_get_names(tmp_path: Path) -> None:
    path = sheet(tmp_path, "id,name\n1,=1+1\n2,Bo\n3,Cy\n")
    table = in_this_process(
        "pair", str(path), "--format", "table", "--rounds", "1", "--language", "nl"
    ).stdout
    assert "2 Bo" in table
    assert "Round 1: 1 unit, 1 trio, mixed" in table
    assert "oneven" in table
    rows = list(
        csv.reader(in_this_process("pair", str(path), "--format", "csv", "--rounds", "1").stdout.splitlines())
    )
    assert rows[0] == ["round", "unit", "id", "name"]
    assert sorted(rows[1:]) == [["1", "1", "1", "'=1+1"], ["1", "1", "2", "Bo"], ["1", "1", "3", "Cy"]]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    ended = in_this_process("pair", str(crowd(tmp_path, 4)), "--out", str(tmp_path / "no" / "plan.json"))
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr


def test_long_work_tells_how_far_it_is_on_the_other_stream(tmp_path: Path) -> None:
    path = sheet(tmp_path, "id,group\n" + "".join(f"x{i},{i % 7}\n" for i in range(60_000)))
    ended = tingsha("pair", str(path), "--rounds", "2", "--seed", "1")
    assert ended.returncode == 0
    assert "pairing 60,000 people" in ended.stderr
    said = json.loads(ended.stdout)
    met = [met_in(each) for each in said["rounds"]]
    assert not met[0] & met[1]
    assert [(each["gap"], each["unresolved"], len(each["units"])) for each in said["rounds"]] == [
        (0, [], 30_000)
    ] * 2
