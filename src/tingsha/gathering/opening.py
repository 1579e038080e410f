"""Opening a gathering, and laying a roster on its table: the two decisions that bring in many texts at once."""

from typing import Final, Literal

import msgspec

from tingsha.gathering import commands as c
from tingsha.gathering import events as e
from tingsha.gathering.decide import LANGUAGE, Sees, labelled, named, spoken
from tingsha.wording import GROUP_GRAPHEMES, TITLE_GRAPHEMES, empty, fold, tidy, too_long
from tingsha.words import Asked, Decision, Fact, Refusal, Said, Unsaid

MOST_KEEP_DAYS: Final = 366


def open_gathering(session: Sees, asked: Asked) -> Decision:
    """The opening event and the title; the rooms of the questions and of the time add their own."""
    command: c.Open = asked.command
    title, groups = tidy(command.title), labelled(command.groups)
    if empty(title):
        return Refusal("title-empty")
    if too_long(title, TITLE_GRAPHEMES):
        return Refusal("title-too-long", {"most": TITLE_GRAPHEMES})
    if isinstance(groups, Refusal):
        return groups
    if refusal := spoken(command.languages, []):
        return refusal
    if not 0 <= command.keep_days <= MOST_KEEP_DAYS:
        return Refusal("keep-days-out-of-range", {"most": MOST_KEEP_DAYS})
    opened = e.GatheringOpened(
        at=asked.at, language=command.language, mode=command.mode, milling=milling(command),
        preset=command.preset,
        code=command.drawn["code"], picture=command.drawn["picture"], seed=asked.seed, keep_days=command.keep_days,
        groups=len(groups), languages=command.languages, rehearsal=command.rehearsal, board=command.board,
        web=command.web, receipt=command.receipt, community=command.community,
    )  # fmt: skip
    return [opened, Said("title", title), *_labels(groups)]


def milling(command: c.Open) -> Literal["free", "guided", "numbers"]:
    """How people find each other: as the host said, else guided when groups mix or people are remote."""
    if command.milling:
        return command.milling
    return "guided" if command.groups or command.mode != "room" else "free"


def _labels(groups: list[str]) -> list[Fact]:
    return [Said(f"group:{place}", label) for place, label in enumerate(groups)]


def place_roster(session: Sees, asked: Asked) -> Decision:
    """Lay a list of expected people on the table; groups that are new on it join the list of groups."""
    command: c.PlaceRoster = asked.command
    groups = _with_new_groups(session, command.rows)
    if isinstance(groups, Refusal):
        return groups
    revision = session.gathering.roster_revision + 1
    places: list[Fact] = []
    for number, row in enumerate(command.rows, 1):
        line = _line(number, row, groups)
        if isinstance(line, Refusal):
            return line
        places.append(Said(f"roster:{revision}-{number}", line))
    placed = e.RosterPlaced(
        base=session.control, revision=revision, rows=len(command.rows), groups=len(groups)
    )
    return [Unsaid("roster:*"), *places, *_labels(list(groups.values())), placed]


def _with_new_groups(session: Sees, rows: list[c.RosterRow]) -> dict[str, str] | Refusal:
    labels = [session.texts[f"group:{place}"] for place in range(session.gathering.groups)]
    labels = labelled(labels + [row.group for row in rows if row.group and tidy(row.group)])
    if isinstance(labels, Refusal):
        return labels
    folded: dict[str, str] = {}
    for label in labels:
        folded.setdefault(fold(label), label)
    return folded


def _line(number: int, row: c.RosterRow, groups: dict[str, str]) -> str | Refusal:
    name = named(row.name)
    if isinstance(name, Refusal):
        return Refusal(f"roster-{name.code}", {**name.params, "line": number, "most": GROUP_GRAPHEMES})
    if any(not LANGUAGE.match(language) for language in row.languages):
        return Refusal("roster-unknown-language", {"line": number})
    group = groups[fold(tidy(row.group))] if row.group and tidy(row.group) else None
    kept = c.RosterRow(name=name, group=group, languages=row.languages, place=row.place)
    return msgspec.json.encode(kept).decode()
