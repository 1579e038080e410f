"""Whoever leaves a community, or loses a phone: what is forgotten, where, and what stays."""

from pathlib import Path

from tests.journal.on_disk import files_with
from tests.live.running import Running
from tests.live.series import Series, couples, people_here, phones, recognised, token


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


def test_a_browser_keeps_no_cookie_of_where_it_is_forgotten(server: Running) -> None:
    series, key = Series(server), token()
    with server.client(origin=server.url) as browser:
        for _ in range(3):
            form = {"name": "Ada", "device_key": key}
            assert browser.post(f"{series.open().path}/participants", json=form).status_code == 201
        first, second, third = series.gatherings
        assert len(browser.cookies.jar) == 3
        assert first.command("erase-me", browser).status_code == 200
        assert {each.path for each in browser.cookies.jar} == {second.path, third.path}
        assert third.command("leave-community", browser).json()["gatherings"] == 2
        assert list(browser.cookies.jar) == []
        form = {"name": "Ada", "device_key": key}
        assert browser.post(f"{series.open().path}/participants", json=form).status_code == 201
        assert browser.post(f"{series.open().path}/forget", json={"device_key": key}).status_code == 200
        assert list(browser.cookies.jar) == []


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
