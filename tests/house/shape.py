"""How long files and functions may be, and what they may not be called."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

FILE_LINES = 300
FUNCTION_LINES = 40
EMPTY_WORDS = {"util", "helper", "common", "service", "manager", "misc"}
EMPTY_ENDING = re.compile(r"(Util|Helper|Service|Manager)s?$")


def too_long(path: str, source: str) -> list[str]:
    """A file of more than 300 lines, and every Python function in it of more than 40."""
    lines = len(source.splitlines())
    found = [f"{path} has {lines} lines"] if lines > FILE_LINES else []
    if path.endswith(".py"):
        found += _long_functions(path, source)
    return found


def empty_names(path: str, source: str) -> list[str]:
    """Folders, files and classes whose name does not say what happens there."""
    stems = [part.partition(".")[0] for part in PurePosixPath(path).parts]
    found = [f"{path}: {stem} says nothing" for stem in stems if stem.removesuffix("s") in EMPTY_WORDS]
    if path.endswith(".py"):
        found += [f"{path}: {it} says nothing" for it in _classes(source) if EMPTY_ENDING.search(it)]
    return found


def foreign_screens(path: str, source: str) -> list[str]:
    """Imports of one screen by another; `path` counts from the folder of the screens."""
    *folders, _ = PurePosixPath(path).parts
    own = folders[0]
    if own == "tests":
        return []
    # As many steps up as there are folders lead out of the screen; fewer stay within it.
    others = re.findall(rf"""from\s+["'](?:\.\./){{{len(folders)},}}(\w+)/""", source)
    return [f"{path} imports {other}" for other in others if other not in {own, "shared"}]


def _long_functions(path: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{path}: {node.name} has {lines} lines"


def _classes(source: str) -> Iterator[str]:
    return (node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef))
