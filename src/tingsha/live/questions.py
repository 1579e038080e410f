"""Help with the questions, for whoever is about to invite: a library to choose from, and a coach."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Final

import segno
from litestar import Request, Response, get, post
from litestar.params import FromQuery, JSONBody
from msgspec import Meta, Struct

from tingsha.flow.answers import Drawn
from tingsha.invitation.coach import Hint, Kind, hints
from tingsha.invitation.cues import Cues, read_cues
from tingsha.invitation.library import Library, read_library
from tingsha.invitation.view import Advice
from tingsha.languages import languages
from tingsha.live.doorway import here
from tingsha.live.forms import RequestId
from tingsha.live.problems import problem, too_many
from tingsha.words import Refusal

Asking = Request[Any, Any, Any]

MOST_SIGNS: Final = 2_000
A_DAY: Final = {"cache-control": "public, max-age=86400"}


class Path(Struct, forbid_unknown_fields=True):
    """A question card of this site, or a host's link. What stands behind the # is forgotten when it is drawn."""

    path: Annotated[
        str, Meta(max_length=2_000, pattern=r"^/(card#[A-Za-z0-9_-]+|host/[0-9a-f]{1,64}#[0-9a-f]{1,64})$")
    ]
    id: RequestId = ""


class Draft(Struct, forbid_unknown_fields=True):
    """Two questions as somebody has them so far; either may be empty."""

    language: str
    challenge: str = ""
    give_and_take: str = ""


@get("/api/questions")
async def ready_questions(request: Asking, language: FromQuery[str] = "en") -> Response[Library]:
    """Ready questions, by what a group has come together for and by who is there."""
    if language not in languages():
        return problem(Refusal("unknown-language"), here(request).caller(request.scope).language)
    return Response(ready(language), headers=A_DAY)


@post("/api/coach", status_code=200)
async def coach(data: JSONBody[Draft], request: Asking) -> Response[Advice]:
    """What may stand in the way of an answer to these questions. Nothing is kept."""
    doorway = here(request)
    who = doorway.caller(request.scope)
    if wait := doorway.limits.advice.take(who.address):
        return problem(too_many(wait), who.language)
    if data.language not in languages():
        return problem(Refusal("unknown-language"), who.language)
    if max(len(data.challenge), len(data.give_and_take)) > MOST_SIGNS:
        return problem(Refusal("question-too-long", {"most": 200}), who.language)
    return Response(advice(data))


@post("/api/qr", status_code=200)
async def draw_code(data: JSONBody[Path], request: Asking) -> Response[Drawn]:
    """The link of a question card or of a host as a QR code. Nothing is kept."""
    doorway = here(request)
    who = doorway.caller(request.scope)
    if wait := doorway.limits.advice.take(who.address):
        return problem(too_many(wait), who.language)
    code = segno.make(doorway.site.seen_from(who.base) + data.path, error="l", micro=False)
    rows = [bytes(row) for row in code.matrix]
    dark = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    return Response(Drawn(len(rows), dark))


def advice(draft: Draft) -> Advice:
    """The hints for both questions; none in a language that the coach has not learnt."""
    if not _file("giveaways", draft.language).is_file():
        return Advice([], [])

    def of(question: str, kind: Kind) -> list[Hint]:
        return hints(question, kind, cues_of(draft.language))

    return Advice(of(draft.challenge, "challenge"), of(draft.give_and_take, "give_and_take"))


@cache
def cues_of(language: str) -> Cues:
    """What gives a question away in a language. Raises FileNotFoundError where nobody has taught the coach that one."""
    return read_cues(_file("giveaways", language).read_text("utf-8"))


@cache
def ready(language: str) -> Library:
    """The library of a language; empty where there is none."""
    file = _file("library", language)
    return read_library(file.read_text("utf-8")) if file.is_file() else Library([], [])


def _file(folder: str, language: str) -> Traversable:
    return resources.files("tingsha.invitation").joinpath(folder, f"{language}.toml")
