"""A no that the door itself says, and how every no goes out: `application/problem+json`, in the person's language."""

from collections.abc import Mapping
from math import ceil
from typing import Any, Final

import msgspec
from litestar import Response

from tingsha.flow.answers import Problem
from tingsha.flow.sentences import SENTENCES, Sentence, Told, sentence
from tingsha.live.streams import Send
from tingsha.words import Refusal

MEDIA_TYPE: Final = "application/problem+json"

UNREAD: Final = ("too-large", "too-slow")
"""What is said while more is still coming in: without hanging up, the server would go on taking it."""

AT_THE_DOOR: Final[dict[str, Sentence]] = {
    "not-found": Sentence(404, "Deze pagina is er niet.", "There is no such page."),
    "wrong-method": Sentence(405, "Zo kan dat hier niet.", "That is not how it works here."),
    "unknown-code": Sentence(
        404,
        "Deze code kennen we niet. Kijk nog eens op het scherm.",
        "We do not know this code. Have another look at the screen.",
    ),
    "unknown-gathering": Sentence(
        404, "Deze bijeenkomst is er niet (meer).", "There is no such gathering (any more)."
    ),
    "not-signed-in": Sentence(401, "Open hiervoor je eigen link.", "Please open your own link for this."),
    "wrong-token": Sentence(401, "Deze link werkt niet meer.", "This link does not work any more."),
    "host-key-needed": Sentence(
        401,
        "Om hier een bijeenkomst te openen is de sleutel van deze server nodig.",
        "Opening a gathering here needs this server's key.",
    ),
    "foreign-page": Sentence(
        403, "Dit kan alleen vanaf onze eigen pagina.", "This works from our own page only."
    ),
    "too-large": Sentence(
        413, "Dat is te veel in één keer (hoogstens {most}).", "That is too much at once (at most {most})."
    ),
    "too-slow": Sentence(
        408, "Het duurde te lang voordat alles er was.", "It took too long for everything to arrive."
    ),
    "too-many-requests": Sentence(
        429, "Even rustig aan. Probeer het zo nog eens.", "Not so fast, please. Try again in a moment."
    ),
    "not-json": Sentence(400, "Dit is geen JSON.", "This is not JSON."),
    "not-utf-8": Sentence(400, "Deze tekst is geen UTF-8.", "This text is not UTF-8."),
    "not-understood": Sentence(422, "Dit veld klopt niet: {field}.", "This field is not right: {field}."),
    "unknown-command": Sentence(422, "Deze opdracht kennen we niet.", "We do not know this command."),
    "roster-malformed": Sentence(
        422, "Regel {line}, kolom {column}: {nl}", "Line {line}, column {column}: {en}"
    ),
    "not-saved": Sentence(
        503,
        "Dit is niet bewaard: de schijf weigert. De rondes gaan door.",
        "This was not saved: the disk refuses. The rounds go on.",
    ),
    "stopping": Sentence(
        503,
        "De server stopt net. Probeer het zo nog eens.",
        "The server is just stopping. Try again in a moment.",
    ),
    "screens-missing": Sentence(
        503,
        "De schermen zijn nog niet gebouwd. Start met ./run.",
        "The screens have not been built yet. Start with ./run.",
    ),
    "our-fault": Sentence(500, "Hier ging bij ons iets mis.", "Something went wrong on our side."),
}


def told(refusal: Refusal, language: str) -> Told:
    """Status, title and sentence of any refusal: the door's own, or a room's."""
    found = AT_THE_DOOR.get(refusal.code)
    if found is None or refusal.code in SENTENCES:
        return sentence(refusal, language)
    detail = (found.nl if language == "nl" else found.en).format_map(refusal.params)
    return Told(found.status, refusal.code.replace("-", " "), detail)


def problem(refusal: Refusal, language: str | None) -> Response[Any]:
    """A refusal as the framework's response."""
    status, title, detail = told(refusal, language or "en")
    return Response(
        Problem(refusal.code, title, detail),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers=dict(_headers(refusal)),
    )


async def send_problem(send: Send, refusal: Refusal, language: str | None) -> None:
    """A refusal as it goes out where there is no framework."""
    status, title, detail = told(refusal, language or "en")
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
