"""The table of contents: every command, who may give it, and the room that decides on it."""

from collections.abc import Callable
from typing import Any

from tingsha.bell import decide as bell
from tingsha.board import commands as b
from tingsha.board import decide as board
from tingsha.flow.on_stage import alone
from tingsha.flow.session import ON_EVERY_SCREEN, Session
from tingsha.flow.undo import decide_undo
from tingsha.follow_up import commands as f
from tingsha.follow_up import decide as follow_up
from tingsha.gathering import apart, known
from tingsha.gathering import commands as g
from tingsha.gathering import decide as gathering
from tingsha.gathering.decide import FOR_PATTERNS, too_much_text
from tingsha.gathering.events import Forgotten
from tingsha.gathering.opening import open_gathering, place_roster
from tingsha.gathering.state import FORGOTTEN, REMOVED
from tingsha.gathering.twice import take_for_one
from tingsha.harvest import decide as harvest
from tingsha.introductions import commands as i
from tingsha.introductions import decide as introductions
from tingsha.invitation.decide import invite
from tingsha.pairs import by_hand, counting, laying, mending
from tingsha.pairs import decide as pairs
from tingsha.receipt import commands as a
from tingsha.receipt import decide as receipt
from tingsha.rounds import commands as r
from tingsha.rounds import decide as rounds
from tingsha.rounds.state import CLOSED
from tingsha.who_met_whom import commands as w
from tingsha.who_met_whom import decide as who_met_whom
from tingsha.words import Asked, Decision, Fact, Refusal, Role, Said

AFTER_CLOSING = (
    g.EraseMe,
    g.ReEntry,
    g.MakeKnown,
    g.NewHostLink,
    g.GoOn,
    g.Leave,
    w.TurnWeb,
    w.ShowMyName,
    w.TellMeeting,
    a.ShowReceipt,
    *f.COMMANDS,
    *b.COMMANDS,
    *i.COMMANDS,
)
"""What may still be asked when all is over."""


def decide(session: Session, asked: Asked) -> Decision:
    """Facts, or a refusal; nothing is changed. Raises nothing for anything a person may have sent."""
    command = asked.command
    if asked.by.role not in command.may:
        return Refusal("not-allowed")
    if session.rounds.phase == CLOSED and not isinstance(command, AFTER_CLOSING):
        return Refusal("closed")
    if command.base is not None and command.steers and command.base != session.control:
        return Refusal("stale")
    if asked.by.role is Role.PARTICIPANT and (refusal := _gone(session, asked)):
        return refusal
    decision = DECISIONS[type(command)](session, asked)
    return decision if isinstance(decision, Refusal) else alone(session, decision)


def _gone(session: Session, asked: Asked) -> Refusal | None:
    people = session.gathering.people
    if not 0 <= asked.by.person < len(people):
        return Refusal("not-allowed")
    whereabouts = people.whereabouts[asked.by.person]
    if whereabouts == FORGOTTEN:
        return Refusal("forgotten")
    removed = whereabouts == REMOVED and not isinstance(asked.command, (g.EraseMe, g.Leave))
    return Refusal("was-removed") if removed else None


def _open(session: Session, asked: Asked) -> Decision:
    command: g.Open = asked.command
    parts = (
        open_gathering(session, asked),
        rounds.choose_plan(command.plan, rounds.REHEARSAL_LIMITS if command.rehearsal else rounds.LIMITS),
        invite(command),
        laying.lay(command.spots, session.control) if command.spots else [],
    )
    facts: list[Fact] = []
    for part in parts:
        if isinstance(part, Refusal):
            return part
        facts += part
    return _too_much(_on_every_screen({}, facts), command.plan.rounds) or facts


def _erase_me(session: Session, asked: Asked) -> Decision:
    facts = gathering.DECISIONS[g.EraseMe](session, asked)
    person = asked.by.person
    if isinstance(facts, Refusal):
        return facts
    shared = board.forget(session.board, session.gathering.people.ids[person])
    return [*follow_up.forget(session, person), *shared, *facts]


def _take_for_one(session: Session, asked: Asked) -> Decision:
    facts = take_for_one(session, asked)
    if isinstance(facts, Refusal):
        return facts
    forgotten = next(fact.person for fact in facts if isinstance(fact, Forgotten))
    return [*follow_up.forget(session, forgotten), *facts]


def _place_roster(session: Session, asked: Asked) -> Decision:
    decision = place_roster(session, asked)
    if isinstance(decision, Refusal):
        return decision
    return _too_much(_on_every_screen(session.texts, decision), session.rounds.plan.rounds) or decision


def _too_much(texts: list[str], rounds: int) -> Refusal | None:
    return too_much_text(texts, rounds, keep_free=FOR_PATTERNS)


def _on_every_screen(texts: dict[str, str], facts: list[Fact]) -> list[str]:
    """The title, the questions and the groups as they would stand with these facts."""
    said = {fact.key: fact.words for fact in facts if isinstance(fact, Said)}
    return [words for key, words in (texts | said).items() if key.startswith(ON_EVERY_SCREEN)]


DECISIONS: dict[type, Callable[[Any, Asked], Decision]] = {
    g.Open: _open,
    g.PlaceRoster: _place_roster,
    r.Undo: decide_undo,
    **gathering.DECISIONS,
    **apart.DECISIONS,
    **known.DECISIONS,
    **pairs.DECISIONS,
    **laying.DECISIONS,
    **by_hand.DECISIONS,
    **counting.DECISIONS,
    **mending.DECISIONS,
    **rounds.DECISIONS,
    **bell.DECISIONS,
    **harvest.DECISIONS,
    **board.DECISIONS,
    **who_met_whom.DECISIONS,
    **follow_up.DECISIONS,
    **introductions.DECISIONS,
    g.EraseMe: _erase_me,
    g.TakeForOne: _take_for_one,
    **receipt.DECISIONS,
}
