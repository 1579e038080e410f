"""The long lists of the host: people, the roster, and what can be taken home. And the stage's QR code."""

import asyncio
from io import BytesIO
from typing import Any, Final

import segno
from litestar import Request, Response, get, put
from litestar.params import FromPath, FromQuery

from tingsha.flow import people_view
from tingsha.flow.answers import CrowdStands
from tingsha.flow.host_documents import PeoplePage
from tingsha.flow.report import Report, report
from tingsha.gathering.commands import PlaceRoster
from tingsha.live.addresses import join_link
from tingsha.live.bodies import MOST_ROSTER_BYTES, ROSTER_PATIENCE_S, read_body
from tingsha.live.doorway import Doorway, Visit, here
from tingsha.live.exports import as_csv, as_json, as_met
from tingsha.live.keys import draw
from tingsha.live.problems import problem
from tingsha.live.roster_csv import read_roster
from tingsha.rounds.state import LOBBY, RUNNING
from tingsha.words import Actor, Refusal, Role

Asking = Request[Any, Any, Any]
PER_PAGE: Final = 200


async def hosts_visit(request: Asking, gathering: str, doorway: Doorway) -> Visit | Response[Any]:
    """The visit of a host, or why it is none."""
    changes = request.method != "GET"
    visiting = doorway.visit_to_change if changes else doorway.visit
    visit = await visiting(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    if visit.credentials.host:
        return visit
    known = visit.credentials.stage or visit.credentials.person >= 0
    return visit.refused(Refusal("not-allowed") if known else visit.not_signed_in())


@get("/api/gatherings/{gathering:str}/people")
async def people(
    gathering: FromPath[str], request: Asking, after: FromQuery[int] = 0
) -> Response[PeoplePage]:
    """The host's list of people, in the order of arrival, a page at a time."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    first = min(max(after, 0), len(visit.keeper.session.gathering.people))
    return Response(people_view.people_page(visit.keeper.session, first, PER_PAGE))


@get("/api/gatherings/{gathering:str}/crowd")
async def crowd(gathering: FromPath[str], request: Asking) -> Response[CrowdStands]:
    """How it goes with the crowd that the host sent into this rehearsal."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    return Response(doorway.crowds.stands(visit.keeper.id))


@put("/api/gatherings/{gathering:str}/roster")
async def place_roster(gathering: FromPath[str], request: Asking) -> Response[dict[str, int]]:
    """Lay the list of expected people (CSV) on the table, in place of an earlier one."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    receive: Any = request.receive
    body = await read_body(receive, MOST_ROSTER_BYTES, ROSTER_PATIENCE_S)
    if isinstance(body, Refusal):
        return visit.refused(body)
    rows = await asyncio.to_thread(read_roster, body)
    if isinstance(rows, Refusal):
        return visit.refused(rows)
    command = PlaceRoster(id=request.headers.get("idempotency-key", "")[:64] or draw(), rows=rows)
    answer = await doorway.ask(visit.keeper, command, Actor(Role.HOST))
    if isinstance(answer, Refusal):
        return visit.refused(answer)
    return Response({"version": answer.version, "rows": len(rows)})


@get("/api/gatherings/{gathering:str}/export.json")
async def export_json(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """Everything about this gathering that the host may take along, as JSON."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    body = await asyncio.to_thread(as_json, visit.keeper.session, gathering)
    return _file(body, "application/json", "tingsha.json")


@get("/api/gatherings/{gathering:str}/export.csv")
async def export_csv(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """Who was here and whom they met, as a table."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    body = await asyncio.to_thread(as_csv, visit.keeper.session)
    return _file(body, "text/csv; charset=utf-8", "tingsha.csv")


@get("/api/gatherings/{gathering:str}/report.json")
async def report_json(gathering: FromPath[str], request: Asking) -> Response[Report]:
    """What the gathering brought, once the rounds are over: figures and patterns, and nobody's name."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    if visit.keeper.session.rounds.phase in (LOBBY, RUNNING):
        return visit.refused(Refusal("not-over-yet"))
    made = await asyncio.to_thread(report, visit.keeper.session)
    name = {"content-disposition": 'attachment; filename="tingsha-report.json"'}
    return Response(made, headers=name)


@get("/api/gatherings/{gathering:str}/export.met.csv")
async def export_met(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """Who has met, by the ids of the table of people: what `tingsha pair --met` reads."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    body = await asyncio.to_thread(as_met, visit.keeper.session)
    return _file(body, "text/csv; charset=utf-8", "tingsha.met.csv")


def _file(body: bytes, media_type: str, name: str) -> Response[Any]:
    return Response(
        body, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'}
    )


@get("/api/gatherings/{gathering:str}/qr.svg")
async def qr(gathering: FromPath[str], request: Asking) -> Response[Any]:
    """The join link as a QR code, for the stage, the host, and whoever is in already."""
    doorway = here(request)
    visit = await doorway.visit(request.scope, gathering)
    if isinstance(visit, Refusal):
        return problem(visit, doorway.caller(request.scope).language)
    known = visit.credentials
    if not (known.host or known.stage or known.person >= 0):
        return visit.refused(visit.not_signed_in())
    link = join_link(doorway.site.seen_from(visit.caller.base), visit.keeper.session.gathering.code)
    return Response(picture(link), media_type="image/svg+xml")


def picture(link: str) -> bytes:
    """A QR code as SVG; medium correction, since a projector's picture is rarely clean."""
    out = BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(out, kind="svg", border=2, xmldecl=False, omitsize=True, dark="#000", light="#fff")
    return out.getvalue()
