"""What is wrong with people meeting, as one number: fields of bits, the graver wrong in the higher field, so that
graver wrongs weigh more than all lighter ones together."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.engine.met import Met, Rounds
from tingsha.pairs.engine.types import Types
from tingsha.pairs.roster import Attribute, Bools, Ints, Roster

APART: Final = 1 << 58
CROWD: Final = 1 << 54
"""A unit of four."""
MISFIT: Final = 1 << 49
REPEAT: Final = 1 << 44
TWICE: Final = 1 << 40
UNMIXED: Final = 1 << 26
"""A whole unit of one label, times the weight of that attribute …"""
ALIKE: Final = 1 << 12
"""… and two in a trio who share a label, beyond that. Each field holds what four units can have of it."""
BEFORE: Final = 1 << 8
FAIREST: Final = 63


@dataclass
class Cost:
    """The cost of meetings in one round; columns over the people of the roster, and one for person n.

    That is nobody: whoever is paired with nobody becomes the third of a trio. Languages and places are None where
    they divide no one. met: couples of earlier rounds; before: couples of earlier gatherings;
    inside: rounds so far in a unit of one group only; trios: rounds so far in a trio.
    """

    n: int
    traits: list[Attribute]
    tongues: NDArray[np.uint64] | None
    grounds: NDArray[np.uint8] | None
    apart: Met
    met: Rounds
    before: Met
    inside: Ints
    trios: Ints
    types: Types | None = None

    @classmethod
    def of(cls, roster: Roster, met: Rounds, before: Met | None = None) -> "Cost":
        n = roster.n
        traits = [Attribute(np.append(labels, np.int32(-1)), weight) for labels, weight in roster.traits()]
        tongues = None if roster.languages is None else np.append(roster.tongues(), np.uint64((1 << 64) - 1))
        open_ground = roster.places is None or roster.mix_places
        grounds = None if open_ground else np.append(roster.grounds(), np.uint8(3))
        apart = Met.couples(n + 1, roster.apart.reshape(-1, 2))
        before = before or Met.nobody(n + 1)
        return cls(
            n,
            traits,
            tongues,
            grounds,
            apart,
            met,
            before,
            np.zeros(n + 1, np.int64),
            np.zeros(n + 1, np.int64),
        )

    def fits(self, a: Ints, b: Ints) -> Bools:
        """Whether they share a language and a place."""
        fit = np.ones(a.shape, np.bool_)
        if self.tongues is not None:
            fit &= (self.tongues[a] & self.tongues[b]) != 0
        if self.grounds is not None:
            fit &= (self.grounds[a] & self.grounds[b]) != 0
        return fit

    def fit_all(self, a: Ints, b: Ints, c: Ints) -> Bools:
        """Whether the three share a language and a place."""
        fit = np.ones(a.shape, np.bool_)
        if self.tongues is not None:
            fit &= (self.tongues[a] & self.tongues[b] & self.tongues[c]) != 0
        if self.grounds is not None:
            fit &= (self.grounds[a] & self.grounds[b] & self.grounds[c]) != 0
        return fit

    def pair(self, a: Ints, b: Ints) -> Ints:
        """Cost of each couple as a pair, int64."""
        return self.lasting(a, b) + self.passing(a, b)

    def lasting(self, a: Ints, b: Ints) -> Ints:
        """What never changes and is the same for everybody of a type: labels, languages, place."""
        cost = np.zeros(a.shape, np.int64)
        for labels, weight in self.traits:
            cost += np.multiply(labels[a] == labels[b], UNMIXED * weight, dtype=np.int64)
        return cost + self.misfit(a, b)

    def misfit(self, a: Ints, b: Ints) -> Ints:
        return np.multiply(~self.fits(a, b), MISFIT, dtype=np.int64)

    def passing(self, a: Ints, b: Ints) -> Ints:
        """What depends on who they are and whom they met."""
        cost = np.multiply(self.met.has(a, b), REPEAT, dtype=np.int64)
        if self.apart.keys.size:
            cost += APART * self.apart.has(a, b)
        if self.before.keys.size:
            cost += BEFORE * self.before.has(a, b)
        return cost

    def fair(self, a: Ints, b: Ints) -> Ints:
        """How many in-group rounds the people of an in-group couple had before, int64; below all costs."""
        if not self.traits:
            return np.zeros(a.shape, np.int64)
        labels = self.traits[0].labels
        return (labels[a] == labels[b]) * np.minimum(self.inside[a] + self.inside[b], FAIREST)

    def third(self, c: Ints, a: Ints, b: Ints) -> Ints:
        """Cost of c joining the pair (a, b), int64: both meetings, second trios, no language common to all
        three; less what the pair alone cost for labels the three do not share, and never below 0."""
        lost = self.fits(a, b) & ~self.fit_all(a, b, c)
        again = self.again(a) + self.again(b) + self.again(c)
        cost = self.passing(a, c) + self.passing(b, c) + self.misfit(a, c) + self.misfit(b, c)
        cost += MISFIT * lost + TWICE * again
        cost += UNMIXED * sum(weight for _, weight in self.traits)
        for labels, weight in self.traits:
            ab, ac, bc = labels[a] == labels[b], labels[a] == labels[c], labels[b] == labels[c]
            cost += (ALIKE * weight) * (2 * (ab & ac) + (ac & ~ab) + (bc & ~ab))
            cost -= ((UNMIXED - ALIKE) * weight) * (ab & ~ac)
        return cost

    def again(self, a: Ints) -> Ints:
        """How wrong it is that somebody is in a trio once more: a third time is worse than that three are a second."""
        return np.minimum(self.trios[a], 1) + 3 * (self.trios[a] > 1)

    def after(self, units: "NDArray[np.int32]") -> "Cost":
        """The cost once this round has been too."""
        inside, trios = self.inside.copy(), self.trios.copy()
        trio = units[units[:, 2] >= 0]
        trios[trio[trio >= 0]] += 1
        if self.traits:
            own = units[~mixed(self.traits[0].labels, units)]
            inside[own[own >= 0]] += 1
        return replace(self, met=self.met.also(units), inside=inside, trios=trios)


def mixed(labels: NDArray[np.int32], units: NDArray[np.int32]) -> Bools:
    """Which units have more than one label, bool[u]."""
    first = labels[units[:, 0]]
    differ = (labels[units[:, 1]] != first) & (units[:, 1] >= 0)
    wide = np.flatnonzero(units[:, 2] >= 0)
    for column in range(2, units.shape[1]):
        there = wide[units[wide, column] >= 0]
        differ[there] |= labels[units[there, column]] != first[there]
    return differ
