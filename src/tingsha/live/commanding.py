"""The commands of people and hosts, and the few that need more than a gathering's own keeper."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, Union

from litestar import Request, Response, post
from litestar.params import FromPath, JSONBody

from tingsha.board.commands import Share, TakeTicket
from tingsha.board.slips import name_of
from tingsha.flow.wire import command_names
from tingsha.gathering.commands import EraseMe, NewHostLink, ReEntry
from tingsha.live.again import come_along, go_on, try_out
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.forms import (
    AT_THE_DOOR,
    LEAST_KEY,
    MOST_KEY,
    Again,
    ComeAlong,
    Erase,
    KnowMe,
    LeaveCommunity,
    SendCrowd,
    SendCrowdHome,
)
from tingsha.live.keys import draw
from tingsha.live.opening import described, with_cookie, without_cookies
from tingsha.live.problems import problem, too_many
from tingsha.live.recognising import know, leave
from tingsha.pairs.commands import StandWith
from tingsha.words import Actor, Command, Refusal, Role

Asking = Request[Any, Any, Any]
if TYPE_CHECKING:
    AnyCommand = Command
else:
    AnyCommand = Union[(*command_names().values(), *AT_THE_DOOR)]
MOST_ID: Final = 64


@post("/api/gatherings/{gathering:str}/commands", status_code=200)
async def command(
    gathering: FromPath[str], data: JSONBody[AnyCommand], request: Asking
) -> Response[dict[str, Any]]:
    """Give a command. The answer comes when it is on disk, with the version it led to."""
    doorway = here(request)
    visit = await doorway.visit_to_change(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    by = _actor(visit, data)
    if isinstance(by, Refusal):
        return visit.refused(by)
    if len(data.id) > MOST_ID:
        return visit.refused(Refusal("not-understood", {"field": "id"}))
    if wait := _too_often(doorway, visit, by):
        return visit.refused(too_many(wait))
    answer = await SPECIAL.get(type(data), _ask)(doorway, visit, data, by)
    if isinstance(answer, Refusal):
        return visit.refused(answer)
    return answer if isinstance(answer, Response) else Response(answer)


def _actor(visit: Visit, asked: Command) -> Actor | Refusal:
    """In which role this is asked: the one that was named, else the one of the caller's that may."""
    actors = visit.credentials.actors()
    if asked.as_ is not None:
        actors = [each for each in actors if each.role == asked.as_]
    if not actors:
        return visit.not_signed_in()
    return next((each for each in actors if each.role in asked.may), actors[0])


def _too_often(doorway: Doorway, visit: Visit, by: Actor) -> float:
    if by.role is Role.HOST:
        return doorway.limits.host_commands.take(visit.keeper.id)
    return doorway.limits.commands.take(f"{visit.keeper.id}{by.person}")


Said = dict[str, Any] | Response[Any] | Refusal


