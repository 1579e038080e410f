"""Rosters that are hard on an engine: whatever they are, the laws hold and the facts are true."""

import numpy as np
import pytest

from tests.pairs.nasty import nasty
from tests.pairs.referee import assert_true
from tingsha.pairs.plan import Plan, plan


@pytest.mark.at_length
def test_the_laws_hold_and_the_facts_are_true(request: pytest.FixtureRequest) -> None:
    for seed in range(int(request.config.getoption("--rosters") or 0)):
        examine(seed, seed % 3 + 1, most=30)


@pytest.mark.at_length
@pytest.mark.parametrize("seed", range(900, 916))
def test_so_they_do_after_rounds_played_and_with_larger_crowds(seed: int) -> None:
    examine(seed, seed % 5 + 1, most=150, before=seed % 3)


def examine(seed: int, rounds: int, most: int, before: int = 0) -> Plan:
    people, met = nasty(seed, most=most)
    played = plan(people, before, seed + 1, met=met).rounds
    made = plan(people, rounds, seed, played, met)
    try:
        assert_true(people, made, played, met.tolist())
    except AssertionError as wrong:
        wrong.add_note(f"roster {seed}, {rounds} rounds after {before}")
        raise
    return made


@pytest.mark.at_length
@pytest.mark.parametrize("seed", range(40, 60))
def test_the_same_seed_gives_the_same_plan(seed: int) -> None:
    one, other = examine(seed, 2, most=60), examine(seed, 2, most=60)
    assert all(np.array_equal(a, b) for a, b in zip(one.rounds, other.rounds, strict=True))
