"""Cards stay right when people stay away or come besides: the rule on the card, followed by people who see no plan.

Everybody goes to the spot on their card. Whoever is alone there goes to the meeting post, and takes somebody whose card
names the same spot in no round, and whom they have not met. Whom nobody fits joins two who talk, by the same rule.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pairs.rosters import roster
from tingsha.pairs.plan import plan

Unit = list[int]


@dataclass
class Hall:
    """A room of people who hold cards. `spots`: what each card says, per round; "" is the meeting post."""

    spots: list[list[str]]
    chance: Random
    met: Counter[frozenset[int]] = field(default_factory=Counter[frozenset[int]])

    def fit(self, one: int, other: int) -> bool:
        """What two people can see: their cards side by side, and what they wrote on them."""
        shared = any(a and a == b for a, b in zip(self.spots[one], self.spots[other], strict=True))
        return not shared and not self.met[frozenset((one, other))]

    def play(self, round_: int, present: Sequence[int]) -> list[Unit]:
        standing: dict[str, Unit] = {}
        for person in present:
            standing.setdefault(self.spots[person][round_] or f"post {person}", []).append(person)
        units = [unit for unit in standing.values() if len(unit) > 1]
        units += self.at_the_post([unit[0] for unit in standing.values() if len(unit) == 1], units)
        self.met.update(frozenset(couple) for unit in units for couple in combinations(unit, 2))
        return units

    def at_the_post(self, alone: Unit, units: list[Unit]) -> Iterator[Unit]:
        self.chance.shuffle(alone)
        pairs: list[Unit] = []
        while alone:
            one = alone.pop()
            other = next((each for each in alone if self.fit(one, each)), None)
            if other is None and (pairs or units):
                self.join(one, [*pairs, *units])
            else:
                # Better somebody again than nobody.
                other = alone[-1] if other is None else other
                alone.remove(other)
                pairs.append([one, other])
        yield from pairs

    def join(self, one: int, units: list[Unit]) -> None:
        self.chance.shuffle(units)
        pairs = [unit for unit in units if len(unit) == 2]
        welcome = [unit for unit in pairs if all(self.fit(one, each) for each in unit)]
        (welcome or pairs or units)[0].append(one)


def cards_of(n: int, rounds: int, seed: int, spare: int) -> list[list[str]]:
    """The spots of a plan, and spare cards without any."""
    spots = [[""] * rounds for _ in range(n + spare)]
    for at, units in enumerate(plan(roster(n, groups=[i % 3 for i in range(n)]), rounds, seed).rounds):
        for row in np.flatnonzero((units >= 0).sum(1) > 1):
            for person in units[row][units[row] >= 0]:
                spots[person][at] = str(row + 1)
    return spots


def evening(n: int, rounds: int, away: int, besides: int, seed: int) -> tuple[Hall, list[list[Unit]]]:
    """Some stay away, some come besides; those take the cards of the absent first, then spare ones."""
    chance = Random(seed)
    absent = chance.sample(range(n), away)
    taken, spare = absent[:besides], max(0, besides - away)
    hall = Hall(cards_of(n, rounds, seed, spare), chance)
    present = [one for one in range(n) if one not in absent] + taken + list(range(n, n + spare))
    return hall, [hall.play(round_, present) for round_ in range(rounds)]


@given(
    n=st.integers(13, 60), rounds=st.integers(1, 4), away=st.integers(0, 30), besides=st.integers(0, 12),
    seed=st.integers(0, 2**32),
)  # fmt: skip
def test_whoever_stays_away_or_comes_besides_nobody_is_alone(
    n: int, rounds: int, away: int, besides: int, seed: int
) -> None:
    away = min(away, n - 4)
    _, rounds_ = evening(n, rounds, away, besides, seed)
    for units in rounds_:
        here = [one for unit in units for one in unit]
        assert len(here) == len(set(here)) == n - away + besides
        assert all(len(unit) > 1 for unit in units)


@given(
    n=st.integers(24, 80), share=st.floats(0, 0.3), besides=st.integers(0, 10), seed=st.integers(0, 2**32)
)  # fmt: skip
def test_with_three_rounds_and_up_to_a_third_away_nobody_meets_twice(
    n: int, share: float, besides: int, seed: int
) -> None:
    hall, rounds_ = evening(n, 3, int(share * n), besides, seed)
    assert max(hall.met.values()) == 1
    assert all(len(unit) <= 3 for units in rounds_ for unit in units)


@given(n=st.integers(8, 60), seed=st.integers(0, 2**32))
def test_when_everybody_comes_the_cards_are_the_plan(n: int, seed: int) -> None:
    hall, rounds_ = evening(n, 3, 0, 0, seed)
    for at, units in enumerate(rounds_):
        for unit in units:
            assert len({hall.spots[one][at] for one in unit}) == 1


@pytest.mark.parametrize("seed", range(5))
def test_without_the_rule_some_would_meet_again(seed: int) -> None:
    """Were the cards not compared, a pair made at the post would spoil one that was planned."""
    again = 0
    for turn in range(40):
        hall = Hall(cards_of(30, 3, seed, 0), Random(turn))
        hall.fit = lambda one, other, met=hall.met: not met[frozenset((one, other))]  # type: ignore[method-assign]
        present = Random(seed * 100 + turn).sample(range(30), 20)
        for round_ in range(3):
            hall.play(round_, present)
        again += sum(count - 1 for count in hall.met.values())
    assert again > 0
