"""`./bench coach`: precision and recall of each hint: on questions, and on what people want to do themselves."""

import json
import subprocess
from typing import Final

from benchmarks.report import tell
from build_screens import SCREENS, _node_folder  # pyright: ignore[reportPrivateUsage]
from tests.invitation.labelled import HINTS, Part, labelled, score

FIFTEEN: Final = "tests/fifteen.ts"
"""That coach lives on the phone, since what is typed there stays there."""
PARTS: tuple[Part, ...] = ("chosen on", "held out", "later")


def main() -> None:
    for part in PARTS:
        questions = labelled(part)
        for hint in HINTS:
            found = score(hint, questions)
            tell(
                bench="coach", part=part, questions=len(questions), hint=hint, wanted=found.wanted, given=found.given,
                precision=round(found.precision, 3), recall=round(found.recall, 3),
            )  # fmt: skip
    _tell_fifteen()


def _tell_fifteen() -> None:
    script = [str(_node_folder() / "node"), str((SCREENS / FIFTEEN).resolve())]
    said = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    for found in map(json.loads, said.splitlines()):
        given, wanted, right = found["given"], found["wanted"], found["right"]
        tell(
            bench="coach", of="15 %", **found, precision=round(right / given, 3) if given else 1.0,
            recall=round(right / wanted, 3),
        )  # fmt: skip


if __name__ == "__main__":
    main()
