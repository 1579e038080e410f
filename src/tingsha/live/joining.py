"""Coming in through the door by one's own phone, and finding one's name on the list."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from tingsha.flow.answers import Joined, RosterMatches
from tingsha.gathering.state import FORGOTTEN
from tingsha.live import recognising
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.forms import Joining
from tingsha.live.keys import draw
from tingsha.live.opening import with_cookie
from tingsha.live.problems import problem, too_many
from tingsha.words import Actor, Refusal, Role

Asking = Request[Any, Any, Any]


@post("/api/gatherings/{gathering:str}/participants")
async def join(gathering: FromPath[str], data: JSONBody[Joining], request: Asking) -> Response[Joined]:
    """Join. The same id again gives the same person, also after the door was locked."""
    doorway = here(request)
    visit = await doorway.visit_to_come_in(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    request_id = data.id or draw()
    participant = doorway.keys.participant(gathering, request_id)
    version = await _arrive(doorway, visit, data, request_id, participant)
    if isinstance(version, Refusal):
        return visit.refused(version)
    token = doorway.keys.participant_token(gathering, participant)
    return Response(
        Joined(participant, token, version), status_code=201, headers=with_cookie(doorway, visit, "me", token)
    )


async def _arrive(
    doorway: Doorway, visit: Visit, data: JSONBody[Joining], request_id: str, participant: str
) -> int | Refusal:
    session = visit.keeper.session
    if (person := session.person(participant)) is not None:
        gone = session.gathering.people.whereabouts[person] == FORGOTTEN
        return Refusal("forgotten") if gone else session.version
    limits = doorway.limits
    if wait := limits.joins.take(visit.caller.address) or limits.joins_together.take(visit.keeper.id):
        return too_many(wait)
    command = data.command(request_id, participant)
    if data.device_key and (community := session.gathering.community):
        device = doorway.keys.device(community, data.device_key)
        answer = await recognising.arrive(doorway, visit.keeper, command, device)
    else:
        answer = await doorway.ask(visit.keeper, command, Actor(Role.NEWCOMER))
    return answer if isinstance(answer, Refusal) else answer.version


@get("/api/gatherings/{gathering:str}/roster")
async def find_on_roster(
    gathering: FromPath[str], request: Asking, q: FromQuery[str] = ""
) -> Response[RosterMatches]:
    """Names on the list that begin with these letters (three or more), as long as people may come in."""
    doorway = here(request)
    visit = await doorway.visit(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    if wait := doorway.limits.searches.take(visit.caller.address):
        return visit.refused(too_many(wait))
    session = visit.keeper.session
    if session.gathering.admission == "locked" or session.rounds.phase == "closed":
        return visit.refused(Refusal("locked"))
    return Response(await doorway.rosters.find(visit.keeper, q))
