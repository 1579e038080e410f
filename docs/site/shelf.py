"""Which pages there are, what they are called on the site, and where a link of theirs leads."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from docs.site.article import Article, article

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs"
SPOKEN: Final = ROOT / "src/tingsha/languages"
IN_ONE: Final = re.compile(r"(.+)\.([a-z]{2})\Z")
GUIDES: Final = ("index", "howto/hosting", "howto/taking-part", "about")
LICENCES: Final = ("LICENSE", "NOTICE")
LICENCE: Final = "/docs/licence"
PROJECT: Final = "project"
BACKGROUND: Final = "background"


class Page(NamedTuple):
    """`stem` is the address without language; a page without a language of its own is in English and has no twin."""

    file: Path
    stem: str
    language: str

    @property
    def address(self) -> str:
        return address(self.stem, self.language)

    @property
    def folder(self) -> str:
        folder = str(Path(self.stem).parent)
        return "guides" if self.stem in GUIDES else BACKGROUND if folder == "." else folder


@dataclass
class Shelf:
    """Every page with its article; `linked` are the pictures, data files and folders that pages refer to."""

    pages: dict[Path, Page]
    articles: dict[str, Article] = field(default_factory=dict[str, Article])
    linked: set[Path] = field(default_factory=set[Path])

    def twins(self, stem: str) -> dict[str, Page]:
        """A page in every language it was written in."""
        return {page.language: page for page in self.pages.values() if page.stem == stem}

    def in_language(self, stem: str, language: str) -> Page:
        """The page in a language, else in English, else in the only language it has."""
        twins = self.twins(stem)
        return twins.get(language) or twins.get("en") or twins[""]

    def stems(self) -> list[str]:
        return list(dict.fromkeys(page.stem for page in self.pages.values()))

    def read(self) -> None:
        """English first: its headings lend their names to the same page in other languages, so that one link does."""
        for page in sorted(self.pages.values(), key=lambda page: page.language != "en"):
            text = page.file.read_text(encoding="utf-8")
            english = self.articles.get(address(page.stem, "en"))
            lent = [heading.anchor for heading in english.headings] if english else []
            self.articles[page.address] = article(text, lambda link, page=page: self.lead(page, link), lent)

    def lead(self, page: Page, link: str) -> str:
        """Where a link of a page leads. What is not on the site stays as it stands; a test finds it."""
        parts = urlsplit(link)
        if parts.scheme or not parts.path:
            return link
        target = Path(os.path.normpath(page.file.parent / parts.path))
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if target in self.pages:
            return self.pages[target].address + fragment
        if target.name in LICENCES:
            return LICENCE
        if target.exists() and target.is_relative_to(DOCS):
            self.linked.add(target)
            return f"/docs/{target.relative_to(DOCS).as_posix()}"
        return link


def address(stem: str, language: str) -> str:
    return f"/docs/{stem}" + (f".{language}" if language else "")


def shelf() -> Shelf:
    """All Markdown of the project, read."""
    found = Shelf({file: _page(file) for file in sorted(_files())})
    found.read()
    return found


def _files() -> Iterable[Path]:
    yield from ROOT.glob("*.md")
    yield from (ROOT / "benchmarks").glob("*.md")
    yield from DOCS.rglob("*.md")


def _page(file: Path) -> Page:
    inside = file.relative_to(DOCS) if file.is_relative_to(DOCS) else Path(PROJECT, file.name.lower())
    stem = inside.with_suffix("").as_posix()
    found = IN_ONE.match(stem)
    return Page(file, found[1], found[2]) if found else Page(file, stem, "")


def languages() -> list[str]:
    """Every language that the screens speak."""
    return sorted(file.stem for file in SPOKEN.glob("*.json"))
