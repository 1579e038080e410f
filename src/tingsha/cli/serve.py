"""`tingsha serve`: start here, and tell everybody where."""

import argparse
import signal
import socket
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from tingsha import app
from tingsha.cli.welcome import Welcome
from tingsha.gathering.commands import RosterRow
from tingsha.journal.errors import JournalError
from tingsha.languages import languages
from tingsha.live.logs import speak
from tingsha.live.problems import told
from tingsha.live.roster_csv import read_roster
from tingsha.settings import BadSetting, Settings, read_settings
from tingsha.words import Refusal

NAME: Final = "serve"
HELP: Final = "Run the server that hosts, phones and the stage connect to."


class CannotStart(Exception):
    """Why not, and what to do about it, in words for whoever typed the command."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `tingsha serve` understands; each setting can be given as TINGSHA_* too."""
    parser.add_argument(
        "--host", metavar="ADDRESS", help="address to listen on (default: all of this machine)"
    )
    parser.add_argument("--port", metavar="N", help="port to listen on (default: 8080; 0 takes a free one)")
    parser.add_argument(
        "--data", metavar="DIR", help="where everything is kept (default: ~/.local/share/tingsha)"
    )
    parser.add_argument(
        "--log", metavar="sqlite:FILE", help="where the log lies (default: in the data directory)"
    )
    parser.add_argument("--public-url", metavar="URL", help="address for links and QR codes, behind a proxy")
    parser.add_argument("--no-browser", action="store_true", help="do not open the host's page")
    parser.add_argument(
        "--roster", metavar="FILE", type=Path, help="open a gathering for the people in this CSV"
    )
    parser.add_argument(
        "--language", choices=tuple(languages()), default="nl", help="of that gathering (default: nl)"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted. 0 when it ended well, 1 when it could not begin."""
    speak()
    try:
        rows = None if args.roster is None else _roster(args.roster)
        settings = app.with_host_key(read_settings(vars(args)))
        with closing(_bind(settings)) as bound:
            _serve(settings, bound, args, rows)
    except (CannotStart, BadSetting, JournalError) as sorry:
        print(f"tingsha: {sorry}", file=sys.stderr)
        return 1
    return 0


def _roster(path: Path) -> list[RosterRow]:
    try:
        rows = read_roster(path.read_bytes())
    except OSError as fault:
        raise CannotStart(f"{path} cannot be read: {fault.strerror}.") from fault
    if isinstance(rows, Refusal):
        raise CannotStart(f"{path}: {told(rows, 'en').detail}")
    return rows


def _bind(settings: Settings) -> socket.socket:
    try:
        return app.listening(settings)
    except app.PortTaken as taken:
        raise CannotStart(
            f"port {settings.port} cannot be used ({taken.strerror}). "
            f"Stop what runs there, or choose another: tingsha serve --port {settings.port + 10}"
        ) from taken
    except OSError as fault:
        raise CannotStart(
            f"cannot listen on {settings.host} ({fault.strerror}). Leave --host out to listen everywhere."
        ) from fault


def _serve(
    settings: Settings, bound: socket.socket, args: argparse.Namespace, rows: list[RosterRow] | None
) -> None:
    door = app.build(settings, app.open_journal(settings), app.where(settings, bound))
    welcome = Welcome(door.doorway, browser=not args.no_browser, roster=args.roster, language=args.language)
    server = app.Server(door, lambda: welcome.say(bound.getsockname()[1], rows))

    def answered(_signal: int, _frame: Any) -> None:
        # uvicorn gives a signal once more when it has stopped; one that comes before it began ends all at once.
        if not server.started:
            raise SystemExit(0)

    signal.signal(signal.SIGINT, answered)
    signal.signal(signal.SIGTERM, answered)
    server.run(sockets=[bound])
