"""Questions that people labelled by hand, and what the coach makes of them."""

from pathlib import Path
from typing import Literal, NamedTuple, get_args

from tingsha.invitation.coach import Hint, Kind, hints
from tingsha.live.questions import cues_of

HERE = Path(__file__).parent
KINDS: dict[str, Kind] = {"c": "challenge", "g": "give_and_take"}
Part = Literal["chosen on", "held out", "later"]


class Labelled(NamedTuple):
    language: str
    kind: Kind
    hints: frozenset[str]
    question: str


class Score(NamedTuple):
    """`wanted` times somebody wants the hint; `given` times the coach gives it; `right` times both."""

    wanted: int
    given: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def labelled(part: Part) -> list[Labelled]:
    """What the cues were chosen on; the half that was kept away from that; and questions thought of later.

    One person wrote the first two in one go, another the last, and no cue was changed for those: they are the honest
    measure. Whoever learns from them moves them to `learnt.tsv` and writes others.
    """
    lines = _lines("labelled")
    some = {"chosen on": lines[::2] + _lines("learnt"), "held out": lines[1::2], "later": _lines("later")}[
        part
    ]
    return [_read(line) for line in some]


def _lines(name: str) -> list[str]:
    return (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()


def _read(line: str) -> Labelled:
    language, kind, said, question = line.split("\t")
    return Labelled(language, KINDS[kind], frozenset(said.split(",")) - {"-"}, question)


def score(hint: str, questions: list[Labelled]) -> Score:
    given = [hint in hints(each.question, each.kind, cues_of(each.language)) for each in questions]
    wanted = [hint in each.hints for each in questions]
    return Score(sum(wanted), sum(given), sum(a and b for a, b in zip(given, wanted, strict=True)))


HINTS: tuple[str, ...] = get_args(Hint)
