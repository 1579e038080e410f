"""Cards over the network: what somebody gave one person is on no other screen and in no export, and goes with them."""

from pathlib import Path
from typing import Any

from tests.live.events import Reader
from tests.live.people import Gathering, Guest
from tests.live.running import Running, until

PLAN = {"rounds": 1, "turn_s": 1, "think_s": 0, "find_s": 1, "swap_s": 1, "breathe_s": 1, "debrief_s": 60}
CARD = {"name": "Ada", "email": "canary-5b1d@x.example"}
CANARY = b"canary-5b1d"


def _talked(server: Running) -> tuple[Gathering, list[Guest]]:
    """Four people who have talked in pairs, and a host who lets them exchange cards."""
    gathering = Gathering(server, rehearsal=True, milling="guided", plan=PLAN)
    guests = [gathering.join(f"Guest {each}") for each in range(4)]
    gathering.command("start")
    until(lambda: server.keeper(gathering.id).session.rounds.phase == "together")
    assert gathering.command("follow-up", on=True).status_code == 200
    return gathering, guests


def _mine(server: Running, gathering: Gathering, guest: Guest) -> dict[str, Any]:
    return Reader(server, f"{gathering.path}/stream", guest.token).documents()["mine"]


def _partner(server: Running, gathering: Gathering, guests: list[Guest]) -> Guest:
    (envelope,) = _mine(server, gathering, guests[0])["envelopes"]
    return next(each for each in guests if each.participant == envelope["partners"][0]["participant"])


def _offer(gathering: Gathering, by: Guest, to: Guest, **card: str) -> int:
    given = CARD | card
    return gathering.command("offer-contact", by.client, participant=to.participant, card=given).status_code


def _everywhere(server: Running, gathering: Gathering, guests: list[Guest]) -> bytes:
    """All that the host, the stage and these people are shown, and all that may be exported."""
    tokens = gathering.opened
    readers = [
        Reader(server, f"{gathering.path}/host", tokens["host_token"]),
        Reader(server, f"{gathering.path}/stage", tokens["stage_token"]),
        *(Reader(server, f"{gathering.path}/stream", each.token) for each in guests),
    ]
    shown = "".join(str(each.documents()) for each in readers).encode()
    paths = ("export.json", "export.csv", "export.graphml", "export.gexf", "people", "report.json", "web")
    return shown + b"".join(gathering.host.get(f"{gathering.path}/{path}").content for path in paths)


def test_a_card_is_on_no_other_screen_and_in_no_export(server: Running) -> None:
    gathering, guests = _talked(server)
    ada, other = guests[0], _partner(server, gathering, guests)
    strangers = [each for each in guests if each not in (ada, other)]
    assert _offer(gathering, ada, other) == 200
    assert CANARY not in _everywhere(server, gathering, guests[1:])
    assert "contacts" not in _mine(server, gathering, other)
    assert _offer(gathering, other, ada) == 200
    assert CANARY not in _everywhere(server, gathering, strangers)
    assert _mine(server, gathering, other)["contacts"][0]["card"] == CARD


def test_whoever_is_erased_leaves_no_card_in_any_file_nor_one_that_was_for_them(server: Running) -> None:
    gathering, guests = _talked(server)
    ada, other = guests[0], _partner(server, gathering, guests)
    hers, theirs = "0612345678901", "0698765432109"
    assert _offer(gathering, ada, other, phone=hers) == _offer(gathering, other, ada, phone=theirs) == 200
    kept = _files(server.settings.data)
    assert hers.encode() in kept
    assert theirs.encode() in kept
    assert gathering.command("erase-me", ada.client).status_code == 200
    kept = _files(server.settings.data)
    assert hers.encode() not in kept
    assert theirs.encode() not in kept, "it was for her alone"


def _files(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())
