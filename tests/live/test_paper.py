"""What the host prints from the page: only the host, only what there is, and in its own time."""

import re
from datetime import UTC, datetime
from time import perf_counter

import msgspec
import pytest

from tests.live.people import Gathering
from tests.live.running import Running
from tests.paper.reading import in_no_font, pages
from tingsha.flow.report import Report
from tingsha.languages import words
from tingsha.live.limits import Limits

SAID = words("nl").paper
AFTERWARDS = ["patterns-a3", "patterns-a4", "slide", "report"]
KINDS = ["cards", "without-phone", "posters", "host-sheet", "table", *AFTERWARDS]


@pytest.fixture(autouse=True)
def fresh_limits(server: Running) -> None:
    server.door.doorway.limits = Limits(3_000, lambda: 0.0)


def printed(gathering: Gathering, kind: str) -> list[str]:
    answer = gathering.host.get(f"{gathering.path}/paper/{kind}.pdf")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert "no-store" in answer.headers["cache-control"]
    return pages(answer.content)


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_host_prints(server: Running, kind: str) -> None:
    gathering, other = Gathering(server), Gathering(server)
    ada = gathering.join("Ada")
    path = f"{gathering.path}/paper/{kind}.pdf"
    assert ada.client.get(path).status_code == gathering.stage.get(path).status_code == 403
    for nobody in (server.client(), other.host, other.stage):
        assert nobody.get(path).status_code == 401


def test_those_without_a_phone_get_a_card_and_later_their_spots(server: Running) -> None:
    gathering = Gathering(server, milling="guided", language="nl")
    for name in ("Ada", "Bo", "Cy"):
        gathering.join(name)
    path = f"{gathering.path}/paper/without-phone.pdf"
    assert gathering.host.get(path).json()["code"] == "nothing-to-print"
    assert gathering.command("add-person", gathering.host, name="Oma Geertje").status_code == 200
    (before,) = printed(gathering, "without-phone")
    assert before.startswith("Oma Geertje")
    assert SAID.comes in before
    assert "Ada" not in before
    assert gathering.command("start", gathering.host).status_code == 200
    (after,) = printed(gathering, "without-phone")
    assert SAID.spot in after
    assert re.search(r"plek 1 \d+ 2 \d+ 3 \d+ ", after)
    (everybody,) = printed(gathering, "cards")
    assert all(name in everybody for name in ("Ada", "Bo", "Cy", "Oma Geertje"))
    assert len(printed(gathering, "posters")) == 3


def test_a_gathering_by_number_prints_numbers_once_they_are_counted(server: Running) -> None:
    gathering = Gathering(server, milling="numbers", language="nl")
    for kind in ("cards", "table"):
        answer = gathering.host.get(f"{gathering.path}/paper/{kind}.pdf")
        assert (answer.status_code, answer.json()["code"]) == (409, "nothing-to-print")
    assert gathering.command("count-off", gathering.host, people=12).status_code == 200
    assert len(printed(gathering, "cards")) == 2
    assert "1 – 4" in printed(gathering, "table")[0]


def test_the_poster_and_the_slide_are_there_as_soon_as_something_was_heard(server: Running) -> None:
    gathering = Gathering(server, milling="guided", language="nl", title="Maandag samen")
    gathering.join("Canary")
    gathering.join("Bo")
    posters = ("patterns-a3", "patterns-a4", "slide")
    for kind in posters:
        answer = gathering.host.get(f"{gathering.path}/paper/{kind}.pdf")
        assert (answer.status_code, answer.json()["code"]) == (409, "nothing-to-print")
    gathering.command("start")
    gathering.command("next")
    assert gathering.command("hear-patterns", patterns=["Te weinig tijd samen", "لا أحد"]).status_code == 200
    for kind in posters:
        began = perf_counter()
        (page,) = printed(gathering, kind)
        assert perf_counter() - began < 2
        for said in ("Te weinig tijd samen", "Maandag samen", SAID.heard, str(datetime.now(UTC).year)):
            assert said in page
        assert "Canary" not in page


def test_the_report_comes_after_the_rounds_and_names_nobody(server: Running) -> None:
    gathering = Gathering(server, milling="guided", language="nl", groups=["Zorg", "ICT"])
    guests = [gathering.join(f"Canary {n}", group=("Zorg", "ICT")[n % 2]) for n in range(12)]
    pdf, data = f"{gathering.path}/paper/report.pdf", f"{gathering.path}/report.json"
    for path in (pdf, data):
        assert gathering.host.get(path).json()["code"] == "not-over-yet"
    gathering.command("start")
    gathering.command("next")
    gathering.command("hear-patterns", patterns=["Te weinig tijd samen"])
    gathering.command("show-my-name", guests[0].client, show=True)
    gathering.command("close")
    (page,) = printed(gathering, "report")
    assert "Te weinig tijd samen" in page
    assert "12 mensen deden mee" in page
    answer = gathering.host.get(data)
    assert "tingsha-report.json" in answer.headers["content-disposition"]
    made = msgspec.json.decode(answer.content, type=Report, strict=True)
    assert (made.people, made.patterns) == (12, ["Te weinig tijd samen"])
    assert [(each.group, each.people) for each in made.groups] == [("Zorg", 6), ("ICT", 6)]
    for said in (page, answer.text):
        assert "Canary" not in said
        assert not any(guest.participant in said for guest in guests)
        assert gathering.id not in said


def test_the_host_is_told_which_names_and_patterns_no_font_can_print(server: Running) -> None:
    gathering = Gathering(server)
    ada, _ = gathering.join("Ada"), gathering.join(f"Bo {in_no_font()}")
    path = f"{gathering.path}/unprintable"
    assert gathering.host.get(path).json() == {"names": [f"2 Bo {in_no_font()}"]}
    gathering.command("start")
    gathering.command("next")
    gathering.command("hear-patterns", patterns=["Te weinig tijd", in_no_font()])
    assert gathering.host.get(path).json()["names"][1:] == [f"2 {in_no_font()}"]
    assert ada.client.get(path).status_code == gathering.stage.get(path).status_code == 403
    assert server.client().get(path).status_code == 401


def test_only_the_host_takes_the_report_as_data(server: Running) -> None:
    gathering, other = Gathering(server), Gathering(server)
    ada = gathering.join("Ada")
    path = f"{gathering.path}/report.json"
    assert ada.client.get(path).status_code == gathering.stage.get(path).status_code == 403
    for nobody in (server.client(), other.host, other.stage):
        assert nobody.get(path).status_code == 401


def test_the_hosts_sheet_is_there_from_the_beginning(gathering: Gathering) -> None:
    assert "Lipmanowicz" in " ".join(printed(gathering, "host-sheet"))


@pytest.mark.parametrize("kind", ["cards", "cards.html", "", "CARDS.pdf", "x" * 300 + ".pdf"])
def test_there_is_nothing_else_to_print(gathering: Gathering, kind: str) -> None:
    assert gathering.host.get(f"{gathering.path}/paper/{kind}").status_code in (401, 404)


def test_who_prints_again_and_again_is_slowed_down(gathering: Gathering) -> None:
    path = f"{gathering.path}/paper/table.pdf"
    codes = [gathering.host.get(path).status_code for _ in range(14)]
    assert codes[0] == 409
    assert codes[-1] == 429
