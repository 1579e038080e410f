"""Three ways to find each other, each until everybody has: when did each person stand with theirs?"""

from collections.abc import Callable
from typing import Final

import numpy as np

from benchmarks.walking.hall import STEP_S, Bools, Floats, Hall, Ints
from tingsha.pairs.beacon import COLOURS
from tingsha.pairs.roster import Units, as_units
from tingsha.pairs.spots import Spots, proposed_grid
from tingsha.pairs.standing import stand

ROUNDS: Final = 3
GIVE_UP_S: Final = 600.0
BESIDE_M: Final = 1.5
SIGN_M: Final = 10.0
"""A shape of 6.5 cm is 22 minutes of arc at ten metres: twice what eyes of half the normal sharpness need."""
LOOKS_A_SECOND: Final = 4.0
"""Eyes rest about a quarter of a second on each thing (Rayner 1998), and search by colour first (Wolfe 1994)."""
FACE_M: Final = 5.0
HAND_M: Final = 15.0
"""How far one sees that somebody is still free: by their face, and by a raised hand over all heads."""
HANDS_UP_S: Final = 10.0
HESITATE_S: Final = 1.5
KNOWN: Final = 0.3
ANYBODY_S: Final = 20.0
"""Our own guess: three in ten of those nearby are no strangers, and are passed by, until little time is left."""
READ_S: Final = 2.0
DAWDLE_S: Final = 2.5
"""Our own guesses: how long before one walks, at the least, and on average beyond that."""


def _sets_off(hall: Hall) -> Floats:
    return READ_S + hall.chance.exponential(DAWDLE_S, hall.n)


def _pairs(hall: Hall) -> Units:
    return as_units(hall.chance.permutation(hall.n - hall.n % 2).reshape(-1, 2).tolist())


def _partners(units: Units, n: int) -> Ints:
    partner = np.arange(n)
    partner[units[:, 0]], partner[units[:, 1]] = units[:, 1], units[:, 0]
    return partner


def by_grid(hall: Hall) -> Floats:
    """Phones name a place in a grid: everybody walks there; seconds until both stand there, the slowest round."""
    rows, columns = proposed_grid(hall.n // 2)
    spots, places = Spots(rows * columns, columns), hall.grid(rows, columns)
    rounds = [_pairs(hall) for _ in range(ROUNDS)]
    laid = stand(rounds, spots, np.ones(hall.n, np.bool_), int(hall.chance.integers(2**62)))
    took = [_to_spots(hall, units, places) for units in laid]
    return max(took, key=lambda each: float(np.quantile(each, 0.95)))


def _to_spots(hall: Hall, units: Units, places: Floats) -> Floats:
    to, leaves = hall.at.copy(), _sets_off(hall)
    for column in (0, 1):
        to[units[:, column]] = places[np.arange(len(units))]
    arrived = np.full(hall.n, np.inf)
    now = 0.0
    while np.isinf(arrived).any() and now < GIVE_UP_S:
        now += STEP_S
        left = hall.walk((leaves <= now) & np.isinf(arrived), to, hall.density())
        arrived[np.isinf(arrived) & (leaves <= now) & (left < BESIDE_M / 2)] = now
    return np.maximum(arrived, arrived[_partners(units, hall.n)])


def by_signs(hall: Hall) -> Floats:
    """Phones show a sign, and no place is laid: people stroll and look about until one sees the other's."""
    units, leaves = _pairs(hall), _sets_off(hall)
    partner = _partners(units, hall.n)
    goal, together = hall.somewhere(hall.n), np.full(hall.n, np.inf)
    sees: Bools = partner == np.arange(hall.n)
    together[sees] = 0.0
    now = 0.0
    while np.isinf(together).any() and now < GIVE_UP_S:
        now += STEP_S
        density = hall.density()
        apart = np.hypot(*(hall.at - hall.at[partner]).T)
        alike = np.minimum(hall.n, density * np.pi * SIGN_M**2) / len(COLOURS)
        chance = LOOKS_A_SECOND * STEP_S / np.maximum(1.0, alike)
        spotted = (apart < SIGN_M) & (leaves <= now) & (hall.chance.random(hall.n) < chance)
        sees |= spotted | (spotted[partner] & (apart < SIGN_M))
        towards = np.where(sees[:, None], hall.at[partner], goal)
        left = hall.walk((leaves <= now) & np.isinf(together), towards, density)
        there = ~sees & (left < 1.0)
        goal[there] = hall.somewhere(int(there.sum()))
        met = np.isinf(together) & sees & (np.hypot(*(hall.at - hall.at[partner]).T) < BESIDE_M)
        together[met | (met[partner] & np.isinf(together))] = now
    return together


def freely(hall: Hall) -> Floats:
    """Everybody looks for somebody free: the nearest in sight, by the face and later by a raised hand."""
    leaves, together = _sets_off(hall), np.full(hall.n, np.inf)
    if hall.n % 2:
        together[0] = 0.0
    goal, now = hall.somewhere(hall.n), 0.0
    while np.isinf(together).any() and now < GIVE_UP_S:
        now += STEP_S
        free = np.flatnonzero(np.isinf(together) & (leaves <= now))
        if free.size > 1:
            nearest, apart = _nearest(hall.at[free], free, KNOWN if now < ANYBODY_S else 0.0)
            sight = FACE_M if now < HANDS_UP_S else HAND_M
            seen = apart < sight
            goal[free[seen]] = hall.at[free[nearest[seen]]]
            mutual = (nearest[nearest] == np.arange(free.size)) & (apart < BESIDE_M)
            together[free[mutual]] = now + HESITATE_S
        left = hall.walk(np.isinf(together) & (leaves <= now), goal, hall.density())
        idle = np.isinf(together) & (left < 0.3)
        goal[idle] = hall.somewhere(int(idle.sum()))
    return together


def _nearest(at: Floats, who: Ints, known: float) -> tuple[Ints, Floats]:
    """The nearest stranger of each, and how far away; a strip at a time, for memory's sake."""
    strip = max(1, 4_000_000 // len(at))
    nearest, apart = np.empty(len(at), np.int64), np.empty(len(at))
    for start in range(0, len(at), strip):
        here = slice(start, start + strip)
        far = (at[here, None, 0] - at[None, :, 0]) ** 2 + (at[here, None, 1] - at[None, :, 1]) ** 2
        # Whether two know each other is their numbers' own lot: the same whenever they are asked.
        far[
            (who[here, None] * who[None, :] * 0x9E3779B1 + who[here, None] + who[None, :]) % 97 < 97 * known
        ] = np.inf
        far[np.arange(len(far)), np.arange(start, start + len(far))] = np.inf
        nearest[here] = far.argmin(1)
        apart[here] = np.sqrt(far[np.arange(len(far)), nearest[here]])
    return nearest, apart


WAYS: Final[dict[str, Callable[[Hall], Floats]]] = {"grid": by_grid, "signs": by_signs, "free": freely}
