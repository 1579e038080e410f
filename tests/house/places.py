"""Hosts and paths that have no business in a file of the project.

A host of a registry in a lock ties everybody to the one that the author happened to use; a path of one machine
works on that machine only. The words are put together here from pieces, so that this file obeys the law itself.
"""

import re

_PYTHON = ("pypi" + ".org", "python" + "hosted" + ".org")
_NODE = (
    "npm" + "js" + ".org",
    "npm" + "js" + ".com",
    "yarn" + "pkg" + ".com",
    "npm" + "mirror" + ".com",
    "jsr" + ".io",
)
_OTHERS = (
    "crates" + ".io",
    "ruby" + "gems" + ".org",
    "jsde" + "livr" + ".net",
    "un" + "pkg" + ".com",
    "esm" + ".sh",
)
REGISTRIES = (*_PYTHON, *_NODE, *_OTHERS)
OF_ONE_MACHINE = re.compile(r"(?<![\w.<~])/(?:home|Users|root|work|tmp)/\w|\b[A-Z]:\\\\?Users\b")


def complaints(path: str, text: str) -> list[str]:
    """Every line that names a registry's host or a place on somebody's machine."""
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), 1)
        if any(host in line.lower() for host in REGISTRIES) or OF_ONE_MACHINE.search(line)
    ]
