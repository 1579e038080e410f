"""Setting envelopes right for those who came, left or sought: what is open now is rescued, what comes is mended.

The consistency rule: an open unit only gains or loses people; a sealed one is split only while there is time for
every phone in it to confirm, and put together again when one has not. A lost connection is not absence.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from tingsha.pairs import commands as c
from tingsha.pairs.rescue import match, rescue
from tingsha.pairs.roster import Bools
from tingsha.pairs.sealed import mend_sealed
from tingsha.pairs.table import Table
from tingsha.pairs.workbench import Sees, Work
from tingsha.words import Asked, Decision, Person, Refusal

WIDE: Final = 3
"""No unit is wider while somebody else can be found."""


def decide_mend(session: Sees, asked: Asked) -> Decision:
    """Everything that needs mending at this instant, as one event; a refusal when nothing does."""
    work = Work(session, asked)
    if session.gathering.milling == "guided":
        _mend_open(work)
        settled = session.must_settle(asked.at)
        mend_sealed(work, settled=settled)
        _greet_late(work)
    elif session.gathering.milling == "free":
        settled = False
        _match_free(work)
    else:
        return Refusal("nothing-to-mend")
    if not (work.laid or work.new_words() or settled or session.pairs.restless):
        return Refusal("nothing-to-mend")
    return work.event(settled=settled)


def _mend_open(work: Work) -> None:
    """The running round: who lost everybody, or was promised a partner, joins somebody now."""
    round_ = work.session.opened_round(work.asked.at)
    if not round_:
        return
    _lift_absent(work, round_)
    stranded = _stranded(work, round_)
    if not work.session.sealed_rounds(work.asked.at) and work.session.still_finding(work.asked.at):
        # Who comes while the last round finds each other has no later one to wait for.
        stranded += _unplaced(work, round_)
    company = [*stranded, *_joker(work, round_)]
    for person in stranded:
        if len(work.table(round_).unit_of(person)) < 2:
            _rescue(work, round_, person, [each for each in company if each != person])


def _joker(work: Work, round_: int) -> list[Person]:
    """The joker, where there is one who looks on in this round: better company than a trio."""
    joker, table = work.session.gathering.joker, work.table(round_)
    looks_on = joker >= 0 and work.session.here(joker) and len(table.unit_of(joker)) < 2
    return [joker] if looks_on and (round_, joker) not in work.session.pairs.unpaired else []


def _lift_absent(work: Work, round_: int) -> None:
    """Who is not here any more leaves the unit; the others are told."""
    table, here = work.table(round_), work.session.here
    for row in _rows_with(table, ~work.roster.present):
        unit = table.members(row)
        rest = [each for each in unit if here(each)]
        work.lay(round_, row, rest)
        for person in rest:
            work.say(person, "partner-left", round_)


def _rows_with(table: Table, wanted: Bools) -> list[int]:
    if not len(table.units):
        return []
    flagged = np.append(wanted, False)
    return np.flatnonzero(flagged[table.units].any(1)).tolist()


def _stranded(work: Work, round_: int) -> list[Person]:
    """People of a round who stand alone in their unit, and those who asked for a partner."""
    table = work.table(round_)
    alone: list[Person] = table.units[(table.units >= 0).sum(1) == 1].max(1, initial=-1).tolist()
    sought = [each for each in work.session.pairs.seeking if work.session.here(each)]
    return [each for each in dict.fromkeys([*alone, *sought]) if len(table.unit_of(each)) < 2]


def _rescue(work: Work, round_: int, person: Person, free: list[Person]) -> None:
    played = work.played(round_)
    later = [work.units(each) for each in work.session.sealed_rounds(work.asked.at)]
    free = [each for each in free if len(work.table(round_).unit_of(each)) < 2]
    unit: tuple[Person, ...] | None = None
    # Before anybody becomes a fourth, those who came too late for this round are asked to help out.
    helpers = [each for each in _unplaced(work, round_) if each != person]
    for roster, company in ((work.wary, free), (work.wary, free + helpers), (work.roster, free + helpers)):
        if unit is None or len(unit) > WIDE:
            found = rescue(
                roster, played, work.units(round_), later, person, company, work.asked.seed, met=work.met()
            )
            unit, free = (found, company) if found is not None else (unit, free)
    if unit is None:
        work.say(person, "alone", round_)
        return
    table = work.table(round_)
    rows = [row for row in (table.row_of(each) for each in unit if each != person) if row >= 0]
    row = next((each for each in rows), table.row_of(person))
    for each in unit:
        old = table.row_of(each)
        if old >= 0 and old != row:
            work.lay(round_, old, [other for other in table.members(old) if other not in unit])
    joined = [each for each in unit if each != person]
    work.lay(round_, row if row >= 0 else table.free_row(), list(unit))
    work.say(person, "rescued", round_)
    for each in joined:
        work.say(each, "rescued" if each in free else "joined-you", round_)


def _greet_late(work: Work) -> None:
    """Who came after a round was opened is told which round is theirs."""
    round_ = work.session.opened_round(work.asked.at)
    sealed = work.session.sealed_rounds(work.asked.at)
    if not round_ or not sealed:
        return
    for person in _unplaced(work, round_):
        if person not in work.session.pairs.seeking:
            work.say(person, "late", sealed[0])


def _unplaced(work: Work, round_: int) -> list[Person]:
    """Who is here and has no unit in this round, but for those who left theirs. Guided: else nobody knows."""
    if work.session.gathering.milling != "guided":
        return []
    unpaired = work.session.pairs.unpaired
    return [each for each in _without_unit(work, round_) if (round_, each) not in unpaired]


def _without_unit(work: Work, round_: int) -> list[Person]:
    row = np.array(work.table(round_).row, np.int32)[: work.roster.n]
    placed = np.zeros(work.roster.n, np.bool_)
    placed[: len(row)] = row >= 0
    return np.flatnonzero(work.coming.present & ~placed).tolist()


def _match_free(work: Work) -> None:
    """Those who asked for a partner are paired; once the talking has begun the last one joins a pair."""
    session, at = work.session, work.asked.at
    round_ = session.meeting_round(at)
    if not round_:
        return
    _lift_absent(work, round_)
    who = _stranded(work, round_)
    played = work.played(round_)
    for a, b in match(work.wary, played, [], who, work.asked.seed, met=work.met()):
        _seat_pair(work, round_, a, b)
    if session.opened_round(at) and not session.still_finding(at):
        for person in _stranded(work, round_):
            company = [*_stranded(work, round_), *_hands_up(work, round_), *_joker(work, round_)]
            _rescue(work, round_, person, [each for each in company if each != person])


def _hands_up(work: Work, round_: int) -> list[Person]:
    """Whose hand is still up keeps whoever asked company; two hands by themselves only were not put down, perhaps."""
    return [person for person, hand in work.session.pairs.hands.items() if hand == round_]


def _seat_pair(work: Work, round_: int, a: Person, b: Person) -> None:
    table = work.table(round_)
    rows = [row for row in (table.row_of(a), table.row_of(b)) if row >= 0]
    for row in rows[1:]:
        work.lay(round_, row, [])
    work.lay(round_, rows[0] if rows else table.free_row(), [a, b])
    work.say(a, "rescued", round_)
    work.say(b, "rescued", round_)


DECISIONS: dict[type, Callable[..., Decision]] = {c.Mend: decide_mend}
