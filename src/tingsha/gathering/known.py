"""Known again at the next gathering of a community: by a key of one's own phone.

The key is random, made on the phone, and another one for each community. What lies here is a keyed hash of it, in the
vault, where it goes with the name: the log knows nothing of it.
"""

from collections.abc import Callable
from typing import Any, Final, Protocol

from tingsha.gathering import commands as c
from tingsha.gathering import events as e
from tingsha.gathering.state import FORGOTTEN, Gathering
from tingsha.words import Asked, Decision, Fact, Person, Refusal, Said, Unsaid

DEVICE: Final = "device:"
"""Followed by a phone's hash: the participant as whom it is known …"""
DEVICES: Final = "devices:"
"""… and followed by a participant: the hashes of their phones."""


class Sees(Protocol):
    """What this page reads of a session."""

    gathering: Gathering
    texts: dict[str, str]

    def person(self, participant: str) -> Person | None: ...


def known_as(texts: dict[str, str], device: str) -> str | None:
    """The participant as whom this phone was known last."""
    return texts.get(DEVICE + device)


def devices_of(texts: dict[str, str], participant: str) -> list[str]:
    """The phones by which somebody is known, as hashes."""
    return texts.get(DEVICES + participant, "").split()


def made_known(session: Sees, participant: str, device: str) -> list[Fact]:
    """What is kept so that this phone is known next time; nothing outside a community."""
    if not device or not session.gathering.community:
        return []
    devices = dict.fromkeys([*devices_of(session.texts, participant), device])
    return [Said(DEVICE + device, participant), Said(DEVICES + participant, " ".join(devices))]


def unknown_again(session: Sees, participant: str) -> list[Fact]:
    """All of that is deleted. A phone that is known as somebody else by now stays so."""
    devices = devices_of(session.texts, participant)
    own = [each for each in devices if known_as(session.texts, each) == participant]
    return [*(Unsaid(DEVICE + each) for each in own), *([Unsaid(DEVICES + participant)] if devices else [])]


def _make_known(session: Sees, asked: Asked) -> Decision:
    command: c.MakeKnown = asked.command
    person = session.person(command.participant)
    if person is None or session.gathering.people.whereabouts[person] == FORGOTTEN:
        return Refusal("unknown-participant")
    if not session.gathering.community:
        return Refusal("no-community")
    if command.device in devices_of(session.texts, command.participant):
        return []
    return [*made_known(session, command.participant, command.device), e.MadeKnown(person=person)]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {c.MakeKnown: _make_known}
