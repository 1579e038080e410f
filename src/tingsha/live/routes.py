"""The ordinary requests, as the framework knows them, and its words for what went wrong in ours."""

import re
from typing import Any, Final, cast

import msgspec
from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from tingsha import __version__
from tingsha.journal.errors import JournalClosed, JournalError
from tingsha.live import (
    boards,
    commanding,
    health,
    hosting,
    joining,
    looking,
    opening,
    papers,
    questions,
    recognising,
    webs,
)
from tingsha.live.bodies import MOST_ROSTER_BYTES
from tingsha.live.caller import caller
from tingsha.live.doorway import Doorway
from tingsha.live.logs import note
from tingsha.live.problems import problem
from tingsha.live.reading import Exact
from tingsha.words import Refusal

Asking = Request[Any, Any, Any]

HANDLERS: Final = (
    opening.open_gathering, opening.enter, opening.by_code,
    joining.join, joining.find_on_roster,
    questions.ready_questions, questions.coach, questions.draw_code,
    recognising.recognise, recognising.forget,
    commanding.command, looking.looking,
    hosting.people, hosting.crowd, hosting.place_roster, hosting.export_json, hosting.export_csv, hosting.export_met,
    hosting.report_json, hosting.qr,
    papers.paper, papers.without_fonts,
    boards.by_ticket, boards.board, boards.board_csv, boards.board_alike,
    boards.introduced,
    webs.web, webs.export_graphml, webs.export_gexf, webs.export_edges,
    health.clock, health.healthz, health.readyz, health.metrics,
)  # fmt: skip
FIELD: Final = re.compile(r"(?:^| at |field )`\$?\.?([^`]+)`\Z")
CODES: Final = {404: "not-found", 405: "wrong-method"}


def routes(doorway: Doorway) -> Litestar:
    """The framework's application for everything that is answered at once."""

    def refused(request: Asking, fault: Exception) -> Response[Any]:
        return problem(refusal_of(fault), caller(request.scope, doorway.settings).language)

    return Litestar(
        list(HANDLERS),
        state=State({"doorway": doorway}),
        exception_handlers={Exception: refused},
        logging_config=None,
        request_class=Exact,
        request_max_body_size=MOST_ROSTER_BYTES,
        openapi_config=OpenAPIConfig(
            title="Tingsha", version=__version__, path="/schema", render_plugins=[JsonRenderPlugin(path="/")]
        ),
    )


def refusal_of(fault: Exception) -> Refusal:
    """What to say about an exception. What we did not foresee is noted down, without anything personal."""
    if isinstance(fault, msgspec.ValidationError):
        return _not_understood(str(fault))
    if isinstance(fault, msgspec.DecodeError | RecursionError):
        return Refusal("not-json")
    if isinstance(fault, ValidationException):
        return _not_understood(_complaint(fault.extra))
    if isinstance(fault, HTTPException) and fault.status_code < 500:
        return Refusal(CODES.get(fault.status_code, "not-json"))
    if isinstance(fault, JournalClosed):
        return Refusal("stopping")
    note(fault)
    return Refusal("not-saved" if isinstance(fault, JournalError) else "our-fault")


def _complaint(extra: Any) -> str:
    """The framework's own word about a parameter or an empty body."""
    faults = cast("list[dict[str, str]]", extra or [{}])
    return f"`{faults[0].get('key', 'data')}`"


def _not_understood(complaint: str) -> Refusal:
    found = FIELD.search(complaint)
    field = found[1] if found else "?"
    return Refusal("unknown-command") if field == "type" else Refusal("not-understood", {"field": field[:80]})
