"""The floor: who is here to be paired, numbered from 0, and all that is known of them before a round."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tingsha.pairs.engine.bounds import Circle
from tingsha.pairs.engine.cost import Cost
from tingsha.pairs.engine.kinds import Kinds, circles, kinds
from tingsha.pairs.engine.met import Met, Rounds, members_first
from tingsha.pairs.engine.types import Types, types
from tingsha.pairs.roster import Ints, Roster, Units


@dataclass(frozen=True)
class Floor:
    """people: who they are on the roster; cost: of meetings in the next round; groups: circles that are paired by
    themselves."""

    people: Ints
    cost: Cost
    kinds: Kinds
    groups: list[Circle]

    @classmethod
    def of(cls, roster: Roster, played: Sequence[Units], met: Ints) -> "Floor":
        """Those present, after these rounds and the couples of earlier gatherings, int64[k, 2]."""
        people = np.flatnonzero(roster.present)
        number = np.full(roster.n + 1, -1, np.int32)
        number[people] = np.arange(people.size)
        here = roster if people.size == roster.n else roster.of(people)
        before = Met.couples(people.size + 1, met.reshape(-1, 2), number)
        cost = Cost.of(here, Rounds(people.size), before)
        for units in played:
            cost = cost.after(members_first(number[np.where(units < roster.n, units, -1)]))
        found = kinds(here)
        cost.types = _types(cost, found)
        return cls(people, cost, found, [Circle.of(cost.traits, each) for each in circles(found)])

    @property
    def n(self) -> int:
        return self.people.size

    def named(self, units: Units) -> Units:
        """Units of 0..n-1 as units of the roster's people."""
        if self.n and int(self.people[-1]) == self.n - 1:
            return units
        return np.append(self.people, -1).astype(np.int32)[units]


def _types(cost: Cost, found: Kinds) -> Types | None:
    columns = [found.of, *(labels[:-1] for labels, _ in cost.traits)]
    sizes = [found.count.size, *(int(labels.max(initial=0)) + 1 for labels, _ in cost.traits)]
    return types(columns, sizes) if cost.n else None
