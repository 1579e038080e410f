"""The process in the nest: it reads what to start, forks, and says the child's process id."""

import json
import os
import signal
import sys

from tests.faults import mutants
from tingsha.cli import main, serve

EVERYTHING = (serve,)
"""Imported here, once, for all that are forked."""


def brood() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who has died is gone at once
    for line in sys.stdin:
        words, log, mutant = json.loads(line)
        pid = os.fork()
        if not pid:
            _become(log)
            mutants.infect(mutant)
            main(words)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


def _become(log: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(out, 2)


if __name__ == "__main__":
    brood()
