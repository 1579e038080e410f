"""The questions as every screen shows them."""

from msgspec import Struct

from tingsha.invitation.coach import Hint


class Advice(Struct):
    """Hints per question, what matters most first. They never stand in the way."""

    challenge: list[Hint]
    give_and_take: list[Hint]


class Pair(Struct, frozen=True):
    """One pair of questions."""

    challenge: str
    give_and_take: str


def questions(texts: dict[str, str], rounds: int) -> tuple[Pair, list[Pair]]:
    """The pair for all rounds, and the pairs of single rounds, if there are any."""
    both = _pair(texts, "")
    own = [_pair(texts, f":{each}") for each in range(1, rounds + 1) if f"challenge:{each}" in texts]
    return both, own


def _pair(texts: dict[str, str], suffix: str) -> Pair:
    return Pair(texts.get("challenge" + suffix, ""), texts.get("give_and_take" + suffix, ""))
