"""A board on a running server, as phones use it."""

import secrets
from typing import Any

import httpx

from tests.live.people import Gathering, Guest
from tests.live.running import Running, until


class SharingGathering(Gathering):
    """After the rounds, with the board on and so many people, each with their ticket."""

    def __init__(self, server: Running, people: int, **opening: Any) -> None:
        super().__init__(server, **({"board": True, "milling": "free"} | opening))
        self.guests = [self.join(f"Guest {number}") for number in range(people)]
        self.command("start")
        self.command("next")
        self.nobody = server.client()
        self.tickets = [self.ticket(guest) for guest in self.guests]

    def ticket(self, guest: Guest) -> str:
        answer = self.command("take-ticket", guest.client)
        assert answer.status_code == 200, answer.text
        return answer.json()["ticket"]

    def by_ticket(self, type_: str, client: httpx.Client | None = None, **fields: Any) -> httpx.Response:
        return (client or self.nobody).post(f"/api/boards/{self.id}", json={"type": type_} | fields)

    def contribute(self, person: int, words: str, kind: str = "insight") -> str:
        """Answers the secret that takes it back."""
        secret = secrets.token_hex(16)
        fields: dict[str, Any] = {
            "ticket": self.tickets[person],
            "kind": kind,
            "words": words,
            "secret": secret,
        }
        answer = self.by_ticket("contribute", **fields)
        assert answer.status_code == 200, answer.text
        return secret

    def share(self, person: int, words: str, kind: str = "offer") -> str:
        secret = secrets.token_hex(16)
        fields = {"kind": kind, "words": words, "secret": secret}
        answer = self.command("share", self.guests[person].client, **fields)
        assert answer.status_code == 200, answer.text
        return secret

    def withdraw(self, secret: str) -> httpx.Response:
        return self.by_ticket("withdraw", secret=secret)

    def board(self, client: httpx.Client | None = None) -> list[dict[str, Any]]:
        answer = (client or self.host).get(f"{self.path}/board")
        assert answer.status_code == 200, answer.text
        return answer.json()["contributions"]

    def words(self) -> set[str]:
        return {each["words"] for each in self.board()}

    def until_shown(self, how_many: int) -> list[dict[str, Any]]:
        return until(lambda: found if len(found := self.board()) == how_many else None)
