"""The receipt of attention over the network: who told what stands nowhere."""

import sqlite3
from contextlib import closing

from tests.live.events import Reader
from tests.live.people import Gathering, Guest
from tests.live.running import Running, until

OPENING = {"receipt": True, "milling": "free"}


def _over(server: Running, people: int) -> tuple[Gathering, list[Guest]]:
    gathering = Gathering(server, **OPENING)
    guests = [gathering.join(f"Guest {each}") for each in range(people)]
    gathering.command("start")
    gathering.command("next")
    return gathering, guests


def _tell(gathering: Gathering, guest: Guest, seconds: object) -> int:
    return gathering.command("tell-attention", guest.client, seconds=seconds).status_code


def test_five_phones_make_a_receipt_that_only_the_host_sees(server: Running) -> None:
    gathering, guests = _over(server, 6)
    for place, guest in enumerate(guests):
        assert _tell(gathering, guest, 1_000 * place) == 200
        assert _tell(gathering, guest, 77_777) == 200, "said twice is said once"
    receipt = server.keeper(gathering.id).session.receipt
    until(lambda: receipt.phones >= 5)
    tokens = gathering.opened
    host = Reader(server, f"{gathering.path}/host", tokens["host_token"]).documents()["common"]
    assert host["attention"]["median_s"] in (2_000, 3_000)
    stage = Reader(server, f"{gathering.path}/stage", tokens["stage_token"]).documents()["common"]
    phone = Reader(server, f"{gathering.path}/stream", guests[0].token).documents()
    assert "attention" not in stage
    assert "attention" not in phone["common"]
    assert gathering.command("show-receipt", show=True).status_code == 200

    def on_stage() -> object:
        reader = Reader(server, f"{gathering.path}/stage", tokens["stage_token"])
        return reader.documents()["common"].get("attention")

    assert until(on_stage) == host["attention"] | {"shown": True}


def test_on_disk_a_number_is_nobodys(server: Running) -> None:
    gathering, guests = _over(server, 6)
    for place, guest in enumerate(guests):
        assert _tell(gathering, guest, 40_005 + 5 * place) == 200
    with closing(sqlite3.connect(server.settings.data / "tingsha.sqlite")) as conn:
        (number,) = conn.execute("SELECT number FROM gatherings WHERE id = ?", (gathering.id,)).fetchone()
        log = conn.execute(f"SELECT command, body FROM log_{number}").fetchall()
        vault = conn.execute(f"SELECT key, words FROM vault_{number} WHERE key LIKE 'attention:%'").fetchall()
    told = [(command, bytes(body)) for command, body in log if b"attention-told" in bytes(body)]
    assert len(told) == len(vault) == 6
    assert all(command is None and b"4000" not in body for command, body in told)
    assert not any(guest.participant in key for guest in guests for key, _ in vault)
    assert [key for key, _ in vault] == sorted(key for key, _ in vault), (
        "in the order of chance, not of telling"
    )


def test_nothing_of_it_is_exported(server: Running) -> None:
    gathering, guests = _over(server, 5)
    for guest in guests:
        assert _tell(gathering, guest, 54_320) == 200
    for path in ("export.json", "export.csv", "people"):
        assert "54320" not in gathering.host.get(f"{gathering.path}/{path}").text


def test_nonsense_is_refused_and_changes_nothing(server: Running) -> None:
    gathering, guests = _over(server, 1)
    for seconds in (-1, 86_401, 10**30, "3", 2.5, None, []):
        assert _tell(gathering, guests[0], seconds) == 422, seconds
    assert server.keeper(gathering.id).session.receipt.told == set()
    assert gathering.command("show-receipt", show=True).status_code == 409
    assert gathering.command("receipt", on=False).status_code == 409
