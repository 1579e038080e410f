"""What the host prints from the page, one press at a time."""

import asyncio
from typing import Any, Final

from litestar import Request, Response, get
from litestar.params import FromPath
from msgspec import Struct

from tingsha.flow.session import Session
from tingsha.live.addresses import join_link
from tingsha.live.doorway import here, too_many
from tingsha.live.hosting import hosts_visit
from tingsha.paper.afterwards import AFTERWARDS
from tingsha.paper.of_gathering import PREPARE as BEFORE
from tingsha.paper.of_gathering import TOO_MUCH, Job, Prepare, people_fit, without_font
from tingsha.paper.printing import TooMuchPaper
from tingsha.words import Refusal

MOST_NAMED: Final = 200
Asking = Request[Any, Any, Any]
PREPARE: Final[dict[str, Prepare]] = {f"{kind}.pdf": made for kind, made in (BEFORE | AFTERWARDS).items()}


@get("/api/gatherings/{gathering:str}/paper/{kind:str}")
async def paper(gathering: FromPath[str], kind: FromPath[str], request: Asking) -> Response[Any]:
    """A PDF. Host only. At any time `cards.pdf`, `without-phone.pdf`, `posters.pdf`, `host-sheet.pdf`, `table.pdf`;
    once patterns were heard `patterns-a3.pdf`, `patterns-a4.pdf`, `slide.pdf`; after the rounds `report.pdf`."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    prepare = PREPARE.get(kind, _unknown)
    if wait := doorway.limits.paper.take(gathering):
        return visit.refused(too_many(wait))
    session = visit.keeper.session
    job = _prepared(prepare, session, doorway.site.seen_from(visit.caller.base))
    if isinstance(job, Refusal):
        return visit.refused(job)
    try:
        # One at a time: setting type takes a whole core for as long as it lasts.
        async with doorway.press:
            body = await asyncio.to_thread(job)
    except TooMuchPaper:
        return visit.refused(TOO_MUCH)
    return Response(body, media_type="application/pdf", headers=_name(kind))


class Unprintable(Struct):
    """Names of people and spots, and patterns, that no font here can print; each with its number on paper."""

    names: list[str]


@get("/api/gatherings/{gathering:str}/unprintable")
async def without_fonts(gathering: FromPath[str], request: Asking) -> Response[Unprintable]:
    """Names and patterns that paper shows as a number, for want of a font. Host only."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    if not people_fit(visit.keeper.session):
        return visit.refused(TOO_MUCH)
    async with doorway.press:
        names = await asyncio.to_thread(without_font, visit.keeper.session)
    return Response(Unprintable(names[:MOST_NAMED]))


def _unknown(_session: Session, _link: str) -> Refusal:
    return Refusal("not-found")


def _prepared(prepare: Prepare, session: Session, base: str) -> Job | Refusal:
    return prepare(session, join_link(base, session.gathering.code)) if people_fit(session) else TOO_MUCH


def _name(kind: str) -> dict[str, str]:
    return {"content-disposition": f'inline; filename="tingsha-{kind}"'}
