"""The host's sheet: what to say, when what happens, what to look at in the room, and the two questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from msgspec import Struct

from tingsha.languages import Words
from tingsha.paper.printing import pdf
from tingsha.paper.signs import legible, numbered
from tingsha.rounds.plan import Plan, timeline
from tingsha.words import MINUTE

BRIEFING: Final = MINUTE
SHEETS: Final = 2
LISTED: Final = ("think", "find", "breathe", "debrief")

Way = Literal["free", "guided", "numbers"]


class Line(Struct):
    at: str
    what: str


class HostSheet(Struct):
    language: str
    title: str
    kind: str
    questions_title: str
    questions: list[str]
    script_title: str
    script: list[str]
    times_title: str
    times: list[Line]
    whole: str
    room_title: str
    checks: list[str]
    post_title: str
    post: list[str]
    credit: str


@dataclass(frozen=True)
class Asked:
    """What the sheet is for."""

    language: str
    title: str
    way: Way
    plan: Plan
    questions: Sequence[str]


def sheet(asked: Asked, words: Words) -> HostSheet:
    said = words.paper
    can = legible((asked.title, *asked.questions))
    questions = [numbered(can, each, place) for place, each in enumerate(asked.questions, 1)]
    whole = (BRIEFING + asked.plan.lasts_ms()) / MINUTE
    return HostSheet(
        language=asked.language,
        title=can[asked.title],
        kind=said.sheet,
        questions_title=said.questions,
        questions=questions,
        script_title=words.host.script.title,
        script=[*_script(asked, questions, words)],
        times_title=said.times,
        times=[*_times(asked.plan, words)],
        whole=said.whole.format(minutes=round(whole)),
        room_title=words.host.notes.room,
        checks=words.host.notes.checks,
        post_title=said.afterwards,
        post=said.meetingPost,
        credit=said.credit,
    )


def _script(asked: Asked, questions: Sequence[str], words: Words) -> Iterator[str]:
    gaps = {
        "rounds": counted(words.host.times, asked.plan.rounds),
        "turn": _length(words, asked.plan.turn_s),
        "questions": " ".join(f"“{each}”" for each in questions),
    }
    openers = len(questions) > 2
    for place, line in enumerate(getattr(words.host.script, asked.way)):
        yield (words.host.script.openers if openers and place == 1 else line).format_map(gaps)


def _times(plan: Plan, words: Words) -> Iterator[Line]:
    """Minutes and seconds from the beginning of the briefing; each round's finding and talking, and what is around."""
    said = words.paper.part
    yield Line("0:00", said.brief)
    for segment in timeline(plan, BRIEFING):
        first_turn = segment.kind == "turn" and segment.speaker == 0
        if (segment.kind not in LISTED and not first_turn) or segment.ends == segment.starts:
            continue
        what: str = getattr(said, segment.kind)
        seconds = segment.starts // 1000
        gaps = {"round": segment.round, "turn": _length(words, plan.turn_s)}
        yield Line(f"{seconds // 60}:{seconds % 60:02}", what.format_map(gaps))


def _length(words: Words, seconds: int) -> str:
    if seconds % 60 == 0:
        return counted(words.host.turn, seconds // 60)
    return counted(words.host.seconds, seconds)


def counted(forms: dict[str, str], n: int) -> str:
    """The form for a number; those we speak tell one from other."""
    return (forms.get(str(n)) or (forms.get("one") if n == 1 else None) or forms["other"]).replace(
        "{n}", str(n)
    )


def printed(made: HostSheet) -> bytes:
    return pdf("host-sheet", made, SHEETS)
