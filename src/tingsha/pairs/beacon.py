"""How two people find each other in a crowd: a spot, and a colour and a shape that fill the phone's screen."""

from typing import NamedTuple

COLOURS = ("yellow", "blue", "orange", "green", "pink", "red")
"""After Okabe and Ito: told apart with any colour sight, and light enough for a dark shape."""

PALETTE = dict(
    zip(COLOURS, ("#F0E442", "#56B4E9", "#E69F00", "#00A67A", "#CC79A7", "#D55E00"), strict=True),
)

SHAPES = ("circle", "triangle", "square", "star", "heart", "moon", "cross", "drop")


class Beacon(NamedTuple):
    """Words for the screen to draw."""

    colour: str
    shape: str


def spot(row: int) -> int:
    """Where the unit in this row of a round stands, counted from 1."""
    return row + 1


def beacon(round_: int, row: int) -> Beacon:
    """The sign of this row of a round, both counted from 0.

    48 signs; neighbouring rows differ in colour and in shape, and a row's sign changes each round.
    """
    # Six and eight share a factor, so one more step every 24 rows is needed to reach all 48 signs.
    shape = row + row // 24 + 3 * round_
    return Beacon(COLOURS[(row + round_) % len(COLOURS)], SHAPES[shape % len(SHAPES)])
