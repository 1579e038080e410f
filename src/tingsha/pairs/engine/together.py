"""A crowd: round by round, and where that got stuck, all rounds of a circle at once, and each anew beside the others.

Greedy rounds are safe while people are many beside the rounds: an even number n for n/2 rounds, an odd one for n/5."""

from collections.abc import Iterator

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.at_once import at_once
from tingsha.pairs.engine.exact import BEARABLE, prove
from tingsha.pairs.engine.facts import RoundFacts, held_together, round_facts
from tingsha.pairs.engine.floor import Floor
from tingsha.pairs.engine.one_round import pair_round
from tingsha.pairs.roster import Units, as_units

_TRIES = 60
_BEGINS = 2
_PATIENCE = {True: 3, False: 1}
"""For how many sweeps nothing need get better: for repeats and second trios longer than for mixing."""
Score = tuple[int, ...]


def crowd_plan(floor: Floor, rounds: int, chance: Chance) -> list[Units]:
    """All rounds for more than a handful of people."""
    made = _in_turn(floor, rounds, chance)
    if floor.n > BEARABLE:
        return made
    if _wanting(floor, made):
        for circle in floor.groups:
            prove(floor.cost, circle, chance)
        made = _each_circle_at_once(floor, made, chance)
    made, score = _beside_each_other(floor, made, chance)
    for begin in _begins(floor, rounds, chance):
        if not _grave(score):
            break
        made, score = min((made, score), _beside_each_other(floor, begin, chance), key=lambda each: each[1])
    return _each_circle_at_once(floor, made, chance) if _wanting(floor, made) else made


def _wanting(floor: Floor, made: list[Units]) -> bool:
    score, facts = _score(floor, made)
    return _grave(score) or sum(each.gap for each in facts) > 0


def _each_circle_at_once(floor: Floor, made: list[Units], chance: Chance) -> list[Units]:
    """Circles that are small enough with all their rounds made at once, where that is better."""
    if any(each.unresolved for each in _score(floor, made)[1]):
        return made
    for circle in floor.groups:
        rounds = at_once(floor.cost, circle, len(made), chance)
        if rounds:
            others = [units[~np.isin(units[:, 0], circle.people)] for units in made]
            anew = [np.concatenate([units, own]) for units, own in zip(others, rounds, strict=True)]
            anew = [units[chance.order(len(units))] for units in anew]
            made = min(made, anew, key=lambda each: _score(floor, each)[0])
    return made


def _begins(floor: Floor, rounds: int, chance: Chance) -> Iterator[list[Units]]:
    """Other plans to begin with, for when one leads to repeats or to second trios."""
    if _free(floor):
        yield _all_round(floor.n, rounds, chance)
    for _ in range(_BEGINS):
        yield _in_turn(floor, rounds, chance)


def _in_turn(floor: Floor, rounds: int, chance: Chance) -> list[Units]:
    made: list[Units] = []
    cost = floor.cost
    for _ in range(rounds):
        cost = cost.after(made[-1]) if made else cost
        made.append(pair_round(cost, floor.groups, floor.kinds, chance))
    return made


def _beside_each_other(floor: Floor, made: list[Units], chance: Chance) -> tuple[list[Units], Score]:
    """Each round anew beside all others, as long as that makes the whole better."""
    least, facts = _score(floor, made)
    patience, tries = _PATIENCE[_grave(least)], _TRIES
    while True:
        tries -= len(made)
        wanting = _grave(least) or sum(each.gap for each in facts) > 0
        if not wanting or len(made) < 2 or not patience or tries < 0:
            break
        patience -= 1
        for i in chance.order(len(made)).tolist():
            other = [*made[:i], _anew(floor, made, i, chance), *made[i + 1 :]]
            score, its_facts = _score(floor, other)
            patience = _PATIENCE[_grave(score)] if score < least else patience
            if score <= least:
                made, least, facts = other, score, its_facts
    return made, least


def _anew(floor: Floor, made: list[Units], i: int, chance: Chance) -> Units:
    cost = floor.cost
    for units in made[:i] + made[i + 1 :]:
        cost = cost.after(units)
    return pair_round(cost, floor.groups, floor.kinds, chance)


def _grave(score: Score) -> bool:
    """Whether people meet twice or are in a trio twice."""
    return any(score[3:7])


def _score(floor: Floor, made: list[Units]) -> tuple[Score, list[RoundFacts]]:
    """All that is wrong, the gravest first, and the facts of each round."""
    facts, cost = list[RoundFacts](), floor.cost
    for units in made:
        facts.append(round_facts(floor, cost, units))
        cost = cost.after(units)
    times = cost.trios
    facts, _ = held_together(floor, facts, tried=False)
    return (
        floor.n * len(made) - sum(int((units >= 0).sum()) for units in made),
        sum(len(each.lost()) for each in facts),
        sum(each.trios for each in facts),
        sum(each.repeats for each in facts),
        *(int((times > most).sum()) for most in (3, 2, 1)),
        -sum(each.cross_units for each in facts),
        -sum(each.cross_pairs for each in facts),
        sum(each.met_before for each in facts),
    ), facts


def _free(floor: Floor) -> bool:
    """Whether an even number of people may all meet each other."""
    cost = floor.cost
    return floor.n % 2 == 0 and len(floor.groups) == 1 and not cost.apart.keys.size and not cost.met.partner


def _all_round(n: int, rounds: int, chance: Chance) -> list[Units]:
    """Rounds in which everybody meets somebody new, for an even number: one stands still and the others go round, each
    meeting the person opposite (Kirkman 1847); from n rounds on it begins anew."""
    place = chance.order(n)
    turns = np.arange(1, n // 2)
    made: list[Units] = []
    for turn in chance.order(n - 1)[np.arange(rounds) % (n - 1)].tolist():
        opposite = [(n - 1, turn), *zip((turn + turns) % (n - 1), (turn - turns) % (n - 1), strict=True)]
        made.append(as_units(np.sort(place[np.array(opposite)], axis=1).tolist()))
    return made
