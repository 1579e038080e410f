"""The command `tingsha`."""

import sys

from tingsha import __version__


def main() -> None:
    """Runs the command with the words it was called with."""
    if sys.argv[1:] == ["--version"]:
        print(f"tingsha {__version__}")
        return
    sys.exit("tingsha: so far only --version is known")
