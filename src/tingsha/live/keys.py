"""Ids and tokens, all derived from the journal's secret: nothing to store, nothing to leak from a backup of names.

An id that is derived from the id of a request makes the request repeatable: a phone that lost the answer asks again
and gets the same one. Whoever knows somebody's id (their partners do) cannot derive the token from it.
"""

import hmac
import secrets
from hashlib import blake2b
from typing import Final

import msgspec

ID_LENGTH: Final = 32
"""Hexadecimal digits in an id, and in the secret part of a token: 128 bits."""


class Keys:
    """Derives ids and tokens. `request` is the id that a client gave to its POST."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def gathering(self, request: str) -> str:
        return self._derive("gathering", request)

    def participant(self, gathering: str, request: str) -> str:
        return self._derive("participant", gathering, request)

    def along(self, gathering: str, participant: str) -> str:
        """The id in this gathering of who comes along from another. A phone's own request can hold no space, so none is
        like it."""
        return self.participant(gathering, f"again {participant}")

    def community(self, token: str) -> str:
        """The id of a community. Whoever has it cannot add gatherings: that takes the token."""
        return self._derive("community", token)

    def device(self, community: str, key: str) -> str:
        """By what a phone is known in a community. The same key gives another hash in another community."""
        return self._derive("device", community, key)

    def host_token(self, gathering: str, generation: int) -> str:
        """A new generation makes every earlier host link worthless."""
        return self._derive("host", gathering, str(generation))

    def stage_token(self, gathering: str) -> str:
        return self._derive("stage", gathering)

    def participant_token(self, gathering: str, participant: str) -> str:
        """Says whose it is in its first half; the second half proves it."""
        return participant + self._derive("me", gathering, participant)

    def ticket(self, gathering: str, chance: str) -> str:
        """What proves that a ticket was made here; it is made of chance alone, so it is nobody's."""
        return self._derive("ticket", gathering, chance)

    def _derive(self, *parts: str) -> str:
        # As JSON the parts cannot run into each other.
        return blake2b(msgspec.json.encode(parts), key=self._secret, digest_size=16).hexdigest()


def same(given: str, right: str) -> bool:
    """Whether two tokens are equal, in a time that does not tell how far they agree."""
    return hmac.compare_digest(given.encode(), right.encode())


def draw() -> str:
    """A fresh id, for a request that came without one."""
    return secrets.token_hex(16)
