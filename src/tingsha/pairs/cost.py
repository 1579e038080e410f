"""What is wrong with people meeting, as one number: fields of bits, the graver wrong in the higher field, so that
graver wrongs weigh more than all lighter ones together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.met import Met
from tingsha.pairs.roster import Attribute, Bools, Ints, Roster

APART = 1 << 58
CROWD = 1 << 54
"""A unit of four."""
MISFIT = 1 << 49
REPEAT = 1 << 44
TWICE = 1 << 40
UNMIXED = 1 << 26
"""A whole unit of one label, times the weight of that attribute …"""
ALIKE = 1 << 12
"""… and two in a trio who share a label, beyond that. Each field holds what four units can have of it."""
BEFORE = 1 << 8
FAIREST = 63
HEAVIEST = 1000
"""All weights together are at most this."""


@dataclass
class Cost:
    """The cost of meetings in one round; columns over the people of the roster.

    met: couples of earlier rounds; before: couples of earlier gatherings;
    inside: rounds so far in a unit of one group only; trios: rounds so far in a trio.
    """

    traits: list[Attribute]
    tongues: NDArray[np.uint64]
    grounds: NDArray[np.uint8]
    apart: Met
    met: Met
    before: Met
    inside: Ints
    trios: Ints

    @classmethod
    def of(cls, roster: Roster, met: Met, before: Met | None = None) -> "Cost":
        apart = Met.couples(roster.n, roster.apart.reshape(-1, 2).astype(np.int64))
        none = np.zeros(roster.n, np.int64)
        before = before or Met(roster.n, np.empty(0, np.int64))
        return cls(
            roster.traits(), roster.tongues(), roster.grounds(), apart, met, before, none, none.copy()
        )  # fmt: skip

    @property
    def labels(self) -> NDArray[np.int32]:
        """Labels of the first attribute; all 0 when there is none."""
        return self.traits[0].labels if self.traits else np.zeros(self.inside.size, np.int32)

    def fits(self, a: Ints, b: Ints) -> Bools:
        """Whether they share a language and a place."""
        return ((self.tongues[a] & self.tongues[b]) != 0) & ((self.grounds[a] & self.grounds[b]) != 0)

    def pair(self, a: Ints, b: Ints) -> Ints:
        """Cost of each couple as a pair, int64."""
        return self.known(a, b) + self.alike(a, b)

    def known(self, a: Ints, b: Ints) -> Ints:
        """Cost of each couple but for their labels, int64."""
        cost = MISFIT * ~self.fits(a, b) + REPEAT * self.met.has(a, b) + BEFORE * self.before.has(a, b)
        cost += APART * self.apart.has(a, b)
        return cost.astype(np.int64)

    def alike(self, a: Ints, b: Ints) -> Ints:
        """Cost of a pair's shared labels, int64."""
        cost = np.zeros(a.shape, np.int64)
        for labels, weight in self.traits:
            cost += (UNMIXED * weight) * (labels[a] == labels[b])
        return cost

    def fair(self, a: Ints, b: Ints) -> Ints:
        """How many in-group rounds the people of an in-group couple had before, int64; below all costs."""
        if not self.traits:
            return np.zeros(a.shape, np.int64)
        labels = self.traits[0].labels
        return (labels[a] == labels[b]) * np.minimum(self.inside[a] + self.inside[b], FAIREST)

    def third(self, c: Ints, a: Ints, b: Ints) -> Ints:
        """Cost of c joining the pair (a, b), int64: both meetings, second trios, no language common to all
        three; less what the pair alone cost for labels the three do not share."""
        common = (self.tongues[a] & self.tongues[b] & self.tongues[c]) != 0
        common &= (self.grounds[a] & self.grounds[b] & self.grounds[c]) != 0
        lost = self.fits(a, b) & ~common
        again = (self.trios[a] > 0).astype(np.int64) + (self.trios[b] > 0) + (self.trios[c] > 0)
        cost = self.known(a, c) + self.known(b, c) + MISFIT * lost + TWICE * again
        for labels, weight in self.traits:
            ab, ac, bc = labels[a] == labels[b], labels[a] == labels[c], labels[b] == labels[c]
            cost += (ALIKE * weight) * (2 * (ab & ac) + (ac & ~ab) + (bc & ~ab))
            cost -= ((UNMIXED - ALIKE) * weight) * (ab & ~ac)
        return cost
