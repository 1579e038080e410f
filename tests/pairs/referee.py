"""Checks plans by counting people one at a time; shares nothing with the engine."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement

from tingsha.pairs.plan import Plan
from tingsha.pairs.roster import Roster, Units

Unit = tuple[int, ...]


def seated(units: Units) -> list[Unit]:
    """The units of a round; free spots are passed over."""
    rows = [tuple(int(person) for person in row if person >= 0) for row in units]
    return [row for row in rows if row]


def envelopes(units: Units) -> dict[int, tuple[int, frozenset[int]]]:
    """For each person the row and who is in it."""
    found: dict[int, tuple[int, frozenset[int]]] = {}
    for row, people in enumerate(units):
        unit = frozenset(int(person) for person in people if person >= 0)
        found.update(dict.fromkeys(unit, (row, unit)))
    return found


def meetings(rounds: Sequence[Units]) -> Counter[tuple[int, ...]]:
    return Counter(
        couple for units in rounds for unit in seated(units) for couple in combinations(sorted(unit), 2)
    )


def repeats(rounds: Sequence[Units]) -> int:
    return sum(count - 1 for count in meetings(rounds).values())


def trios(rounds: Sequence[Units]) -> Counter[int]:
    return Counter(person for units in rounds for unit in seated(units) if len(unit) == 3 for person in unit)


def inside(roster: Roster, rounds: Sequence[Units]) -> Counter[int]:
    """How many rounds each person spent among their own group only."""
    labels = roster.groups if roster.groups is not None else [0] * roster.n
    own = [
        unit for units in rounds for unit in seated(units) if len({labels[person] for person in unit}) == 1
    ]
    return Counter(person for unit in own for person in unit)


def may_talk(roster: Roster, a: int, b: int) -> bool:
    languages, places = roster.languages, roster.places
    if languages is not None and languages[a] and languages[b] and not languages[a] & languages[b]:
        return False
    return (
        places is None or roster.mix_places or not places[a] or not places[b] or bool(places[a] & places[b])
    )


def weights(roster: Roster) -> list[int]:
    """What a mixed unit counts for each attribute: weights only mean something beside each other."""
    return [1] if len(roster.attributes) == 1 else [weight for _, weight in roster.attributes]


def assert_seated(roster: Roster, units: Units) -> set[int]:
    """Everyone seated is present, once, with company, and never with whom they must not meet; answers who is not."""
    rows = seated(units)
    people = [person for unit in rows for person in unit]
    assert len(people) == len(set(people))
    assert all(roster.present[person] for person in people)
    assert all(len(unit) > 1 for unit in rows)
    apart = {frozenset(couple) for couple in roster.apart.tolist()}
    assert not any(frozenset(couple) in apart for unit in rows for couple in combinations(unit, 2))
    return {person for person in range(roster.n) if roster.present[person]} - set(people)


def assert_true(
    roster: Roster, made: Plan, played: Sequence[Units] = (), met: Sequence[Sequence[int]] = ()
) -> None:
    """The facts are what one counts, and whoever has nobody to talk with is named."""
    for number, (units, facts) in enumerate(zip(made.rounds, made.certificate, strict=True)):
        rows, named = seated(units), set(facts.lost())
        assert assert_seated(roster, units) <= named
        assert {one for unit in rows for one in unit if is_lost(roster, unit, one)} <= named
        assert all(roster.present[one] for one in named)
        earlier = set(meetings([*played, *made.rounds[:number]]))
        now = meetings([units])
        assert facts.units == len(rows)
        assert facts.trios == sum(len(unit) == 3 for unit in rows)
        assert facts.repeats == len(earlier & set(now))
        assert facts.met_before == len({(min(a, b), max(a, b)) for a, b in met} & set(now))
        assert facts.cross_units == sum(mix(roster, unit) for unit in rows)
        assert facts.cross_pairs == sum(mix(roster, pair) for pair in now)
        assert 0 <= facts.gap == facts.bound - facts.cross_units
    everything = [*played, *made.rounds]
    assert made.trio_max == max(
        (trios(everything)[one] for one in range(roster.n) if roster.present[one]), default=0
    )
    own = inside(roster, everything) if roster.groups is not None else Counter[int]()
    assert made.in_group_max == max((own[one] for one in range(roster.n) if roster.present[one]), default=0)


def is_lost(roster: Roster, unit: Unit, one: int) -> bool:
    """Whether somebody has nobody in their unit to talk with."""
    return not any(may_talk(roster, one, other) for other in unit if other != one)


def mix(roster: Roster, unit: Sequence[int]) -> int:
    """What these people count for mixing: the weights of all attributes in which they differ."""
    return sum(
        weight * (len({int(labels[one]) for one in unit}) > 1)
        for (labels, _), weight in zip(roster.attributes, weights(roster), strict=True)
    )


def fewest_repeats(n: int, rounds: int) -> int:
    """By trying everything."""
    ways = list(_ways(tuple(range(n))))
    return min(_again(choice) for choice in combinations_with_replacement(ways, rounds))


def _again(choice: Sequence[list[Unit]]) -> int:
    met = [couple for way in choice for unit in way for couple in combinations(unit, 2)]
    return len(met) - len(set(met))


def _ways(people: Unit) -> Iterator[list[Unit]]:
    """All ways to make pairs, and one trio if their number is odd."""
    if not people:
        yield []
        return
    first, others = people[0], people[1:]
    sizes = (1, 2) if len(people) % 2 else (1,)
    for size in sizes:
        for company in combinations(others, size):
            if len(others) - size == 1:
                continue
            for way in _ways(tuple(person for person in others if person not in company)):
                yield [(first, *company), *way]
