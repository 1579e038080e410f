"""Opening a gathering, and opening one of its links."""

from collections.abc import Iterable
from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.params import FromPath, JSONBody

from tingsha.flow import view
from tingsha.flow.documents import Opened, PublicCard
from tingsha.gathering.commands import Open
from tingsha.languages import languages
from tingsha.live.caller import Caller, foreign
from tingsha.live.credentials import cookie, person_of
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.forms import Entering, Opening
from tingsha.live.keeper import Keeper
from tingsha.live.keys import draw, same
from tingsha.live.problems import problem, too_many
from tingsha.words import Refusal

Asking = Request[Any, Any, Any]


@post("/api/gatherings")
async def open_gathering(data: JSONBody[Opening], request: Asking) -> Response[Opened]:
    """Open a gathering. Needs the host key, except on the machine itself."""
    doorway = here(request)
    who = doorway.caller(request.scope)
    if foreign(who, doorway.settings, by_cookie=False):
        return problem(Refusal("foreign-page"), who.language)
    if refusal := doorway.may_open(who):
        return problem(refusal, who.language)
    if data.language not in languages():
        return problem(Refusal("not-understood", {"field": "language"}), who.language)
    community = doorway.keys.community(data.community) if data.community else ""
    keeper = await opened(doorway, data.command(data.id, community), data.id)
    if isinstance(keeper, Refusal):
        return problem(keeper, who.language or data.language)
    return Response(described(doorway, who, keeper), status_code=201)


async def opened(doorway: Doorway, command: Open, request_id: str) -> Keeper | Refusal:
    """The gathering that this request opens, or has already opened."""
    return await doorway.house.open_gathering(command, doorway.keys.gathering(request_id or draw()))


def described(doorway: Doorway, who: Caller, keeper: Keeper) -> Opened:
    """All that the one who opened a gathering must know."""
    gathering = keeper.session.gathering
    return Opened(
        id=keeper.id,
        code=gathering.code,
        host_token=doorway.keys.host_token(keeper.id, gathering.host_link),
        stage_token=doorway.keys.stage_token(keeper.id),
        links=doorway.links(who, keeper),
        version=keeper.session.version,
    )


@post("/api/gatherings/{gathering:str}/enter", status_code=204)
async def enter(gathering: FromPath[str], data: JSONBody[Entering], request: Asking) -> Response[None]:
    """Change the token of a link for a cookie that scripts cannot read."""
    doorway = here(request)
    visit = await doorway.visit_to_come_in(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    kind = _kind(doorway, visit, data.token)
    if kind is None:
        wait = doorway.limits.wrong_tokens.take(visit.caller.address)
        return visit.refused(too_many(wait) if wait else Refusal("wrong-token"))
    return Response(None, status_code=204, headers=with_cookie(doorway, visit, kind, data.token))


def _kind(doorway: Doorway, visit: Visit, token: str) -> str | None:
    keeper, keys = visit.keeper, doorway.keys
    if same(token, keys.host_token(keeper.id, keeper.session.gathering.host_link)):
        return "host"
    if same(token, keys.stage_token(keeper.id)):
        return "stage"
    return "me" if person_of(token, keeper, keys) >= 0 else None


def with_cookie(doorway: Doorway, visit: Visit, kind: str, token: str) -> dict[str, str]:
    """The header that gives a browser its cookie."""
    secure = "; Secure" if visit.caller.base.startswith("https:") else ""
    return {"set-cookie": cookie(kind, visit.keeper, token, doorway.clock(), secure=secure)}


def without_cookies(visit: Visit, gatherings: Iterable[str]) -> list[Cookie]:
    """The end of what a browser had to come in by as a person: who is forgotten keeps no trace of it either."""
    return [
        Cookie(
            key=f"me_{each}",
            value="",
            path=f"/api/gatherings/{each}",
            max_age=0,
            httponly=True,
            samesite="strict",
            secure=visit.caller.base.startswith("https:"),
        )
        for each in gatherings
    ]


@get("/api/gatherings/by-code/{code:str}")
async def by_code(code: FromPath[str], request: Asking) -> Response[PublicCard]:
    """What whoever knows the code may know. An unknown code and a closed gathering look the same."""
    doorway = here(request)
    who, limits = doorway.caller(request.scope), doorway.limits
    if wait := max(limits.wrong_codes.wait(who.address), limits.wrong_codes_anywhere.wait("")):
        return problem(too_many(wait), who.language)
    keeper = await doorway.house.keeper_by_code(plain(code))
    if keeper is None:
        limits.wrong_codes.take(who.address)
        limits.wrong_codes_anywhere.take("")
        return problem(Refusal("unknown-code"), who.language)
    if doorway.site.is_elsewhere(who.address):
        keeper.listeners.reach()
    return Response(view.public_card(keeper.session, keeper.id))


def plain(code: str) -> str:
    """A code as somebody typed it: in two halves, in small letters."""
    return "".join(sign for sign in code if sign.isalnum()).upper()
