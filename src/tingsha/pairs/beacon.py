"""How two people find each other in a crowd: a colour and a shape that fill the phone's screen."""

from typing import Final, NamedTuple

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

SIGNS: Final = len(COLOURS) * len(SHAPES)


class Beacon(NamedTuple):
    """Words for the screen to draw."""

    colour: str
    shape: str


def beacon(round_: int, number: int) -> Beacon:
    """The sign of this number in a round, both counted from 0.

    48 signs, and then the same again. Numbers that differ by 1 or by 7 differ in colour and in shape; and a number
    has another sign each round.
    """
    # Found by search: three shapes further with each colour, so that neither step ever lands on the same shape.
    shape = number // len(COLOURS) + 3 * (number % len(COLOURS)) + 3 * round_
    return Beacon(COLOURS[(number + round_) % len(COLOURS)], SHAPES[shape % len(SHAPES)])
