"""Deciding on what is asked about the picture of who met whom."""

from collections.abc import Callable
from typing import Any, Protocol

from tingsha.gathering.state import Gathering
from tingsha.pairs.known import Pairs
from tingsha.who_met_whom import commands as c
from tingsha.who_met_whom import events as e
from tingsha.who_met_whom.state import WhoMetWhom
from tingsha.words import Asked, Decision, Instant, Person, Refusal


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    pairs: Pairs
    web: WhoMetWhom
    control: int

    def person(self, participant: str) -> Person | None: ...
    def rounds_held(self, at: Instant) -> int:
        """How many rounds people have talked in."""
        ...


def _turn(session: Sees, asked: Asked) -> Decision:
    on, whole = asked.command.on, asked.command.whole
    if whole and not session.gathering.community:
        return Refusal("no-community")
    as_it_is = session.web.when == ("now" if on else "off") and session.web.whole == whole
    return [] if as_it_is else [e.WebTurned(base=session.control, on=on, whole=whole)]


def _show(session: Sees, asked: Asked) -> Decision:
    person, show = asked.by.person, asked.command.show
    return [] if (person in session.web.named) == show else [e.NameShown(person=person, show=show)]


def _tell(session: Sees, asked: Asked) -> Decision:
    command: c.TellMeeting = asked.command
    person, to = asked.by.person, session.person(command.participant)
    if not 1 <= command.round <= session.rounds_held(asked.at):
        return Refusal("not-this-round")
    if to is None or to == person or to not in session.pairs.table(command.round).unit_of(person):
        return Refusal("no-partner")
    if session.web.told.get((command.round, person, to)) == command.talked:
        return []
    return [e.MeetingTold(person=person, to=to, round=command.round, talked=command.talked)]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    c.TurnWeb: _turn,
    c.ShowMyName: _show,
    c.TellMeeting: _tell,
}
