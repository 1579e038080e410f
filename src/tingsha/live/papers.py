"""What the host prints: cards, signs, the sheet and the table, for this gathering as it stands."""

import asyncio
from collections.abc import Callable
from typing import Any, Final

from litestar import Request, Response, get
from litestar.params import FromPath

from tingsha.flow.session import Session
from tingsha.gathering.state import AWAY, HERE
from tingsha.invitation.liquid_courage import openers
from tingsha.languages import words
from tingsha.live.addresses import join_link
from tingsha.live.doorway import here, too_many
from tingsha.live.hosting import hosts_visit
from tingsha.pairs.view import written_at
from tingsha.paper import cards, host_sheet, posters, table
from tingsha.paper.printing import MOST_SHEETS, TooMuchPaper
from tingsha.words import Person, Refusal

Asking = Request[Any, Any, Any]
Job = Callable[[], bytes]
Prepare = Callable[[Session, str], Job | Refusal]
LARGEST: Final = MOST_SHEETS * cards.PER_SHEET
"""More people than fit on as many sheets as are printed at once."""
TOO_MUCH: Final = Refusal("too-much-paper", {"most": MOST_SHEETS})


@get("/api/gatherings/{gathering:str}/paper/{kind:str}")
async def paper(gathering: FromPath[str], kind: FromPath[str], request: Asking) -> Response[Any]:
    """A PDF: `cards.pdf`, `without-phone.pdf`, `posters.pdf`, `host-sheet.pdf`, `table.pdf`. Host only."""
    doorway = here(request)
    visit = await hosts_visit(request, gathering, doorway)
    if isinstance(visit, Response):
        return visit
    prepare = PREPARE.get(kind, _unknown)
    if wait := doorway.limits.paper.take(gathering):
        return visit.refused(too_many(wait))
    job = _prepared(prepare, visit.keeper.session, doorway.site.seen_from(visit.caller.base))
    if isinstance(job, Refusal):
        return visit.refused(job)
    try:
        # One at a time: setting type takes a whole core for as long as it lasts.
        async with doorway.press:
            body = await asyncio.to_thread(job)
    except TooMuchPaper:
        return visit.refused(TOO_MUCH)
    return Response(body, media_type="application/pdf", headers=_name(kind))


def _prepared(prepare: Prepare, session: Session, base: str) -> Job | Refusal:
    if len(session.gathering.people) > LARGEST:
        return TOO_MUCH
    return prepare(session, join_link(base, session.gathering.code))


def _name(kind: str) -> dict[str, str]:
    return {"content-disposition": f'inline; filename="tingsha-{kind}"'}


# Each reads what it needs of the session at once, and leaves the slow part to the job.


def _unknown(_session: Session, _link: str) -> Refusal:
    return Refusal("not-found")


def _cards(session: Session, link: str) -> Job | Refusal:
    language, rounds = session.gathering.language, session.plan().rounds
    said = words(language).paper
    if session.gathering.milling == "numbers":
        people = _counted(session)
        if not people:
            return Refusal("nothing-to-print")
        return lambda: cards.printed(cards.with_numbers(language, said, people, rounds, link))
    holders = [_holder(session, person) for person in _there(session)]
    if not holders:
        return Refusal("nothing-to-print")
    if not session.pairs.tables:
        return lambda: cards.printed(cards.without_phone(language, said, holders))
    return lambda: cards.printed(cards.with_spots(language, said, holders, rounds, link))


def _without_phone(session: Session, _link: str) -> Job | Refusal:
    people = session.gathering.people
    holders = [_holder(session, person) for person in _there(session) if not people.phone[person]]
    if not holders:
        return Refusal("nothing-to-print")
    language = session.gathering.language
    return lambda: cards.printed(cards.without_phone(language, words(language).paper, holders))


def _there(session: Session) -> list[Person]:
    whereabouts = session.gathering.people.whereabouts
    return [person for person, state in enumerate(whereabouts) if state in (HERE, AWAY)]


def _holder(session: Session, person: Person) -> cards.Holder:
    spots = [_spot(session, round_, person) for round_ in range(1, len(session.pairs.tables) + 1)]
    return cards.Holder(
        session.name(person), session.group(session.gathering.people.group[person]) or "", spots
    )


def _spot(session: Session, round_: int, person: Person) -> str:
    table_ = session.pairs.table(round_)
    if len(table_.unit_of(person)) < 2:
        return ""
    return _label(session, session.pairs.spots.spot(table_.row_of(person)))


def _label(session: Session, spot: int) -> str:
    return written_at(session.pairs.spots, spot, session.texts) or str(spot)


def _posters(session: Session, _link: str) -> Job | Refusal:
    spots = session.pairs.spots
    units = max((len(each.units) for each in session.pairs.tables), default=session.gathering.here // 2)
    labels = [_label(session, spot) for spot in range(1, (spots.count or units) + 1)]
    language, rounds = session.gathering.language, session.plan().rounds
    if not labels:
        return Refusal("nothing-to-print")
    return lambda: posters.printed(posters.of_spots(language, words(language).paper, spots, labels, rounds))


def _host_sheet(session: Session, _link: str) -> Job | Refusal:
    gathering, texts = session.gathering, session.texts
    daring = gathering.preset == "liquid-courage"
    both = [texts.get("challenge", ""), texts.get("give_and_take", "")]
    asked = host_sheet.Asked(
        language=gathering.language,
        title=texts.get("title", ""),
        way=gathering.milling,
        plan=session.plan(),
        questions=openers(gathering.language) if daring else both,
    )
    return lambda: host_sheet.printed(host_sheet.sheet(asked, words(gathering.language)))


def _table(session: Session, _link: str) -> Job | Refusal:
    people, language, rounds = _counted(session), session.gathering.language, session.plan().rounds
    if not people:
        return Refusal("nothing-to-print")
    return lambda: table.printed(table.of_numbers(language, words(language).paper, people, rounds))


def _counted(session: Session) -> int:
    counts = session.pairs.counts(1)
    return counts[0] if counts else 0


PREPARE: Final[dict[str, Prepare]] = {
    "cards.pdf": _cards,
    "without-phone.pdf": _without_phone,
    "posters.pdf": _posters,
    "host-sheet.pdf": _host_sheet,
    "table.pdf": _table,
}
