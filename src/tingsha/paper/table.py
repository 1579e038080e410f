"""A table for the wall: for people who counted off, whom each number meets in every round."""

from typing import Final

from msgspec import Struct

from tingsha.languages import OnPaper
from tingsha.pairs.numbers import plan_of
from tingsha.paper.printing import pdf

UNITS_PER_SHEET: Final = 84


class Round(Struct):
    title: str
    units: list[list[int]]


class Table(Struct):
    language: str
    title: str
    people: str
    rule: str
    trio: str
    note: str
    credit: str
    rounds: list[Round]


def of_numbers(language: str, said: OnPaper, people: int, rounds: int) -> Table:
    planned = plan_of(people, rounds)
    steps = ", ".join(str(each.step) for each in planned if each.step)
    return Table(
        language=language,
        title=said.table,
        people=said.people.format(people=people, rounds=rounds),
        rule=said.rule.format(steps=steps) if steps else "",
        trio=said.trio if people % 2 else "",
        note=said.allRounds.format(people=people),
        credit=said.credit,
        rounds=[
            Round(said.round.format(round=number), [[*unit] for unit in each.units])
            for number, each in enumerate(planned, 1)
        ],
    )


def printed(table: Table) -> bytes:
    """Raises TooMuchPaper."""
    sheets = sum(-(-len(each.units) // UNITS_PER_SHEET) for each in table.rounds)
    return pdf("table", table, sheets)
