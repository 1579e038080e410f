"""Whether the numbers in an event can be: people who arrived, rounds that are planned, times of this age.

Whoever decides never writes others; a damaged or foreign log may. The fold asks here first, so that no event
can make it raise or eat the machine's memory.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from tingsha.flow.session import Session
from tingsha.gathering import events as g
from tingsha.gathering.decide import MOST_GROUPS
from tingsha.gathering.opening import MOST_KEEP_DAYS
from tingsha.harvest.decide import MOST_PATTERNS
from tingsha.harvest.events import PatternsHeard
from tingsha.pairs import events as p
from tingsha.pairs.numbers import LEAST_COUNTED, MOST_COUNTED
from tingsha.pairs.spots import MOST_ROOM_M2, MOST_SPOTS
from tingsha.receipt import events as a
from tingsha.rounds import events as r
from tingsha.rounds.decide import MOST_EXTEND_S, MOST_ROUNDS, MOST_STEP_S
from tingsha.words import Event

LATEST: Final = 2**53
"""Numbers that every screen can still count with."""
WIDEST: Final = 16
"""No unit was ever wider, not even where many are kept apart."""
LONGEST_S: Final = 3_600

_PEOPLE: Final = frozenset({"person", "a", "b", "to", "missed_by", "newcomer"})
_COUNTS: Final = frozenset(
    {"at", "until", "version", "generation", "revision", "rows", "undoes", "segment", "ends"}
)


def fits(session: Session, event: Event) -> bool:
    """False when a number in the event points outside this gathering."""
    kind = type(event)
    people, counts, rounds = _numbers(kind)
    arrived = len(session.gathering.people.ids)
    for name in people:
        if not 0 <= getattr(event, name) < arrived:
            return False
    for name in counts:
        if not 0 <= getattr(event, name) <= LATEST:
            return False
    least = 0 if kind is p.HandRaised else 1
    for name in rounds:
        if not least <= getattr(event, name) <= session.rounds.plan.rounds:
            return False
    shape = _SHAPES.get(kind)
    return shape is None or shape(session, event)


class _Numbers(NamedTuple):
    people: tuple[str, ...]
    counts: tuple[str, ...]
    rounds: tuple[str, ...]


@cache
def _numbers(kind: type[Event]) -> _Numbers:
    """The names of an event's numbers, by what they stand for."""
    names = kind.__struct_fields__
    people = tuple(name for name in names if name in _PEOPLE)
    return _Numbers(
        people, tuple(name for name in names if name in _COUNTS), ("round",) if "round" in names else ()
    )


def _opened(_session: Session, event: g.GatheringOpened) -> bool:
    days, seed = 0 <= event.keep_days <= MOST_KEEP_DAYS, 0 <= event.seed < 2**63
    return bool(event.code) and days and seed and 0 <= event.groups <= MOST_GROUPS


def _arrived(session: Session, event: g.Arrived) -> bool:
    beside = -1 <= event.beside < len(session.gathering.people)
    return beside and -1 <= event.group < session.gathering.groups


def _roster(_session: Session, event: g.RosterPlaced) -> bool:
    return 0 <= event.groups <= MOST_GROUPS


def _plan(_session: Session, event: r.PlanChosen) -> bool:
    lengths = (event.turn_s, event.think_s, event.swap_s, event.breathe_s, event.debrief_s, event.find_s + 1)
    return 1 <= event.rounds <= MOST_ROUNDS and all(0 <= each <= LONGEST_S + 1 for each in lengths)


def _started(_session: Session, event: r.Started) -> bool:
    return 0 <= event.find_s <= LONGEST_S


def _extended(_session: Session, event: r.Extended) -> bool:
    return abs(event.seconds) <= MOST_EXTEND_S


def _spots(_session: Session, event: p.SpotsLaid) -> bool:
    return 0 <= event.columns <= event.count <= MOST_SPOTS and 0 <= event.room_m2 <= MOST_ROOM_M2


def _turns_set(_session: Session, event: r.TurnsSet) -> bool:
    return 0 <= event.seconds <= LONGEST_S


def _debrief_set(_session: Session, event: r.DebriefSet) -> bool:
    return len(event.steps_s) <= WIDEST and _within(event.steps_s, 0, MOST_STEP_S + 1)


def _heard(_session: Session, event: PatternsHeard) -> bool:
    return 0 <= event.patterns <= MOST_PATTERNS


def _counted(_session: Session, event: p.CountedOff) -> bool:
    return LEAST_COUNTED <= event.people <= MOST_COUNTED


def _paired(session: Session, event: p.RoundsPaired) -> bool:
    people = len(session.gathering.people)
    return len(event.rounds) <= session.rounds.plan.rounds and all(
        2 <= each.width <= WIDEST
        and len(each.units) % each.width == 0
        and len(each.units) <= each.width * (people + 1)
        and _within(each.units, -1, people)
        and _within(each.unresolved, 0, people)
        and _within((each.mixed, each.mixed_bound, each.repeats), 0, LATEST)
        for each in event.rounds
    )


def _changed(session: Session, event: p.EnvelopesChanged) -> bool:
    people, rounds = len(session.gathering.people), session.rounds.plan.rounds
    words = all(0 <= each.person < people and 0 <= each.round <= rounds for each in event.words)
    split = all(1 <= each[0] <= rounds and _within(each[1:], 0, people) for each in event.split if each)
    return words and split and all(event.split) and all(_rows(each, people, rounds) for each in event.changes)


def _swapped(_session: Session, event: p.PlacesSwapped) -> bool:
    return _within(event.reached, 0, LATEST)


def _fours(session: Session, event: p.FoursFormed) -> bool:
    everybody = [person for four in event.fours for person in four]
    return len(everybody) == len(set(everybody)) and _within(everybody, 0, len(session.gathering.people))


def _brought(session: Session, event: p.BroughtTogether) -> bool:
    people, rounds = len(session.gathering.people), session.rounds.plan.rounds
    words = all(0 <= each.person < people and 0 <= each.round <= rounds for each in event.words)
    return words and _rows(event.change, people, rounds)


def _rows(change: p.RowsChanged, people: int, rounds: int) -> bool:
    if not 1 <= change.round <= rounds or len(change.rows) != len(change.units):
        return False
    if not _within(change.reached, 0, LATEST):
        return False
    units = all(len(unit) <= WIDEST and _within(unit, -1, people) for unit in change.units)
    return units and _within(change.rows, 0, people + 1)


def _within(numbers: Sequence[int], least: int, end: int) -> bool:
    return not numbers or (least <= min(numbers) and max(numbers) < end)


def _receipt(_session: Session, event: a.ReceiptMade) -> bool:
    return 0 <= event.phones <= LATEST and 0 <= event.median_s <= LATEST


_SHAPES: dict[type[Event], Callable[[Session, Any], bool]] = {
    PatternsHeard: _heard,
    g.GatheringOpened: _opened,
    g.Arrived: _arrived,
    g.RosterPlaced: _roster,
    r.PlanChosen: _plan,
    r.Started: _started,
    r.Extended: _extended,
    p.SpotsLaid: _spots,
    r.TurnsSet: _turns_set,
    r.DebriefSet: _debrief_set,
    p.RoundsPaired: _paired,
    a.ReceiptMade: _receipt,
    p.CountedOff: _counted,
    p.EnvelopesChanged: _changed,
    p.PlacesSwapped: _swapped,
    p.BroughtTogether: _brought,
    p.FoursFormed: _fours,
}
