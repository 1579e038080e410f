"""What a gathering brought, in figures and in the words that the host wrote down: to hand on to whoever asked for it.

Nothing in it is about one person. A number about fewer than five people is left out, and groups smaller than that are
counted together, in such a way that subtracting does not bring them back. Of 15 % Solutions, notes and cards there is
nothing here at all.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import Struct

from tingsha.flow.session import Session
from tingsha.gathering.state import AWAY, HERE, LEFT
from tingsha.invitation.liquid_courage import openers
from tingsha.invitation.view import questions
from tingsha.words import Instant, Person

FEWEST: Final = 5
"""Nothing is said of fewer people than this."""


class Unit(NamedTuple):
    """Who were to talk, and what they said of it afterwards."""

    people: list[Person]
    confirmed: bool
    denied: bool


class GroupPeople(Struct):
    """How many people of a group took part; without a name: the smaller groups and those without a group together."""

    group: str | None
    people: int


class Mixed(Struct):
    """Conversations between people of more than one group, of those whose members all have a group."""

    conversations: int
    of: int


class Report(Struct, kw_only=True):
    """A figure is null where it is unknown, or about fewer than `fewest` people.

    `conversations` are the pairs and trios that were planned, by the phones or by the numbers; where people find each
    other, nobody counts them. `confirmed`: of so many somebody said that they took place. `new_connections`: any two
    people who talked, as far as known, and had not met in an earlier gathering of this group.
    """

    title: str
    language: str
    milling: str
    began: Instant | None
    """In ms since the epoch, on the server's clock."""
    rounds: int
    questions: list[str]
    people: int | None
    groups: list[GroupPeople]
    conversations: int | None
    confirmed: int | None
    mixed: Mixed | None
    new_connections: int | None
    patterns: list[str]
    fewest: int = FEWEST


def report(session: Session) -> Report:
    """The report once the rounds are over."""
    line = session.rounds.timeline
    rounds = session.rounds_held(line[-1].ends) if line else 0
    whereabouts = session.gathering.people.whereabouts
    took_part = {person for person, state in enumerate(whereabouts) if state in TOOK_PART}
    people = _people(session, took_part, rounds)
    units = [unit for round_ in range(1, rounds + 1) for unit in _units(session, round_, took_part)]
    enough = len({person for unit in units for person in unit.people}) >= FEWEST
    return Report(
        title=session.texts.get("title", ""),
        language=session.gathering.language,
        milling=session.gathering.milling,
        began=line[0].starts if line else None,
        rounds=rounds,
        questions=_questions(session),
        people=people if people >= FEWEST else None,
        groups=_groups(session, took_part, people - len(took_part)),
        conversations=_planned(session, rounds, len(units) if enough else None),
        confirmed=_confirmed(units),
        mixed=_mixed(session, units),
        new_connections=_new(session, units) if enough else None,
        patterns=session.patterns(),
    )


TOOK_PART: Final = (HERE, AWAY, LEFT)
"""Who was removed, erased, or never let in is in no figure."""


def _questions(session: Session) -> list[str]:
    if session.gathering.preset == "liquid-courage":
        return openers(session.gathering.language)
    both, _ = questions(session.texts, 0)
    return [both.challenge, both.give_and_take]


def _people(session: Session, took_part: set[Person], rounds: int) -> int:
    """Who counted off and has no phone is nowhere else."""
    return max([len(took_part), *session.pairs.counts(rounds)])


def _units(session: Session, round_: int, took_part: set[Person]) -> Iterator[Unit]:
    rows: list[list[int]] = session.pairs.table(round_).units.tolist()
    for row in rows:
        there = [person for person in row if person in took_part]
        if len(there) < 2:
            continue
        told = {session.web.told.get((round_, a, b)) for a in there for b in there if a != b}
        found = any((round_, each) in session.pairs.found for each in there)
        denied = False in told and True not in told
        yield Unit(there, confirmed=not denied and (found or True in told), denied=denied)


def _planned(session: Session, rounds: int, units: int | None) -> int | None:
    """By the numbers everybody who counted off is in a unit; where people choose, there is no plan."""
    match session.gathering.milling:
        case "guided":
            return units
        case "numbers":
            counts = session.pairs.counts(rounds)
            return sum(people // 2 for people in counts) if counts and min(counts) >= FEWEST else None
        case _:
            return None


def _groups(session: Session, took_part: set[Person], counted_only: int) -> list[GroupPeople]:
    """The largest first; below them, as one, all that are too small to stand alone.

    Were that one too small itself, somebody could take the others from the whole and see it: so it takes in the
    smallest that could stand alone, until there is nothing left over or enough.
    """
    sizes = Counter(session.gathering.people.group[person] for person in took_part)
    rest = sizes.pop(-1, 0) + counted_only
    named = sorted((-size, place) for place, size in sizes.items())
    while named and (-named[-1][0] < FEWEST or 0 < rest < FEWEST):
        rest -= named.pop()[0]
    if not named:
        return []
    found = [GroupPeople(session.group(place), -size) for size, place in named]
    return [*found, GroupPeople(None, rest)] if rest else found


def _confirmed(units: list[Unit]) -> int | None:
    said = [unit for unit in units if unit.confirmed]
    return len(said) if len({person for unit in said for person in unit.people}) >= FEWEST else None


def _mixed(session: Session, units: list[Unit]) -> Mixed | None:
    """One share of the whole; not where it would be about a handful."""
    group = session.gathering.people.group
    sortable = [unit.people for unit in units if all(group[person] >= 0 for person in unit.people)]
    if len({person for people in sortable for person in people}) < FEWEST:
        return None
    return Mixed(sum(len({group[person] for person in people}) > 1 for people in sortable), len(sortable))


def _new(session: Session, units: list[Unit]) -> int:
    """Whoever denied a conversation of three is not asked which of the two it was."""
    talked = (unit.people for unit in units if not unit.denied)
    couples = {frozenset((a, b)) for people in talked for a in people for b in people if a < b}
    return len(couples - {frozenset(each) for each in session.gathering.met_before})
