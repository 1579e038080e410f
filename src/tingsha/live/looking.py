"""Who else looks for somebody, for a phone in free milling whose owner would rather tap a name."""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.params import FromPath, FromQuery

from tingsha.flow import own
from tingsha.flow.documents import LookingPage
from tingsha.live.doorway import here
from tingsha.live.problems import problem, too_many
from tingsha.words import Refusal

Asking = Request[Any, Any, Any]
PER_PAGE: Final = 20


@get("/api/gatherings/{gathering:str}/looking")
async def looking(
    gathering: FromPath[str], request: Asking, after: FromQuery[int] = 0
) -> Response[LookingPage]:
    """A participant's list of those who raised a hand or asked for a partner, some at a time, the nearest to arrive
    after them first; never anybody else."""
    doorway = here(request)
    visit = await doorway.visit(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    session, person = visit.keeper.session, visit.credentials.person
    if person < 0:
        known = visit.credentials.host or visit.credentials.stage
        return visit.refused(Refusal("not-allowed") if known else visit.not_signed_in())
    if wait := doorway.limits.commands.take(f"{visit.keeper.id}{person}"):
        return visit.refused(too_many(wait))
    round_ = session.meeting_round(doorway.clock())
    if session.gathering.milling != "free" or not round_ or not session.here(person):
        return visit.refused(Refusal("no-round-to-look-for"))
    first = min(max(after, 0), len(session.gathering.people))
    return Response(own.looking_page(session, round_, person, first, PER_PAGE))
