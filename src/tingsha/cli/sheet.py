"""A CSV as spreadsheets write it, read row by row, so that a million rows take little room."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tingsha.wording import fold, tidy


class Unusable(Exception):
    """What is wrong with a file, and where: line and column count from 1."""

    def __init__(self, path: Path, what: str, line: int = 0, column: int = 0) -> None:
        place = f", line {line}, column {column}" if line else ""
        super().__init__(f"{path}{place}: {what}")


@dataclass(frozen=True)
class Row:
    """The line in which a row begins, and its cells."""

    line: int
    cells: list[str]


class Sheet:
    """The header's columns, folded, and the rows below it. Raises Unusable while it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows = self._read()
        first = next(self._rows, None)
        if first is None:
            raise self.fault("there is no header.", 1, 1)
        self._line = first.line
        self.columns = [fold(tidy(cell)) for cell in first.cells]
        for place, name in enumerate(self.columns):
            if name and self.columns.index(name) != place:
                raise self.fault(f"the column “{name}” is there twice.", first.line, place + 1)

    def fault(self, what: str, line: int, column: int) -> Unusable:
        return Unusable(self.path, what, line, column)

    def place(self, names: Sequence[str]) -> int:
        """Where a column of one of these names is; -1 when there is none."""
        return next((at for at, name in enumerate(self.columns) if name in names), -1)

    def needed(self, name: str) -> int:
        """Where a column is that cannot be missed."""
        place = self.place([fold(tidy(name))])
        if place < 0:
            raise self.fault(f"there is no column “{name}”.", self._line, 1)
        return place

    def rows(self) -> Iterator[Row]:
        """Every row with something in it, as wide as the header."""
        width = len(self.columns)
        for row in self._rows:
            cells = row.cells
            if len(cells) > width:
                if any(cell.strip() for cell in cells[width:]):
                    raise self.fault("there are more cells than columns.", row.line, width + 1)
                del cells[width:]
            while len(cells) < width:
                cells.append("")
            yield row

    def _read(self) -> Iterator[Row]:
        begins = 1
        try:
            with self.path.open("rb") as file:
                lines = self._lines(file)
                first = next(lines, "")
                reader = csv.reader(_again(first, lines), delimiter=_delimiter(first), strict=True)
                for cells in reader:
                    if any(cell and not cell.isspace() for cell in cells):
                        yield Row(begins, cells)
                    begins = reader.line_num + 1
        except csv.Error as wrong:
            raise self.fault(f"a quotation mark or a cell is not right ({wrong}).", begins, 1) from wrong
        except OSError as wrong:
            raise Unusable(self.path, f"cannot be read: {wrong.strerror}.") from wrong

    def _lines(self, file: Iterator[bytes]) -> Iterator[str]:
        for number, raw in enumerate(file, 1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as wrong:
                column = raw.count(b",", 0, wrong.start) + raw.count(b";", 0, wrong.start) + 1
                raise self.fault("this is not UTF-8.", number, column) from wrong
            if "\r" in line.removesuffix("\r\n"):
                yield from (part + "\n" for part in line.replace("\r\n", "\r").split("\r") if part)
            else:
                yield line


def _again(first: str, others: Iterator[str]) -> Iterator[str]:
    yield first
    yield from others


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)
