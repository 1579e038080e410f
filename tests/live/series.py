"""Gatherings of one community on a running server, and phones that keep a key."""

import secrets
from typing import Any

from tests.live.people import Gathering, Guest
from tests.live.running import Running, until

PLAN: dict[str, int] = {
    "rounds": 1, "turn_s": 600, "think_s": 0, "find_s": 0, "swap_s": 1, "breathe_s": 0, "debrief_s": 60,
}  # fmt: skip


def token() -> str:
    return secrets.token_hex(16)


class Series:
    """A community on a running server; each person of it is a phone with a key."""

    def __init__(self, server: Running) -> None:
        self.server, self.token = server, token()
        self.gatherings: list[Gathering] = []

    def open(self, **opening: Any) -> Gathering:
        asked = {"community": self.token, "milling": "guided", "rehearsal": True, "plan": PLAN} | opening
        self.gatherings.append(Gathering(self.server, **asked))
        return self.gatherings[-1]

    def held(self, phones: dict[str, str], **opening: Any) -> tuple[Gathering, dict[str, Guest]]:
        """A gathering in which everybody of these had a conversation."""
        gathering = self.open(**opening)
        guests = {name: gathering.join(name, device_key=key) for name, key in phones.items()}
        assert gathering.command("start").status_code == 200
        gathering.command("skip")
        session = self.server.keeper(gathering.id).session
        until(lambda: session.pairs.opened)
        gathering.command("close")
        return gathering, guests


def phones(*names: str) -> dict[str, str]:
    return {name: token() for name in names}


def recognised(gathering: Gathering, key: str) -> dict[str, Any]:
    with gathering.server.client() as phone:
        answer = phone.post(f"{gathering.path}/recognise", json={"device_key": key})
    assert answer.status_code == 200, answer.text
    return answer.json()


def couples(gathering: Gathering) -> set[frozenset[str]]:
    """Who was with whom, by the names they have here."""
    session = gathering.server.keeper(gathering.id).session
    return {
        frozenset(map(session.name, unit))
        for table in session.pairs.tables
        for row in range(len(table.units))
        if len(unit := table.members(row)) > 1
    }


def people_here(gathering: Gathering) -> list[str]:
    session = gathering.server.keeper(gathering.id).session
    return [session.name(person) for person in range(len(session.gathering.people))]


def series_guest(gathering: Gathering, name: str) -> Any:
    keeper = gathering.server.keeper(gathering.id)
    person = people_here(gathering).index(name)
    participant = keeper.session.gathering.people.ids[person]
    return gathering.server.client(
        gathering.server.door.doorway.keys.participant_token(gathering.id, participant)
    )
