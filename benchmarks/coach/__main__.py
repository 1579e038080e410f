"""`./bench coach`: precision and recall of each hint, on three sets of labelled questions."""

from benchmarks.report import tell
from tests.invitation.labelled import HINTS, Part, labelled, score

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


if __name__ == "__main__":
    main()
