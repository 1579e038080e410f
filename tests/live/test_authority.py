"""Authority comes from the token, for one gathering, and nothing crosses."""

import types
from typing import Annotated, Any, Union, get_args, get_origin

import httpx
import msgspec
import pytest

from tests.live.events import Reader
from tests.live.people import Gathering, Guest
from tests.live.running import Running
from tingsha.flow.wire import command_names
from tingsha.live.forms import AT_THE_DOOR
from tingsha.live.limits import Limits
from tingsha.words import Command, Role


@pytest.fixture(autouse=True)
def fresh_limits(server: Running) -> None:
    """Wrong tokens are the work of every test here; each may use up its own share."""
    server.door.doorway.limits = Limits(3_000, lambda: 0.0)


EVERY: dict[str, type[Command]] = command_names() | {
    str(each.__struct_config__.tag): each for each in AT_THE_DOOR
}


def filled(command: type[Command], participant: str) -> dict[str, Any]:
    """The least that a command needs, with something of the right kind in each field."""
    needed = [each for each in msgspec.structs.fields(command) if each.required]
    return {each.encode_name: _of(each.type, participant) for each in needed}


def _of(kind: Any, participant: str) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return _of(get_args(kind)[0], participant)
    if get_origin(kind) is Annotated:
        return _of(get_args(kind)[0], participant)
    if get_args(kind) and get_origin(kind) is not list:
        return get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {}
    return {int: 1, bool: True, str: participant}.get(kind, [])


@pytest.mark.parametrize("name", sorted(EVERY))
def test_only_the_roles_that_may_are_heard(server: Running, name: str) -> None:
    gathering, other = Gathering(server), Gathering(server)
    ada, stranger = gathering.join("Ada"), other.join("Eva")
    fields = filled(EVERY[name], ada.participant)
    before = gathering.state
    nobodies = (
        server.client(),
        server.client("0" * 64),
        gathering.stage,
        other.host,
        other.stage,
        stranger.client,
    )
    for nobody in nobodies:
        assert gathering.command(name, nobody, **fields).status_code == 401
    for role, client in ((Role.HOST, gathering.host), (Role.PARTICIPANT, ada.client)):
        if role not in EVERY[name].may:
            assert gathering.command(name, client, **fields).status_code == 403
            assert gathering.command(name, client, **fields, **{"as": role.value}).status_code == 403
    assert gathering.state == before
    for role, client in ((Role.HOST, gathering.host), (Role.PARTICIPANT, ada.client)):
        if role in EVERY[name].may:
            assert gathering.command(name, client, **fields).status_code not in (401, 403, 500)


