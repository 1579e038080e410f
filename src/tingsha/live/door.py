"""The outermost door, plain ASGI: held streams and screens are served here, the rest goes on to the framework."""

import re
from typing import Any, Final
from urllib.parse import parse_qs

from litestar import Litestar

from tingsha.live import docs
from tingsha.live.bodies import MOST_BYTES, PATIENCE_S, is_text, read_body, replay
from tingsha.live.caller import Scope
from tingsha.live.doorway import Doorway, Visit
from tingsha.live.headers import sealed
from tingsha.live.logs import note
from tingsha.live.problems import send_problem
from tingsha.live.routes import refusal_of, routes
from tingsha.live.screens import Screens, send_file
from tingsha.live.streams import Kind, Message, Receive, Send, Wire, place
from tingsha.words import Refusal

STREAM: Final = re.compile(r"/api/gatherings/([^/]{1,64})/(stream|stage|host)\Z")
ROSTER: Final = re.compile(r"/api/gatherings/[^/]{1,64}/roster\Z")
KINDS: Final[dict[str, Kind]] = {"stream": "phone", "stage": "stage", "host": "host"}


class Door:
    """The application that a server runs."""

    def __init__(self, doorway: Doorway, screens: Screens) -> None:
        self.doorway = doorway
        self._screens = screens
        self._routes: Litestar = routes(doorway)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._routes(scope, receive, send)  # type: ignore[arg-type]
        elif scope["type"] == "http":
            await self._answer(scope, receive, Answering(send))

    async def _answer(self, scope: Scope, receive: Receive, send: "Answering") -> None:
        try:
            await self._go(scope, receive, send)
        except Exception as fault:
            if send.begun:
                note(fault)
            else:
                await send_problem(send, refusal_of(fault), self.doorway.caller(scope).language)

    async def _go(self, scope: Scope, receive: Receive, send: "Answering") -> None:
        method, path = scope["method"], scope["path"]
        if method in ("GET", "HEAD"):
            if found := STREAM.match(path):
                await self._stream(scope, receive, send, found[1], KINDS[found[2]])
            elif (file := self._screens.find(path)) is not None:
                await send_file(scope, send, file, self.doorway.caller(scope).language)
            elif (
                found := docs.find(self._screens.files, path, self.doorway.caller(scope).language)
            ) is not None:
                await send_file(scope, send, found.page, self.doorway.caller(scope).language, found.status)
            else:
                await self._routes(scope, receive, send)  # type: ignore[arg-type]
        elif method == "PUT" and ROSTER.match(path):
            # The largest body there is, and so it is read only after we know that a host sends it.
            await self._routes(scope, receive, send)  # type: ignore[arg-type]
        else:
            await self._with_body(scope, receive, send)

    async def _with_body(self, scope: Scope, receive: Receive, send: "Answering") -> None:
        body = await read_body(receive, MOST_BYTES, PATIENCE_S)
        if not isinstance(body, Refusal) and not is_text(body):
            body = Refusal("not-utf-8")
        if isinstance(body, Refusal):
            await send_problem(send, body, self.doorway.caller(scope).language)
            return
        await self._routes(scope, replay(body, receive), send)  # type: ignore[arg-type]

    async def _stream(
        self, scope: Scope, receive: Receive, send: "Answering", gathering: str, kind: Kind
    ) -> None:
        visit = await self.doorway.visit(scope, gathering)
        if isinstance(visit, Refusal):
            await send_problem(send, visit, self.doorway.caller(scope).language)
            return
        refusal = _may_follow(visit, kind)
        if refusal is not None:
            await send_problem(send, refusal, visit.language)
            return
        person = visit.credentials.person if kind == "phone" else -1
        since = place(_since(scope), visit.keeper.epoch)
        await self.doorway.streams.follow(visit.keeper, kind, person, since, Wire(receive, send))


class Answering:
    """A `send` that adds our headers, and knows whether an answer has begun."""

    def __init__(self, send: Send) -> None:
        self.begun = False
        self.server = send
        self._sealed = sealed(send)

    async def __call__(self, message: Message) -> None:
        self.begun = True
        await self._sealed(message)


def _may_follow(visit: Visit, kind: Kind) -> Refusal | None:
    known = visit.credentials
    if {"phone": known.person >= 0, "stage": known.stage, "host": known.host}[kind]:
        return None
    other = known.host or known.stage or known.person >= 0
    return Refusal("not-allowed") if other else visit.not_signed_in()


def _since(scope: Scope) -> str:
    """What the client has: in the address, or in the header of a browser that reconnects by itself."""
    query: dict[str, list[Any]] = parse_qs(scope["query_string"].decode("latin-1"))
    headers = dict(scope["headers"])
    return query.get("since", [headers.get(b"last-event-id", b"").decode("latin-1")])[0]
