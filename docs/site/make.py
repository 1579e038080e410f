"""Builds the site of the docs into the package: `python -m docs.site.make`.

Does nothing when it was already built from these files. `build_screens.py` calls it, after the screens.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from docs.site.article import Article, Heading
from docs.site.frame import Frame, Sheet, Words
from docs.site.shelf import DOCS, GUIDES, LICENCES, ROOT, SPOKEN, Page, Shelf, languages, shelf

OUT: Final = ROOT / "src/tingsha/live/pages/docs"
SITE: Final = Path(__file__).parent
SHARED: Final = ROOT / "screens/shared"
STYLES: Final = (SHARED / "look.css", SITE / "docs.css")
PICTURES_OF_SCREENS: Final = DOCS / "screens"


def main() -> None:
    stamp = OUT / ".built-from"
    made_from = _digest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
        return
    shutil.rmtree(OUT, ignore_errors=True)
    for name, content in files().items():
        target = OUT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    # Last: a build that was broken off counts as none.
    stamp.write_text(made_from, encoding="utf-8")


def files() -> dict[str, bytes]:
    """Every file of the site under its name below `/docs/`."""
    found = shelf()
    style = "\n".join(each.read_text(encoding="utf-8") for each in STYLES).encode()
    name = f"look-{hashlib.sha256(style).hexdigest()[:12]}.css"
    spoken = {each: json.loads((SPOKEN / f"{each}.json").read_text(encoding="utf-8")) for each in languages()}
    words = {each: said["docs"] for each, said in spoken.items()}
    names = {each: said["language"]["name"] for each, said in spoken.items()}
    frame = Frame(found, words, names, f"/docs/{name}")
    pages = {
        f"{sheet.address.removeprefix('/docs/')}.html": frame.around(sheet).encode()
        for sheet in _sheets(found, words)
    }
    linked = {file.relative_to(DOCS).as_posix(): file.read_bytes() for file in found.linked if file.is_file()}
    return {**pages, **linked, name: style, "ring.svg": (SHARED / "ring.svg").read_bytes()}


def _sheets(found: Shelf, words: dict[str, Words]) -> Iterator[Sheet]:
    for page in found.pages.values():
        yield Sheet(page.stem, page.language, page.language or "en", found.articles[page.address])
    for stem in GUIDES:
        for language in set(words) - set(found.twins(stem)):
            english = found.in_language(stem, "en")
            yield Sheet(stem, language, english.language, found.articles[english.address])
    yield from (_folder(found, each.relative_to(DOCS).as_posix()) for each in found.linked if each.is_dir())
    yield Sheet("licence", "", "en", _licence())
    for language, said in words.items():
        yield Sheet("missing", language, language, _missing(said))


def _folder(found: Shelf, folder: str) -> Sheet:
    pages = [page for page in found.pages.values() if Path(page.stem).parent.as_posix() == folder]
    title = folder.capitalize()
    items = "".join(_listed(page, found.articles[page.address].title) for page in pages)
    return Sheet(folder, "", "en", _written(title, f"<ul>\n{items}</ul>\n"))


def _listed(page: Page, title: str) -> str:
    return f'<li><a href="{page.address}" lang="{page.language or "en"}">{escape(title)}</a></li>\n'


def _licence() -> Article:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in reversed(LICENCES)]
    return _written("Licence", "".join(f'<pre class="plain">{escape(text)}</pre>\n' for text in texts))


def _missing(words: Words) -> Article:
    return _written(words["missing"], f"<p>{words['missingHint']}</p>\n")


def _written(title: str, rest: str) -> Article:
    return Article(title, [Heading(1, title, "")], f"<h1>{escape(title)}</h1>\n{rest}")


def _digest() -> str:
    """Of everything that the site may be made of."""
    digest = hashlib.sha256()
    inside = (file for file in DOCS.rglob("*") if file.is_file() and PICTURES_OF_SCREENS not in file.parents)
    around = (
        *ROOT.glob("*.md"),
        *(ROOT / "benchmarks").glob("*.md"),
        SHARED / "look.css",
        SHARED / "ring.svg",
    )
    around = (*around, *SPOKEN.glob("*.json"), *(ROOT / name for name in LICENCES))
    for file in sorted({*inside, *around}):
        if "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(ROOT).as_posix()}\n".encode() + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
