"""The time, and whether all is well: for screens that keep in step, and for whoever runs the server."""

from typing import Any

from litestar import MediaType, Request, Response, get

from tingsha.flow.answers import Now
from tingsha.live.counts import exposition
from tingsha.live.doorway import here
from tingsha.live.problems import problem

Asking = Request[Any, Any, Any]


@get("/api/clock")
async def clock(request: Asking) -> Now:
    """The server's time, in ms since the epoch."""
    doorway = here(request)
    return Now(doorway.clock())


@get("/healthz", media_type=MediaType.TEXT)
async def healthz() -> str:
    """The process is alive."""
    return "ok\n"


@get("/readyz", media_type=MediaType.TEXT)
async def readyz(request: Asking) -> str:
    """The journal is open and gatherings can be kept: requests only come in after that."""
    doorway = here(request)
    return f"ready {len(doorway.house)}\n"


@get("/metrics", media_type=MediaType.TEXT)
async def metrics(request: Asking) -> Response[Any]:
    """Numbers for Prometheus, for whoever may open gatherings here."""
    doorway = here(request)
    who = doorway.caller(request.scope)
    if refusal := doorway.may_open(who):
        return problem(refusal, who.language)
    text = exposition(doorway.counts, doorway.house.live(), len(doorway.house))
    return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")
