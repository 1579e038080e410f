"""What lies on the disk, byte by byte, and other processes that use it."""

import os
import subprocess
import sys
from pathlib import Path


def files_with(directory: Path, words: bytes) -> list[str]:
    """The names of the files in which these bytes stand anywhere."""
    return [
        file.name for file in sorted(directory.rglob("*")) if file.is_file() and words in file.read_bytes()
    ]


def another_process(path: Path) -> "subprocess.Popen[str]":
    """A process that opens the journal and writes until it is killed; see `endless_writes`."""
    script = Path(__file__).with_name("endless_writes.py")
    return subprocess.Popen(
        [sys.executable, str(script), str(path)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
