"""The server is killed while people share: what it said was saved hangs there, what it said was gone is gone."""

import asyncio
import secrets
import threading
import time
from typing import Any

import httpx

from tests.faults.conftest import Hatch
from tests.faults.nest import Nestling
from tests.faults.test_restart import join, press
from tests.journal.on_disk import files_with
from tingsha.board.slips import Contribution, read_slip
from tingsha.journal.sqlite import SqliteJournal

PEOPLE = 8
KILLS = 5


class Sharers:
    """Each shares and takes back without end, and remembers what it was told."""

    def __init__(self, server: Nestling, gathering: dict[str, Any], tickets: list[str]) -> None:
        self.server, self.path, self.tickets = server, f"{server.url}/api/boards/{gathering['id']}", tickets
        self.hangs: dict[str, str] = {}
        """Words, by the secret that takes them back."""
        self.gone: list[str] = []

    def until_killed(self, after_s: float) -> None:
        threads = [threading.Thread(target=self._share_on, args=(ticket,)) for ticket in self.tickets]
        for thread in threads:
            thread.start()
        time.sleep(after_s)  # how far they have come when it dies is left to chance
        self.server.kill9()
        for thread in threads:
            thread.join()

    def _share_on(self, ticket: str) -> None:
        with httpx.Client(timeout=5, verify=False, trust_env=False) as phone:
            while self._one(phone, ticket):
                pass

    def _one(self, phone: httpx.Client, ticket: str) -> bool:
        secret, words = secrets.token_hex(16), f"kanarie-{secrets.token_hex(8)}-"
        asked = {"type": "contribute", "ticket": ticket, "kind": "need", "words": words, "secret": secret}
        try:
            if phone.post(self.path, json=asked).status_code != 200:
                return False
            self.hangs[secret] = words
            if secrets.randbelow(3):
                return True
            del self.hangs[secret]  # until it is answered nobody knows
            answer = phone.post(self.path, json={"type": "withdraw", "secret": secret})
        except httpx.TransportError:
            return False
        assert answer.status_code == 200
        self.gone.append(words)
        return True


def test_what_was_shared_outlives_kill_9_and_what_was_taken_back_does_not(hatch: Hatch) -> None:
    server = hatch().start()
    gathering = server.open(milling="free", groups=[], board=True)
    people = [join(server, gathering, f"Guest {number}") for number in range(PEOPLE)]
    for command in ("start", "next"):
        assert server.command(gathering, command).status_code == 200
    tickets = [press(server, gathering, each, "take-ticket").json()["ticket"] for each in people]
    sharers = Sharers(server, gathering, tickets)
    for life in range(KILLS):
        sharers.until_killed(0.1 + 0.1 * life)
        assert not [words for words in sharers.gone if files_with(server.data, words.encode())]
        kept = _words(server, gathering)
        assert set(sharers.hangs.values()) <= kept
        assert not kept & set(sharers.gone)
        server.start()
    assert len(sharers.hangs) > PEOPLE
    assert sharers.gone


def _words(server: Nestling, gathering: dict[str, Any]) -> set[str]:
    """All that lies on the disk."""
    journal = SqliteJournal(server.data / "tingsha.sqlite")
    slips = [read_slip(body) for body in journal.slips(gathering["id"]).values()]
    asyncio.run(journal.close())
    return {slip.words for slip in slips if isinstance(slip, Contribution)}
