"""The people to be paired, from a CSV: who they are, what they are mixed by, what keeps them apart."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from tingsha.cli.sheet import Row, Sheet
from tingsha.gathering.decide import LANGUAGE
from tingsha.live.roster_csv import columns_called, places_called
from tingsha.pairs.roster import Attribute, Ints, Roster
from tingsha.wording import fold, tidy

ID: Final = ["id"]
MOST_LANGUAGES: Final = 63
BITS: Final = {"room": 1, "remote": 2}


class Wanted(NamedTuple):
    """A column to mix by, and how much it counts."""

    column: str
    weight: int = 1


@dataclass
class People:
    """Columns, one place per person."""

    ids: list[str] | None
    """Nothing where the file has none: then people go by the number of their row."""
    names: list[str]
    labels: list[tuple["array[int]", int]]
    languages: "array[int] | None"
    places: "array[int] | None"
    called: list[str] = field(default_factory=list[str])
    """The labels of the first column to mix by."""
    count: int = 0
    number: dict[str, int] = field(default_factory=dict[str, int])

    def id(self, person: int) -> str:
        return str(person + 1) if self.ids is None else self.ids[person]

    def group(self, person: int) -> str:
        """What stands in the first column to mix by."""
        label = self.labels[0][0][person] if self.labels else -1
        return self.called[label] if label >= 0 else ""

    def find(self, name: str) -> int:
        """The person with an id; -1 when nobody has it."""
        if self.ids is not None:
            return self.number.get(name, -1)
        plain = name.isascii() and name.isdigit() and not name.startswith("0")
        return int(name) - 1 if plain and len(name) < 10 and int(name) <= self.count else -1

    def roster(self, apart: Ints, *, mixed_places: bool) -> Roster:
        return Roster(
            n=self.count,
            attributes=[
                Attribute(np.frombuffer(labels, np.int32), weight) for labels, weight in self.labels if labels
            ],
            languages=np.frombuffer(self.languages, np.uint64) if self.languages else None,
            places=np.frombuffer(self.places, np.uint8) if self.places else None,
            present=np.ones(self.count, np.bool_),
            apart=apart,
            mix_places=mixed_places,
        )


def read_people(path: Path, wanted: Sequence[Wanted], *, rows: Callable[[int], None]) -> People:
    """Everybody in a file; `rows` hears how many so far. Raises Unusable."""
    reading = _Reading(Sheet(path), wanted)
    for row in reading.sheet.rows():
        reading.take(row)
        rows(reading.people.count)
    return reading.people


class _Reading:
    """A file on its way into columns."""

    def __init__(self, sheet: Sheet, wanted: Sequence[Wanted]) -> None:
        self.sheet = sheet
        called = columns_called()
        at = {
            what: sheet.place([name for name in called if called[name] == what]) for what in called.values()
        }
        if not wanted and at["group"] >= 0:
            wanted = [Wanted(sheet.columns[at["group"]])]
        self._id, self._name = sheet.place(ID), at["name"]
        self._mixed = [sheet.needed(each.column) for each in wanted]
        self._languages, self._where = at["languages"], at["place"]
        if not wanted and max(self._id, *at.values()) < 0:
            sheet.needed("name")
        self._label: list[dict[str, int]] = [{} for _ in wanted]
        self._bits: dict[str, int] = {}
        self._spoken: dict[str, int] = {"": 0}
        self.people = People(
            ids=[] if self._id >= 0 else None,
            names=[],
            labels=[(array("i"), each.weight) for each in wanted],
            languages=array("Q") if self._languages >= 0 else None,
            places=array("B") if self._where >= 0 else None,
        )

    def take(self, row: Row) -> None:
        people, cells = self.people, row.cells
        if people.ids is not None:
            people.ids.append(self._own_id(row))
        if self._name >= 0:
            people.names.append(tidy(cells[self._name]))
        for (labels, _), known, place in zip(people.labels, self._label, self._mixed, strict=True):
            cell = cells[place].strip()
            labels.append(known.setdefault(cell, len(known)) if cell else -1)
        if people.languages is not None:
            people.languages.append(self._tongues(row))
        if people.places is not None:
            people.places.append(self._place(row))
        if people.labels and len(people.called) < len(self._label[0]):
            people.called.append(next(reversed(self._label[0])))
        people.count += 1

    def _own_id(self, row: Row) -> str:
        own = row.cells[self._id].strip()
        if not own:
            raise self.sheet.fault("this person has no id.", row.line, self._id + 1)
        if self.people.number.setdefault(own, self.people.count) != self.people.count:
            raise self.sheet.fault(f"the id “{own}” is there twice.", row.line, self._id + 1)
        return own

    def _tongues(self, row: Row) -> int:
        cell = row.cells[self._languages]
        known = self._spoken.get(cell)
        if known is None:
            known = self._spoken[cell] = self._read_tongues(cell, row.line)
        return known

    def _read_tongues(self, cell: str, line: int) -> int:
        bits = 0
        for sign in ",;/":
            cell = cell.replace(sign, " ")
        for code in cell.lower().split():
            if not LANGUAGE.match(code):
                what = "write languages as codes of two or three letters, as nl;en."
                raise self.sheet.fault(what, line, self._languages + 1)
            bit = self._bits.setdefault(code, len(self._bits))
            if bit >= MOST_LANGUAGES:
                what = f"these are more than {MOST_LANGUAGES} languages."
                raise self.sheet.fault(what, line, self._languages + 1)
            bits |= 1 << bit
        return bits

    def _place(self, row: Row) -> int:
        cell = fold(tidy(row.cells[self._where]))
        if not cell:
            return 0
        place = places_called().get(cell)
        if place is None:
            raise self.sheet.fault("write room or remote.", row.line, self._where + 1)
        return BITS[place]


class Couples(NamedTuple):
    """int64[k, 2], and how many rows named somebody who is not on the roster."""

    people: Ints
    strangers: int


def read_couples(path: Path, people: People) -> Couples:
    """Who is in the columns a and b of a file. Raises Unusable."""
    sheet = Sheet(path)
    first, second = sheet.needed("a"), sheet.needed("b")
    found, strangers = array("q"), 0
    for row in sheet.rows():
        both = row.cells[first].strip(), row.cells[second].strip()
        if both[0] == both[1] or not all(both):
            column = (second if both[0] else first) + 1
            raise sheet.fault("two different ids are needed.", row.line, column)
        a, b = people.find(both[0]), people.find(both[1])
        if a < 0 or b < 0:
            strangers += 1
        else:
            found.extend((a, b))
    return Couples(np.array(found, np.int64).reshape(-1, 2), strangers)
