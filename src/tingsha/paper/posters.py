"""Signs for the walls and the floor: where a spot is, and the meeting post. A sheet each."""

from typing import Final

from msgspec import Struct

from tingsha.languages import OnPaper
from tingsha.pairs.beacon import PALETTE
from tingsha.pairs.spots import Spots
from tingsha.paper.printing import pdf
from tingsha.paper.signs import legible, numbered

SHAPES: Final = {
    "circle": "M50 6A44 44 0 0 1 50 94A44 44 0 0 1 50 6z",
    "triangle": "M50 6 96 90H4z",
    "diamond": "M50 2 96 50 50 98 4 50z",
    "star": "M50 3 62 37l36 1-28 22 10 35-30-20-30 20 10-35L2 38l36-1z",
    "cross": "M39 4h22v35h35v22H61v35H39V61H4V39h35z",
    "heart": "M50 92 10 50C-6 30 8 8 27 8c11 0 19 7 23 15C54 15 62 8 73 8c19 0 33 22 17 42z",
    "moon": "M66 6a46 46 0 1 0 26 68A38 38 0 0 1 66 6z",
    "drop": "M50 3c14 22 32 38 32 60a32 32 0 0 1-64 0C18 41 36 25 50 3z",
}
"""As the phones draw them; `tests/paper` holds the two together."""
INK: Final = "#0d1a22"
PER_SPOT: Final = 3
"""So many signs stand on a sheet: of the first rounds."""


class Sign(Struct):
    round: str
    picture: str


class Poster(Struct):
    label: str
    signs: list[Sign]


class Posters(Struct):
    language: str
    credit: str
    posters: list[Poster]


def of_spots(language: str, said: OnPaper, spots: Spots, labels: list[str], rounds: int) -> Posters:
    """A sign for every spot with what phones show there in the first rounds, and one for the meeting post."""
    posters = [
        Poster(label, [_sign(said, spots, round_, row) for round_ in range(min(rounds, PER_SPOT))])
        for row, label in enumerate(labels)
    ]
    return Posters(language, said.credit, [*posters, Poster(said.post, [])])


def _sign(said: OnPaper, spots: Spots, round_: int, row: int) -> Sign:
    colour, shape = spots.beacon(round_, row)
    ground = f'<rect width="100" height="100" rx="14" fill="{PALETTE[colour]}"/>'
    drawn = f'<g transform="translate(18 18) scale(.64)"><path d="{SHAPES[shape]}" fill="{INK}"/></g>'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{ground}{drawn}</svg>'
    return Sign(said.round.format(round=round_ + 1), picture)


def printed(posters: Posters) -> bytes:
    """Raises TooMuchPaper."""
    said = legible(each.label for each in posters.posters)
    for number, each in enumerate(posters.posters, 1):
        each.label = numbered(said, each.label, number)
    return pdf("posters", posters, len(posters.posters))
