"""What a lock must hold so that everybody gets the very same packages, from whichever registry they use."""

import json
import re
from typing import Any, cast

_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)")
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")


def pinned(lock: str) -> set[tuple[str, str]]:
    """The (name, version) pairs of a lock for pip."""
    found = (_PINNED.match(line) for line in lock.splitlines())
    return {(match[1], match[2]) for match in found if match}


def python_complaints(lock: str) -> list[str]:
    """Requirements without version or hash, and options that point at one index."""
    entries = re.split(r"\n(?=[^\s#])", "\n" + re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE))
    return [_first_line(entry) for entry in entries if entry.strip() and not _sound(entry.strip())]


def node_complaints(lock: str) -> list[str]:
    """Packages that say where they came from, or that have no checksum."""
    packages = cast("dict[str, dict[str, Any]]", json.loads(lock)["packages"])
    return [
        name
        for name, package in packages.items()
        if name and ("resolved" in package or not str(package.get("integrity", "")).startswith("sha512-"))
    ]


def wanted(requirements: list[str]) -> set[str]:
    """The names, as locks spell them, of requirements such as `uvicorn>=0.34`."""
    names = (_NAME.match(requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", match[0]).lower() for match in names if match}


def _sound(entry: str) -> bool:
    return _PINNED.match(entry) is not None and "--hash=sha256:" in entry


def _first_line(entry: str) -> str:
    return entry.strip().splitlines()[0]
