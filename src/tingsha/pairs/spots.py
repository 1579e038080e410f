"""The places in a room: how they are called, and which sign stands where, so that no two alike are in sight."""

from dataclasses import dataclass
from typing import Final

from tingsha.pairs.beacon import SIGNS, Beacon, beacon

LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Names of rows. I and O are left out: on a sheet at the wall they are taken for figures."""
MOST_ROWS: Final = 100
MOST_COLUMNS: Final = 100
MOST_SPOTS: Final = MOST_ROWS * MOST_COLUMNS
MOST_NAMES: Final = 200
MOST_ROOM_M2: Final = 1_000_000

_NEXT_ROW: Final = 7
"""Signs from one row of a grid to the next: two alike are then seven steps apart, which is as far as 48 can be."""
_SHARING: Final = (0, 24, 12, 36, 6, 30, 18, 42, 3, 27, 15, 39, 9, 33, 21, 45)
"""How much further the signs of those are who share a spot: halves, quarters, eighths of the alphabet, so that
two share it and the same sign still comes back as late as can be."""


@dataclass(frozen=True, slots=True)
class Spots:
    """The places of a gathering. `count` 0: as many as there are units, numbered from 1, wherever people like.

    With `columns` the places form a grid, counted row by row from the front, and from the left as one faces it.
    """

    count: int = 0
    columns: int = 0
    named: bool = False
    room_m2: int = 0
    """How large the room is, in square metres; 0 for not known."""

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns) if self.columns else 0

    def spot(self, row: int) -> int:
        """Where the unit in this row of a round's table stands, counted from 1. With fewer spots than units they
        are shared: the rows go round."""
        return (row % self.count if self.count else row) + 1

    def label(self, spot: int) -> str:
        """What is written at a spot of a grid, such as C4; elsewhere its number."""
        return f"{self.row_name(spot)}{(spot - 1) % self.columns + 1}" if self.columns else str(spot)

    def row_name(self, spot: int) -> str:
        """The letter of a spot's row: A in front, after Z come AA, AB …; nothing where there is no grid."""
        if not self.columns:
            return ""
        row = (spot - 1) // self.columns
        first, second = divmod(row, len(LETTERS))
        return (LETTERS[first - 1] if first else "") + LETTERS[second]

    def beacon(self, round_: int, row: int) -> Beacon:
        """The sign of the unit in this row of a round's table; both counted from 0.

        No two are alike at a spot that up to 48 share. In a grid, two alike stand seven steps from each other, or
        four where two units share each spot, nearly three where four do; in a line of spots 48, 24, 12. Where more than
        48 share a spot, every sign comes equally often there: then names tell people apart.
        """
        spot, turn = self.spot(row) - 1, row // self.count if self.count else 0
        number = spot // self.columns * _NEXT_ROW + spot % self.columns if self.columns else spot
        further = _SHARING[turn % len(_SHARING)] + turn // len(_SHARING)
        return beacon(round_, (number + further) % SIGNS)


def proposed_grid(units: int) -> tuple[int, int]:
    """Rows and columns for this many units: three wide to two deep, as halls are, and a place for everybody."""
    columns = 1
    while 2 * columns * columns < 3 * units:
        columns += 1
    return min(MOST_ROWS, -(-units // columns)), min(MOST_COLUMNS, columns)
