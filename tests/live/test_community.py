"""Gatherings that belong together: known by one's own phone, strangers first, and forgotten in all of them."""

import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.journal.on_disk import files_with
from tests.live.events import Reader
from tests.live.people import Gathering, Guest
from tests.live.running import Running, until
from tingsha.cli import parser

PLAN: dict[str, int] = {
    "rounds": 1, "turn_s": 600, "think_s": 0, "find_s": 0, "swap_s": 1, "breathe_s": 0, "debrief_s": 60,
}  # fmt: skip


def token() -> str:
    return secrets.token_hex(16)


class Series:
    """A community on a running server; each person of it is a phone with a key."""

    def __init__(self, server: Running) -> None:
        self.server, self.token = server, token()
        self.gatherings: list[Gathering] = []

    def open(self, **opening: Any) -> Gathering:
        asked = {"community": self.token, "milling": "guided", "rehearsal": True, "plan": PLAN} | opening
        self.gatherings.append(Gathering(self.server, **asked))
        return self.gatherings[-1]

    def held(self, phones: dict[str, str], **opening: Any) -> tuple[Gathering, dict[str, Guest]]:
        """A gathering in which everybody of these had a conversation."""
        gathering = self.open(**opening)
        guests = {name: gathering.join(name, device_key=key) for name, key in phones.items()}
        assert gathering.command("start").status_code == 200
        gathering.command("skip")
        session = self.server.keeper(gathering.id).session
        until(lambda: session.pairs.opened)
        gathering.command("close")
        return gathering, guests


def phones(*names: str) -> dict[str, str]:
    return {name: token() for name in names}


def recognised(gathering: Gathering, key: str) -> dict[str, Any]:
    with gathering.server.client() as phone:
        answer = phone.post(f"{gathering.path}/recognise", json={"device_key": key})
    assert answer.status_code == 200, answer.text
    return answer.json()


def couples(gathering: Gathering) -> set[frozenset[str]]:
    """Who was with whom, by the names they have here."""
    session = gathering.server.keeper(gathering.id).session
    return {
        frozenset(map(session.name, unit))
        for table in session.pairs.tables
        for row in range(len(table.units))
        if len(unit := table.members(row)) > 1
    }


def people_here(gathering: Gathering) -> list[str]:
    session = gathering.server.keeper(gathering.id).session
    return [session.name(person) for person in range(len(session.gathering.people))]


def test_a_phone_is_known_next_time_by_its_last_name(server: Running) -> None:
    series, keys = Series(server), phones("Ada", "Bo")
    series.held(keys)
    second = series.open(keep_days=60)
    back = recognised(second, keys["Ada"])
    assert (back["name"], back["gatherings"]) == ("Ada", 1)
    assert back["until"] == server.keeper(second.id).session.gathering.keep_until(None)
    assert recognised(second, token()) == back | {"name": "", "gatherings": 0}
    second.join("Ada Lovelace", device_key=keys["Ada"])
    assert recognised(series.open(), keys["Ada"])["name"] == "Ada Lovelace"


def test_the_group_is_filled_in_where_there_is_one_like_it(server: Running) -> None:
    series, key = Series(server), token()
    series.open(groups=["Zorg", "ICT"]).join("Ada", group="Zorg", device_key=key)
    assert recognised(series.open(groups=["Zorg", "Bestuur"]), key)["group"] == "Zorg"
    assert recognised(series.open(groups=["Bestuur", "ICT"]), key)["group"] is None


def test_over_three_gatherings_strangers_come_first(server: Running) -> None:
    series, keys = Series(server), phones(*"ABCDEF")
    met: set[frozenset[str]] = set()
    gathering = series.open()
    for _ in range(3):
        gathering, _ = series.held(keys)
        assert not couples(gathering) & met, "six people can meet three times without repeating"
        met |= couples(gathering)
    assert len(met) == 9
    host = Reader(server, f"{gathering.path}/host", gathering.opened["host_token"]).documents()
    assert host["common"]["host"]["acquainted"] == 6


