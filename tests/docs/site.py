"""Reading the built site as a browser would: its language, links, anchors and what it asks for."""

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

SHORT = {"/docs": "/docs/index.en", "/docs/": "/docs/index.en", "/about": "/docs/about.en"}
SCREENS = {"/"}


class Read(NamedTuple):
    language: str
    anchors: set[str]
    links: list[str]
    wanted: list[str]
    inline: list[str]

    def everywhere(self) -> list[str]:
        return self.links + self.wanted


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read("", set(), [], [], [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "html":
            self.read = self.read._replace(language=held.get("lang") or "")
        if name := held.get("id"):
            self.read.anchors.add(name)
        if tag == "a":
            self.read.links.append(held.get("href") or "")
        elif tag in ("link", "img"):
            self.read.wanted.append(held.get("href") or held.get("src") or "")
        if (
            tag in ("script", "style", "iframe")
            or "style" in held
            or any(key.startswith("on") for key in held)
        ):
            self.read.inline.append(f"<{tag}>")


def read(page: bytes) -> Read:
    reader = _Reader()
    reader.feed(page.decode())
    return reader.read


def leads(files: dict[str, bytes], page: str, link: str) -> str | None:
    """The file of the site to which a link of a page leads; None when there is none, or no such heading in it."""
    parts = urlsplit(link)
    path = SHORT.get(parts.path, parts.path)
    name = path.removeprefix("/docs/") if path else page.removesuffix(".html")
    file = next((each for each in (f"{name}.html", f"{name}.en.html", name) if each in files), None)
    if file is None or not parts.fragment:
        return file
    return file if parts.fragment in read(files[file]).anchors else None
