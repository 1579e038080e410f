"""What `tingsha pair` gives: JSON for programs, CSV for spreadsheets, a table for eyes."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final

import msgspec

from tingsha.cli.people_csv import People
from tingsha.flow.reasons import sentence
from tingsha.languages import words
from tingsha.live.exports import safe
from tingsha.pairs.engine.facts import RoundFacts
from tingsha.pairs.plan import Plan
from tingsha.pairs.roster import Units
from tingsha.pairs.why import Why

AT_ONCE: Final = 50_000
"""So many units are written in one go."""


@dataclass(frozen=True)
class Made:
    seed: int
    people: People
    plan: Plan
    language: str

    def rounds(self) -> Iterator[tuple[int, Units, RoundFacts]]:
        yield from (
            (number, units, facts)
            for number, (units, facts) in enumerate(
                zip(self.plan.rounds, self.plan.certificate, strict=True), 1
            )
        )

    def ids(self, units: Units) -> Iterator[list[list[str]]]:
        """The units as ids, so many at a time; free spots are passed over."""
        for first in range(0, len(units), AT_ONCE):
            rows: list[list[int]] = units[first : first + AT_ONCE].tolist()
            found = ([self.people.id(each) for each in row if each >= 0] for row in rows)
            yield [unit for unit in found if unit]

    def name(self, person: int) -> str:
        names = self.people.names
        return names[person] if names else ""

    def why(self, why: Why) -> str:
        return sentence(why, words(self.language).reasons)


def as_json(made: Made) -> Iterator[str]:
    encode = _encoder()
    yield f'{{"seed": {made.seed}, "rounds": ['
    for number, units, facts in made.rounds():
        yield ("" if number == 1 else ",") + '\n{"units": ['
        for place, part in enumerate(made.ids(units)):
            yield ("" if place == 0 or not part else ", ") + encode(part)[1:-1]
        yield "], " + encode(_figures(made, facts))[1:]
    last = {
        "in_group_max": made.plan.in_group_max,
        "trio_max": made.plan.trio_max,
        "why": [made.why(each) for each in made.plan.why],
    }
    yield "],\n" + encode(last)[1:] + "\n"


def _encoder() -> Callable[[Any], str]:
    encoder = msgspec.json.Encoder()
    return lambda value: encoder.encode(value).decode()


def _figures(made: Made, facts: RoundFacts) -> dict[str, Any]:
    return {
        "cross_units": facts.cross_units,
        "cross_pairs": facts.cross_pairs,
        "repeats": facts.repeats,
        "met_before": facts.met_before,
        "bound": facts.bound,
        "gap": facts.gap,
        "unresolved": [
            {
                "people": [made.people.id(each) for each in people],
                "why": made.why(Why(f"unresolved-{cause}", {"people": len(people)})),
            }
            for people, cause in facts.unresolved
        ],
    }


def as_csv(made: Made) -> Iterator[str]:
    yield _line(["round", "unit", "id", "name"])
    for number, units, _ in made.rounds():
        spot = 0
        rows: list[list[int]] = units.tolist()
        for row in rows:
            unit = [each for each in row if each >= 0]
            spot += bool(unit)
            yield "".join(
                _line([str(number), str(spot), safe(made.people.id(each)), safe(made.name(each))])
                for each in unit
            )


def _line(cells: list[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def as_table(made: Made) -> Iterator[str]:
    for number, units, facts in made.rounds():
        mixed = f"mixed {facts.cross_units} of at most {facts.bound}"
        again = f"repeats {facts.repeats}, met before {facts.met_before}"
        yield f"Round {number}: {_many(facts.units, 'unit')}, {_many(facts.trios, 'trio')}, {mixed}, {again}\n"
        spot = 0
        rows: list[list[int]] = units.tolist()
        for row in rows:
            unit = [_shown(made, each) for each in row if each >= 0]
            spot += bool(unit)
            yield f"{spot:>6}  {' · '.join(unit)}\n" if unit else ""
        for people, cause in facts.unresolved:
            who = " · ".join(_shown(made, each) for each in people)
            yield f"     !  {who}: {made.why(Why(f'unresolved-{cause}', {'people': len(people)}))}\n"
        yield "\n"
    yield f"Seed {made.seed}.\n" + "".join(f"{made.why(each)}\n" for each in made.plan.why)


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _shown(made: Made, person: int) -> str:
    own, name = made.people.id(person), made.name(person)
    return f"{own} {name}" if name else own


FORMATS: Final[dict[str, Callable[[Made], Iterator[str]]]] = {
    "json": as_json,
    "csv": as_csv,
    "table": as_table,
}
