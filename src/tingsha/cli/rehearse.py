"""`tingsha rehearse`: a crowd that does not exist tries out a server that does."""

import argparse
import asyncio
import resource
import signal
import sys
import time
from contextlib import suppress
from typing import Any, Final

import msgspec

from tingsha.cli.progress import show
from tingsha.cli.rehearsal_host import QUICK, SHORT, RehearsalHost, opening
from tingsha.flow.documents import PublicCard
from tingsha.languages import languages
from tingsha.rehearsal.crowd import Crowd, Manners
from tingsha.rehearsal.lines import Address, Lines, Refused, Unreachable

NAME = "rehearse"
HELP = "Let a simulated crowd join a running server and live through a gathering."

HERE: Final = "http://localhost:8080"
MOST_PEOPLE: Final = 5_000
SPARE_FILES: Final = 200
GOING_HOME_S: Final = 20.0


class CannotRehearse(Exception):
    """Why there is nothing to rehearse with, and what to do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "address", nargs="?", default=HERE, metavar="ADDRESS", help=f"the server (default: {HERE})"
    )
    parser.add_argument(
        "--people", type=_people, default=40, metavar="N", help="how many people (default: 40)"
    )
    parser.add_argument(
        "--churn", type=_share, default=0.1, metavar="SHARE",
        help="how many come late, go, or lose their line in each round (default: 10%%)",
    )  # fmt: skip
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--code", metavar="CODE", help="join this gathering; its host runs it")
    which.add_argument(
        "--open", action="store_true", help="open a rehearsal and run it to the end (the default)"
    )
    parser.add_argument("--milling", choices=("guided", "free", "numbers"), default="guided")
    parser.add_argument(
        "--rounds", type=int, choices=range(1, 11), default=3, metavar="N", help="rounds (default: 3)"
    )
    parser.add_argument(
        "--language", choices=tuple(languages()), default="en", help="language of the rehearsal"
    )
    parser.add_argument("--quick", action="store_true", help="rounds of a few seconds")
    parser.add_argument("--host-key", default="", metavar="KEY", help="needed to open one on another machine")


def run(args: argparse.Namespace) -> int:
    """Rehearse. 0 when the rules held, 1 when they did not or nothing could be rehearsed."""
    try:
        _allow_files(args.people)
        lines = Lines(Address.read(args.address))
        return asyncio.run(_run(lines, args))
    except (CannotRehearse, ValueError) as why:
        print(f"tingsha: {why}", file=sys.stderr)
        return 1


async def _run(lines: Lines, args: argparse.Namespace) -> int:
    await _find(lines)
    try:
        if args.code:
            return await _join(lines, args)
        return await _open(lines, args)
    finally:
        lines.close()


async def _find(lines: Lines) -> None:
    """There must be a Tingsha at the address, and it must be ready."""
    try:
        said = await lines.ask("GET", "/api/clock")
    except Unreachable as fault:
        raise CannotRehearse(
            f"{fault}. Start one first (tingsha serve), or say where it is: tingsha rehearse http://ADDRESS:PORT"
        ) from fault
    except Refused:
        said = None
    if not isinstance(said, dict) or "now" not in said:
        raise CannotRehearse(f"{lines.address.text} answers, but it is not a Tingsha.")


async def _join(lines: Lines, args: argparse.Namespace) -> int:
    card = await _card(lines, args.code)
    if card.phase not in ("lobby", "running"):
        raise CannotRehearse("the rounds of this gathering are over. Open another one on the host's page.")
    if card.admission == "locked":
        raise CannotRehearse("the door of this gathering is locked. Its host can open it on the host's page.")
    print(
        f"Joining “{card.title}”. Its host starts the rounds; Ctrl-C sends everybody home.", file=sys.stderr
    )
    crowd = Crowd(lines, card, _manners(args), time.time_ns())
    await _live_through(crowd, None)
    return _report(crowd)


async def _open(lines: Lines, args: argparse.Namespace) -> int:
    wanted = opening(args.language, args.milling, args.rounds, QUICK if args.quick else SHORT)
    try:
        host = await RehearsalHost.open(lines, wanted, args.host_key)
    except Refused as no:
        raise CannotRehearse(f"{no} Use --code to join a gathering, or --host-key to open one.") from no
    except Unreachable as fault:
        raise CannotRehearse(f"{fault}.") from fault
    print(f"Watch along: {host.opened.links.stage}", file=sys.stderr)
    try:
        crowd = Crowd(lines, await _card(lines, host.opened.code), _manners(args), time.time_ns())
        await _live_through(crowd, host)
    finally:
        await host.leave_nothing()
    return _report(crowd)


async def _card(lines: Lines, code: str) -> PublicCard:
    plain = "".join(sign for sign in code if sign.isalnum()).upper()
    try:
        said = await lines.ask("GET", f"/api/gatherings/by-code/{plain or '-'}")
    except Refused as no:
        why = (
            f"no open gathering has the code {code}: mistyped, or closed by now."
            if no.status == 404
            else str(no)
        )
        raise CannotRehearse(why) from no
    return msgspec.convert(said, PublicCard)


async def _live_through(crowd: Crowd, host: RehearsalHost | None) -> None:
    """The rehearsal with its progress on the screen; an interrupt ends it early, and everybody goes home."""
    interrupted = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, interrupted.set)
    progress = asyncio.create_task(show(crowd))
    running: list[asyncio.Task[Any]] = [
        asyncio.create_task(crowd.rehearse()),
        asyncio.create_task(interrupted.wait()),
    ]
    if host is not None:
        running.append(asyncio.create_task(_lead(crowd, host)))
    try:
        await asyncio.wait(running[:2], return_when=asyncio.FIRST_COMPLETED)
    finally:
        if interrupted.is_set():
            crowd.ledger.problems["interrupted before the end"] += 1
        await _send_home(crowd)
        running.append(progress)
        for each in running:
            each.cancel()
        ended = await asyncio.gather(*running, return_exceptions=True)
    for fault in ended:
        if isinstance(fault, Exception):
            raise CannotRehearse(str(fault)) from fault


async def _send_home(crowd: Crowd) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(GOING_HOME_S):
            await crowd.go_home()


async def _lead(crowd: Crowd, host: RehearsalHost) -> None:
    await crowd.arrived(crowd.manners.arriving_s * 3 + 30)
    await host.command("start")
    while True:
        host.promise(crowd.ledger)
        await asyncio.sleep(1)


def _report(crowd: Crowd) -> int:
    for line in crowd.ledger.lines():
        print(line)
    return 0 if crowd.ledger.kept() else 1


def _manners(args: argparse.Namespace) -> Manners:
    return Manners(args.people, args.churn, arriving_s=0.5 + args.people / (200 if args.quick else 20))


def _people(text: str) -> int:
    people = int(text)
    if not 1 <= people <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"between 1 and {MOST_PEOPLE}, not {people}")
    return people


def _share(text: str) -> float:
    """`10%` or `0.1`."""
    try:
        share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"a share is written as 10% or 0.1, not {text}")
    return share


def _allow_files(people: int) -> None:
    """Every phone holds a connection, so as many files must be allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = people + SPARE_FILES
    if wanted <= soft or soft == resource.RLIM_INFINITY:
        return
    if hard != resource.RLIM_INFINITY and wanted > hard:
        raise CannotRehearse(
            f"this system allows {hard} open files, too few for {people} people (see ulimit -n)."
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
