"""The same group once more: the stage goes along by itself, people by a tap, and nobody is moved silently."""

from typing import Any

from tests.live.events import Reader
from tests.live.people import Gathering, Guest
from tests.live.running import Running, until

QUICK: dict[str, int] = {
    "rounds": 2, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 0, "breathe_s": 0, "debrief_s": 1,
}  # fmt: skip


def again(gathering: Gathering, **fields: Any) -> dict[str, Any]:
    answer = gathering.command("again", **fields)
    assert answer.status_code == 200, answer.text
    return answer.json()


def closed(server: Running, people: int, **opening: Any) -> tuple[Gathering, list[Guest]]:
    """A gathering that was begun and closed."""
    gathering = Gathering(server, milling="guided", **opening)
    guests = [gathering.join(f"Name {number}", group=_group(gathering, number)) for number in range(people)]
    gathering.command("start")
    gathering.command("close")
    return gathering, guests


def _group(gathering: Gathering, number: int) -> str | None:
    groups = gathering.server.keeper(gathering.id).session.gathering.groups
    return ("Zorg", "ICT")[number % 2] if groups else None


def test_a_second_host_is_led_to_the_same_gathering(server: Running) -> None:
    gathering, _ = closed(server, 2)
    first, second = again(gathering), again(gathering)
    assert first["id"] == second["id"] != gathering.id


def test_the_stage_and_the_other_hosts_are_told_where_it_goes_on(server: Running) -> None:
    gathering, guests = closed(server, 2)
    stage = Reader(server, f"{gathering.path}/stage", gathering.opened["stage_token"])
    assert "again" not in stage.documents()["mine"]
    opened = again(gathering)
    moved = stage.next("mine").data["again"]
    assert moved == f"/stage/{opened['id']}#{opened['stage_token']}"
    host = Reader(server, f"{gathering.path}/host", gathering.opened["host_token"]).documents()
    assert host["mine"]["again"] == f"/host/{opened['id']}#{opened['host_token']}"
    phone = Reader(server, f"{gathering.path}/stream", guests[0].token).documents()
    assert phone["common"]["again"] == opened["code"]
    assert opened["host_token"] not in str(phone)
    assert opened["stage_token"] not in str(phone)


def test_whoever_taps_comes_along_by_name_and_group(server: Running) -> None:
    gathering, guests = closed(server, 4, groups=["Zorg", "ICT"])
    opened = again(gathering)
    assert server.keeper(opened["id"]).session.gathering.here == 0, "nobody is moved silently"
    answer = gathering.command("come-along", guests[1].client)
    assert answer.status_code == 200
    assert answer.json()["code"] == opened["code"]
    session = server.keeper(opened["id"]).session
    assert session.name(0) == "Name 1"
    assert session.group(session.gathering.people.group[0]) == "ICT"
    assert (
        gathering.command("come-along", guests[1].client).json()["participant"]
        == answer.json()["participant"]
    )
    assert session.gathering.here == 1
    with server.client(answer.json()["token"]) as phone:
        assert phone.get(f"/api/gatherings/{opened['id']}/qr.svg").status_code == 200


def test_a_browser_gets_the_cookie_of_where_it_goes(server: Running) -> None:
    gathering, guests = closed(server, 2)
    opened = again(gathering)
    with server.client(origin=server.url) as browser:
        browser.post(f"{gathering.path}/enter", json={"token": guests[0].token})
        answer = gathering.command("come-along", browser)
        assert answer.status_code == 200
        assert f"me_{opened['id']}=" in answer.headers["set-cookie"]
        assert "token" not in answer.json()
        moved = {"id": "x", "type": "step-out"}
        assert browser.post(f"/api/gatherings/{opened['id']}/commands", json=moved).status_code == 200


def test_who_met_before_is_not_met_again(server: Running) -> None:
    gathering = Gathering(server, milling="guided", rehearsal=True, plan=QUICK)
    guests = [gathering.join(f"Name {number}") for number in range(6)]
    gathering.command("start")
    until(lambda: server.keeper(gathering.id).session.rounds.phase == "together")
    gathering.command("close")
    opened = again(gathering)
    for guest in guests:
        assert gathering.command("come-along", guest.client).status_code == 200
    session = server.keeper(opened["id"]).session
    before = {frozenset(couple) for couple in session.gathering.met_before}
    assert len(before) == 2 * 3
    next_ = Gathering.__new__(Gathering)
    next_.server, next_.id, next_.path = server, opened["id"], f"/api/gatherings/{opened['id']}"
    next_.host = server.client(opened["host_token"])
    next_.command("start")
    met = [frozenset(table.members(row)) for table in session.pairs.tables for row in range(len(table.units))]
    assert len(met) == 2 * 3
    assert not before & set(met)


