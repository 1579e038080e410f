"""Handfuls of up to twelve people beside a proven optimum: every objective in its order, by OR-tools' CP-SAT."""

from functools import cache
from importlib import import_module
from itertools import combinations
from typing import Any, Final

import numpy as np

from benchmarks.report import progress, tell
from tests.pairs.exhaustive import Score, Unit, as_ways, hard, score
from tests.pairs.nasty import nasty
from tests.pairs.referee import mix
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Roster

ROSTERS: Final = 60
PATIENCE: Final = 20.0
"""Seconds for one objective."""


def everything() -> None:
    """As many rosters for each number of people, one to three rounds; how many plans are as good as the optimum."""
    for n in range(2, 13):
        equal = undecided = 0
        for seed in range(ROSTERS):
            people = _roster(n, seed)
            rounds = 1 + seed % 3
            reached = score(people, as_ways(plan(people, rounds, seed).rounds))
            least = optimum(people, rounds)
            equal += reached == least
            undecided += least is None
            if least is not None and reached != least:
                progress(f"n {n}, roster {seed}, {rounds} rounds: {reached}, possible {least}")
        tell(
            bench="pairing",
            what="everything tried",
            people=n,
            rosters=ROSTERS,
            as_good=equal,
            undecided=undecided,
        )


def _roster(n: int, seed: int) -> Roster:
    roster, _ = nasty(seed * 100 + n, n, n)
    present = np.ones(n, np.bool_)
    return Roster(
        n, roster.attributes, roster.languages, roster.places, present, roster.apart, roster.mix_places
    )


@cache
def solving() -> Any:
    """CP-SAT, which is there for measuring only."""
    return import_module("ortools.sat.python.cp_model")


class _Model:
    """Which units there are in which round, and what is counted."""

    def __init__(self, roster: Roster, rounds: int) -> None:
        self.roster, self.rounds = roster, rounds
        self.model = solving().CpModel()
        apart = {frozenset(couple) for couple in roster.apart.tolist()}
        people = range(roster.n)
        self.units: list[Unit] = [
            unit for size in (2, 3) for unit in combinations(people, size)
            if not any(frozenset(pair) in apart for pair in combinations(unit, 2))
        ]  # fmt: skip
        self.there = [[self.model.new_bool_var("") for _ in self.units] for _ in range(rounds)]
        self.alone = [[self.model.new_bool_var("") for _ in people] for _ in range(rounds)]
        for there, alone in zip(self.there, self.alone, strict=True):
            for one in people:
                beside = [var for var, unit in zip(there, self.units, strict=True) if one in unit]
                self.model.add_exactly_one([*beside, alone[one]])

    def each(self, worth: "list[int]") -> Any:
        """A sum over all units there are."""
        return sum(solving().LinearExpr.weighted_sum(there, worth) for there in self.there)

    def beyond(self, holds: "list[bool]", most: int) -> Any:
        """How often more than `most` of the units with some property are there, beyond `most`."""
        many = sum(var for there in self.there for var, held in zip(there, holds, strict=True) if held)
        over = self.model.new_int_var(0, 3 * self.rounds, "")
        self.model.add(over >= many - most)
        return over

    def objectives(self) -> list[Any]:
        couples = list(combinations(range(self.roster.n), 2))
        repeats = sum(self.beyond([{a, b} <= {*unit} for unit in self.units], 1) for a, b in couples)
        return [
            sum(var for alone in self.alone for var in alone),
            self.each([hard(self.roster, [unit])[1] for unit in self.units]),
            self.each([int(len(unit) > 2) for unit in self.units]),
            repeats,
            *(self._crowded(most) for most in range(self.rounds, 0, -1)),
            self.each([-mix(self.roster, unit) for unit in self.units]),
            self.each(
                [-sum(mix(self.roster, pair) for pair in combinations(unit, 2)) for unit in self.units]
            ),
        ]

    def _crowded(self, most: int) -> Any:
        """How many people are in more than so many trios."""
        found: list[Any] = []
        for one in range(self.roster.n):
            more = self.model.new_bool_var("")
            over = self.beyond([len(unit) > 2 and one in unit for unit in self.units], most)
            self.model.add(over <= 3 * self.rounds * more)
            found.append(more)
        return sum(found)


def optimum(roster: Roster, rounds: int) -> Score | None:
    """The best score, one objective after the other. Each round is as good as a round can be, so the first three are
    those of the best single round; None when that takes too long."""
    built = _Model(roster, rounds)
    found: list[int] = []
    for objective in built.objectives():
        built.model.minimize(objective)
        solver = solving().CpSolver()
        solver.parameters.max_time_in_seconds = PATIENCE
        if solver.solve(built.model) != solving().OPTIMAL:
            return None
        found.append(round(solver.objective_value))
        built.model.add(objective == found[-1])
    return tuple(found)
