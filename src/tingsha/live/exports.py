"""What the host takes home: who was here, who met whom, and what is shown on the board."""

import csv
import re
from io import StringIO
from typing import Any, Final

import msgspec
from msgspec import UNSET

from tingsha.board.view import everything
from tingsha.flow import people_view, view
from tingsha.flow.session import Session
from tingsha.gathering.state import FORGOTTEN
from tingsha.paper.of_gathering import questions_of, spot_label
from tingsha.who_met_whom.connections import met_by
from tingsha.words import Person

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
WITHIN: Final = re.compile(r"""([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])""")
"""Where lists are written with commas in numbers, as in most of Europe, a spreadsheet splits at semicolons and does not
heed the quotes around a cell."""
HEADER: Final = ["name", "group", "place", "languages", "state", "phone", "id"]
BOARD_HEADER: Final = ["kind", "words", "name", "me too"]


def as_json(session: Session, gathering: str) -> bytes:
    """The public card, the plan, the questions, the people, per round the units that were laid out and the spots where,
    in how many of these rounds people talked, and the patterns as heard."""
    people = people_view.people_page(session, 0, len(session.gathering.people)).people
    rounds = range(1, len(session.pairs.tables) + 1)
    document: dict[str, Any] = {
        "gathering": view.public_card(session, gathering),
        "plan": session.plan(),
        "questions": questions_of(session),
        "people": people,
        "board": _board(session),
        "rounds": [_units(session, round_) for round_ in rounds],
        "spots": [_spots(session, round_) for round_ in rounds],
        "rounds_held": min(session.rounds.laid(), len(rounds)),
        "patterns": session.patterns(),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def _board(session: Session) -> list[dict[str, Any]]:
    """What everybody sees there, without the names by which phones find their own."""
    shown = everything(session)
    return [
        {"kind": each.kind, "words": each.words, "me_too": each.me_too}
        | ({} if each.name is UNSET else {"name": each.name})
        for each in shown
    ]


def board_as_csv(session: Session) -> bytes:
    """A line for each contribution that is shown, and nothing of those that are not."""
    out = StringIO()
    write = csv.writer(out)
    write.writerow(BOARD_HEADER)
    for each in _board(session):
        cells = (each["kind"], each["words"], each.get("name", ""), each["me_too"])
        write.writerow([safe(str(cell)) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _units(session: Session, round_: int) -> list[list[str]]:
    ids, table = session.gathering.people.ids, session.pairs.table(round_)
    rows: list[list[Person]] = table.units.tolist()
    units = ([ids[each] for each in row if each >= 0] for row in rows)
    return [unit for unit in units if len(unit) > 1]


def _spots(session: Session, round_: int) -> list[str]:
    """What is written where each of these units stands."""
    rows: list[list[Person]] = session.pairs.table(round_).units.tolist()
    return [
        spot_label(session, session.pairs.spots.spot(row))
        for row, people in enumerate(rows)
        if sum(each >= 0 for each in people) > 1
    ]


def as_csv(session: Session) -> bytes:
    """A line per person; a column per round with the partners' names. With a BOM, so that spreadsheets see UTF-8."""
    out = StringIO()
    write = csv.writer(out)
    rounds = range(1, min(session.rounds.laid(), len(session.pairs.tables)) + 1)
    write.writerow([*HEADER, *(f"round {round_}" for round_ in rounds)])
    people = people_view.people_page(session, 0, len(session.gathering.people)).people
    for person, row in enumerate(people):
        phone = "yes" if row.phone else "no"
        own = [
            row.name,
            row.group or "",
            row.place or "",
            " ".join(row.languages),
            row.state,
            phone,
            row.participant,
        ]
        met = (_names(session, round_, person) for round_ in rounds)
        write.writerow([safe(cell) for cell in (*own, *met)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_met(session: Session) -> bytes:
    """Who has met, here or at an earlier gathering: columns a and b, ids as in the table of people. `tingsha pair`
    reads it as MET.csv, and that table as ROSTER.csv."""
    gathering, out = session.gathering, StringIO()
    people = [person for person, state in enumerate(gathering.people.whereabouts) if state != FORGOTTEN]
    couples = {
        (min(person, other), max(person, other))
        for person in people
        for other in met_by(session.pairs, session.web, person)
    } | gathering.met_before.keys()
    write = csv.writer(out)
    write.writerow(["a", "b"])
    known = set(people)
    write.writerows(
        [gathering.people.ids[each] for each in pair] for pair in sorted(couples) if known.issuperset(pair)
    )
    return out.getvalue().encode()


def _names(session: Session, round_: int, person: Person) -> str:
    unit = session.pairs.table(round_).unit_of(person)
    names = (session.name(each) for each in unit if each != person)
    return ", ".join(name for name in names if name)


def safe(cell: str) -> str:
    """The cell with a quote wherever a spreadsheet would take it, or a part of it, for a formula."""
    cell = WITHIN.sub(r"\1'", cell)
    return (
        "'" + cell if cell.lstrip(" \u00a0\u3000").startswith(FORMULA) or cell.startswith(FORMULA) else cell
    )
