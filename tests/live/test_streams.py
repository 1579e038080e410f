"""Held streams: only the newest, resumable, never stalled by somebody slow, and gone when the server stops."""

import logging
from pathlib import Path

import pytest

from tests.live.events import Reader
from tests.live.people import Gathering
from tests.live.running import Running, until


def test_a_stream_begins_with_the_newest_of_both(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    reader = Reader(gathering.server, f"{gathering.path}/stream", ada.token)
    head = reader.head()
    assert head.startswith("HTTP/1.1 200")
    assert "content-type: text/event-stream" in head
    common, mine = reader.next("common"), reader.next("mine")
    epoch, common_version, mine_version = (int(each) for each in common.id.split("."))
    assert (common.data["epoch"], common.data["version"]) == (epoch, common_version)
    assert mine.data["version"] == mine_version
    assert mine.data["name"] == "Ada"


def test_a_change_comes_by_itself(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    reader = Reader(gathering.server, f"{gathering.path}/stream", ada.token)
    reader.documents()
    gathering.command("start")
    while reader.next("common").data["phase"] != "running":
        pass


def test_who_has_the_newest_is_sent_nothing_again(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    path = f"{gathering.path}/stream"
    first = Reader(gathering.server, path, ada.token)
    first.head()
    first.next("common")
    place = first.next("mine").id
    first.close()
    # Counting the listeners changes nothing that phones see, so the place is still the newest.
    again = Reader(gathering.server, f"{path}?since={place}", ada.token)
    again.head()
    gathering.command("rename", participant=ada.participant, name="Ada L")
    assert again.next("mine").data["name"] == "Ada L"
    stale = Reader(gathering.server, f"{path}?since={place}", ada.token)
    stale.head()
    assert stale.next("mine").data["name"] == "Ada L"


@pytest.mark.parametrize("since", ["1.1.1", "x", "9" * 40 + ".1.1", "-1.-1.-1", "%00"])
def test_a_place_of_another_epoch_or_none_gets_everything(gathering: Gathering, since: str) -> None:
    ada = gathering.join("Ada")
    reader = Reader(gathering.server, f"{gathering.path}/stream?since={since}", ada.token)
    assert reader.documents()["mine"]["name"] == "Ada"


def test_a_cookie_opens_a_stream_without_an_origin(gathering: Gathering) -> None:
    with gathering.server.client() as browser:
        joined = browser.post(f"{gathering.path}/participants", json={"name": "Ada"})
    cookie = joined.headers["set-cookie"].split(";")[0]
    reader = Reader(gathering.server, f"{gathering.path}/stream", "", cookie=cookie)
    assert reader.documents()["mine"]["name"] == "Ada"


def test_a_stream_beats(data: Path) -> None:
    server = Running(data)
    server.door.doorway.streams.beat_s = 0.05
    gathering = Gathering(server)
    reader = Reader(server, f"{gathering.path}/stage", gathering.opened["stage_token"])
    reader.documents()
    assert [reader.next("beat").data for _ in range(3)] == [{}, {}, {}]
    server.stop()


def test_who_hangs_up_is_no_longer_counted(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    listeners = gathering.server.keeper(gathering.id).listeners
    reader = Reader(gathering.server, f"{gathering.path}/stream", ada.token)
    reader.documents()
    assert listeners.connected() == 1
    reader.close()
    until(lambda: listeners.connected() == 0)


def test_who_erases_themselves_hears_no_more(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    reader = Reader(gathering.server, f"{gathering.path}/stream", ada.token)
    reader.documents()
    gathering.command("erase-me", ada.client)
    assert b"event: over" in reader.rest()


def test_an_erased_gathering_ends_its_streams(gathering: Gathering) -> None:
    reader = Reader(gathering.server, f"{gathering.path}/stage", gathering.opened["stage_token"])
    reader.documents()
    gathering.command("erase")
    assert b"event: over" in reader.rest()


def test_a_slow_reader_stalls_nobody_and_gets_only_the_newest(data: Path) -> None:
    server = Running(data, buffer=4_096)
    gathering = Gathering(
        server, milling="guided", groups=[f"Groep {each} {'x' * 20}" for each in range(100)]
    )
    stage = f"{gathering.path}/stage"
    slow = Reader(server, stage, gathering.opened["stage_token"], buffer=4_096)
    quick = Reader(server, stage, gathering.opened["stage_token"])
    slow.head()
    quick.documents()
    changes = 120
    for turn in range(changes):
        gathering.command("my-own-bell", on=turn % 2 == 0)
    control = server.keeper(gathering.id).session.control
    while quick.next("common").data["control"] != control:
        pass
    seen = [slow.next("common").data["control"]]
    while seen[-1] != control:
        seen.append(slow.next("common").data["control"])
    assert seen == sorted(seen)
    assert len(seen) < changes / 2, "it skipped what was no longer new"
    server.stop()


def test_a_reader_that_takes_nothing_is_let_go(data: Path) -> None:
    server = Running(data, buffer=4_096)
    server.door.doorway.streams.stalled_s = 0.2
    gathering = Gathering(server, groups=[f"Groep {each} {'x' * 20}" for each in range(100)])
    readers = [
        Reader(server, f"{gathering.path}/stage", gathering.opened["stage_token"], buffer=4_096)
        for _ in range(20)
    ]
    for each in readers:
        each.head()
    listeners = server.keeper(gathering.id).listeners
    turn = 0

    def gone() -> bool:
        nonlocal turn
        turn += 1
        gathering.command("my-own-bell", on=turn % 2 == 0)
        return len(listeners) == 0

    until(gone)
    server.stop()


def test_a_stop_does_not_wait_for_who_takes_nothing(data: Path, caplog: pytest.LogCaptureFixture) -> None:
    server = Running(data, buffer=4_096)
    gathering = Gathering(server, groups=[f"Groep {each} {'x' * 20}" for each in range(100)])
    stuck = Reader(server, f"{gathering.path}/stage", gathering.opened["stage_token"], buffer=4_096)
    stuck.head()
    stream = next(iter(server.door.doorway.streams.open))
    turn = 0

    def is_stuck() -> bool:
        nonlocal turn
        turn += 1
        gathering.command("my-own-bell", on=turn % 2 == 0)
        return stream.stuck

    for _ in range(5):  # a send that is merely under way looks stuck for a moment
        until(is_stuck)
    with caplog.at_level(logging.WARNING):
        assert server.stop() < 2
    assert [each for each in caplog.records if each.levelno >= logging.ERROR or each.exc_info] == []


def test_a_stop_ends_200_streams_within_two_seconds(data: Path, caplog: pytest.LogCaptureFixture) -> None:
    server = Running(data)
    gathering = Gathering(server)
    ada = gathering.join("Ada")
    kinds = (
        ("stream", ada.token),
        ("stage", gathering.opened["stage_token"]),
        ("host", gathering.opened["host_token"]),
    )
    readers = [
        Reader(server, f"{gathering.path}/{kinds[each % 3][0]}", kinds[each % 3][1]) for each in range(200)
    ]
    for reader in readers:
        reader.head()
    with caplog.at_level(logging.WARNING):
        took = server.stop_first()
    assert took < 2
    assert all(b"event: over" in reader.rest() for reader in readers)
    server.hang_up()
    assert [record for record in caplog.records if record.levelno >= logging.ERROR or record.exc_info] == []
