"""Words that are kin: what people say when they talk about the same thing at work, at school or in a street.

They stand in `kin/`, a file per language: a theme, a colon, its words. `word*` means what begins with it, `*word` what
ends with it. A language without a file has no kin, and only what is said in the same words is found alike.
"""

from typing import NamedTuple

from msgspec import Struct


class Theme(NamedTuple):
    """`whole` words, and what words begin or end with."""

    whole: frozenset[str]
    begin: tuple[str, ...]
    end: tuple[str, ...]

    def has(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.begin) or word.endswith(self.end)


class Kin(Struct, frozen=True):
    """The themes of one language."""

    themes: tuple[Theme, ...] = ()

    def of(self, word: str) -> list[int]:
        """The themes that a word in small letters belongs to, by number."""
        return [number for number, theme in enumerate(self.themes) if theme.has(word)]


def read_kin(text: str) -> Kin:
    """The themes in a file of `kin/`."""
    return Kin(tuple(_theme(line) for line in text.splitlines() if ":" in line))


def _theme(line: str) -> Theme:
    words = line.partition(":")[2].split()
    return Theme(
        frozenset(word for word in words if "*" not in word),
        tuple(word[:-1] for word in words if word.endswith("*")),
        tuple(word[1:] for word in words if word.startswith("*")),
    )
