"""`./bench together`: what is shared after the rounds. Further words choose parts: `board`, `likeness`, `layout`."""

import sys
from collections.abc import Callable
from typing import Final

from benchmarks.together.board import board
from benchmarks.together.layout import who_met_whom
from benchmarks.together.likeness import likeness

PARTS: Final[dict[str, Callable[[], None]]] = {"board": board, "likeness": likeness, "layout": who_met_whom}


def main() -> None:
    asked = [name for name in PARTS if name in sys.argv[1:]]
    for name in asked or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