def test_asking_as_somebody_else_is_not_enough(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    assert gathering.command("start", ada.client, **{"as": "host"}).status_code == 401
    assert gathering.command("leave", gathering.host, **{"as": "participant"}).status_code == 401


def test_only_the_host_reads_lists_and_exports(gathering: Gathering) -> None:
    ada = gathering.join("Ada")
    other = Gathering(gathering.server)
    for path in ("people", "export.json", "export.csv"):
        assert gathering.host.get(f"{gathering.path}/{path}").status_code == 200
        assert ada.client.get(f"{gathering.path}/{path}").status_code == 403
        assert gathering.stage.get(f"{gathering.path}/{path}").status_code == 403
        assert other.host.get(f"{gathering.path}/{path}").status_code == 401
        with gathering.server.client() as nobody:
            assert nobody.get(f"{gathering.path}/{path}").status_code == 401
    roster = b"name\nBo\n"
    assert ada.client.put(f"{gathering.path}/roster", content=roster).status_code == 403
    assert other.host.put(f"{gathering.path}/roster", content=roster).status_code == 401


def test_each_stream_is_for_its_own_viewer(gathering: Gathering) -> None:
    ada, other = gathering.join("Ada"), Gathering(gathering.server)
    right = {"stream": ada.client, "stage": gathering.stage, "host": gathering.host}
    for kind in right:
        for whose, client in right.items():
            if whose != kind:
                assert client.get(f"{gathering.path}/{kind}").status_code == 403
        for stranger in (other.host, other.stage, gathering.server.client()):
            assert stranger.get(f"{gathering.path}/{kind}").status_code == 401
    assert other.host.get("/api/gatherings/unknown/host").status_code == 404


def test_nothing_of_one_gathering_shows_in_another(server: Running) -> None:
    canary = Gathering(server, title="Canary title", groups=["Canary group", "B"])
    canary.join("Canary name")
    other = Gathering(server, groups=["A", "B"])
    eva = other.join("Eva")
    seen = "".join(_everything(other, eva))
    assert "Canary" not in seen
    assert canary.id not in seen


def test_a_new_host_link_ends_the_old_one(gathering: Gathering) -> None:
    old = Reader(gathering.server, f"{gathering.path}/host", gathering.opened["host_token"])
    old.documents()
    link = gathering.command("new-host-link").json()["link"]
    assert b"event: over" in old.rest()
    assert gathering.command("ring").status_code == 401
    with gathering.server.client(link.rpartition("#")[2]) as host:
        assert gathering.command("ring", host).status_code == 200
        assert host.get(f"{gathering.path}/people").status_code == 200


def test_the_page_that_renews_the_link_goes_on(gathering: Gathering) -> None:
    ours = {"origin": gathering.server.url}
    with gathering.server.client(**ours) as browser:
        browser.post(f"{gathering.path}/enter", json={"token": gathering.opened["host_token"]})
        assert gathering.command("new-host-link", browser).status_code == 200
        assert gathering.command("ring", browser).status_code == 200


def test_each_stream_holds_exactly_what_its_viewer_may_see(server: Running) -> None:
    gathering = Gathering(server, title="canary-title", groups=["canary-group", "Wijk"], milling="guided")
    gathering.host.put(f"{gathering.path}/roster", content=b"name\ncanary-roster\n")
    ada = gathering.join("canary-own", group="canary-group", device_key="canary-device-key")
    bo = gathering.join("canary-partner", group="Wijk")
    eva, jan = gathering.join("canary-eva", group="canary-group"), gathering.join("canary-jan", group="Wijk")
    gathering.command("block", ada.client, participant=eva.participant)
    gathering.command("apart", a=ada.participant, b=jan.participant)
    gathering.command("start")

    mine = Reader(server, f"{gathering.path}/stream", ada.token).documents()
    partners = {each["name"] for envelope in mine["mine"]["envelopes"] for each in envelope["partners"]}
    assert partners == {"canary-partner"}, "whoever is blocked or kept apart is never met"
    assert _canaries(mine) == {"canary-title", "canary-group", "canary-own", "canary-partner"}
    assert "code" not in mine["common"]
    stage = Reader(server, f"{gathering.path}/stage", gathering.opened["stage_token"]).documents()
    assert _canaries(stage) == {"canary-title", "canary-group"}
    host = Reader(server, f"{gathering.path}/host", gathering.opened["host_token"]).documents()
    assert _canaries(host) <= {
        "canary-title",
        "canary-group",
        *(f"canary-{who}" for who in ("own", "eva", "jan", "partner")),
    }
    secrets = {ada.token[32:], bo.token[32:], gathering.opened["host_token"], gathering.opened["stage_token"]}
    for document in (mine, stage):
        assert not any(each in str(document) for each in secrets)


def _canaries(document: Any) -> set[str]:
    text = msgspec.json.encode(document).decode()
    return {"canary-" + each.split('"')[0] for each in text.split("canary-")[1:]}


def _everything(gathering: Gathering, guest: Guest) -> list[str]:
    gathering.command("start")
    server = gathering.server
    answers: list[httpx.Response] = [
        gathering.host.get(f"{gathering.path}/{path}") for path in ("people", "export.json", "export.csv")
    ]
    streams = (
        ("stream", guest.token),
        ("stage", gathering.opened["stage_token"]),
        ("host", gathering.opened["host_token"]),
    )
    documents = [Reader(server, f"{gathering.path}/{kind}", token).documents() for kind, token in streams]
    return [*(each.text for each in answers), *(str(each) for each in documents)]
