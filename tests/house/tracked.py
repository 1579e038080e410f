"""The files that belong to the project: what git tracks, or would track when added now."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tingsha"
SCREENS = ROOT / "screens"
NOT_OURS = {".git", ".venv", "node_modules", "pages", "__pycache__", "build", "dist"}


def tracked() -> list[Path]:
    """Every file of the project, sorted; the whole folder minus what is made where there is no git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return sorted(_walked(ROOT))
    files = (ROOT / name for name in names.split("\0") if name)
    return sorted({file for file in files if file.is_file()})


def _walked(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in NOT_OURS or entry.name.endswith("_cache"):
            continue
        if entry.is_dir():
            yield from _walked(entry)
        else:
            yield entry


def python_sources() -> list[Path]:
    """Every Python file of the package."""
    return [file for file in tracked() if file.suffix == ".py" and file.is_relative_to(SOURCE)]


def screen_sources() -> list[Path]:
    """Every script and stylesheet of the screens."""
    return [
        file for file in tracked() if file.suffix in {".ts", ".tsx", ".css"} and file.is_relative_to(SCREENS)
    ]


def name(file: Path) -> str:
    """How a complaint calls the file."""
    return file.relative_to(ROOT).as_posix()
