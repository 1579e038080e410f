"""All rounds of a circle at once: a bound that no plan passes, and rounds that mostly reach it."""

from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.pairs.exhaustive import allowed, score
from tests.pairs.referee import mix, repeats, seated, trios
from tests.pairs.rosters import SEEDS, column
from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.at_once import at_once
from tingsha.pairs.engine.floor import Floor
from tingsha.pairs.plan import NOBODY, plan
from tingsha.pairs.roster import Attribute, Roster, Units

ROUNDS = 2


@st.composite
def small_circles(draw: st.DrawFn) -> Roster:
    """Six to eight people whom nothing divides, with one to three weighted attributes."""
    n = draw(st.integers(6, 8))
    attributes = [
        Attribute(np.array(draw(column(n, [0, 0, 1, 2])), np.int32), weight)
        for weight in draw(st.sampled_from([(1,), (2, 1), (4, 2, 1)]))
    ]
    return Roster(n, attributes, None, None, np.ones(n, np.bool_), np.empty((0, 2), np.int64))


def mixed(people: Roster, rounds: list[Units]) -> int:
    return sum(mix(people, unit) for units in rounds for unit in seated(units))


def seven(*columns: list[int]) -> Roster:
    attributes = [Attribute(np.array(labels, np.int32), 2 - at) for at, labels in enumerate(columns)]
    return Roster(7, attributes, None, None, np.ones(7, np.bool_), np.empty((0, 2), np.int64))


# The fourth goes with anybody, and would have to be in both trios for all to be mixed.
@example(seven([0, 0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1]), 0)
@settings(max_examples=20)
@given(small_circles(), SEEDS)
def test_no_plan_is_better_than_what_is_proven(people: Roster, seed: int) -> None:
    floor = Floor.of(people, [], NOBODY)
    (circle,) = floor.groups
    made = at_once(floor.cost, circle, ROUNDS, Chance(seed))
    if people.n == 7:
        assert circle.together is None, (
            "of seven somebody sits in both trios, and a factor says nothing of that"
        )
        return
    assert circle.together is not None
    scores = [score(people, two) for two in combinations_with_replacement(allowed(people), ROUNDS)]
    # Without a repeat, and nobody in two trios: both weigh more than any mixing.
    most = max(-each[-2] for each in scores if not any(each[3:-2]))
    assert most <= circle.together
    assume(made)
    assert repeats(made) == 0
    assert mixed(people, made) <= most


@pytest.mark.at_length
def test_where_few_can_talk_with_each_other_it_is_proven_best_all_the_same() -> None:
    """Fourteen online, half of whom share no language with the rest: no single round says what three can reach."""
    draw = np.random.Generator(np.random.PCG64(3))
    n = 14
    people = Roster(
        n=n,
        attributes=[Attribute(draw.integers(0, 3, n).astype(np.int32), weight) for weight in (4, 2, 1)],
        languages=draw.choice(np.array([1, 1, 2, 3], np.uint64), n),
        places=None,
        present=np.ones(n, np.bool_),
        apart=np.empty((0, 2), np.int64),
    )
    made = plan(people, 3, 5)
    assert repeats(made.rounds) == 0
    assert sum(facts.gap for facts in made.certificate) == 0


@pytest.mark.at_length
def test_a_small_circle_beside_a_large_one_reaches_what_is_possible() -> None:
    n = 60
    draw = np.random.Generator(np.random.PCG64(n))
    labels = draw.integers(0, 4, (2, n)).astype(np.int32)
    people = Roster(
        n=n,
        attributes=[Attribute(labels[0], 3), Attribute(labels[1], 1)],
        languages=draw.choice(np.array([1, 1, 1, 2, 3], np.uint64), n),
        places=np.where(np.arange(n) < 16, 2, 1).astype(np.uint8),
        present=np.ones(n, np.bool_),
        apart=np.empty((0, 2), np.int64),
    )
    made = plan(people, 3, 5)
    assert repeats(made.rounds) == 0
    assert not trios(made.rounds)
    assert sum(facts.gap for facts in made.certificate) == 0
