"""What a name or a line of text may look like: normalised, without hidden characters, counted in graphemes."""

import unicodedata

import regex

NAME_GRAPHEMES = 40
GROUP_GRAPHEMES = 40
TITLE_GRAPHEMES = 120
QUESTION_GRAPHEMES = 200
BYTES_PER_GRAPHEME = 6
"""Room for accents and emoji, none for towers of combining marks."""

# Joiners belong to emoji and to Persian and Indic writing; every other format character only hides or reorders.
JOINERS = "\u200c\u200d"
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def tidy(text: str) -> str:
    """The text in NFC, on one line, with control, direction and zero-width characters gone."""
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(sign for sign in flat if _shows(sign)).strip()


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


def fold(text: str) -> str:
    """A form for comparing and searching: no case, no accents."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
