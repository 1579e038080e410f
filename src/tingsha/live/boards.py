"""The board over the network: sharing by ticket, and reading what is shown.

Sharing has an address of its own, outside the paths that our cookies go back to, so that a browser cannot say who it is
even if it wanted to; and whoever does say so is sent away before anything is read.
"""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Struct

from tingsha.board.commands import Contribute, MeToo, Secret, Withdraw
from tingsha.board.decide import closed
from tingsha.board.slips import is_name, mark_of, name_of
from tingsha.board.view import BoardPage, SuggestedPatterns
from tingsha.introductions.commands import GiveCard, SayYes, TakeBackYes
from tingsha.introductions.view import Introduction, introductions
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.exports import board_as_csv
from tingsha.live.hosting import hosts_visit
from tingsha.live.problems import problem, too_many
from tingsha.words import Actor, Refusal, Role

Asking = Request[Any, Any, Any]
BySecret = Withdraw | SayYes | TakeBackYes | GiveCard
ByTicket = Contribute | MeToo | BySecret


class Mine(Struct, forbid_unknown_fields=True):
    """A contribution of one's own, by what takes it back."""

    secret: Secret


@post("/api/boards/{gathering:str}", status_code=200)
async def by_ticket(
    gathering: FromPath[str], data: JSONBody[ByTicket], request: Asking
) -> Response[dict[str, Any]]:
    """Share something without a name, say "me too", take back what one shared, or say yes to an introduction. The
    answer comes when it is on disk;
    of what was taken back, when it is in no file any more."""
    doorway = here(request)
    visit = await doorway.visit_to_come_in(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    if refusal := _turned_away(doorway, visit, data):
        return visit.refused(refusal)
    answer = await doorway.ask(visit.keeper, data, Actor(Role.TICKET))
    if isinstance(answer, Refusal):
        return visit.refused(answer)
    return Response({"contribution": name_of(data.secret)} if isinstance(data, Contribute) else {})


def _turned_away(doorway: Doorway, visit: Visit, asked: ByTicket) -> Refusal | None:
    limits, keeper = doorway.limits, visit.keeper
    if refusal := _said_who(doorway, visit):
        return refusal
    if isinstance(asked, BySecret):
        return None
    if not doorway.tickets.known(keeper.id, asked.ticket):
        wait = limits.wrong_tokens.take(visit.caller.address)
        return too_many(wait) if wait else Refusal("unknown-ticket")
    wait = limits.commands.take(keeper.id + mark_of(asked.ticket))
    return too_many(wait) if wait else None


def _said_who(doorway: Doorway, visit: Visit) -> Refusal | None:
    """What is asked of a contribution comes from nobody, and not too often."""
    if visit.credentials.shown:
        return Refusal("said-who")
    wait = doorway.limits.board.take(visit.caller.address)
    return too_many(wait) if wait else None


@post("/api/boards/{gathering:str}/introductions", status_code=200)
async def introduced(
    gathering: FromPath[str], data: JSONBody[Mine], request: Asking
) -> Response[list[Introduction]]:
    """What may go with a contribution of one's own, a need with offers and an offer with needs, and how far each has
    come. Nothing is kept of the question."""
    doorway = here(request)
    visit = await doorway.visit_to_come_in(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    session = visit.keeper.session
    if refusal := _said_who(doorway, visit) or closed(session):
        return visit.refused(refusal)
    if not session.introductions.on:
        return visit.refused(Refusal("introductions-off"))
    alike = await doorway.suggestions.matches(visit.keeper)
    # Below five nothing is told, and a phone keeps the cards that it has; the board may have closed while we looked.
    if not session.board.open():
        return visit.refused(Refusal("introductions-off"))
    return Response(introductions(session, data.secret, alike))


@get("/api/gatherings/{gathering:str}/board")
async def board(gathering: FromPath[str], request: Asking, after: FromQuery[str] = "") -> Response[BoardPage]:
    """What is on the board, some at a time in the order of chance: for the host and for who takes part, and for the
    stage when the host shows it there. Of fewer than five people nothing."""
    doorway = here(request)
    visit = await doorway.visit(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    if refusal := _may_not_look(doorway, visit):
        return visit.refused(refusal)
    if after and not is_name(after):
        return visit.refused(Refusal("not-understood", {"field": "after"}))
    body: Any = doorway.boards.page(visit.keeper, after)
    return Response(body, media_type="application/json")


def _may_not_look(doorway: Doorway, visit: Visit) -> Refusal | None:
    known, session = visit.credentials, visit.keeper.session
    if not (known.host or known.stage or known.person >= 0):
        return visit.not_signed_in()
    limits = doorway.limits
    wait = 0.0 if known.host else limits.commands.take(f"{visit.keeper.id}{known.person}")
    if wait:
        return too_many(wait)
    if refusal := closed(session):
        return refusal
    looks = known.host or session.board.on_stage or (known.person >= 0 and not session.removed(known.person))
    return None if looks else Refusal("not-allowed")


@get("/api/gatherings/{gathering:str}/board.csv")
async def board_csv(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """What is shown on the board, as a table, for the host."""
    visit = await hosts_visit(request, gathering, here(request))
    if isinstance(visit, Response):
        return visit
    name = {"content-disposition": 'attachment; filename="tingsha-board.csv"'}
    return Response(board_as_csv(visit.keeper.session), media_type="text/csv; charset=utf-8", headers=name)


@get("/api/gatherings/{gathering:str}/board/alike")
async def board_alike(gathering: FromPath[str], request: Asking) -> Response[SuggestedPatterns]:
    """Contributions that say much the same, the largest groups first, each with the words that say it best: for the
    host. Of fewer than five people nothing."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    if refusal := closed(visit.keeper.session):
        return visit.refused(refusal)
    return Response(await doorway.suggestions.of(visit.keeper))
