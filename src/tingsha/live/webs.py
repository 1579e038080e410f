"""Who met whom, for the stage and the host: the picture, and files that other programs open."""

import asyncio
import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any, Final

import networkx
from litestar import Request, Response, get
from litestar.params import FromPath
from msgspec import structs

from tingsha.flow.session import Session
from tingsha.live.communities import persons
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.exports import safe
from tingsha.live.keeper import Keeper
from tingsha.live.problems import problem
from tingsha.rounds.state import LOBBY, RUNNING
from tingsha.who_met_whom.across import threads_across
from tingsha.who_met_whom.view import Threads, Web, drawn, threads
from tingsha.words import Refusal

Asking = Request[Any, Any, Any]

nx: Any = networkx
"""Its types say less than ours must."""

HOSTS: Final = "host"
ROOMS: Final = "host or stage"
ENDS: Final = ("Source", "Target")
OF: Final = ("label", "group")


@get("/api/gatherings/{gathering:str}/web")
async def web(gathering: FromPath[str], request: Asking) -> Response[Web]:
    """Who met whom, as points and lines; once the rounds are over, and when the host has turned it on."""
    doorway = here(request)
    seen = await _threads(request, gathering, doorway, ROOMS)
    if isinstance(seen, Response):
        return seen
    visit, found = seen
    versions = [each.session.common_version for each in await _gatherings(doorway, visit.keeper)]
    known = doorway.webs.get(visit.keeper)
    if known is None or known[0] != versions:
        known = doorway.webs[visit.keeper] = (versions, await asyncio.to_thread(drawn, found))
    # Which groups hardly met is for the host, to think about; on a wall it would be a finger that points.
    hosts = visit.credentials.host
    return Response(known[1] if hosts else structs.replace(known[1], bridges=[], hardly_met=[]))


@get("/api/gatherings/{gathering:str}/export.graphml")
async def export_graphml(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """Who met whom as GraphML, for Gephi, networkx and igraph."""
    return await _file(request, gathering, as_graphml, "graphml")


@get("/api/gatherings/{gathering:str}/export.edges.csv")
async def export_edges(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """Who met whom as a table of edges, for Gephi, networkx, igraph, or to go on by hand."""
    return await _file(request, gathering, as_edges, "edges.csv", "text/csv; charset=utf-8")


@get("/api/gatherings/{gathering:str}/export.gexf")
async def export_gexf(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """Who met whom as GEXF, for Gephi."""
    return await _file(request, gathering, as_gexf, "gexf")


async def _file(
    request: Asking,
    gathering: str,
    write: Callable[[Threads], bytes],
    kind: str,
    media_type: str = "application/xml",
) -> Response[Any]:
    seen = await _threads(request, gathering, here(request), HOSTS)
    if isinstance(seen, Response):
        return seen
    body = await asyncio.to_thread(write, seen[1])
    name = {"content-disposition": f'attachment; filename="tingsha.{kind}"'}
    return Response(body, media_type=media_type, headers=name)


async def _threads(
    request: Asking, gathering: str, doorway: Doorway, whose: str
) -> tuple[Visit, Threads] | Response[Any]:
    """What is in the picture at this instant, or why this visitor does not see it now."""
    visit = await doorway.visit(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    known, session = visit.credentials, visit.keeper.session
    if not (known.host or (known.stage and whose == ROOMS)):
        other = known.stage or known.person >= 0
        return visit.refused(Refusal("not-allowed") if other else visit.not_signed_in())
    if session.rounds.phase in (LOBBY, RUNNING):
        return visit.refused(Refusal("web-not-yet"))
    if session.web.when == "off":
        return visit.refused(Refusal("web-off"))
    return visit, await _seen(doorway, visit.keeper)


async def _gatherings(doorway: Doorway, keeper: Keeper) -> list[Keeper]:
    """Whose conversations are in the picture: this gathering's, and where the host wants the whole community those of
    its others whose hosts had turned it on as well and whose rounds are over."""
    session = keeper.session
    if not session.web.whole:
        return [keeper]
    others = await doorway.house.community(session.gathering.community)
    return [keeper, *(each for each in others if each is not keeper and _is_on(each.session))]


def _is_on(session: Session) -> bool:
    return session.web.when != "off" and session.rounds.phase not in (LOBBY, RUNNING)


async def _seen(doorway: Doorway, keeper: Keeper) -> Threads:
    keepers = await _gatherings(doorway, keeper)
    if len(keepers) == 1:
        return threads(keeper.session, keeper.clock())
    sessions = [each.session for each in keepers]
    return threads_across(sessions, persons(keepers, doorway.keys), keeper.clock())


def as_graphml(threads: Threads) -> bytes:
    """GraphML; a point has a group, and a label where that person wants their name seen."""
    out = BytesIO()
    nx.write_graphml(_graph(threads), out, encoding="utf-8")
    return out.getvalue()


def as_gexf(threads: Threads) -> bytes:
    """GEXF 1.2; a point has a group, and a label where that person wants their name seen."""
    out = BytesIO()
    nx.write_gexf(_graph(threads), out, encoding="utf-8")
    return out.getvalue()


def as_edges(threads: Threads) -> bytes:
    """Edges with the column names that Gephi knows; groups, and names of those who want theirs seen."""
    out = StringIO()
    write = csv.writer(out)
    write.writerow(
        ["Source", "Target", "Type", "Weight", "Sure", *(f"{end} {of}" for end in ENDS for of in OF)]
    )
    places: list[int] = threads.point_group.tolist()
    said = [
        [safe(name), safe(threads.groups[place] if place >= 0 else "")]
        for place, name in zip(places, threads.names, strict=True)
    ]
    lines = threads.lines
    for a, b, held in zip(lines.a.tolist(), lines.b.tolist(), lines.held.tolist(), strict=True):
        sure = "yes" if held else "no"
        write.writerow([f"p{a + 1}", f"p{b + 1}", "Undirected", 1, sure, *said[a], *said[b]])
    return out.getvalue().encode()


def _graph(threads: Threads) -> Any:
    graph: Any = nx.Graph()
    places: list[int] = threads.point_group.tolist()
    for point, (place, name) in enumerate(zip(places, threads.names, strict=True)):
        group = threads.groups[place] if place >= 0 else ""
        graph.add_node(f"p{point + 1}", label=_xml(name or f"{point + 1}"), group=_xml(group))
    lines = threads.lines
    for a, b, held in zip(lines.a.tolist(), lines.b.tolist(), lines.held.tolist(), strict=True):
        graph.add_edge(f"p{a + 1}", f"p{b + 1}", sure=bool(held), weight=1.0)
    return graph


def _xml(words: str) -> str:
    """Without the few characters that XML has no place for."""
    return "".join(each for each in words if each >= " " and each not in "\ufffe\uffff")
