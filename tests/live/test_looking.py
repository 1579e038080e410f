"""Free milling over the network: tags are not guessed, lists are for who takes part, blocks leave no trace."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

from tests.live.people import Gathering, Guest, tag_of
from tests.live.running import Running
from tingsha.live.limits import Limits


def _free(server: Running, *names: str) -> tuple[Gathering, list[Guest]]:
    gathering = Gathering(server, milling="free")
    return gathering, [gathering.join(name) for name in names]


def test_two_stand_together_by_one_tag_and_again_is_no_harm(server: Running) -> None:
    gathering, (ada, bo, _eva) = _free(server, "Ada", "Bo", "Eva")
    for _ in range(2):
        answer = gathering.command("stand-with", ada.client, tag=tag_of(gathering, bo))
        assert answer.status_code == 200
    assert gathering.command("stand-with", bo.client, tag=tag_of(gathering, ada)).status_code == 200


def test_of_many_who_type_one_tag_at_once_one_is_paired(server: Running) -> None:
    gathering, guests = _free(server, *"ABCDEFG")
    tag = tag_of(gathering, guests[0])

    def stand(guest: Guest) -> int:
        return gathering.command("stand-with", guest.client, tag=tag).status_code

    with ThreadPoolExecutor(6) as pool:
        codes = list(pool.map(stand, guests[1:]))
    assert sorted(codes) == [200, 409, 409, 409, 409, 409]


def test_a_block_looks_like_a_wrong_tag_to_the_byte(server: Running) -> None:
    gathering, (ada, bo) = _free(server, "Ada", "Bo")
    gathering.command("block", ada.client, participant=bo.participant)
    right, wrong = tag_of(gathering, ada), "222"
    assert right != wrong
    answers = [gathering.command("stand-with", bo.client, tag=tag) for tag in (right, wrong)]
    assert [each.status_code for each in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_whoever_guesses_tags_soon_has_to_wait(server: Running) -> None:
    now = [1_000.0]
    server.door.doorway.limits = Limits(3_000, lambda: now[0])
    gathering, (ada, bo, eva) = _free(server, "Ada", "Bo", "Eva")
    codes = [gathering.command("stand-with", ada.client, tag=f"22{each}").status_code for each in range(9)]
    assert codes == [404] * 6 + [429] * 3
    late = gathering.command("stand-with", ada.client, tag=tag_of(gathering, bo))
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) <= 60
    assert gathering.command("stand-with", eva.client, tag="222").status_code == 404, (
        "nobody waits for another"
    )
    now[0] += 60
    assert gathering.command("stand-with", ada.client, tag=tag_of(gathering, bo)).status_code == 200


def test_anything_typed_as_a_tag_is_answered_kindly(server: Running) -> None:
    server.door.doorway.limits = Limits(3_000, lambda: 0.0)
    for tag in ("", "x" * 5_000, "\u202e\u0000ab", "é", "'--", "<b>", "🦉🦉🦉"):
        gathering, (ada,) = _free(server, "Ada")
        assert gathering.command("stand-with", ada.client, tag=tag).status_code == 404, tag
    assert gathering.command("stand-with", ada.client, tag=3).status_code == 422
    assert gathering.command("stand-with", ada.client).status_code == 422


def test_who_looks_is_seen_by_who_takes_part_and_by_nobody_else(server: Running) -> None:
    gathering, (ada, bo, eva) = _free(server, "Ada", "Bo", "Eva")
    other, (stranger,) = _free(server, "Strange")
    path = f"{gathering.path}/looking"
    assert ada.client.get(path).json() == {"people": [], "after": None}
    gathering.command("looking", bo.client, looking=True)
    gathering.command("find-me-a-partner", eva.client)
    seen = ada.client.get(path).json()["people"]
    assert [each["name"] for each in seen] == ["Bo", "Eva"]
    assert [each["name"] for each in bo.client.get(path).json()["people"]] == ["Eva"]
    for client, status in ((gathering.host, 403), (gathering.stage, 403), (stranger.client, 401)):
        assert client.get(path).status_code == status
    with server.client() as nobody:
        assert nobody.get(path).status_code == 401
    assert ada.client.get(path, params={"after": "x"}).status_code == 422
    for after in (-1, 10**12):
        assert ada.client.get(path, params={"after": after}).status_code == 200
    assert other.id != gathering.id


def test_where_phones_point_the_way_there_is_no_list(server: Running) -> None:
    gathering = Gathering(server, milling="guided")
    ada = gathering.join("Ada")
    assert ada.client.get(f"{gathering.path}/looking").status_code == 409


def test_the_log_does_not_tell_who_blocked_whom(server: Running) -> None:
    gathering, (ada, bo) = _free(server, "Ada", "Bo")
    assert gathering.command("block", bo.client, participant=ada.participant).status_code == 200
    assert gathering.command("looking", bo.client, looking=True).status_code == 200
    with sqlite3.connect(server.settings.data / "tingsha.sqlite") as conn:
        (number,) = conn.execute("SELECT number FROM gatherings WHERE id = ?", (gathering.id,)).fetchone()
        rows = conn.execute(f"SELECT command, body FROM log_{number}").fetchall()
    by = {bytes(body).split(b'"')[3]: command for command, body in rows}
    assert by[b"kept-apart"] is None
    assert by[b"hand-raised"].startswith("p1:")
