"""Making many pairs better: two pairs exchange partners, and only pairs with something wrong look for an exchange."""

import numpy as np

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.bounds import Priced
from tingsha.pairs.engine.start import Couples
from tingsha.pairs.roster import Bools, Ints

_BATCH = 1 << 18
_MANY = 2048
_STRIDES = 10
_SWEEPS = 60
_TURNS = 120
_STALLS = 6


def settle(priced: Priced, couples: Couples, chance: Chance) -> None:
    """Exchange partners between pairs, in place, until nothing is wrong or no exchange helps."""
    _sweep(priced, couples, chance)
    _look_around(priced, couples, chance)


def _sweep(priced: Priced, couples: Couples, chance: Chance) -> None:
    """While many are wrong: each of them tries one other, in turn a wrong one and any one."""
    stalls = 0
    for sweep in range(_SWEEPS):
        wrong = np.flatnonzero(couples.wrong > 0)
        if wrong.size < _MANY or stalls > _STALLS:
            return
        here, there = _each_other(wrong, chance) if sweep % 2 == 0 else _anybody(couples, wrong, chance)
        made = _try(priced, couples, here, there)
        stalls = 0 if made * 50 > wrong.size else stalls + 1


def _each_other(wrong: Ints, chance: Chance) -> tuple[Ints, Ints]:
    """Each wrong pair with one some places further on, in blocks, so that nobody is asked twice."""
    strides = min(_STRIDES, wrong.size.bit_length() - 2)
    stride = 1 << int(chance.below(strides, 1)[0])
    blocks = wrong[: wrong.size // (2 * stride) * 2 * stride].reshape(-1, 2, stride)
    return blocks[:, 0].ravel(), blocks[:, 1].ravel()


def _anybody(couples: Couples, wrong: Ints, chance: Chance) -> tuple[Ints, Ints]:
    size = couples.first.size
    reach = min(size, 1 << _STRIDES) if couples.near else size
    there = (wrong + 1 + chance.below(reach - 1, wrong.size)) % size
    free = _apart(wrong, there, size)
    return wrong[free], there[free]


def _apart(here: Ints, there: Ints, size: int) -> Ints:
    """Those exchanges that share no pair with a later one."""
    number = np.arange(here.size)
    last = np.empty(size, np.int64)
    # One after the other, so that the last exchange keeps both its pairs.
    last[np.stack([here, there], axis=1).ravel()] = np.repeat(number, 2)
    return np.flatnonzero((last[here] == number) & (last[there] == number) & (here != there))


def _try(priced: Priced, couples: Couples, here: Ints, there: Ints) -> int:
    """Exchange where it gains and is not unfair; how many did."""
    a, b = couples.first[here], couples.second[here]
    x, y = couples.first[there], couples.second[there]
    ax, by, ay, bx = priced.wrong(a, x), priced.wrong(b, y), priced.wrong(a, y), priced.wrong(b, x)
    cross = ay + bx < ax + by
    after = np.where(cross, ay + bx, ax + by)
    best = np.flatnonzero(couples.wrong[here] + couples.wrong[there] > after)
    if priced.uneven:
        x_, y_ = np.where(cross, y, x)[best], np.where(cross, x, y)[best]
        best = best[_unfair(priced, a[best], b[best], x_, y_) <= 0]
    _exchange(couples, here[best], there[best], (a[best], b[best], x[best], y[best]), cross[best])
    couples.wrong[here[best]] = np.where(cross, ay, ax)[best]
    couples.wrong[there[best]] = np.where(cross, bx, by)[best]
    return best.size


def _unfair(priced: Priced, a: Ints, b: Ints, x: Ints, y: Ints) -> Ints:
    """How much less fair it is when a, b and x, y become a, x and b, y."""
    fair = priced.cost.fair
    return fair(a, x) + fair(b, y) - fair(a, b) - fair(x, y)


def _exchange(couples: Couples, here: Ints, there: Ints, people: tuple[Ints, ...], cross: Bools) -> None:
    a, b, x, y = people
    couples.first[here], couples.second[here] = a, np.where(cross, y, x)
    couples.first[there], couples.second[there] = b, np.where(cross, x, y)


def _look_around(priced: Priced, couples: Couples, chance: Chance) -> None:
    """When few are wrong: each looks at a few random others; the fewer there are left, the more it looks at, up to all
    of them."""
    size, width, stalls = couples.first.size, 2, 0
    for _ in range(_TURNS):
        wrong = np.flatnonzero(couples.wrong > 0)
        if not wrong.size or size < 2 or stalls > _STALLS:
            return
        if wrong.size > _BATCH:
            wrong = wrong[chance.order(wrong.size)[:_BATCH]]
        looks = max(1, min(size, width, _BATCH // wrong.size))
        made = _look(priced, couples, wrong, looks, chance)
        if made * 2 < wrong.size:
            width = min(width * 2, _BATCH)
        stalls = 0 if made else stalls + (10 if looks == size else 1)


def _look(priced: Priced, couples: Couples, wrong: Ints, looks: int, chance: Chance) -> int:
    """One look around by each wrong pair; how many exchanges were made."""
    here = np.repeat(wrong, looks)
    there = _others(couples, wrong, looks, chance)
    a, b = couples.first[here], couples.second[here]
    x, y = couples.first[there], couples.second[there]
    ax, by, ay, bx = priced.wrong(a, x), priced.wrong(b, y), priced.wrong(a, y), priced.wrong(b, x)
    cross = ay + bx < ax + by
    gain = couples.wrong[here] + couples.wrong[there] - np.where(cross, ay + bx, ax + by)
    unfair = _unfair(priced, a, b, np.where(cross, y, x), np.where(cross, x, y))
    gain[(here == there) | ((unfair > 0) & (looks < couples.first.size))] = 0
    best = _best(gain, unfair, wrong.size, looks)
    best = best[_apart(here[best], there[best], couples.first.size)]
    _exchange(couples, here[best], there[best], (a[best], b[best], x[best], y[best]), cross[best])
    couples.wrong[here[best]] = np.where(cross, ay, ax)[best]
    couples.wrong[there[best]] = np.where(cross, bx, by)[best]
    return best.size


def _others(couples: Couples, wrong: Ints, looks: int, chance: Chance) -> Ints:
    size = couples.first.size
    if looks == size:
        return np.tile(np.arange(size), wrong.size)
    there = chance.below(size, wrong.size * looks)
    # Two wrong pairs often mend each other, so some looks go there.
    among = chance.below(5, there.size) < 2
    there[among] = wrong[chance.below(wrong.size, int(among.sum()))]
    return there


def _best(gain: Ints, unfair: Ints, rows: int, looks: int) -> Ints:
    """Of each row of looks the one that gains most, and is fairest; rows without gain fall away."""
    gain, unfair = gain.reshape(rows, looks), unfair.reshape(rows, looks)
    most = gain.max(1, keepdims=True)
    pick = np.where(gain == most, unfair, np.iinfo(np.int64).max).argmin(1)
    picked = np.arange(rows) * looks + pick
    return picked[most[:, 0] > 0]
