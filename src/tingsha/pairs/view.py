"""What is shown of the places in the room."""

from collections.abc import Mapping

from msgspec import Struct

from tingsha.pairs.laying import NAME
from tingsha.pairs.spots import Spots, proposed_grid


class SpotsView(Struct, kw_only=True):
    """Where people stand. `count` 0: as many spots as there are units; `columns` where they form a grid;
    `room_m2` 0: nobody said how large the room is.

    `wanted`: a spot for each unit of those who are here. `propose_rows` × `propose_columns` would be a grid for them.
    """

    count: int
    rows: int
    columns: int
    named: bool
    room_m2: int
    wanted: int
    propose_rows: int
    propose_columns: int


def spots_view(spots: Spots, people: int) -> SpotsView:
    """The spots as they are laid, and what a crowd of this size would need."""
    wanted = max(1, people // 2)
    rows, columns = proposed_grid(wanted)
    return SpotsView(
        count=spots.count, rows=spots.rows, columns=spots.columns, named=spots.named,
        room_m2=spots.room_m2, wanted=wanted, propose_rows=rows, propose_columns=columns,
    )  # fmt: skip


def written_at(spots: Spots, spot: int, texts: Mapping[str, str]) -> str:
    """What a sign at this spot says where that is more than its number: its name, or its place in the grid."""
    if spots.named:
        return texts.get(f"{NAME}{spot}", "")
    return spots.label(spot) if spots.columns else ""
