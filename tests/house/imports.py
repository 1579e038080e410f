"""Who may import whom, read from the source text without running it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath

METHOD = (
    *(
        "gathering",
        "invitation",
        "pairs",
        "rounds",
        "bell",
        "harvest",
        "board",
        "follow_up",
        "introductions",
        "who_met_whom",
    ),
    "receipt",
    "flow",
)
DOORS = ("languages", "journal", "paper", "rehearsal", "live", "app", "cli")
ROOMS = ("words", "wording", "settings", *METHOD, *DOORS)
PURE = {"words", "wording", *METHOD}
WORLD = {
    *("asyncio", "concurrent", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random"),
    *("secrets", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading"),
    *("time", "urllib", "uuid", "uvicorn", "litestar"),
}
CLOCKS = {"now", "utcnow", "today"}
BUILTINS = {"open", "print", "input", "hash", "id"}
ENGINE_KNOWS = ("tingsha.pairs.engine", "tingsha.pairs.roster", "tingsha.pairs.chance")
AT_IMPORT = (ast.For, ast.While, ast.With, ast.Try, ast.Delete)


def complaints(path: str, source: str) -> list[str]:
    """What is wrong with the imports of one file; `path` counts from the package: `pairs/plan.py`."""
    tree = ast.parse(source)
    room = PurePosixPath(path).parts[0].removesuffix(".py")
    if room == "__init__":
        return [*_built_at_import(tree)]
    if room not in ROOMS:
        return [f"{room} has no place in the order of the rooms"]
    found = [*_order(room, path, tree), *_environment(room, tree), *_engine(path, tree)]
    if room in PURE:
        found += _world(tree)
    if room == "settings":
        found += _not_standard(tree)
    if room not in {"app", "cli"}:
        found += _built_at_import(tree)
    return found


def modules(path: str, tree: ast.AST) -> Iterator[str]:
    """The full names of what a file imports: modules, and the names taken from them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(path, node)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _base(path: str, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    folder = ("tingsha", *PurePosixPath(path).parts[:-1])
    near = folder[: len(folder) - node.level + 1]
    return ".".join((*near, node.module) if node.module else near)


def _order(room: str, path: str, tree: ast.AST) -> Iterator[str]:
    above = ROOMS[: ROOMS.index(room) + 1]
    for module in modules(path, tree):
        package, _, rest = module.partition(".")
        other = rest.partition(".")[0]
        if package == "tingsha" and other in ROOMS and other not in above:
            yield f"{room} imports {other}, which lies below it"


def _engine(path: str, tree: ast.AST) -> Iterator[str]:
    """The pairing engine knows people and seeds, and nothing of a gathering."""
    if not path.startswith("pairs/engine/"):
        return
    for module in modules(path, tree):
        if module.startswith("tingsha.") and not module.startswith(ENGINE_KNOWS):
            yield f"the pairing engine imports {module}"


def _world(tree: ast.AST) -> Iterator[str]:
    for module in modules("", tree):
        if module.partition(".")[0] in WORLD:
            yield f"a pure room imports {module}"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in BUILTINS:
            yield f"a pure room calls {called.id}()"
        if isinstance(called, ast.Attribute) and called.attr in CLOCKS and _is_date(called.value):
            yield f"a pure room reads the clock with {called.attr}()"
        if isinstance(called, ast.Attribute) and called.attr == "default_rng" and not node.args:
            yield "a pure room draws without a seed"


def _is_date(node: ast.expr) -> bool:
    last = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return last in {"datetime", "date"}


def _environment(room: str, tree: ast.AST) -> Iterator[str]:
    if room == "settings":
        return
    for node in ast.walk(tree):
        taken = node.names if isinstance(node, ast.ImportFrom) and node.module == "os" else []
        names = {alias.name for alias in taken}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            names.add(node.attr)
        if names & {"environ", "getenv"}:
            yield f"{room} reads the environment; only settings does"


def _not_standard(tree: ast.AST) -> Iterator[str]:
    for module in modules("settings.py", tree):
        if module.partition(".")[0] not in {*sys.stdlib_module_names, "tingsha"}:
            yield f"settings imports {module}, which is not of the standard library"


def _built_at_import(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        is_call = isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
        if is_call or isinstance(node, AT_IMPORT):
            yield f"line {node.lineno} does something at import"
