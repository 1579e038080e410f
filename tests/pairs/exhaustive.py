"""The best rounds there are for a handful of people, by trying all; shares nothing with the engine."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement

from tests.pairs.referee import Unit, may_talk, mix
from tingsha.pairs.roster import Roster, Units

Way = tuple[Unit, ...]
Score = tuple[int, ...]


def score(roster: Roster, rounds: Sequence[Sequence[Unit]]) -> Score:
    """What is wrong with these rounds, by the objectives in their order: less is better."""
    met = Counter(pair for way in rounds for unit in way for pair in combinations(sorted(unit), 2))
    times = Counter(one for way in rounds for unit in way if len(unit) > 2 for one in unit).values()
    return (
        *(sum(each) for each in zip(*(hard(roster, way) for way in rounds), strict=True)),
        sum(count - 1 for count in met.values()),
        *(sum(count > most for count in times) for most in range(len(rounds), 0, -1)),
        -sum(mix(roster, unit) for way in rounds for unit in way),
        -sum(mix(roster, pair) * count for pair, count in met.items()),
    )


def hard(roster: Roster, way: Sequence[Unit]) -> Score:
    """Who is alone, who has nobody to talk with, how many trios."""
    seated = {one for unit in way for one in unit}
    alone = sum(bool(here) and one not in seated for one, here in enumerate(roster.present))
    return alone, sum(_strays(roster, unit) for unit in way), sum(len(unit) > 2 for unit in way)


def _strays(roster: Roster, unit: Unit) -> int:
    lonely = sum(not any(may_talk(roster, one, other) for other in unit if other != one) for one in unit)
    return lonely or (0 if _share(roster, unit) else len(unit))


def _share(roster: Roster, unit: Unit) -> bool:
    """Whether all of the unit have a language and a place in common."""
    tongues, grounds = (1 << 64) - 1, 3
    for one in unit:
        if roster.languages is not None and roster.languages[one]:
            tongues &= int(roster.languages[one])
        if roster.places is not None and roster.places[one] and not roster.mix_places:
            grounds &= int(roster.places[one])
    return tongues != 0 and grounds != 0


def best(roster: Roster, rounds: int) -> Score:
    """The best score of so many rounds."""
    return min(score(roster, choice) for choice in combinations_with_replacement(allowed(roster), rounds))


def allowed(roster: Roster) -> list[Way]:
    """The ways of spending a round that are least wrong by themselves, nobody with whom they must not meet."""
    apart = {frozenset(couple) for couple in roster.apart.tolist()}
    people = tuple(one for one, here in enumerate(roster.present) if here)
    ways = [
        way for way in partings(people)
        if not any(frozenset(pair) in apart for unit in way for pair in combinations(unit, 2))
    ]  # fmt: skip
    least = min(hard(roster, way) for way in ways)
    return [way for way in ways if hard(roster, way) == least]


def partings(people: Unit) -> Iterator[Way]:
    """All ways to put people alone (they then have no unit), in pairs and in trios."""
    if not people:
        yield ()
        return
    first, others = people[0], people[1:]
    yield from partings(others)
    for size in (1, 2):
        for company in combinations(others, size):
            for way in partings(tuple(one for one in others if one not in company)):
                yield ((first, *company), *way)


def as_ways(rounds: Sequence[Units]) -> list[list[Unit]]:
    return [[tuple(int(one) for one in row if one >= 0) for row in units if row[0] >= 0] for units in rounds]