def test_the_list_of_people_goes_along_and_places_stay_taken(server: Running) -> None:
    gathering = Gathering(server)
    gathering.host.put(f"{gathering.path}/roster", content=b"name,group\nAda,Zorg\nBo,ICT\n")
    ada = gathering.join("", roster_id="1-1")
    gathering.command("start")
    gathering.command("close")
    opened = again(gathering)
    session = server.keeper(opened["id"]).session
    assert session.gathering.roster_rows == 2
    gathering.command("come-along", ada.client)
    assert session.gathering.people.roster == {"1-1": 0}
    assert session.name(0) == "Ada"


def test_who_has_no_phone_comes_along_when_the_host_keeps_them(server: Running) -> None:
    gathering = Gathering(server, milling="guided", groups=["Zorg", "ICT"], rehearsal=True, plan=QUICK)
    ada = gathering.join("Ada", group="Zorg")
    for name in ("Opa", "Oma", "Gone"):
        gathering.command("add-person", name=name, group="ICT")
    rows = {each["name"]: each for each in gathering.host.get(f"{gathering.path}/people").json()["people"]}
    gathering.command("missing", participant=rows["Oma"]["participant"])
    gathering.command("remove", participant=rows["Gone"]["participant"])
    assert gathering.command("start").status_code == 200
    session = server.keeper(gathering.id).session
    until(lambda: session.pairs.opened)
    met = {session.name(each) for each in session.pairs.table(1).unit_of(0)} - {"Ada"}
    gathering.command("close")
    keep = [rows[name]["participant"] for name in ("Opa", "Gone")] + [ada.participant]
    nobody = gathering.command("again", bring=[*keep, "nobody"])
    assert (nobody.status_code, nobody.json()["code"]) == (404, "unknown-participant")
    assert not session.gathering.went_on
    opened = again(gathering, bring=keep)
    there = server.keeper(opened["id"]).session
    assert [there.name(person) for person in range(len(there.gathering.people))] == ["Opa"]
    assert not there.gathering.people.phone[0]
    assert there.group(there.gathering.people.group[0]) == "ICT"
    assert again(gathering, bring=keep)["id"] == opened["id"]
    assert again(gathering)["id"] == opened["id"]
    assert len(there.gathering.people) == 1, "asking twice makes no second Opa"
    gathering.command("come-along", ada.client)
    assert list(there.gathering.met_before) == ([(0, 1)] if "Opa" in met else [])


def test_who_shared_a_phone_comes_along_with_its_owner(server: Running) -> None:
    gathering = Gathering(server, milling="guided")
    ada = gathering.join("Ada")
    gathering.join("Bo")
    assert gathering.command("share-phone", ada.client, name="Opa").status_code == 200
    rows = gathering.host.get(f"{gathering.path}/people").json()["people"]
    opa = next(each for each in rows if each["name"] == "Opa")
    assert opa["beside"] == ada.participant
    gathering.command("start")
    gathering.command("close")
    opened = again(gathering, bring=[opa["participant"]])
    session = server.keeper(opened["id"]).session
    assert len(session.gathering.people) == 0, "the phone's owner decides"
    for _ in range(2):
        gathering.command("come-along", ada.client)
    assert [session.name(person) for person in range(len(session.gathering.people))] == ["Ada", "Opa"]
    assert session.gathering.beside == {1: 0}


def test_only_those_who_were_there_come_along(server: Running) -> None:
    gathering, guests = closed(server, 4)
    assert gathering.command("come-along", guests[0].client).json()["code"] == "not-gone-on"
    open_one = Gathering(server)
    removed, forgotten = open_one.join("Removed"), open_one.join("Forgotten")
    open_one.command("remove", participant=removed.participant)
    open_one.command("close")
    again(open_one)
    open_one.command("erase-me", forgotten.client)
    assert open_one.command("come-along", removed.client).json()["code"] == "was-removed"
    assert open_one.command("come-along", forgotten.client).status_code == 401


def test_before_it_is_closed_again_opens_another_one_and_moves_nobody(server: Running) -> None:
    gathering = Gathering(server)
    opened = again(gathering)
    assert opened["id"] != gathering.id
    stage = Reader(server, f"{gathering.path}/stage", gathering.opened["stage_token"]).documents()
    assert "again" not in stage["mine"]


def test_a_rehearsal_of_a_gathering_is_short_and_nobody_is_asked_along(server: Running) -> None:
    gathering, _ = closed(server, 2)
    opened = again(gathering, rehearsal=True)
    session = server.keeper(opened["id"]).session
    assert session.gathering.rehearsal
    assert session.rounds.plan.turn_s == 15
    assert server.keeper(gathering.id).session.gathering.went_on == []


def test_when_the_next_one_is_closed_too_there_is_yet_another(server: Running) -> None:
    gathering, guests = closed(server, 2)
    second = again(gathering)
    with server.client(second["host_token"]) as host:
        host.post(f"/api/gatherings/{second['id']}/commands", json={"id": "c", "type": "close"})
    assert gathering.command("come-along", guests[0].client).json()["code"] == "closed"
    third = again(gathering)
    assert third["id"] not in (gathering.id, second["id"])
    assert gathering.command("come-along", guests[0].client).json()["code"] == third["code"]
