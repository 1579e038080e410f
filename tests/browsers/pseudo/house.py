"""A copy of the sources with one file more: that is all it takes to add a language."""

import json
import shutil
from pathlib import Path

from build_screens import LANGUAGES, SCREENS, build
from tests.browsers.pseudo.language import CODE, language
from tests.house.tracked import ROOT

NOT_COPIED = shutil.ignore_patterns("pages", "__pycache__", "node_modules")


def with_one_language_more(folder: Path) -> Path:
    """The folder of the package that speaks it, its screens built."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=NOT_COPIED)
    shutil.copytree(ROOT / SCREENS, folder / SCREENS, ignore=NOT_COPIED)
    (folder / SCREENS / "node_modules").symlink_to(ROOT / SCREENS / "node_modules")
    english = json.loads((folder / LANGUAGES / "en.json").read_text(encoding="utf-8"))
    written = json.dumps(language(english), ensure_ascii=False, indent=2)
    (folder / LANGUAGES / f"{CODE}.json").write_text(written, encoding="utf-8")
    build(folder)
    return folder / "src"
