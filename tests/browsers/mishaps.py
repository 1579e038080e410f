"""Mishaps that a test brings about: a disk that refuses, a page that has been open for a while."""

import resource

MINUTE_ON = "const timer = performance.now.bind(performance); performance.now = () => timer() + 61_000;"
"""A page with this has been open for a minute from the start."""


def limit_files(pid: int, most: int) -> None:
    """How large a file may become that this process writes, in bytes; -1 for any."""
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, -1))
