"""Two pairs become a four: for looking back, when it goes from one to two to four to all.

The pairs of the last conversation still stand side by side. The engine that pairs people pairs these pairs: nobody in a
four has talked with the other pair before while that is possible, people kept apart stay apart, they share a language
and a place, and groups mix. With an odd number of pairs, three come together once; a trio among them stays by itself,
for seven are no four.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tingsha.gathering.state import Gathering
from tingsha.pairs.people import roster_of
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Attribute, Roster, Units, as_units, members
from tingsha.pairs.table import Table
from tingsha.words import Person

Pair = tuple[Person, ...]


def fours(gathering: Gathering, tables: Sequence[Table], seed: int) -> list[list[Person]]:
    """Everybody who is here, in fours, the pair that stays where it stands first. Nothing where no pairs are known."""
    people = roster_of(gathering)
    here = set(np.flatnonzero(people.present).tolist())
    pairs = _standing(tables, here)
    if len(pairs) < 2:
        return []
    number = {person: at for at, pair in enumerate(pairs) for person in pair}
    talked = _between((_couples(table.units) for table in tables), number)
    before = _between([gathering.met_before], number)
    together = plan(
        _as_people(people, pairs, number),
        1,
        seed,
        [talked] if len(talked) else [],
        before[:, :2].astype(np.int64),
    )
    rows = [row for each in _rows(together.rounds[0]) for row in _no_seven(each, pairs)]
    made = [[*pairs[first], *(person for each in rest for person in pairs[each])] for first, *rest in rows]
    return _with(made, sorted(here - number.keys()))


def _standing(tables: Sequence[Table], here: set[Person]) -> list[Pair]:
    """The units of the last round that had any, without those who have gone."""
    for table in reversed(tables):
        units = (tuple(each for each in members(row) if each in here) for row in table.units)
        if pairs := [unit for unit in units if len(unit) > 1]:
            return pairs
    return []


def _couples(units: Units) -> Iterable[tuple[Person, Person]]:
    return (couple for row in units for couple in combinations(members(row), 2))


def _between(rounds: Iterable[Iterable[tuple[Person, Person]]], number: dict[Person, int]) -> Units:
    """Which two pairs hold people who met, as units."""
    found = {
        (min(number[a], number[b]), max(number[a], number[b]))
        for couples in rounds
        for a, b in couples
        if a in number and b in number and number[a] != number[b]
    }
    return as_units(sorted(found))


def _as_people(people: Roster, pairs: list[Pair], number: dict[Person, int]) -> Roster:
    """Each pair as if it were one person: who speaks what both speak, and stands where both stand."""
    apart = _between([[(int(a), int(b)) for a, b in people.apart]], number)
    return Roster(
        n=len(pairs),
        attributes=[
            Attribute(_labels(each.labels.tolist(), pairs), each.weight) for each in people.attributes
        ],
        languages=None
        if people.languages is None
        else np.array(_shared(people.languages.tolist(), pairs), np.uint64),
        places=None if people.places is None else np.array(_shared(people.places.tolist(), pairs), np.uint8),
        present=np.ones(len(pairs), np.bool_),
        apart=apart[:, :2].astype(np.int64),
        mix_places=people.mix_places,
    )


def _labels(of: list[int], pairs: list[Pair]) -> NDArray[np.int32]:
    """The group of a pair that has only one; a mixed pair is a group of its own, and goes well with any other."""
    own = max(of, default=0) + 1
    groups = ({of[person] for person in pair} for pair in pairs)
    return np.array(
        [own + at if len(each) > 1 else next(iter(each)) for at, each in enumerate(groups)], np.int32
    )


def _shared(bits: list[int], pairs: list[Pair]) -> list[int]:
    """What all in a pair have; who said nothing has all. A pair that shares nothing goes with any."""
    return [_in_all([bits[person] for person in pair if bits[person]]) for pair in pairs]


def _in_all(known: list[int]) -> int:
    shared = known[0] if known else 0
    for each in known:
        shared &= each
    return shared


def _rows(units: Units) -> list[list[int]]:
    return [sorted(row) for row in map(members, units) if row]


def _no_seven(row: list[int], pairs: list[Pair]) -> list[list[int]]:
    """Three pairs of which one is a trio, without that one."""
    trio = next((each for each in row if len(row) > 2 and len(pairs[each]) > 2), None)
    return [row] if trio is None else [[each for each in row if each != trio], [trio]]


def _with(made: list[list[Person]], alone: list[Person]) -> list[list[Person]]:
    """Whoever is in no pair joins one of the smallest."""
    for person in alone:
        min(made, key=len).append(person)
    return made
