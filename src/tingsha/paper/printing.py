"""From what is to be printed to a PDF. Setting type takes seconds for a thousand cards: call it off the event loop."""

from importlib import resources
from io import BytesIO
from typing import Final, Literal

import msgspec
import segno
import typst
from msgspec import Struct

MOST_SHEETS: Final = 1_500
"""More paper than that is a mistake. Who wants more prints in parts."""

Kind = Literal["cards", "posters", "host-sheet", "table", "patterns", "slide", "report"]
KINDS: Final[tuple[Kind, ...]] = ("cards", "posters", "host-sheet", "table", "patterns", "slide", "report")


class TooMuchPaper(Exception):
    """So many sheets are asked for."""

    def __init__(self, sheets: int) -> None:
        self.sheets = sheets
        super().__init__(f"that would be {sheets:,} sheets of paper; {MOST_SHEETS:,} is the most at once")


def pdf(kind: Kind, content: Struct, sheets: int) -> bytes:
    """The PDF of a kind. `sheets`: so many it will be, about. Raises TooMuchPaper."""
    if sheets > MOST_SHEETS:
        raise TooMuchPaper(sheets)
    made = typst.compile(source(kind), sys_inputs={"content": msgspec.json.encode(content).decode()})
    assert isinstance(made, bytes)
    return made


def pictures(kind: Kind, content: Struct, ppi: float = 120) -> list[bytes]:
    """The same pages as PNG, to look at."""
    inputs = {"content": msgspec.json.encode(content).decode()}
    made = typst.compile(source(kind), format="png", ppi=ppi, sys_inputs=inputs)
    return [page for page in (made if isinstance(made, list) else [made]) if isinstance(page, bytes)]


def source(kind: str) -> bytes:
    """The sheet of a kind, as typst reads it."""
    return resources.files(__package__ or "").joinpath("sheets", f"{kind}.typ").read_bytes()


def code(text: str) -> str:
    """A QR code as SVG."""
    out = BytesIO()
    made = segno.make(text, error="m", micro=False, encoding=None if text.isascii() else "utf-8")
    made.save(out, kind="svg", border=2, xmldecl=False, omitsize=True, dark="#000", light="#fff")
    return out.getvalue().decode()
