"""What can be printed once people have talked: the patterns for the wall and as a slide, and the host's report."""

from datetime import UTC, date, datetime
from typing import Final

from tingsha.flow.report import report
from tingsha.flow.session import Session
from tingsha.languages import words
from tingsha.paper import host_report, patterns
from tingsha.paper.dates import written_day
from tingsha.paper.of_gathering import Job, Prepare, questions_of
from tingsha.rounds.state import LOBBY, RUNNING
from tingsha.words import Refusal


def day_of(session: Session) -> date | None:
    """The day on which it began, as the clock of this machine has it."""
    line = session.rounds.timeline
    return datetime.fromtimestamp(line[0].starts / 1000, UTC).astimezone().date() if line else None


def _patterns(size: patterns.Size) -> Prepare:
    def prepare(session: Session, _link: str) -> Job | Refusal:
        heard, language = session.patterns(), session.gathering.language
        if not heard:
            return Refusal("nothing-to-print")
        asked = patterns.Asked(
            language=language,
            title=session.texts.get("title", ""),
            day=written_day(words(language).paper, day_of(session)),
            patterns=heard,
            questions=questions_of(session),
        )
        return lambda: patterns.printed(patterns.heard(asked, words(language).paper, size))

    return prepare


def _report(session: Session, _link: str) -> Job | Refusal:
    if session.rounds.phase in (LOBBY, RUNNING):
        return Refusal("not-over-yet")
    made, said = report(session), words(session.gathering.language).paper
    day = written_day(said, day_of(session))
    return lambda: host_report.printed(host_report.sheet(made, said, day))


AFTERWARDS: Final[dict[str, Prepare]] = {
    "patterns-a3": _patterns("a3"),
    "patterns-a4": _patterns("a4"),
    "slide": _patterns("slide"),
    "report": _report,
}
