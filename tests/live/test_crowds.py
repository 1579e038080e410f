"""A crowd that does not exist comes to a rehearsal, over the network, and goes when it is told to."""

from typing import Any

from tests.live.people import Gathering
from tests.live.running import Running, until

QUICK: dict[str, int] = {
    "rounds": 2, "turn_s": 2, "think_s": 1, "find_s": 2, "swap_s": 1, "breathe_s": 1, "debrief_s": 1,
}  # fmt: skip


def rehearsal(server: Running, **opening: Any) -> Gathering:
    return Gathering(server, rehearsal=True, milling="guided", plan=QUICK, **opening)


def stands(gathering: Gathering) -> dict[str, Any]:
    answer = gathering.host.get(f"{gathering.path}/crowd")
    assert answer.status_code == 200
    return answer.json()


def test_a_crowd_lives_through_the_rounds(server: Running) -> None:
    gathering = rehearsal(server, groups=["Zorg", "ICT"])
    assert stands(gathering) == {"people": 0, "joined": 0, "problems": 0, "running": False}
    assert gathering.command("send-crowd", people=5).status_code == 200
    session = server.keeper(gathering.id).session
    until(lambda: session.gathering.here >= 5)
    gathering.command("start")
    until(lambda: session.pairs.opened == 1)
    assert len(session.pairs.table(1).members(0)) in (2, 3)
    gathering.command("send-crowd-home")


def test_it_goes_home_when_it_is_told_to(server: Running) -> None:
    gathering = rehearsal(server)
    assert gathering.command("send-crowd", people=4).status_code == 200
    session = server.keeper(gathering.id).session
    until(lambda: session.gathering.here == 4)
    assert stands(gathering)["running"]
    assert gathering.command("send-crowd-home").status_code == 200
    until(lambda: session.gathering.here == 0)
    assert not stands(gathering)["running"]
    assert gathering.command("send-crowd-home").status_code == 200, "nobody is out"


def test_one_crowd_at_a_time_and_only_in_rehearsals(server: Running) -> None:
    real, first, second = Gathering(server), rehearsal(server), rehearsal(server)
    assert real.command("send-crowd", people=4).json()["code"] == "not-a-rehearsal"
    for people in (-1, 0, 1, 61, 10**9):
        assert first.command("send-crowd", people=people).json()["code"] == "crowd-out-of-range"
    assert first.command("send-crowd", people=2).status_code == 200
    assert second.command("send-crowd", people=2).json()["code"] == "crowd-out"
    first.command("send-crowd-home")
    assert second.command("send-crowd", people=2).status_code == 200
    second.command("send-crowd-home")


def test_a_locked_door_and_rounds_that_are_over_are_told(server: Running) -> None:
    gathering = rehearsal(server)
    gathering.command("admission", admission="locked")
    assert gathering.command("send-crowd", people=4).json()["code"] == "locked"
    gathering.command("admission", admission="open")
    gathering.command("start")
    gathering.command("next")
    assert gathering.command("send-crowd", people=4).json()["code"] == "rounds-over"


def test_only_the_host_sees_how_it_goes(server: Running) -> None:
    gathering = rehearsal(server)
    ada = gathering.join("Ada")
    assert ada.client.get(f"{gathering.path}/crowd").status_code == 403
    assert gathering.stage.get(f"{gathering.path}/crowd").status_code == 403
    with server.client() as nobody:
        assert nobody.get(f"{gathering.path}/crowd").status_code == 401


def test_erasing_takes_the_crowd_along(server: Running) -> None:
    gathering = rehearsal(server)
    gathering.command("send-crowd", people=6)
    until(lambda: server.keeper(gathering.id).session.gathering.here > 1)
    assert gathering.command("erase").status_code == 200
    other = rehearsal(server)
    assert other.command("send-crowd", people=2).status_code == 200, "the way is free again"
    other.command("send-crowd-home")


def test_a_server_stops_in_time_with_a_crowd_on_the_line(tmp_path: Any) -> None:
    server = Running(tmp_path / "data")
    gathering = rehearsal(server)
    gathering.command("send-crowd", people=30)
    until(lambda: server.keeper(gathering.id).session.gathering.here > 10)
    assert server.stop() < 2
