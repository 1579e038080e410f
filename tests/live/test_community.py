"""Gatherings that belong together: known by one's own phone, strangers first, and forgotten in all of them."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.live.events import Reader
from tests.live.people import Gathering
from tests.live.running import Running
from tests.live.series import Series, couples, phones, recognised, series_guest, token
from tingsha.cli import parser


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


@pytest.mark.parametrize(
    "body", [{}, {"device_key": ""}, {"device_key": "x" * 15}, {"device_key": "x" * 65}, {"device_key": 1}]
)
def test_a_key_that_is_none_is_refused(server: Running, body: dict[str, Any]) -> None:
    gathering = Series(server).open()
    with server.client() as phone:
        for what in ("recognise", "forget"):
            assert phone.post(f"{gathering.path}/{what}", json=body).status_code == 422
    ada = gathering.join("Ada")
    assert gathering.command("know-me", ada.client, **body).status_code == 422


# -- leaving ----------------------------------------------------------------


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
