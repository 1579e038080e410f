"""Pages of boards as bytes: what one phone is shown, all are shown."""

from typing import Final
from weakref import WeakKeyDictionary

import msgspec

from tingsha.board.view import page
from tingsha.live.keeper import Keeper

PER_PAGE: Final = 100


class BoardPages:
    """Pages as they stood when what is shown last changed; a gathering that is erased takes its own along."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Keeper, tuple[int, dict[str, bytes]]] = WeakKeyDictionary()

    def page(self, keeper: Keeper, after: str) -> bytes:
        board = keeper.session.board
        version, pages = self._known.get(keeper, (-1, dict[str, bytes]()))
        if version != board.version:
            pages = dict[str, bytes]()
            self._known[keeper] = (board.version, pages)
        if after not in pages:
            body = msgspec.json.encode(page(keeper.session, after, PER_PAGE))
            if after and after not in board.contributions:
                return body
            pages[after] = body
        return pages[after]
