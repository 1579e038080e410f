"""Reads a list of expected people from CSV as spreadsheets write it, in any of our languages."""

import csv
from collections.abc import Iterator
from functools import cache
from io import StringIO
from itertools import islice
from typing import Protocol

from tingsha.gathering.commands import Place, RosterRow
from tingsha.languages import languages
from tingsha.wording import fold, tidy
from tingsha.words import Refusal

Rows = list[RosterRow]


class Lines(Protocol):
    """A reader of CSV: cells per row, and the line it is at."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...


def read_roster(body: bytes) -> Rows | Refusal:
    """The rows of a CSV in UTF-8. A fault names its line (from 1, the header's) and column: 422 `roster-malformed`."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = body.count(b"\n", 0, wrong.start) + 1
        return _fault(line, 1, "not-utf-8")
    rows = _numbered(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    try:
        header = _header(next(rows, (1, list[str]()))[1])
        return header if isinstance(header, Refusal) else _rows(rows, header)
    except Unclosed as wrong:
        return _fault(wrong.line, 1, "quotation")


class Unclosed(Exception):
    """A quotation mark that opens in this line is not closed where it should be."""

    def __init__(self, line: int) -> None:
        self.line = line


def _numbered(lines: Lines) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line in which it begins; a cell may hold several."""
    begins = 1
    try:
        for cells in lines:
            yield begins, cells
            begins = lines.line_num + 1
    except csv.Error as wrong:
        raise Unclosed(begins) from wrong


def _delimiter(text: str) -> str:
    first = next((line for line in islice(text.splitlines(), 20) if line.strip()), "")
    return max(";,\t", key=first.count)


def _header(cells: list[str]) -> list[str] | Refusal:
    columns = [columns_called().get(fold(tidy(cell)), "") for cell in cells]
    if "name" not in columns:
        return _fault(1, 1, "no-name-column")
    for place, column in enumerate(columns, 1):
        if column and columns.index(column) != place - 1:
            return _fault(1, place, "column-twice")
    return columns


def _rows(numbered: Iterator[tuple[int, list[str]]], columns: list[str]) -> Rows | Refusal:
    rows: Rows = []
    for line, cells in numbered:
        if not any(cell.strip() for cell in cells):
            continue
        row = _row(line, cells, columns)
        if isinstance(row, Refusal):
            return row
        rows.append(row)
    return rows


def _row(line: int, cells: list[str], columns: list[str]) -> RosterRow | Refusal:
    if any(cell.strip() for cell in cells[len(columns) :]):
        return _fault(line, len(columns) + 1, "too-many-cells")
    said = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    if not tidy(said.get("name", "")):
        return _fault(line, columns.index("name") + 1, "no-name")
    place = said.get("place", "")
    if place and fold(place) not in places_called():
        return _fault(line, columns.index("place") + 1, "unknown-place")
    return RosterRow(
        name=said["name"],
        group=said.get("group") or None,
        languages=said.get("languages", "")
        .lower()
        .replace(",", " ")
        .replace("/", " ")
        .replace(";", " ")
        .split(),
        place=places_called()[fold(place)] if place else None,
    )


@cache
def columns_called() -> dict[str, str]:
    """What a column may be called in any language, and what it holds."""
    return {
        name: column
        for column in ("name", "group", "languages", "place")
        for name in (column, *_called(column))
    }


@cache
def places_called() -> dict[str, Place]:
    kinds: tuple[Place, ...] = ("room", "remote")
    return {name: place for place in kinds for name in (place, *_called(place))}


def _called(what: str) -> list[str]:
    """Its names in the files of all languages, with commas in between."""
    return [fold(name.strip()) for each in languages().values() for name in each.roster[what].split(",")]


def _fault(line: int, column: int, fault: str) -> Refusal:
    return Refusal("roster-malformed", {"line": line, "column": column, "fault": fault})
