"""`tingsha doctor`: looks everything over and says what to do. It writes nothing, and a running server may go on."""

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import Final

from tingsha.cli import examination as look
from tingsha.cli.examination import Finding
from tingsha.settings import BadSetting, Settings, read_settings

NAME: Final = "doctor"
HELP: Final = "Look over settings, port, addresses, disk, clock, log and screens, and say what to do."

EXAMINATIONS: Final[tuple[Callable[[Settings], Iterator[Finding]], ...]] = (
    look.settings_read, look.versions, look.screens_built, look.port, look.addresses, look.data_directory,
    look.clock, look.log,
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="the data directory, as for serve")
    parser.add_argument("--log", metavar="sqlite:FILE", help="the log, as for serve")
    parser.add_argument("--host", metavar="ADDRESS", help="the address to listen on, as for serve")
    parser.add_argument("--port", metavar="N", help="the port to listen on, as for serve")
    parser.add_argument("--public-url", metavar="URL", help="the public address, as for serve")


def run(args: argparse.Namespace) -> int:
    """Print a line per finding. 0 when nothing fails, 1 otherwise."""
    try:
        settings = read_settings(vars(args))
    except BadSetting as wrong:
        return _tell([Finding("fail", f"settings: {wrong}")])
    return _tell(finding for examine in EXAMINATIONS for finding in examine(settings))


def _tell(findings: Iterator[Finding] | list[Finding]) -> int:
    failed = 0
    for finding in findings:
        print(f"{finding.state:<4}  {finding.says}", flush=True)
        if finding.remedy:
            print(f"      → {finding.remedy}", flush=True)
        failed += finding.state == "fail"
    if failed:
        print(f"tingsha: {failed} of these must be mended first.", file=sys.stderr)
    return 1 if failed else 0
