"""The screens themselves: files that were built beforehand, kept in memory as they are and compressed."""

import gzip
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple

from tingsha.live.caller import Scope
from tingsha.live.problems import send_problem
from tingsha.live.streams import Send
from tingsha.words import Refusal

PAGES: Final = Path(__file__).parent / "pages"
ADDRESSES: Final = (
    (re.compile(r"/\Z"), "open.html"),
    (re.compile(r"/j/[^/]+/?\Z"), "phone.html"),
    (re.compile(r"/j/?\Z"), "phone.html"),
    (re.compile(r"/phone/[^/]{1,64}/?\Z"), "phone.html"),
    (re.compile(r"/host/[^/]{1,64}/?\Z"), "host.html"),
    (re.compile(r"/stage/[^/]{1,64}/?\Z"), "stage.html"),
    (re.compile(r"/pocket/?\Z"), "pocket.html"),
    (re.compile(r"/card/?\Z"), "card.html"),
)
FOREVER: Final = b"public, max-age=31536000, immutable"
A_DAY: Final = b"public, max-age=86400"
ASK_AGAIN: Final = b"public, no-cache"
DOCS: Final = {".html": ASK_AGAIN, ".css": FOREVER}
CACHES: Final = {"assets": FOREVER, "pictures": A_DAY, "icons": A_DAY}
FOLDERS: Final = ("/assets/", "/pictures/", "/icons/")
ALONE: Final = ("/worker.js", "/manifest.webmanifest", "/favicon.ico", "/robots.txt")
SMALL: Final = 256
PACKED: Final = {".gz", ".br"}
"""What the build lays beside a file."""
TYPES: Final = {".js": "text/javascript", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json"}


class File(NamedTuple):
    """A file as it is sent: plain, packed where that helps (gzip; tighter: brotli), and a mark that changes with its
    content."""

    plain: bytes
    packed: bytes
    tight: bytes
    etag: bytes
    media_type: bytes
    cache: bytes


@dataclass(frozen=True, slots=True)
class Screens:
    """All files under their addresses. Empty in a checkout whose screens were never built."""

    files: Mapping[str, File]

    def find(self, path: str) -> File | Refusal | None:
        """The file for an address; a refusal for a page that was not built; None when this is no page of ours."""
        if path.startswith(FOLDERS) or path in ALONE:
            return self.files.get(path)
        for pattern, page in ADDRESSES:
            if pattern.match(path):
                return self.files.get("/" + page, Refusal("screens-missing"))
        return None


def load(pages: Path = PAGES) -> Screens:
    """Read the built screens into memory."""
    files = (file for file in pages.rglob("*") if file.is_file() and not file.name.startswith("."))
    found = (file for file in files if file.suffix not in PACKED)
    return Screens({"/" + file.relative_to(pages).as_posix(): _file(file, pages) for file in found})


def _file(path: Path, pages: Path) -> File:
    plain = path.read_bytes()
    media_type = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    text = media_type.startswith("text/") or media_type.endswith(("+xml", "json"))
    packed = plain
    if text and len(plain) > SMALL:
        packed = _beside(path, ".gz") or gzip.compress(plain, 9, mtime=0)
    return File(
        plain, packed, _beside(path, ".br") or packed, b'"%s"' % blake2b(plain, digest_size=12).hexdigest().encode(),
        (media_type + ("; charset=utf-8" if text else "")).encode(), _cache(path.relative_to(pages)),
    )  # fmt: skip


def _beside(path: Path, suffix: str) -> bytes:
    """What the build has packed beside a file; nothing where it has not."""
    packed = path.with_name(path.name + suffix)
    return packed.read_bytes() if packed.is_file() else b""


def _cache(path: Path) -> bytes:
    """Assets carry a digest of their content in their names. A screen's address names a gathering: not kept."""
    if path.parts[0] == "docs":
        return DOCS.get(path.suffix, A_DAY)
    return CACHES.get(path.parts[0], b"no-store")


async def send_file(
    scope: Scope, send: Send, found: File | Refusal, language: str | None, status: int = 200
) -> None:
    """Answer a GET or HEAD for a page."""
    if isinstance(found, Refusal):
        await send_problem(send, found, language)
        return
    headers = dict(scope["headers"])
    if status == 200 and headers.get(b"if-none-match") == found.etag:
        await _send(send, 304, [(b"etag", found.etag), (b"cache-control", found.cache)], b"")
        return
    encoding, body = _packed(found, headers.get(b"accept-encoding", b""))
    own = [(b"content-type", found.media_type), (b"etag", found.etag), (b"cache-control", found.cache)]
    own += [(b"content-encoding", encoding)] if encoding else []
    await _send(send, status, own, body)


def _packed(found: File, accepted: bytes) -> tuple[bytes, bytes]:
    """The tightest form that is understood, and its name."""
    understood = {each.strip() for each in accepted.lower().split(b",")}
    if b"br" in understood and found.tight is not found.packed:
        return b"br", found.tight
    if found.packed is not found.plain and any(each.split(b";")[0] == b"gzip" for each in understood):
        return b"gzip", found.packed
    return b"", found.plain


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    length = (b"content-length", str(len(body)).encode())
    start: dict[str, Any] = {"type": "http.response.start", "status": status, "headers": [*headers, length]}
    await send(start)
    await send({"type": "http.response.body", "body": body})
