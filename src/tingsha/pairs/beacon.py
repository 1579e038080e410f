"""How two people find each other in a crowd: a spot, and a colour and a shape that fill the phone's screen."""

from typing import NamedTuple

PALETTE = {
    "yellow": "#fef83d",
    "blue": "#a4b0f9",
    "orange": "#f99f54",
    "mint": "#71fbdc",
    "purple": "#a564b2",
    "red": "#df4525",
}
"""Found by search: light enough for a dark shape, and as far apart as can be for every kind of colour sight."""

COLOURS = tuple(PALETTE)

SHAPES = ("circle", "triangle", "diamond", "star", "heart", "moon", "cross", "drop")


class Beacon(NamedTuple):
    """Words for the screen to draw."""

    colour: str
    shape: str


def spot(row: int) -> int:
    """Where the unit in this row of a round stands, counted from 1."""
    return row + 1


def beacon(round_: int, row: int) -> Beacon:
    """The sign of this row of a round, both counted from 0.

    48 signs; neighbouring rows differ in colour and in shape, and a row's sign changes each round. Two alike are 48
    spots apart: where spots stand in rows of up to 24, at least two rows.
    """
    # Six and eight share a factor, so one more step every 24 rows is needed to reach all 48 signs.
    shape = row + row // 24 + 3 * round_
    return Beacon(COLOURS[(row + round_) % len(COLOURS)], SHAPES[shape % len(SHAPES)])
