"""A coach for questions: says what may stand in the way of an answer, and never stands in the way of a question.

Whether a question is interesting nobody can tell from its words: the host had better answer it aloud in a minute.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal

from tingsha.invitation.cues import Cues

Kind = Literal["challenge", "give_and_take"]
Hint = Literal[
    "closed",
    "too-broad",
    "leading",
    "double",
    "too-long",
    "exposing",
    "one-sided",
    "jargon",
    "solution",
    "cv",
]
MOST_WORDS: Final = 25


def hints(question: str, kind: Kind, cues: Cues) -> list[Hint]:
    """What a host may want to look at again, what matters most first."""
    text = _plain(question)
    return [hint for hint, tells in _TELLS.items() if text and tells(text, kind, cues)]


def _plain(question: str) -> str:
    return " ".join(question.replace("’", "'").casefold().split())


def _closed(text: str, kind: Kind, cues: Cues) -> bool:
    found = cues.closed.search(text)
    if found is None:
        return False
    # "Are you happy, and what makes you so?" opens up again.
    return found.start() > 0 or not any(_asked(text, cues))


def _has(cue: str) -> Callable[[str, Kind, Cues], bool]:
    def tells(text: str, kind: Kind, cues: Cues) -> bool:
        return getattr(cues, cue).search(text) is not None

    return tells


def _double(text: str, kind: Kind, cues: Cues) -> bool:
    """Two questions in one, or three things asked in a row; giving and taking may be asked in one breath."""
    if kind == "give_and_take":
        return False
    return text.rstrip("?").count("?") > 0 or sum(1 for _ in _asked(text, cues)) > 2


def _asked(text: str, cues: Cues) -> Iterator[str]:
    """The question words that open a part of the sentence."""
    for part in re.split(r", (?:and |en )?|\b(?:and|en) ", text):
        if (found := cues.asks.match(part)) is not None:
            yield found[0]


def _too_long(text: str, kind: Kind, cues: Cues) -> bool:
    return len(text.split()) > MOST_WORDS


def _one_sided(text: str, kind: Kind, cues: Cues) -> bool:
    """Give and take that only takes, or only gives; two things asked in one breath are taken for both."""
    if kind != "give_and_take" or sum(1 for _ in _asked(text, cues)) > 1:
        return False
    return (cues.takes.search(text) is None) != (cues.gives.search(text) is None)


_TELLS: Final[dict[Hint, Callable[[str, Kind, Cues], bool]]] = {
    "exposing": _has("exposing"),
    "closed": _closed,
    "one-sided": _one_sided,
    "too-long": _too_long,
    "double": _double,
    "too-broad": _has("broad"),
    "leading": _has("leading"),
    "solution": _has("solution"),
    "cv": _has("cv"),
    "jargon": _has("jargon"),
}
