"""The receipt as it is shown: to the host, and on the stage when the host puts it there."""

from msgspec import Struct

from tingsha.receipt.state import Receipt
from tingsha.rounds.state import Rounds


class Attention(Struct):
    """`talk_s`: how long each was in conversation; `median_s`: how long their phone was looked at meanwhile, the middle
    of so many phones; `shown`: on the stage."""

    talk_s: int
    median_s: int
    phones: int
    shown: bool


def attention(receipt: Receipt, rounds: Rounds) -> Attention | None:
    """The receipt; None as long as too few phones have told."""
    if not receipt.phones:
        return None
    talk_ms = sum(each.ends - each.starts for each in rounds.timeline if each.kind == "turn")
    return Attention(talk_ms // 1000, receipt.median_s, receipt.phones, receipt.shown)
