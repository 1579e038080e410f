"""The host's report on one sheet: to hand on. What it says, and what it leaves out, is in `flow/report.py`."""

from collections.abc import Iterator

from msgspec import Struct

from tingsha.flow.report import Mixed, Report
from tingsha.languages import OnPaper, OnReport
from tingsha.paper.patterns import Line, line, number, readable
from tingsha.paper.printing import pdf
from tingsha.paper.signs import legible


class Figure(Struct):
    """A number and what it counts, and a line below it."""

    value: str
    label: str
    more: str = ""


class GroupLine(Struct):
    name: Line
    people: str


class Sheet(Struct):
    language: str
    title: Line
    kind: str
    day: str
    figures: list[Figure]
    remark: str
    groups_title: str
    groups: list[GroupLine]
    patterns_title: str
    patterns: list[Line]
    questions_title: str
    questions: list[Line]
    note: str
    credit: str


def sheet(report: Report, said: OnPaper, day: str) -> Sheet:
    own = said.report
    return Sheet(
        language=report.language,
        title=line(report.title),
        kind=own.title,
        day=day,
        figures=[*_figures(report, said)],
        remark=own.free if report.milling == "free" else "",
        groups_title=own.groups,
        groups=[GroupLine(line(each.group or own.others), str(each.people)) for each in report.groups],
        patterns_title=said.heard if report.patterns else own.nothing,
        patterns=[line(each) for each in report.patterns],
        questions_title=said.questions,
        questions=[line(each) for each in report.questions if each],
        note=own.note.format(fewest=report.fewest),
        credit=said.credit,
    )


def _figures(report: Report, said: OnPaper) -> Iterator[Figure]:
    """What is unknown is left out; what is about too few people says so."""
    own = said.report
    yield _figure(report.people, own.people, own)
    if report.milling != "free":
        confirmed = own.confirmed.format(n=report.confirmed) if report.confirmed else ""
        yield _figure(report.conversations, own.conversations, own, confirmed)
    if report.mixed is not None and report.mixed.of:
        yield Figure(own.percent.format(n=_percent(report.mixed)), own.mixed)
    if report.new_connections is not None:
        yield Figure(str(report.new_connections), own.connections)


def _figure(value: int | None, label: str, own: OnReport, more: str = "") -> Figure:
    return Figure("–", label, own.few) if value is None else Figure(str(value), label, more)


def _percent(mixed: Mixed) -> int:
    """Never a hundred where one conversation was not."""
    return 100 * mixed.conversations // mixed.of


def printed(made: Sheet) -> bytes:
    groups = [each.name for each in made.groups]
    said = legible(each.words for each in (made.title, *groups, *made.patterns, *made.questions))
    number(groups, said)
    number(made.patterns, said)
    made.title.words = said[made.title.words]
    made.questions = readable(made.questions, said)
    return pdf("report", made, 1)
