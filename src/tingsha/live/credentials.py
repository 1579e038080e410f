"""What a token opens: the host's page, the stage, or one person's own phone, each of one gathering only."""

from dataclasses import dataclass
from typing import Protocol

from tingsha.flow.session import Session
from tingsha.gathering.state import FORGOTTEN
from tingsha.live.caller import Caller
from tingsha.live.keys import ID_LENGTH, Keys, same
from tingsha.words import DAY, SECOND, Actor, Instant, Person, Role


class Gathering(Protocol):
    """What this page reads of a keeper."""

    id: str
    session: Session


@dataclass(frozen=True, slots=True)
class Credentials:
    """In which roles a caller may act here. `shown` is true when they carried something at all, right or wrong."""

    host: bool = False
    stage: bool = False
    person: Person = -1
    by_cookie: bool = False
    shown: bool = False

    @property
    def wrong(self) -> bool:
        return self.shown and not (self.host or self.stage or self.person >= 0)

    def actors(self) -> list[Actor]:
        """The roles in which this caller may command. The stage only shows."""
        host = [Actor(Role.HOST)] if self.host else []
        return [*host, Actor(Role.PARTICIPANT, self.person)] if self.person >= 0 else host


def credentials(caller: Caller, gathering: Gathering, keys: Keys) -> Credentials:
    """What the caller carries for this gathering. A bearer token counts alone: then no cookie gives authority."""
    if caller.bearer is not None:
        return _opens(caller.bearer, caller.bearer, caller.bearer, gathering, keys)
    host, stage, me = (caller.cookies.get(f"{kind}_{gathering.id}") for kind in ("host", "stage", "me"))
    if host is None and stage is None and me is None:
        return Credentials()
    found = _opens(host or "", stage or "", me or "", gathering, keys)
    return Credentials(found.host, found.stage, found.person, by_cookie=True, shown=True)


def _opens(host: str, stage: str, me: str, gathering: Gathering, keys: Keys) -> Credentials:
    generation = gathering.session.gathering.host_link
    return Credentials(
        host=same(host, keys.host_token(gathering.id, generation)),
        stage=same(stage, keys.stage_token(gathering.id)),
        person=person_of(me, gathering, keys),
        shown=True,
    )


def person_of(token: str, gathering: Gathering, keys: Keys) -> Person:
    """Whose token this is; -1 for nobody's who is still known here."""
    participant = token[:ID_LENGTH]
    right = keys.participant_token(gathering.id, participant)
    person = gathering.session.person(participant)
    if not same(token, right) or person is None:
        return -1
    # Who came in a second time has a token of their own, for the person that they were all along.
    person = gathering.session.gathering.twice.get(person, person)
    gone = gathering.session.gathering.people.whereabouts[person] == FORGOTTEN
    return -1 if gone else person


def cookie(kind: str, gathering: Gathering, token: str, now: Instant, *, secure: str) -> str:
    """A Set-Cookie value for one gathering. It goes back only to this gathering's own addresses, and not for ever.

    `secure` is `; Secure` where the page came by https, else empty.
    """
    keep_until = gathering.session.gathering.keep_until(gathering.session.rounds.closed_at)
    seconds = max(keep_until - now, DAY) // SECOND
    path = f"/api/gatherings/{gathering.id}"
    return f"{kind}_{gathering.id}={token}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
