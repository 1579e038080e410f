"""The host's list of people, a page at a time."""

from tingsha.flow import host_documents as h
from tingsha.flow.own import PLACES
from tingsha.flow.session import Session
from tingsha.gathering.state import WHEREABOUTS
from tingsha.words import Person


def people_page(session: Session, after: int, most: int) -> h.PeoplePage:
    """A page of the host's list of people, from number `after` on."""
    total = len(session.gathering.people)
    end = min(total, after + most)
    rows = [_row(session, person) for person in range(after, end)]
    return h.PeoplePage(people=rows, after=end if end < total else None)


def _owner(session: Session, person: Person) -> str | None:
    owner = session.gathering.beside.get(person)
    return None if owner is None else session.gathering.people.ids[owner]


def _row(session: Session, person: Person) -> h.PersonRow:
    people = session.gathering.people
    spoken = [
        code for bit, code in enumerate(session.gathering.languages) if people.languages[person] >> bit & 1
    ]
    partners = [
        [people.ids[each] for each in table.unit_of(person) if each != person]
        for table in session.pairs.tables
    ]
    return h.PersonRow(
        participant=people.ids[person],
        name=session.name(person),
        group=session.group(people.group[person]),
        place=PLACES[people.place[person]],  # type: ignore[arg-type]
        languages=spoken,
        state=WHEREABOUTS[people.whereabouts[person]],
        phone=bool(people.phone[person]),
        beside=_owner(session, person),
        partners=partners,
    )
