"""Makes the language: every letter has an accent, every text is a third longer, gaps and forms stay."""

import re
from typing import Any, cast

CODE = "he"
"""Written from right to left, so that dates and lists come as such a language has them."""
ABOUT = {"name": "Þšéûðö", "locale": "he-IL", "direction": "rtl"}
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
ACCENTS = str.maketrans(PLAIN, ACCENTED)
GAP = re.compile(r"(\{\w+\})")
LONGER = 0.35
WORD = "éñôüá"
KEPT = frozenset({"keepsakeName", "calendarName"})
"""A file's name must stay one."""


def pseudo(written: Any, name: str = "") -> Any:
    """The same file in the language that nobody speaks."""
    if isinstance(written, str):
        return written if not written or name in KEPT else longer(accented(written))
    if isinstance(written, list):
        return [pseudo(each) for each in cast("list[Any]", written)]
    return {key: pseudo(part, key) for key, part in cast("dict[str, Any]", written).items()}


def language(english: dict[str, Any]) -> dict[str, Any]:
    """The whole file; how columns of a list are called is no sentence, so that stays."""
    return {**pseudo(english), "language": ABOUT, "roster": english["roster"]}


def accented(text: str) -> str:
    return "".join(part if at % 2 else part.translate(ACCENTS) for at, part in enumerate(GAP.split(text)))


def longer(text: str) -> str:
    """About a third more, in words where the text has words."""
    more = max(1, round(len(GAP.sub("", text)) * LONGER))
    if " " not in text:
        return text + (WORD * more)[:more]
    return text + f" {WORD}" * max(1, round(more / (len(WORD) + 1)))
