"""What is wrong with two people meeting, as one number: graver wrongs weigh more than all lighter ones
together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.met import Met
from tingsha.pairs.roster import Bools, Ints, Roster

APART = 1 << 56
MISFIT = 1 << 48
REPEAT = 1 << 38
TWICE = 1 << 32
SAME = 1 << 22


@dataclass
class Cost:
    """The cost of meetings in one round; columns over the people of the roster.

    inside: rounds so far in a unit of one group only; trios: rounds so far in a trio.
    """

    labels: Ints
    tongues: NDArray[np.uint64]
    grounds: NDArray[np.uint8]
    apart: Met
    met: Met
    inside: Ints
    trios: Ints

    @classmethod
    def of(cls, roster: Roster, met: Met) -> "Cost":
        apart = Met.couples(roster.n, roster.apart.reshape(-1, 2).astype(np.int64))
        none = np.zeros(roster.n, np.int64)
        return cls(roster.labels(), roster.tongues(), roster.grounds(), apart, met, none, none.copy())

    def fits(self, a: Ints, b: Ints) -> Bools:
        """Whether they share a language and a place."""
        return ((self.tongues[a] & self.tongues[b]) != 0) & ((self.grounds[a] & self.grounds[b]) != 0)

    def pair(self, a: Ints, b: Ints) -> Ints:
        """Cost of each couple, int64; in-group rounds go to those who had fewest (`fair`), below all else."""
        cost = SAME * (self.labels[a] == self.labels[b]) + MISFIT * ~self.fits(a, b)
        cost += REPEAT * self.met.has(a, b)
        cost += APART * self.apart.has(a, b)
        return cost.astype(np.int64)

    def fair(self, a: Ints, b: Ints) -> Ints:
        """How many in-group rounds the people of an in-group couple had before, int64."""
        return (self.labels[a] == self.labels[b]) * (self.inside[a] + self.inside[b])

    def third(self, c: Ints, a: Ints, b: Ints) -> Ints:
        """Cost of c joining the pair (a, b), int64: both meetings, second trios, no language common to all
        three."""
        common = (self.tongues[a] & self.tongues[b] & self.tongues[c]) != 0
        common &= (self.grounds[a] & self.grounds[b] & self.grounds[c]) != 0
        alone = self.fits(a, b) & ~common
        again = (self.trios[a] > 0).astype(np.int64) + (self.trios[b] > 0) + (self.trios[c] > 0)
        return self.pair(a, c) + self.pair(b, c) + MISFIT * alone + TWICE * again