async def _ask(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    answer = await doorway.ask(visit.keeper, asked, by)
    return answer if isinstance(answer, Refusal) else {"version": answer.version, **answer.extra}


async def _stand_with(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    """Every no counts as a guess, and after a few of them one has to wait."""
    who, guesses = f"{visit.keeper.id}{by.person}", doorway.limits.wrong_tags
    if by.role in asked.may and (wait := guesses.wait(who)):
        return too_many(wait)
    answer = await _ask(doorway, visit, asked, by)
    if isinstance(answer, Refusal):
        guesses.take(who)
    return answer


async def _new_host_link(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    """The old link dies with its streams; the page that asked goes on, with a new cookie."""
    answer = await _ask(doorway, visit, asked, by)
    if not isinstance(answer, dict):
        return answer
    generation = visit.keeper.session.gathering.host_link
    token = doorway.keys.host_token(visit.keeper.id, generation)
    headers = with_cookie(doorway, visit, "host", token) if visit.credentials.by_cookie else None
    return Response(
        answer | {"link": doorway.links_for_others(visit.caller, visit.keeper).host}, headers=headers
    )


async def _re_entry(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    answer = await _ask(doorway, visit, asked, by)
    if not isinstance(answer, dict):
        return answer
    participant = visit.keeper.session.gathering.people.ids[by.person]
    token = doorway.keys.participant_token(visit.keeper.id, participant)
    return answer | {"link": f"{doorway.site.seen_from(visit.caller.base)}/phone/{visit.keeper.id}#{token}"}


async def _take_ticket(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    """The same again for a phone that asks again at once: the answer may have been lost."""
    answer = await _ask(doorway, visit, asked, by)
    if isinstance(answer, dict):
        return answer | {"ticket": doorway.tickets.hand_out(visit.keeper.id, by.person)}
    known = doorway.tickets.again(visit.keeper.id, by.person)
    taken = isinstance(answer, Refusal) and answer.code == "ticket-taken"
    return {"version": visit.keeper.session.version, "ticket": known} if known and taken else answer


async def _share(doorway: Doorway, visit: Visit, asked: Share, by: Actor) -> Said:
    answer = await _ask(doorway, visit, asked, by)
    return answer | {"contribution": name_of(asked.secret)} if isinstance(answer, dict) else answer


async def _again(doorway: Doorway, visit: Visit, asked: Again, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    request = asked.id or draw()
    if asked.rehearsal:
        keeper = await try_out(doorway, visit.keeper, request)
    else:
        keeper = await go_on(doorway, visit.keeper, request, asked.bring)
    if isinstance(keeper, Refusal):
        return keeper
    return Response(described(doorway, visit.caller, keeper), status_code=200)


async def _come_along(doorway: Doorway, visit: Visit, asked: ComeAlong, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    there = await come_along(doorway, visit.keeper, by.person)
    if isinstance(there, Refusal):
        return there
    keeper, participant = there
    token = doorway.keys.participant_token(keeper.id, participant)
    told = {"version": keeper.session.version, "gathering": keeper.id, "code": keeper.session.gathering.code}
    if not visit.credentials.by_cookie:
        return told | {"participant": participant, "token": token}
    return Response(told, headers=with_cookie(doorway, visit._replace(keeper=keeper), "me", token))


async def _know_me(doorway: Doorway, visit: Visit, asked: KnowMe, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    if not LEAST_KEY <= len(asked.device_key) <= MOST_KEY:
        return Refusal("not-understood", {"field": "device_key"})
    answer = await know(doorway, visit.keeper, by.person, asked.device_key)
    return answer if isinstance(answer, Refusal) else {"version": answer.version}


async def _leave_community(doorway: Doorway, visit: Visit, asked: LeaveCommunity, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    gatherings = await leave(doorway, visit.keeper, by.person)
    if isinstance(gatherings, Refusal):
        return gatherings
    told = {"version": visit.keeper.session.version, "gatherings": len(gatherings)}
    gone = without_cookies(visit, gatherings) if visit.credentials.by_cookie else None
    return Response(told, cookies=gone)


async def _erase_me(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    answer = await _ask(doorway, visit, asked, by)
    if not isinstance(answer, dict) or not visit.credentials.by_cookie:
        return answer
    return Response(answer, cookies=without_cookies(visit, [visit.keeper.id]))


async def _send_crowd(doorway: Doorway, visit: Visit, asked: SendCrowd, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    refusal = doorway.crowds.send(visit.keeper, asked.people)
    return refusal or {"version": visit.keeper.session.version}


async def _send_crowd_home(doorway: Doorway, visit: Visit, asked: SendCrowdHome, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    await doorway.crowds.send_home(visit.keeper.id)
    return {"version": visit.keeper.session.version}


async def _erase(doorway: Doorway, visit: Visit, asked: Command, by: Actor) -> Said:
    if by.role not in asked.may:
        return Refusal("not-allowed")
    version = visit.keeper.session.version
    await doorway.crowds.forget(visit.keeper.id)
    await doorway.house.erase(visit.keeper)
    return {"version": version}


SPECIAL: Final[dict[type, Callable[[Doorway, Visit, Any, Actor], Awaitable[Said]]]] = {
    EraseMe: _erase_me,
    NewHostLink: _new_host_link,
    ReEntry: _re_entry,
    StandWith: _stand_with,
    TakeTicket: _take_ticket,
    Share: _share,
    Again: _again,
    ComeAlong: _come_along,
    KnowMe: _know_me,
    LeaveCommunity: _leave_community,
    SendCrowd: _send_crowd,
    SendCrowdHome: _send_crowd_home,
    Erase: _erase,
}
