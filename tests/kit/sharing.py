"""Sharing something on the board without a screen: a ticket by somebody's token, and words by the ticket."""

import secrets
from typing import Any

import httpx

from tests.kit.server import Server, fresh_id


def contribute(
    server: Server, gathering: dict[str, Any], token: str, words: str, kind: str = "insight"
) -> str:
    """What one person's phone shares without a name. Each has one ticket, so once a token. Answers the secret."""
    path = f"{server.url}/api/gatherings/{gathering['id']}/commands"
    asked = {"id": fresh_id(), "type": "take-ticket"}
    taken = httpx.post(path, json=asked, headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert taken.status_code == 200, taken.text
    said = {"type": "contribute", "ticket": taken.json()["ticket"], "kind": kind, "words": words}
    secret = {"secret": secrets.token_hex(16)}
    answer = httpx.post(f"{server.url}/api/boards/{gathering['id']}", json=said | secret, timeout=10)
    assert answer.status_code == 200, answer.text
    return secret["secret"]
