"""Calling the command `tingsha` as a person does."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from tingsha.cli import parser

LONGEST_S = 60.0
TINGSHA = str(Path(sys.executable).with_name("tingsha"))


Ended = subprocess.CompletedProcess[str]


def tingsha(*words: str) -> Ended:
    """Run it to the end in a process of its own; standard output and error as text."""
    return subprocess.run(
        [TINGSHA, *words],
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def in_this_process(*words: str) -> Ended:
    """The same for what leaves a process as it was, without the wait for a new one."""
    out, err = io.StringIO(), io.StringIO()
    args = parser().parse_args(words)
    with redirect_stdout(out), redirect_stderr(err):
        code = args.run(args)
    return Ended(words, code, out.getvalue(), err.getvalue())