def test_whom_one_met_is_met_again_when_there_is_nobody_else(server: Running) -> None:
    series, keys = Series(server), phones("Ada", "Bo")
    series.held(keys)
    gathering, _ = series.held(keys)
    assert couples(gathering) == {frozenset({"Ada", "Bo"})}


def test_two_who_come_in_side_by_side_are_known_to_each_other(server: Running) -> None:
    series, keys = Series(server), phones(*map(str, range(12)))
    series.held(keys)
    next_ = series.open()
    with ThreadPoolExecutor(12) as hall:
        list(hall.map(lambda name: next_.join(name, device_key=keys[name]), keys))
    assert len(server.keeper(next_.id).session.gathering.met_before) == 6


def test_another_community_knows_nobody_even_by_the_same_key(server: Running) -> None:
    key = token()
    first, other = Series(server), Series(server)
    one, two = first.open(), other.open()
    one.join("Ada", device_key=key)
    two.join("Ada", device_key=key)
    assert recognised(other.open(), key)["gatherings"] == 1
    texts = [set(server.keeper(each.id).session.texts) for each in (one, two)]
    assert not {each for each in texts[0] & texts[1] if each.startswith("device:")}


def test_without_the_token_nobody_adds_a_gathering(server: Running) -> None:
    series = Series(server)
    public = series.open().host.get(f"/api/gatherings/by-code/{series.gatherings[0].opened['code']}").json()
    assert len(public["community"]) == 32
    impostor = Gathering(server, community=public["community"])
    card = impostor.host.get(f"/api/gatherings/by-code/{impostor.opened['code']}").json()
    assert card["community"] not in ("", public["community"])
    for wrong in ("", "x", "A" * 32, "0" * 33):
        with server.client() as opener:
            form = {"title": "T", "language": "nl", "community": wrong}
            assert opener.post("/api/gatherings", json=form).status_code == 422


def test_outside_a_community_nobody_is_known(gathering: Gathering) -> None:
    ada = gathering.join("Ada", device_key=token())
    assert not [each for each in gathering.server.keeper(gathering.id).session.texts if "device" in each]
    with gathering.server.client() as phone:
        for what in ("recognise", "forget"):
            answer = phone.post(f"{gathering.path}/{what}", json={"device_key": token()})
            assert (answer.status_code, answer.json()["code"]) == (409, "no-community")
    assert gathering.command("leave-community", ada.client).json()["code"] == "no-community"
    assert gathering.command("know-me", ada.client, device_key=token()).json()["code"] == "no-community"
    assert gathering.command("web", on=True, whole=True).json()["code"] == "no-community"


@pytest.mark.parametrize("body", [{}, {"device_key": ""}, {"device_key": "x" * 65}, {"device_key": 1}])
def test_a_key_that_is_none_is_refused(server: Running, body: dict[str, Any]) -> None:
    gathering = Series(server).open()
    with server.client() as phone:
        for what in ("recognise", "forget"):
            assert phone.post(f"{gathering.path}/{what}", json=body).status_code == 422
    ada = gathering.join("Ada")
    assert gathering.command("know-me", ada.client, **body).status_code == 422


# -- leaving ----------------------------------------------------------------


def test_who_leaves_is_forgotten_in_all_gatherings(server: Running) -> None:
    series, keys = Series(server), phones("Ada", "Bo", "Eva", "Jan")
    series.held(keys)
    series.held(keys)
    third = series.open()
    ada = third.join("Ada", device_key=keys["Ada"])
    answer = third.command("leave-community", ada.client)
    assert (answer.status_code, answer.json()["gatherings"]) == (200, 3)
    assert all("Ada" not in people_here(each) for each in series.gatherings)
    assert recognised(third, keys["Ada"])["gatherings"] == 0
    assert recognised(third, keys["Bo"])["gatherings"] == 2
    assert third.command("step-out", ada.client).status_code == 401


def test_by_the_key_alone_one_is_forgotten_without_coming_in(server: Running) -> None:
    series, keys = Series(server), phones("Ada", "Bo")
    series.held(keys)
    next_ = series.open()
    with server.client() as phone:
        answer = phone.post(f"{next_.path}/forget", json={"device_key": keys["Ada"]})
    assert answer.json() == {"gatherings": 1}
    assert people_here(series.gatherings[0]) == ["", "Bo"]


