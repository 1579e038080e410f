"""The list of expected people, as a spreadsheet writes it."""

import pytest

from tests.live.people import Gathering
from tests.live.running import Running
from tingsha.gathering.commands import RosterRow
from tingsha.live.roster_csv import read_roster
from tingsha.words import Refusal

GOOD = [
    (b"name\nAda\n", [RosterRow("Ada")]),
    ("\ufeffNaam;Groep\r\nAda;Zorg\r\n".encode(), [RosterRow("Ada", "Zorg")]),
    (b'naam,groep,talen,plek\n"Berg, A. van den",Zorg,"NL, en",Zaal\nBo,,,online\n',
     [RosterRow("Berg, A. van den", "Zorg", ["nl", "en"], "room"), RosterRow("Bo", None, [], "remote")]),
    ("Prénom;Langue;Lieu\nZoé;fr;À distance\n".encode(), [RosterRow("Zoé", None, ["fr"], "remote")]),
    ("Nombre,Grupo\nInés,Cuidados\n".encode(), [RosterRow("Inés", "Cuidados")]),
    (b"Gruppe;Name;Ort\nPflege;Uwe;Saal\n", [RosterRow("Uwe", "Pflege", [], "room")]),
    (b"Group;Nr;NAME\n\n;1;Ada\n;;\n", [RosterRow("Ada")]),
    (b'name\n"A\nda"\n', [RosterRow("A\nda")]),
    (b"name\nAda\nAda\n", [RosterRow("Ada"), RosterRow("Ada")]),
    (b"name\n", []),
]  # fmt: skip
BAD = [
    (b"", 1, 1), (b"who\nAda\n", 1, 1), (b"name;naam\nAda;Bo\n", 1, 2), (b"name;group\nAda;A\n;B\n", 3, 1),
    (b"name;place\nAda;moon\n", 2, 2), (b"name\nAda;x\n", 2, 2), (b'name\n"Ada\n', 2, 1), (b"name\nAda\n\xff\n", 3, 1),
    (b"name,group\nAda,A,B\n", 2, 3), (b'name\nAda\n"Bo\nCas\nDirk\n', 3, 1), (b'name,group\n"A\nda",X\n,Y\n', 4, 1),
]  # fmt: skip


@pytest.mark.parametrize(("body", "rows"), GOOD, ids=range(len(GOOD)))
def test_spreadsheets_are_understood(body: bytes, rows: list[RosterRow]) -> None:
    assert read_roster(body) == rows


@pytest.mark.parametrize(("body", "line", "column"), BAD, ids=range(len(BAD)))
def test_a_fault_names_its_line_and_column(body: bytes, line: int, column: int) -> None:
    fault = read_roster(body)
    assert isinstance(fault, Refusal), fault
    assert (fault.code, fault.params["line"], fault.params["column"]) == ("roster-malformed", line, column)


@pytest.mark.parametrize("body", [body for body, _, _ in BAD], ids=range(len(BAD)))
def test_a_malformed_roster_changes_nothing(gathering: Gathering, body: bytes) -> None:
    before = gathering.state
    answer = gathering.host.put(f"{gathering.path}/roster", content=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "roster-malformed")
    assert gathering.state == before


def test_people_find_their_own_name_by_its_first_letters(gathering: Gathering) -> None:
    names = ["Zoë van Dam", "Zoe Jansen", "Jan Zoetmulder", "Bo", *(f"Zoem {each}" for each in range(10))]
    gathering.host.put(
        f"{gathering.path}/roster",
        content=("name;group\n" + "".join(f"{each};Zorg\n" for each in names)).encode(),
    )
    with gathering.server.client() as phone:

        def find(typed: str) -> list[str]:
            found = phone.get(f"{gathering.path}/roster", params={"q": typed}).json()["matches"]
            return [each["name"] for each in found]

        assert find("zo") == find("") == find("b") == []
        assert find("bo") == ["Bo"], "two letters are a whole name or nothing"
        assert len(find("zoe")) == 8
        assert find("ZOË DAM") == ["Zoë van Dam"]
        assert find("zoet") == ["Jan Zoetmulder"]
        assert find("van zoe") == ["Zoë van Dam"]
        match = phone.get(f"{gathering.path}/roster", params={"q": "zoet"}).json()["matches"][0]
        joined = gathering.join("", roster_id=match["roster_id"])
        assert find("zoet") == []
        taken = [
            phone.get(f"{gathering.path}/roster", params={"q": each}).json()["taken"]
            for each in ("zoet", "xyz")
        ]
        assert taken == [True, False], "who is here already is told so, not that the name is missing"
        gathering.command("admission", admission="locked")
        assert phone.get(f"{gathering.path}/roster", params={"q": "zoe"}).json()["code"] == "locked"
    people = gathering.host.get(f"{gathering.path}/people").json()["people"]
    assert [(each["participant"], each["name"], each["group"]) for each in people] == [
        (joined.participant, "Jan Zoetmulder", "Zorg")
    ]


def test_a_later_roster_takes_the_place_of_an_earlier_one(gathering: Gathering) -> None:
    for name in ("Adriaan", "Beatrix"):
        assert (
            gathering.host.put(f"{gathering.path}/roster", content=f"name\n{name}\n".encode()).status_code
            == 200
        )
        with gathering.server.client() as phone:
            found = [
                phone.get(f"{gathering.path}/roster?q={each}").json()["matches"] for each in ("adr", "bea")
            ]
        assert [len(each) for each in found] == ([1, 0] if name == "Adriaan" else [0, 1])


def test_a_list_of_20_000_people_is_taken_in(server: Running) -> None:
    gathering = Gathering(server)
    body = "name,group\n" + "".join(f"Gast nummer {each},Groep {each % 7}\n" for each in range(20_000))
    answer = gathering.host.put(f"{gathering.path}/roster", content=body.encode())
    assert answer.json()["rows"] == 20_000
    with server.client() as phone:
        found = phone.get(f"{gathering.path}/roster?q=gast 19999").json()["matches"]
    assert [each["name"] for each in found] == ["Gast nummer 19999"]
