"""A no that the door itself says, and how every no goes out: `application/problem+json`, in the person's language."""

from collections.abc import Mapping
from math import ceil
from typing import Any, Final

import msgspec
from litestar import Response
from msgspec import structs

from tingsha.flow.answers import Problem
from tingsha.flow.sentences import STATUS, Told, sentence
from tingsha.languages import words
from tingsha.live.streams import Send
from tingsha.words import Refusal

MEDIA_TYPE: Final = "application/problem+json"

UNREAD: Final = ("too-large", "too-slow")
"""What is said while more is still coming in: without hanging up, the server would go on taking it."""

AT_THE_DOOR: Final[dict[str, int]] = {
    "not-found": 404,
    "wrong-method": 405,
    "unknown-code": 404,
    "unknown-gathering": 404,
    "not-signed-in": 401,
    "wrong-token": 401,
    "host-key-needed": 401,
    "foreign-page": 403,
    "said-who": 400,
    "unknown-ticket": 403,
    "too-large": 413,
    "too-slow": 408,
    "too-many-requests": 429,
    "not-json": 400,
    "not-utf-8": 400,
    "not-understood": 422,
    "unknown-command": 422,
    "roster-malformed": 422,
    "not-gone-on": 409,
    "not-a-rehearsal": 409,
    "crowd-out": 409,
    "crowd-out-of-range": 422,
    "rounds-over": 409,
    "nothing-to-print": 409,
    "too-much-paper": 409,
    "not-saved": 503,
    "stopping": 503,
    "screens-missing": 503,
    "our-fault": 500,
}
EVERY: Final = {**AT_THE_DOOR, **STATUS}
"""The status of every no there is."""


def told(refusal: Refusal, language: str | None) -> Told:
    """Status, title and sentence of any refusal: the door's own, or a room's."""
    said = words(language)
    fault = refusal.params.get("fault")
    if fault is not None:
        refusal = structs.replace(refusal, params={**refusal.params, "fault": said.faults[fault]})
    return sentence(refusal, EVERY, said.problems)


def problem(refusal: Refusal, language: str | None) -> Response[Any]:
    """A refusal as the framework's response."""
    status, title, detail = told(refusal, language)
    return Response(
        Problem(refusal.code, title, detail),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers=dict(_headers(refusal)),
    )


async def send_problem(send: Send, refusal: Refusal, language: str | None) -> None:
    """A refusal as it goes out where there is no framework."""
    status, title, detail = told(refusal, language)
    body = msgspec.json.encode(Problem(refusal.code, title, detail))
    headers = {"content-type": MEDIA_TYPE, "content-length": str(len(body)), **_headers(refusal)}
    start = {"type": "http.response.start", "status": status}
    await send(start | {"headers": [(name.encode(), value.encode()) for name, value in headers.items()]})
    await send({"type": "http.response.body", "body": body})


def too_many(wait_s: float) -> Refusal:
    """Somebody tries too often; `wait_s` is how many seconds they had better wait."""
    return Refusal("too-many-requests", {"retry_after": max(1, ceil(wait_s))})


def _headers(refusal: Refusal) -> Mapping[str, str]:
    if refusal.code in UNREAD:
        return {"connection": "close"}
    wait = refusal.params.get("retry_after")
    return {} if wait is None else {"retry-after": str(wait)}