def test_the_same_person_on_two_phones_is_one_person(server: Running) -> None:
    series, old, new = Series(server), token(), token()
    first = series.open()
    ada = first.join("Ada", device_key=old)
    assert first.command("know-me", ada.client, device_key=new).status_code == 200
    assert recognised(first, new)["name"] == "Ada"
    second = series.open()
    second.join("Ada", device_key=old)
    third = series.open()
    again = third.join("Ada", device_key=new)
    assert third.command("leave-community", again.client).json()["gatherings"] == 3
    assert all("Ada" not in people_here(each) for each in series.gatherings)


def test_a_lost_phone_is_mended_by_the_personal_link(server: Running) -> None:
    series, lost, new = Series(server), token(), token()
    first = series.open()
    ada = first.join("Ada", device_key=lost)
    series.open().join("Ada", device_key=lost)
    link = first.command("re-entry", ada.client).json()["link"]
    with server.client(link.rpartition("#")[2]) as other_phone:
        assert recognised(first, new)["gatherings"] == 0
        assert first.command("know-me", other_phone, device_key=new).status_code == 200
        assert recognised(first, new)["gatherings"] == 1
        assert first.command("leave-community", other_phone).json()["gatherings"] == 2
    assert recognised(first, lost)["gatherings"] == 0


def test_on_somebody_elses_phone_nobody_is_taken_for_its_owner(server: Running) -> None:
    series, key = Series(server), token()
    series.open().join("Ada", device_key=key)
    second = series.open()
    bo = second.join("Bo")
    assert second.command("leave-community", bo.client).json()["gatherings"] == 1
    assert recognised(second, key)["name"] == "Ada"
    assert people_here(series.gatherings[0]) == ["Ada"]


def test_who_came_along_by_a_tap_leaves_everywhere_too(server: Running) -> None:
    series = Series(server)
    first = series.open()
    ada, bo = first.join("Ada", device_key=token()), first.join("Bo")
    first.command("start")
    first.command("close")
    opened = first.command("again").json()
    for guest in (ada, bo):
        assert first.command("come-along", guest.client).status_code == 200
    session = server.keeper(opened["id"]).session
    assert session.gathering.community == server.keeper(first.id).session.gathering.community
    assert len([each for each in session.texts if each.startswith("device:")]) == 1
    assert first.command("leave-community", bo.client).json()["gatherings"] == 2
    assert first.command("leave-community", ada.client).json()["gatherings"] == 2
    assert [session.name(0), session.name(1)] == ["", ""]


def test_a_gathering_in_between_that_was_erased_takes_only_its_own_along(server: Running) -> None:
    series, keys = Series(server), phones("Ada", "Bo", "Eva", "Jan")
    first, _ = series.held(keys)
    second, _ = series.held(keys)
    seen, gone = couples(first), couples(second)
    assert second.command("erase").status_code == 200
    third, _ = series.held(keys)
    known = server.keeper(third.id).session.gathering.met_before
    assert len(known) == len(seen) == 2
    assert not couples(third) & seen
    assert recognised(third, keys["Ada"])["gatherings"] == 2
    assert gone


# -- on disk ----------------------------------------------------------------


def test_on_disk_there_is_never_a_key_and_after_leaving_no_trace(data: Path) -> None:
    running = Running(data)
    series, key = Series(running), token()
    for name in ("Kanarie een", "Kanarie twee"):
        series.open().join(name, device_key=key)
    device = running.door.doorway.keys.device(
        running.keeper(series.gatherings[0].id).session.gathering.community, key
    )
    assert files_with(data, device.encode()) != []
    assert files_with(data, key.encode()) == []
    assert files_with(data, series.token.encode()) == []
    third = series.open()
    guest = third.join("Kanarie drie", device_key=key)
    assert third.command("leave-community", guest.client).json()["gatherings"] == 3
    for trace in ("Kanarie", device, key):
        assert files_with(data, trace.encode()) == [], trace
    running.stop()
    for trace in ("Kanarie", device, key):
        assert files_with(data, trace.encode()) == [], trace


