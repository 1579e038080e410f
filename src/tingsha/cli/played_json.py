"""Rounds that were played, from an earlier output of `tingsha pair`."""

from itertools import chain
from pathlib import Path

import msgspec
import numpy as np

from tingsha.cli.people_csv import People
from tingsha.cli.sheet import Unusable
from tingsha.pairs.roster import Units, as_units


class PlayedRound(msgspec.Struct):
    units: list[list[str | int]]


class Played(msgspec.Struct):
    rounds: list[PlayedRound]


def read_played(path: Path, people: People) -> list[Units]:
    """The units of every round; who is not on the roster (any more) is left out. Raises Unusable."""
    body = b""
    try:
        body = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        rounds = msgspec.json.decode(body, type=Played).rounds
    except OSError as wrong:
        raise Unusable(path, f"cannot be read: {wrong.strerror}.") from wrong
    except msgspec.ValidationError as wrong:
        raise Unusable(path, f"this is no plan: {wrong}.", 1, 1) from wrong
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise Unusable(path, f"this is no JSON: {wrong}.", *_where(body, str(wrong))) from wrong
    return [_units(each.units, people) for each in rounds]


def _units(rows: list[list[str | int]], people: People) -> Units:
    """As the engine has them; whose partners have all left was not in a unit that counts."""
    if any(len(row) > 3 for row in rows):
        known = ([one for each in row if (one := people.find(str(each))) >= 0] for row in rows)
        return as_units([row for row in known if len(row) > 1])
    padded = chain.from_iterable((*row, *[""] * (3 - len(row))) for row in rows)
    found = np.fromiter((people.find(str(each)) for each in padded), np.int32, 3 * len(rows)).reshape(-1, 3)
    return found[(found >= 0).sum(1) > 1]


def _where(body: bytes, complaint: str) -> tuple[int, int]:
    """Line and column of the byte that a complaint names, if it does."""
    digits = "".join(filter(str.isdigit, complaint.rpartition("byte ")[2]))
    at = int(digits) if "byte " in complaint and digits else 0
    return body.count(b"\n", 0, at) + 1, at - body.rfind(b"\n", 0, at)
