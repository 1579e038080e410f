"""Reading the docs: their files, links, headings, code spans and tables."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tingsha"
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SPAN = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
A_FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)+\.(?:py|tsx?|md|css|json|lock|txt)\Z")


def docs() -> list[Path]:
    """Every page: those at the root, and all of `docs`."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def broken_links(page: Path, text: str) -> list[str]:
    """Links of a page to a file, folder or heading of ours that is not there."""
    return [link for link in LINK.findall(text) if not _leads_somewhere(page, link)]


def _leads_somewhere(page: Path, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme in ("http", "https", "mailto"):
        return True
    target = (page.parent / parts.path) if parts.path else page
    if not target.exists():
        return False
    return not parts.fragment or parts.fragment in anchors(target.read_text(encoding="utf-8"))


def anchors(text: str) -> set[str]:
    """The names under which headings can be linked to."""
    return {re.sub(r"[^\w -]", "", said.lower()).strip().replace(" ", "-") for said in HEADING.findall(text)}


def missing_files(text: str) -> list[str]:
    """Paths in code spans that are no file: from the root, from the package, or from the docs."""
    named = [span.partition("::")[0] for span in SPAN.findall(text)]
    return [path for path in named if A_FILE.match(path) and not exists(path)]


def exists(path: str) -> bool:
    return any((base / path).exists() for base in (ROOT, SOURCE, ROOT / "docs"))


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every row of every table, without the heads and their lines."""
    lines = text.splitlines()
    for before, line in pairwise(lines):
        body = line.startswith("|") and not line.startswith("|---")
        if body and before.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def commands(text: str) -> list[list[str]]:
    """What a page tells people to type: lines of code blocks, and code spans, that begin with `./` or `tingsha`."""
    lines = [line.split("  ")[0] for block in BLOCK.findall(text) for line in block.splitlines()]
    typed = [*lines, *SPAN.findall(BLOCK.sub("", text))]
    return [line.split() for line in typed if re.match(r"(\./(run|test|bench)|tingsha)\b(?!/)", line)]