def test_a_server_that_starts_anew_still_knows_what_belongs_together(data: Path) -> None:
    running = Running(data)
    series, keys = Series(running), phones("Ada", "Bo", "Eva", "Jan")
    first, _ = series.held(keys)
    seen = couples(first)
    running.stop()
    series.server = running = Running(data)
    second, guests = series.held(keys)
    assert not couples(second) & seen
    assert recognised(second, keys["Bo"])["gatherings"] == 2
    assert second.command("leave-community", guests["Bo"].client).json()["gatherings"] == 2
    running.stop()


def test_nothing_outlives_the_gathering_it_belongs_to(data: Path) -> None:
    running = Running(data)
    series, key = Series(running), token()
    series.open().join("Ada", device_key=key)
    device = running.door.doorway.keys.device(
        running.keeper(series.gatherings[0].id).session.gathering.community, key
    )
    series.gatherings[0].command("erase")
    assert recognised(series.open(), key)["gatherings"] == 0
    assert files_with(data, device.encode()) == []
    running.stop()


# -- the picture ----------------------------------------------------------------


def test_the_picture_of_all_has_one_point_for_one_person(server: Running) -> None:
    series, keys = Series(server), phones(*"ABCD")
    first, _ = series.held(keys, web=True)
    hidden, _ = series.held(keys)
    last, guests = series.held(keys, web=True)
    path = f"{last.path}/web"
    alone = last.host.get(path).json()
    assert (alone["people"], alone["conversations"], alone["gatherings"]) == (4, 2, 1)
    assert alone["fresh"] == len(couples(last) - couples(first) - couples(hidden))
    assert last.command("web", on=True, whole=True).status_code == 200
    whole = last.host.get(path).json()
    assert whole["gatherings"] == 2, "the host of the second one never turned it on"
    assert (whole["people"], whole["conversations"]) == (4, len(couples(first) | couples(last)))
    assert whole["fresh"] == len(couples(last) - couples(first))
    assert set(whole["name"]) == {""}
    first.command("show-my-name", series_guest(first, "A"), show=True)
    assert set(last.stage.get(path).json()["name"]) == {""}, "a yes at another gathering is none here"
    last.command("show-my-name", guests["A"].client, show=True)
    assert sorted(last.stage.get(path).json()["name"]) == ["", "", "", "A"]
    last.command("leave-community", guests["B"].client)
    assert last.stage.get(path).json()["people"] == 3
    edges = last.host.get(f"{last.path}/export.edges.csv").text
    assert edges.startswith("Source,Target,Type,Weight")


# -- as a file ---------------------------------------------------------------


def test_one_gathering_goes_on_without_a_server(server: Running, tmp_path: Path) -> None:
    gathering, _ = Series(server).held(phones(*map(str, range(8))))
    for name, path in (("people.csv", "export.csv"), ("met.csv", "export.met.csv")):
        (tmp_path / name).write_bytes(gathering.host.get(f"{gathering.path}/{path}").content)
    plan = tmp_path / "plan.json"
    asked = ["pair", tmp_path / "people.csv", "--met", tmp_path / "met.csv", "--rounds", 1, "--out", plan]
    words = parser().parse_args(list(map(str, asked)))
    assert words.run(words) == 0
    made = json.loads(plan.read_text(encoding="utf-8"))
    assert [each["met_before"] for each in made["rounds"]] == [0]
    (round_,) = made["rounds"]
    session = server.keeper(gathering.id).session
    now = {
        frozenset(session.name(session.gathering.people.number[each]) for each in unit)
        for unit in round_["units"]
    }
    assert len(now) == 4
    assert not now & couples(gathering)


def series_guest(gathering: Gathering, name: str) -> Any:
    keeper = gathering.server.keeper(gathering.id)
    person = people_here(gathering).index(name)
    participant = keeper.session.gathering.people.ids[person]
    return gathering.server.client(
        gathering.server.door.doorway.keys.participant_token(gathering.id, participant)
    )
