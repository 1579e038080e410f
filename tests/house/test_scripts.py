import os
import re
import subprocess
from pathlib import Path

import pytest

import tingsha
from tests.house.tracked import ROOT, name, tracked

SCRIPTS = [ROOT / "run", ROOT / "test", ROOT / "bench"]
# What bash understands and a plain sh does not.
BASH_ONLY = re.compile(r"\[\[ |^\s*(?:function|local|source|declare) |<\(|<<<|&>|\$'|==")


def complaints(script: str) -> list[str]:
    """Words of bash in a script for sh, and what sh itself has to say about it."""
    code = [line.split(" #")[0] for line in script.splitlines() if not line.lstrip().startswith("#")]
    read = subprocess.run(["sh", "-n"], input=script, capture_output=True, text=True, check=False)
    unquoted = (re.sub(r"\"[^\"]*\"|'[^']*'", "", line) for line in code)
    return [*read.stderr.splitlines(), *(line for line in unquoted if BASH_ONLY.search(line))]


def shell_scripts() -> list[Path]:
    """Every file of the project that begins as a script for sh."""
    return [file for file in tracked() if file.read_bytes().startswith((b"#!/bin/sh", b"#!/usr/bin/env sh"))]


def test_scripts_are_written_for_any_posix_shell() -> None:
    found = shell_scripts()
    assert set(SCRIPTS) <= set(found)
    for script in [*found, ROOT / ".ci" / "find_python"]:
        assert (name(script), complaints(script.read_text(encoding="utf-8"))) == (name(script), [])


@pytest.mark.parametrize(
    "script",
    ["if true; then", "[[ -f run ]] && ls", "source .ci/find_python", "diff <(ls) <(ls)", "local x=1"],
)
def test_a_script_for_bash_alone_is_seen(script: str) -> None:
    assert complaints(script) != []


@pytest.mark.parametrize("script", [*SCRIPTS, ROOT / ".ci" / "run"], ids=name)
def test_scripts_can_be_started(script: Path) -> None:
    assert os.access(script, os.X_OK)


def test_run_hands_its_words_on_and_keeps_standard_output_clean(tmp_path: Path) -> None:
    told = subprocess.run(
        [ROOT / "run", "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert told.stdout == f"tingsha {tingsha.__version__}\n"


def test_bench_without_a_name_tells_which_there_are(tmp_path: Path) -> None:
    told = subprocess.run([ROOT / "bench"], cwd=tmp_path, capture_output=True, text=True, check=False)
    names = {folder.parent.name for folder in (ROOT / "benchmarks").glob("*/__main__.py")}
    assert (told.returncode, told.stdout) == (2, "")
    assert set(told.stderr.splitlines()[1:]) == names
