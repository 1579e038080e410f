"""What stands around an article: the head of the document, languages, contents, the list of all pages."""

from collections.abc import Iterable
from html import escape
from typing import Any, Final, NamedTuple

from docs.site.article import Article
from docs.site.shelf import GUIDES, LICENCE, Page, Shelf, address

Words = dict[str, Any]
MANY: Final = 5
RINGS: Final = """<svg class="rings" viewBox="-110 -110 220 220" fill="none" aria-hidden="true">\
<circle class="wave" r="107" opacity=".14"/><circle class="wave" r="90" opacity=".28"/>\
<circle class="wave" r="68" opacity=".48"/><circle class="wave" r="46" opacity=".78"/>\
<circle class="dome" r="26"/><circle class="hole" r="9"/></svg>"""


class Sheet(NamedTuple):
    """An article and where it goes. `asked` is the language of the address, `written` the one it is written in."""

    stem: str
    asked: str
    written: str
    article: Article

    @property
    def address(self) -> str:
        return address(self.stem, self.asked)


class Frame(NamedTuple):
    """`words` and `names` of each language that the screens speak; `style` is the address of the stylesheet."""

    shelf: Shelf
    words: dict[str, Words]
    names: dict[str, str]
    style: str

    def said(self, language: str) -> Words:
        """In a language that only the page itself speaks, everything around it is in English."""
        return self.words.get(language, self.words["en"])

    def around(self, sheet: Sheet) -> str:
        """The whole document."""
        words = self.said(sheet.written)
        title = escape(sheet.article.title)
        return f"""<!doctype html>
<html lang="{sheet.written}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{title}{"" if title == "Tingsha" else " · Tingsha"}</title>
<link rel="icon" href="/docs/ring.svg">
<link rel="stylesheet" href="{self.style}">
{self._alternates(sheet)}</head>
<body>
<a class="skip" href="#article">{words["skip"]}</a>
<header>
<a class="name" href="/" title="{words["home"]}">{RINGS} Tingsha</a>
<a class="to-menu" href="#menu">{words["pages"]}</a>
{self._languages(sheet)}</header>
<div class="spread">
<main id="article" tabindex="-1">
{self._fallen_back(sheet)}{self._body(sheet)}</main>
<nav id="menu" aria-label="{words["pages"]}">
{"".join(self._section(folder, sheet) for folder in self._folders())}</nav>
</div>
{self._foot(sheet)}
</body>
</html>
"""

    def _alternates(self, sheet: Sheet) -> str:
        twins = [language for language in self.shelf.twins(sheet.stem) if language]
        links = (
            f'<link rel="alternate" hreflang="{one}" href="{address(sheet.stem, one)}">\n' for one in twins
        )
        return "".join(links)

    def _languages(self, sheet: Sheet) -> str:
        """The other languages it was written in, each by its own name."""
        others = [one for one in self.names if one in self.shelf.twins(sheet.stem) and one != sheet.written]
        if not others:
            return ""
        links = (
            f'<a href="{address(sheet.stem, one)}" lang="{one}" hreflang="{one}">{self.names[one]}</a>'
            for one in others
        )
        return f'<nav class="languages" aria-label="{self.said(sheet.written)["language"]}">{"".join(links)}</nav>\n'

    def _fallen_back(self, sheet: Sheet) -> str:
        if sheet.asked in ("", sheet.written):
            return ""
        return f'<p class="fallen-back" lang="{sheet.asked}">{self.said(sheet.asked)["fallenBack"]}</p>\n'

    def _body(self, sheet: Sheet) -> str:
        """The article, with what it holds folded away above its first part."""
        begin, part, rest = sheet.article.body.partition("<h2")
        return begin + self._contents(sheet) + part + rest

    def _contents(self, sheet: Sheet) -> str:
        parts = [heading for heading in sheet.article.headings if heading.level == 2]
        if len(parts) < MANY:
            return ""
        links = "".join(f'<li><a href="#{each.anchor}">{escape(each.words)}</a></li>\n' for each in parts)
        name = self.said(sheet.written)["onPage"]
        return f'<details class="contents"><summary>{name}</summary>\n<ul>\n{links}</ul>\n</details>\n'

    def _folders(self) -> list[str]:
        known = list(self.words["en"]["folders"])
        found = {self.shelf.in_language(stem, "en").folder for stem in self.shelf.stems()}
        return [*known, *sorted(found - set(known))]

    def _section(self, folder: str, sheet: Sheet) -> str:
        """The pages of one folder, folded away but where one reads. The guides are always open."""
        pages = list(self._pages(folder, sheet.written))
        name = self.said(sheet.written)["folders"].get(folder, folder)
        items = "".join(self._item(page, sheet) for page in pages)
        if folder == "guides":
            return f"<h2>{name}</h2>\n<ul>\n{items}</ul>\n"
        opened = " open" if any(page.stem == sheet.stem for page in pages) else ""
        return f"<details{opened}><summary>{name}</summary>\n<ul>\n{items}</ul>\n</details>\n"

    def _pages(self, folder: str, language: str) -> Iterable[Page]:
        found = [self.shelf.in_language(stem, language) for stem in self.shelf.stems()]
        here = [page for page in found if page.folder == folder]
        return sorted(
            here, key=lambda page: (GUIDES.index(page.stem) if page.stem in GUIDES else 9, page.stem)
        )

    def _item(self, page: Page, sheet: Sheet) -> str:
        title = escape(self.shelf.articles[page.address].title)
        language = page.language or "en"
        foreign = f' lang="{language}" hreflang="{language}"' if language != sheet.written else ""
        current = ' aria-current="page"' if page.stem == sheet.stem else ""
        return f'<li><a href="{page.address}"{foreign}{current}>{title}</a></li>\n'

    def _foot(self, sheet: Sheet) -> str:
        words = self.said(sheet.written)
        about = f"{self.shelf.in_language('about', sheet.written).address}#privacy"
        return (
            f'<footer><a href="/">Tingsha</a><a href="{about}">{words["privacy"]}</a>'
            f'<a href="{LICENCE}">{words["licence"]}</a></footer>'
        )
