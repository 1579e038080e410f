"""`tingsha serve`: start here, and tell everybody where."""

import argparse
import signal
import sys
import webbrowser
from pathlib import Path
from typing import Any

from tingsha import app
from tingsha.journal.errors import JournalError
from tingsha.live.addresses import Site, is_loopback
from tingsha.live.logs import speak
from tingsha.settings import BadSetting, Settings, read_settings

NAME = "serve"
HELP = "Run the server that hosts, phones and the stage connect to."


def add_arguments(parser: argparse.ArgumentParser) -> None:
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


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted. 0 when it ended well, 1 when it could not begin."""
    speak()
    try:
        settings = app.with_host_key(read_settings(vars(args)))
        bound = app.listening(settings)
    except app.PortTaken as taken:
        return _sorry(
            f"{taken.strerror}: port {args.port or 8080}.",
            "Stop what runs there, or choose another: --port 8090",
        )
    except OSError as fault:
        return _sorry(
            f"Cannot listen on {args.host}: {fault.strerror}.", "Leave --host out to listen everywhere."
        )
    except (BadSetting, JournalError) as wrong:
        return _sorry(str(wrong))
    with bound:
        return _serve(settings, bound, args)


def _serve(settings: Settings, bound: Any, args: argparse.Namespace) -> int:
    try:
        journal = app.open_journal(settings)
    except JournalError as broken:
        return _sorry(str(broken))
    where = app.where(settings, bound)
    door = app.build(settings, journal, where)
    port = bound.getsockname()[1]
    # uvicorn gives the signal once more when it has stopped; by then it has been answered.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: None)
    app.Server(door, lambda: _announce(settings, where, port, args)).run(sockets=[bound])
    return 0


def _announce(settings: Settings, where: Site, port: int, args: argparse.Namespace) -> None:
    print(where, port)


def _sorry(*sentences: str) -> int:
    print("tingsha: " + " ".join(sentences), file=sys.stderr)
    return 1
