"""Known again: whom a phone belongs to at the next gathering of a community, and being forgotten in all of them."""

from typing import Any

from litestar import Request, Response, post
from litestar.params import FromPath, JSONBody
from msgspec import structs

from tingsha.flow.answers import Forgotten, Recognised
from tingsha.gathering import commands as g
from tingsha.gathering.known import devices_of, known_as
from tingsha.live.communities import Self, met_earlier, selves, with_device
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.forms import Knocking
from tingsha.live.keeper import Answer, Keeper
from tingsha.live.opening import without_cookies
from tingsha.live.problems import problem, too_many
from tingsha.words import Actor, Person, Refusal, Role

Asking = Request[Any, Any, Any]


@post("/api/gatherings/{gathering:str}/recognise", status_code=200)
async def recognise(
    gathering: FromPath[str], data: JSONBody[Knocking], request: Asking
) -> Response[Recognised]:
    """Whom a phone's own key belongs to in the community of this gathering, so that their name can be filled in."""
    doorway = here(request)
    visit = await _knocking(doorway, request, gathering)
    if isinstance(visit, Response):
        return visit
    keepers = await doorway.house.community(visit.keeper.session.gathering.community)
    device = doorway.keys.device(visit.keeper.session.gathering.community, data.device_key)
    known = [each for each in keepers if known_as(each.session.texts, device)]
    until = max((_until(each) for each in keepers), default=_until(visit.keeper))
    if not known:
        return Response(Recognised(name="", group=None, gatherings=0, until=until))
    session = known[0].session
    person = session.person(known_as(session.texts, device) or "")
    name = "" if person is None else session.name(person)
    group = None if person is None else session.group(session.gathering.people.group[person])
    here_too = group if group in _groups(visit.keeper) else None
    return Response(Recognised(name=name, group=here_too, gatherings=len(known), until=until))


@post("/api/gatherings/{gathering:str}/forget", status_code=200)
async def forget(gathering: FromPath[str], data: JSONBody[Knocking], request: Asking) -> Response[Forgotten]:
    """Erase whoever is known by this phone from all gatherings of the community."""
    doorway = here(request)
    visit = await _knocking(doorway, request, gathering)
    if isinstance(visit, Response):
        return visit
    keepers = await doorway.house.community(visit.keeper.session.gathering.community)
    device = doorway.keys.device(visit.keeper.session.gathering.community, data.device_key)
    found = await _erased(doorway, selves(keepers, doorway.keys, with_device(keepers, device)))
    if isinstance(found, Refusal):
        return visit.refused(found)
    return Response(Forgotten(len(found)), cookies=without_cookies(visit, found))


async def _knocking(doorway: Doorway, request: Asking, gathering: str) -> Visit | Response[Any]:
    visit = await doorway.visit_to_come_in(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    if wait := doorway.limits.searches.take(visit.caller.address):
        return visit.refused(too_many(wait))
    if not visit.keeper.session.gathering.community:
        return visit.refused(Refusal("no-community"))
    return visit


def _until(keeper: Keeper) -> int:
    return keeper.session.gathering.keep_until(keeper.session.rounds.closed_at)


def _groups(keeper: Keeper) -> list[str]:
    session = keeper.session
    return [words for place in range(session.gathering.groups) if (words := session.group(place))]


async def arrive(doorway: Doorway, keeper: Keeper, command: g.Arrive, device: str) -> Answer | Refusal:
    """Somebody comes in whose phone has this hash, and meets others than at earlier gatherings."""
    others = [
        each
        for each in await doorway.house.community(keeper.session.gathering.community)
        if each is not keeper
    ]
    # From here to the question nothing waits, so of two who come in side by side the later finds the earlier.
    on_their_way = doorway.on_their_way.setdefault(keeper, {})
    texts = keeper.session.texts
    met = (known_as(texts, each) or on_their_way.get(each) for each in met_earlier(others, device))
    known = sorted({*command.met, *(each for each in met if each)} - {command.participant})
    on_their_way[device] = command.participant
    asked = structs.replace(command, device=device, met=known)
    try:
        return await doorway.ask(keeper, asked, Actor(Role.NEWCOMER))
    finally:
        if on_their_way.get(device) == command.participant:
            del on_their_way[device]


async def know(doorway: Doorway, keeper: Keeper, person: Person, device_key: str) -> Answer | Refusal:
    """One more phone by which somebody is known."""
    participant = keeper.session.gathering.people.ids[person]
    device = doorway.keys.device(keeper.session.gathering.community, device_key)
    return await doorway.ask(keeper, g.MakeKnown(participant=participant, device=device), Actor(Role.KEEPER))


async def leave(doorway: Doorway, keeper: Keeper, person: Person) -> set[str] | Refusal:
    """Somebody is erased from all gatherings of the community; answers which they were in."""
    keepers = await doorway.house.community(keeper.session.gathering.community)
    if not keepers:
        return Refusal("no-community")
    participant = keeper.session.gathering.people.ids[person]
    begin: list[Self] = [(keeper, person)]
    for device in devices_of(keeper.session.texts, participant):
        begin += with_device(keepers, device)
    found = selves(keepers, doorway.keys, begin)
    # Here last: who hears that it did not work can still ask again.
    return await _erased(doorway, sorted(found, key=lambda each: each[0] is keeper))


async def _gone(doorway: Doorway, keeper: Keeper) -> bool:
    return await doorway.house.keeper(keeper.id) is None


async def _erased(doorway: Doorway, found: list[Self]) -> set[str] | Refusal:
    for keeper, person in found:
        answer = await doorway.ask(keeper, g.EraseMe(), Actor(Role.PARTICIPANT, person))
        if isinstance(answer, Refusal) and answer.code != "forgotten" and not await _gone(doorway, keeper):
            return answer
    return {keeper.id for keeper, _ in found}
