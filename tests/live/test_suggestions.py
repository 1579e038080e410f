"""Similar contributions, suggested to the host as patterns: of what is shown, and to nobody else."""

from typing import Any

from tests.live.running import Running, until
from tests.live.sharing import SharingGathering

MEETINGS = ("Our meetings last too long", "I sit in a meeting all day", "We meet about the next meeting")


def suggested(gathering: SharingGathering) -> list[dict[str, Any]]:
    answer = gathering.host.get(f"{gathering.path}/board/alike")
    assert answer.status_code == 200, answer.text
    return answer.json()["patterns"]


def five(server: Running) -> tuple[SharingGathering, list[str]]:
    gathering = SharingGathering(server, 5, language="en")
    words = (*MEETINGS, "My bicycle squeaks", "Blue is a fine colour")
    return gathering, [gathering.contribute(person, said) for person, said in enumerate(words)]


def test_what_is_alike_is_suggested_in_words_that_somebody_wrote(server: Running) -> None:
    gathering, _secrets = five(server)
    gathering.until_shown(5)
    (pattern,) = suggested(gathering)
    assert {each["words"] for each in pattern["contributions"]} == {*MEETINGS}
    assert (pattern["words"] in MEETINGS, pattern["count"]) == (True, 3)
    assert gathering.host.get(f"{gathering.path}/board/alike").json()["version"] > 0


def test_what_does_not_hang_there_is_in_no_suggestion(server: Running) -> None:
    gathering, taking_back = five(server)
    assert suggested(gathering) == [], "nothing has gone up"
    gathering.until_shown(5)
    late = "A fourth meeting, and nobody knows why"
    gathering.contribute(0, late)
    assert late not in str(suggested(gathering)), "it waits for others"
    gathering.withdraw(taking_back[0])
    assert until(lambda: not gathering.board())
    assert suggested(gathering) == [], "fewer than five are left"


def test_only_a_host_is_told(server: Running) -> None:
    gathering, _secrets = five(server)
    for client, status in (
        (gathering.guests[0].client, 403),
        (gathering.stage, 403),
        (gathering.nobody, 401),
    ):
        assert client.get(f"{gathering.path}/board/alike").status_code == status
    gathering.command("board", on=False)
    answer = gathering.host.get(f"{gathering.path}/board/alike")
    assert (answer.status_code, answer.json()["code"]) == (409, "board-off")
