"""The docs as they were built, under `/docs`. Where an address names no language, whoever asks gets their own."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tingsha.live.screens import File
from tingsha.words import Refusal

SHORT: Final = {"/docs": "/docs/index", "/about": "/docs/about"}
FALLBACK: Final = "en"


class Found(NamedTuple):
    """A page and the status it is sent with."""

    page: File | Refusal
    status: int


def find(files: Mapping[str, File], path: str, language: str | None) -> Found | None:
    """The page for an address; a readable 404 for one that is not there; None when this is none of the docs."""
    asked = path.rstrip("/")
    asked = SHORT.get(asked, asked)
    if not asked.startswith("/docs/"):
        return None
    for name in (f"{asked}.html", f"{asked}.{language}.html", f"{asked}.{FALLBACK}.html", asked):
        if name in files and not asked.endswith(".html"):
            return Found(files[name], 200)
    missing = files.get(f"/docs/missing.{language}.html") or files.get(f"/docs/missing.{FALLBACK}.html")
    return Found(missing, 404) if missing else Found(Refusal("screens-missing"), 503)
