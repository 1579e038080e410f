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


def spoken_in(language: str) -> str:
    """The language of the sentences in a gathering of this language: English where it has none of its own."""
    return language if language in OPENERS else "en"


def openers(language: str) -> list[str]:
    """The five open sentences."""
    return OPENERS[spoken_in(language)]
