"""What a board leaves nowhere: on no stream, in no file, in no list."""

import secrets
import time

import pytest

from tests.journal.on_disk import files_with
from tests.live.events import Reader
from tests.live.running import Running, until
from tests.live.sharing import SharingGathering
from tingsha.live.limits import Limits


@pytest.fixture(autouse=True)
def fresh_limits(server: Running) -> None:
    server.door.doorway.limits = Limits(3_000, lambda: 0.0)


def test_before_five_no_stream_no_list_and_no_export_shows_anything(server: Running) -> None:
    gathering = SharingGathering(server, 6)
    gathering.command("show-board", show=True)
    for person in range(4):
        gathering.contribute(person, f"canary {person}")
        gathering.share(person, f"canary {person}")
    assert everything(gathering) == []
    gathering.contribute(4, "canary 4")
    gathering.until_shown(9)
    assert everything(gathering) != []
    gathering.contribute(5, "canary waits")
    assert not any("waits" in each for each in everything(gathering))


def everything(gathering: SharingGathering) -> list[str]:
    """All that anybody can read of a gathering, as far as there is a canary in it."""
    paths = ("board", "board/alike", "board.csv", "export.json", "export.csv", "people", "web")
    answers = [gathering.host.get(f"{gathering.path}/{path}").text for path in paths]
    answers.append(gathering.stage.get(f"{gathering.path}/board").text)
    answers += [guest.client.get(f"{gathering.path}/board").text for guest in gathering.guests]
    tokens = gathering.opened
    streams = [("host", tokens["host_token"]), ("stage", tokens["stage_token"])]
    streams += [("stream", guest.token) for guest in gathering.guests]
    answers += [
        str(Reader(gathering.server, f"{gathering.path}/{kind}", token).documents())
        for kind, token in streams
    ]
    return [each for each in answers if "canary" in each]


def test_what_is_taken_back_is_gone_from_lists_and_files_within_a_second(server: Running) -> None:
    gathering = SharingGathering(server, 8)
    gathering.command("show-board", show=True)
    taken = [gathering.contribute(person, f"canary-{person}-") for person in range(7)]
    named = gathering.share(7, "canary-named-")
    gathering.until_shown(8)
    began, version = time.monotonic(), _version(gathering)
    for secret, words in ((taken[0], b"canary-0-"), (named, b"canary-named-")):
        assert gathering.withdraw(secret).json() == {}
        assert files_with(server.settings.data, words) == []
        assert words.decode() not in gathering.words()
        assert gathering.withdraw(secret).json() == {}
        until(lambda before=version: _version(gathering) > before)
        assert time.monotonic() - began < 1
        assert not any(words.decode() in each for each in everything(gathering))
        began, version = time.monotonic(), _version(gathering)
    assert gathering.withdraw(secrets.token_hex(16)).json() == {}


def _version(gathering: SharingGathering) -> int:
    reader = Reader(gathering.server, f"{gathering.path}/stream", gathering.guests[0].token)
    return reader.documents()["common"]["board"]["version"]


def test_below_five_it_closes_for_everybody(server: Running) -> None:
    gathering = SharingGathering(server, 6)
    taken = [gathering.contribute(person, f"canary {person}") for person in range(5)]
    gathering.command("show-board", show=True)
    gathering.until_shown(5)
    gathering.withdraw(taken[2])
    assert everything(gathering) == []
    stands = Reader(server, f"{gathering.path}/host", gathering.opened["host_token"]).documents()["common"][
        "board"
    ]
    assert "open" not in stands


def test_erasing_takes_everything_out_of_all_files(server: Running) -> None:
    gathering = SharingGathering(server, 6)
    for person in range(6):
        gathering.contribute(person, "erased-without-name")
        gathering.share(person, f"erased-of-{person}-")
    gathering.until_shown(12)
    assert gathering.command("erase-me", gathering.guests[1].client).status_code == 200
    assert files_with(server.settings.data, b"erased-of-1-") == []
    assert files_with(server.settings.data, b"erased-of-2-") != []
    assert gathering.command("erase").status_code == 200
    assert files_with(server.settings.data, b"erased-") == []


def test_in_no_file_does_a_ticket_stand_or_a_participant_beside_what_came_without_a_name(
    server: Running,
) -> None:
    gathering = SharingGathering(server, 6)
    for person in range(6):
        gathering.contribute(person, "canary-without-name")
        gathering.share(person, "canary-by-name")
    gathering.until_shown(12)
    for ticket in gathering.tickets:
        assert files_with(server.settings.data, ticket.encode()) == []
        assert files_with(server.settings.data, ticket[:32].encode()) == []
    bodies = [
        slip
        for name, slip in server.door.doorway.house.journal.slips(gathering.id).items()
        if name != "changes"
    ]
    nameless = [body for body in bodies if b"canary-without-name" in body]
    assert len(nameless) == 6
    for guest in gathering.guests:
        ids = (guest.participant.encode(), guest.token.encode())
        assert not any(each in body for each in ids for body in nameless)
