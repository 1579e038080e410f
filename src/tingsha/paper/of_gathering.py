"""What can be printed of a gathering as it stands: cards, signs, the sheet and the table."""

from collections.abc import Callable
from typing import Final

from tingsha.flow.session import Session
from tingsha.gathering.state import AWAY, HERE
from tingsha.invitation.liquid_courage import openers
from tingsha.languages import words
from tingsha.pairs.view import written_at
from tingsha.paper import cards, host_sheet, posters, table
from tingsha.paper.printing import MOST_SHEETS
from tingsha.paper.signs import told
from tingsha.words import Person, Refusal

Job = Callable[[], bytes]
Prepare = Callable[[Session, str], Job | Refusal]
"""From a session, and the link by which people join (empty for none), to what is then done off the event loop."""
LARGEST: Final = MOST_SHEETS * cards.PER_SHEET
"""More people than fit on as many sheets as are printed at once."""
TOO_MUCH: Final = Refusal("too-much-paper", {"most": MOST_SHEETS})


def people_fit(session: Session) -> bool:
    return len(session.gathering.people) <= LARGEST


# Each reads what it needs of the session at once, and leaves the slow part to the job.


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
    spots = _names_of_spots(session)
    if not session.pairs.tables:
        return lambda: cards.printed(cards.without_phone(language, said, holders), spots)
    return lambda: cards.printed(cards.with_spots(language, said, holders, rounds, link), spots)


def _without_phone(session: Session, _link: str) -> Job | Refusal:
    people = session.gathering.people
    holders = [_holder(session, person) for person in _there(session) if not people.phone[person]]
    if not holders:
        return Refusal("nothing-to-print")
    language, spots = session.gathering.language, _names_of_spots(session)
    return lambda: cards.printed(cards.without_phone(language, words(language).paper, holders), spots)


def _there(session: Session) -> list[Person]:
    whereabouts = session.gathering.people.whereabouts
    return [person for person, state in enumerate(whereabouts) if state in (HERE, AWAY)]


def _holder(session: Session, person: Person) -> cards.Holder:
    spots = [_spot(session, round_, person) for round_ in range(1, len(session.pairs.tables) + 1)]
    group = session.group(session.gathering.people.group[person]) or ""
    return cards.Holder(session.name(person), group, spots, person + 1)


def without_font(session: Session) -> list[str]:
    """Names of people and of spots, and patterns, that no font of this machine can print; each with its number on
    paper."""
    people = [cards.Holder(session.name(each), "", [], each + 1) for each in _there(session)]
    return [*cards.without_font(people), *told(_names_of_spots(session)), *told(session.patterns())]


def _names_of_spots(session: Session) -> list[str]:
    spots = session.pairs.spots
    return [spot_label(session, spot) for spot in range(1, spots.count + 1)] if spots.named else []


def _spot(session: Session, round_: int, person: Person) -> str:
    table_ = session.pairs.table(round_)
    if len(table_.unit_of(person)) < 2:
        return ""
    return spot_label(session, session.pairs.spots.spot(table_.row_of(person)))


def spot_label(session: Session, spot: int) -> str:
    """What is written at a spot."""
    return written_at(session.pairs.spots, spot, session.texts) or str(spot)


def _posters(session: Session, _link: str) -> Job | Refusal:
    spots = session.pairs.spots
    units = max((len(each.units) for each in session.pairs.tables), default=session.gathering.here // 2)
    labels = [spot_label(session, spot) for spot in range(1, (spots.count or units) + 1)]
    language, rounds = session.gathering.language, session.plan().rounds
    if not labels:
        return Refusal("nothing-to-print")
    return lambda: posters.printed(posters.of_spots(language, words(language).paper, spots, labels, rounds))


def _host_sheet(session: Session, _link: str) -> Job | Refusal:
    gathering = session.gathering
    asked = host_sheet.Asked(
        language=gathering.language,
        title=session.texts.get("title", ""),
        way=gathering.milling,
        plan=session.plan(),
        questions=questions_of(session),
    )
    return lambda: host_sheet.printed(host_sheet.sheet(asked, words(gathering.language)))


def questions_of(session: Session) -> list[str]:
    """Both questions, or the five open sentences of Liquid Courage."""
    if session.gathering.preset == "liquid-courage":
        return openers(session.gathering.language)
    return [session.texts.get("challenge", ""), session.texts.get("give_and_take", "")]


def _table(session: Session, _link: str) -> Job | Refusal:
    people, language, rounds = _counted(session), session.gathering.language, session.plan().rounds
    if not people:
        return Refusal("nothing-to-print")
    return lambda: table.printed(table.of_numbers(language, words(language).paper, people, rounds))


def _counted(session: Session) -> int:
    counts = session.pairs.counts(1)
    return counts[0] if counts else 0


PREPARE: Final[dict[str, Prepare]] = {
    "cards": _cards,
    "without-phone": _without_phone,
    "posters": _posters,
    "host-sheet": _host_sheet,
    "table": _table,
}
