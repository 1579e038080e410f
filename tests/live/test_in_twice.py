"""Over the network: the phone of the second time goes on as the person of the first, at once and by its own token."""

from tests.live.events import Reader
from tests.live.people import Gathering
from tests.live.running import Running


def test_the_new_phone_goes_on_where_the_dead_one_was(server: Running) -> None:
    gathering = Gathering(server, milling="guided", groups=["Care", "IT"])
    ada, bo = gathering.join("Ada", group="Care"), gathering.join("Bo", group="IT")
    gathering.command("start")
    anew = gathering.join("Ada", group="Care")
    stream = Reader(server, f"{gathering.path}/stream", anew.token)
    stream.documents()
    assert gathering.command("take-for-one", a=ada.participant, b=anew.participant).status_code == 200
    assert b"event: over" in stream.rest()
    mine = Reader(server, f"{gathering.path}/stream", anew.token).documents()["mine"]
    assert mine["participant"] == ada.participant
    assert {each["partners"][0]["participant"] for each in mine["envelopes"]} == {bo.participant}
    assert gathering.command("step-out", anew.client).status_code == 200
    people = gathering.host.get(f"{gathering.path}/people").json()["people"]
    assert [(each["name"], each["state"]) for each in people] == [
        ("Ada", "away"),
        ("Bo", "here"),
        ("", "removed"),
    ]
