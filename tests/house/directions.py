"""Whether a stylesheet says left and right where it should say start and end."""

import re
from collections.abc import Iterator

COMMENT = re.compile(r"/\*.*?\*/", re.S)
DECLARATION = re.compile(r"(?<![\w-])([a-z-]+)\s*:\s*([^;{}]+)")
SIDES = re.compile(r"\b(left|right)\b")
# Four values in a row count round clockwise from above: the second is the right side, the fourth the left.
ROUND = {
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
    "scroll-margin",
    "scroll-padding",
}
ALONG_X = re.compile(r"\b(?:translateX|skewX)\(|\btranslate\(\s*(?!0[,)\s])")
CORNERS = {"border-radius"}


def complaints(path: str, sheet: str) -> list[str]:
    """Every declaration that stays where it is when the page is turned round."""
    bare = COMMENT.sub(" ", sheet)
    return [
        f"{path}: {name}: {value.strip()}" for name, value in DECLARATION.findall(bare) if _fixed(name, value)
    ]


def _fixed(name: str, value: str) -> bool:
    if name.startswith("--"):
        return False
    if SIDES.search(name) or (SIDES.search(value) and not value.lstrip().startswith("url(")):
        return True
    if name in ROUND:
        return _lopsided(value)
    if name in CORNERS:
        return _lopsided_corners(value)
    return bool(ALONG_X.search(value)) and name in ("transform", "translate")


def _lopsided(value: str) -> bool:
    sides = list(_parts(value))
    return len(sides) == 4 and sides[1] != sides[3]


def _lopsided_corners(value: str) -> bool:
    """From above left, clockwise."""
    corners = list(_parts(value))
    above = corners[:2] if len(corners) > 1 else []
    below = (
        (corners[2:4] if len(corners) == 4 else [corners[2], corners[1]]) if len(corners) > 2 else above[::-1]
    )
    return bool(above) and (above[0] != above[1] or below[0] != below[1])


def _parts(value: str) -> Iterator[str]:
    """A value's words; what stands in brackets is one of them."""
    yield from re.findall(
        r"[^\s()]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s]+", value.replace("!important", "").strip()
    )
