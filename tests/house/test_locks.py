import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.house.locks import node_complaints, pinned, python_complaints, wanted
from tests.house.tracked import ROOT, SCREENS

RUN = (ROOT / "requirements.lock").read_text(encoding="utf-8")
TEST = (ROOT / "requirements-test.lock").read_text(encoding="utf-8")
BENCH = (ROOT / "requirements-bench.lock").read_text(encoding="utf-8")
GOOD = """\
# by hand
segno==1.6.6 ; sys_platform != 'x' \\
    --hash=sha256:ab
    # via tingsha
h11==0.16.0 --hash=sha256:cd
"""
BAD = [
    "segno==1.6.6\n",
    "segno>=1.6.6 --hash=sha256:ab\n",
    "segno==1.6.6 \\\n    --hash=md5:ab\n",
    "--find-links ../wheels\n",
    "segno @ file:segno.whl --hash=sha256:ab\n",
    GOOD + "regex==1\n",
]


@pytest.mark.parametrize("lock", [RUN, TEST, BENCH, GOOD])
def test_every_requirement_is_pinned_with_a_hash(lock: str) -> None:
    assert python_complaints(lock) == []


@pytest.mark.parametrize("lock", BAD)
def test_a_loose_requirement_is_seen(lock: str) -> None:
    assert python_complaints(lock) != []


def test_tests_run_on_the_versions_that_run() -> None:
    assert pinned(RUN) <= pinned(TEST)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    runs = wanted([*project["project"]["dependencies"], *groups["build"]])
    assert runs <= {name for name, _ in pinned(RUN)}
    assert runs | wanted(groups["test"]) <= {name for name, _ in pinned(TEST)}


@pytest.mark.parametrize(
    "folder", [SCREENS, ROOT / "benchmarks" / "page" / "lighthouse"], ids=lambda it: it.name
)
def test_packages_for_node_have_checksums_and_no_origin(folder: Path) -> None:
    assert node_complaints((folder / "package-lock.json").read_text(encoding="utf-8")) == []
    assert "omit-lockfile-registry-resolved=true" in (folder / ".npmrc").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("package", [{"resolved": "x", "integrity": "sha512-ab"}, {"version": "1.0.0"}])
def test_a_package_with_an_origin_or_without_checksum_is_seen(package: dict[str, Any]) -> None:
    lock = {"packages": {"": {}, "node_modules/preact": package}}
    assert node_complaints(json.dumps(lock)) == ["node_modules/preact"]
