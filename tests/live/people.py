"""A gathering as its host and its people meet it over the network."""

import secrets
from typing import Any

import httpx
import msgspec

from tests.live.running import OPENING, Running
from tingsha.flow import own, people_view, view


class Gathering:
    """An open gathering on a running server, with the host's client."""

    def __init__(self, server: Running, **opening: Any) -> None:
        self.server = server
        with server.client() as opener:
            answer = opener.post("/api/gatherings", json=OPENING | opening)
        assert answer.status_code == 201, answer.text
        self.opened: dict[str, Any] = answer.json()
        self.id: str = self.opened["id"]
        self.path = f"/api/gatherings/{self.id}"
        self.host = server.client(self.opened["host_token"])
        self.stage = server.client(self.opened["stage_token"])

    def join(self, name: str, **more: Any) -> "Guest":
        with self.server.client() as phone:
            form = {"id": secrets.token_hex(16), "name": name} | more
            answer = phone.post(f"{self.path}/participants", json=form)
        assert answer.status_code == 201, answer.text
        return Guest(self, answer.json())

    def command(self, type_: str, client: httpx.Client | None = None, **fields: Any) -> httpx.Response:
        body = {"id": secrets.token_hex(16), "type": type_} | fields
        return (client or self.host).post(f"{self.path}/commands", json=body)

    @property
    def state(self) -> object:
        """What stands here; nothing that the keeper does by itself changes it."""
        session = self.server.keeper(self.id).session
        people = people_view.people_page(session, 0, len(session.gathering.people))
        settings = (
            session.gathering.host_link,
            session.gathering.roster_revision,
            session.bell.by,
            session.bell.ring_at,
        )
        return msgspec.to_builtins(
            (people, view.public_card(session, self.id), settings, session.rounds.timeline)
        )


class Guest:
    """Somebody who joined."""

    def __init__(self, gathering: Gathering, joined: dict[str, Any]) -> None:
        self.participant: str = joined["participant"]
        self.token: str = joined["token"]
        self.client = gathering.server.client(self.token)


def tag_of(gathering: Gathering, guest: Guest) -> str:
    """What somebody shows in free milling: the tag of the round that comes or runs."""
    session = gathering.server.keeper(gathering.id).session
    person = session.person(guest.participant)
    assert person is not None
    tags: Any = own.mine(session, person).tags
    return tags[0]
