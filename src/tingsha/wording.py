"""What a name or a line of text may look like: normalised, without hidden characters, counted in graphemes."""

import unicodedata

import regex

NAME_GRAPHEMES = 40
GROUP_GRAPHEMES = 40
TITLE_GRAPHEMES = 120
QUESTION_GRAPHEMES = 200
PATTERN_GRAPHEMES = 120
CARD_GRAPHEMES = 120
CONTRIBUTION_GRAPHEMES = 500
BYTES_PER_GRAPHEME = 6
"""Room for accents and emoji, none for towers of combining marks."""

# Joiners belong to emoji and to Persian and Indic writing; every other format character only hides or reorders.
JOINERS = "\u200c\u200d"
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
LAST_LATIN = "\u024f"
MARKS_PER_SIGN = 4
"""Enough for every writing; more only climb over the lines above."""


def tidy(text: str) -> str:
    """The text in NFC, on one line, with control, direction and zero-width characters gone."""
    shown = "".join(sign for sign in " ".join(text.split()) if _shows(sign))
    if shown.isascii():
        return " ".join(shown.split())
    # What was hidden may have stood between a letter and its accent; what they become together may free a joiner again.
    while (tidied := _tidied_once(shown)) != shown:
        shown = tidied
    return shown


def _tidied_once(line: str) -> str:
    """NFC settles at once and all else only takes away, so this comes to an end."""
    joined = _without_loose_joiners(unicodedata.normalize("NFC", line))
    return _without_towers(unicodedata.normalize("NFC", " ".join(joined.split())))


def _without_loose_joiners(line: str) -> str:
    """A joiner stays only between two signs that can be joined; Latin letters and spaces can not."""
    kept: list[str] = []
    for place, sign in enumerate(line):
        if sign in JOINERS:
            before, after = "".join(kept[-1:]), line[place + 1 : place + 2]
            if not _joins(before) or not _joins(after):
                continue
        kept.append(sign)
    return "".join(kept)


def _joins(sign: str) -> bool:
    return sign > LAST_LATIN and sign not in JOINERS and not sign.isspace()


def _without_towers(line: str) -> str:
    kept: list[str] = []
    marks = 0
    for sign in line:
        marks = marks + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if marks <= MARKS_PER_SIGN:
            kept.append(sign)
    return "".join(kept)


def _shows(sign: str) -> bool:
    if sign in JOINERS:
        return True
    return sign not in BLANK and unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def empty(text: str) -> bool:
    """True when nothing of a tidied text would be seen: only spaces, joiners or loose combining marks."""
    return not any(unicodedata.category(sign)[0] in "LNPS" for sign in text)


def too_long(text: str, graphemes: int) -> bool:
    """True when a text has more graphemes than allowed, or hides too many bytes inside them."""
    if len(text) <= graphemes and text.isascii():
        return False
    return len(text.encode()) > graphemes * BYTES_PER_GRAPHEME or len(regex.findall(r"\X", text)) > graphemes


def bytes_on_screen(text: str) -> int:
    """How many bytes of a document a text takes, quotes and separator included."""
    return len(text.encode()) + text.count('"') + text.count("\\") + 3


def fold(text: str) -> str:
    """A form for comparing and searching: no case, no accents."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
