"""Liquid Courage, a variant by Jamie Owens and Keith McCandless: each finishes all five open sentences within a minute.

The sentences are the variant itself and stand as its makers have them.
"""

from typing import Final

OPENERS: Final[dict[str, list[str]]] = {
    "nl": [
        "Was … maar …", "Ze dwingen me …", "Ik moet …", "… zo is het nu eenmaal.", "Als zij …, dan kon ik …!",
    ],
    "en": [
        "If only …", "They make me …", "I have to …", "… that’s just how it is.", "If they would …, then I could …!",
    ],
}  # fmt: skip
LONGEST_TURN_S: Final = 60
"""One turn for all five: quick enough to get ahead of one's caution."""


def openers(language: str) -> list[str]:
    """The five open sentences; in English where the language has none of its own."""
    return OPENERS.get(language, OPENERS["en"])
