"""A handful of people: all rounds are chosen together, since round by round is provably worse. Six people who pair up
carelessly three times can be stuck in the fourth round."""

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.chance import Chance
from tingsha.pairs.engine.cost import Cost
from tingsha.pairs.engine.ways import Ways, Words, couples_as_words, ways
from tingsha.pairs.roster import Ints, Units

HANDFUL = 12
_TOGETHER = 10
"""More rounds than that are chosen in portions."""
_RESTARTS = 24
_SWEEPS = 8
_LOOKS = 50_000_000
_NUMBER = 1 << 62


@dataclass(frozen=True)
class Past:
    """Rounds so far: who met, a bit per couple; who was in a trio once, twice, three times or more."""

    met: tuple[np.uint64, ...]
    threes: tuple[np.uint64, ...]

    def then(self, ways: Ways, way: int) -> "Past":
        met = tuple(so_far | word[way] for so_far, word in zip(self.met, ways.meets, strict=True))
        once, twice, thrice = self.threes
        now = ways.threes[way]
        return Past(met, (once | now, twice | (once & now), thrice | (twice & now)))


@dataclass(frozen=True)
class Scale:
    """What each wrong weighs, so that a graver one outweighs all the lighter ones of all rounds together."""

    repeat: int
    again: tuple[int, int, int]
    unmixed: int
    alike: int
    most: int

    @classmethod
    def of(cls, found: Ways, rounds: int) -> "Scale":
        threes = np.bitwise_count(found.threes)
        all_ = (found.before, found.alike, found.unmixed, threes, threes, threes, found.meeting())
        room = [1 + rounds * int(each.max(initial=0)) for each in all_]
        # To be in a trio for the third time is worse than for all others to be in one for the second.
        again = prod(room[:3]), prod(room[:4]), prod(room[:5])
        return cls(prod(room[:6]), again, prod(room[:2]), room[0], prod(room))


def small_plan(cost: Cost, rounds: int, chance: Chance) -> tuple[list[Units], bool]:
    """The best `rounds` rounds together for at most HANDFUL people, all present; and whether that is proven."""
    found = ways(cost)
    found = found.at(chance.order(found.count))
    first, second = np.triu_indices(cost.n, 1)
    met = couples_as_words(cost.n, cost.met.has(first, second))
    threes = tuple(_bits(cost.trios[:-1] >= times) for times in (1, 2, 3))
    past, made, proven = Past(tuple(met), threes), list[int](), True
    while len(made) < rounds:
        search = Search(cost, found, past, _portion(found, rounds - len(made)), chance)
        chosen = search.best()
        proven &= search.proven and len(chosen) == rounds
        for way in chosen:
            past = past.then(found, way)
        made += chosen
    return [_units(found.units[way]) for way in made], proven


def _bits(which: NDArray[np.bool_]) -> np.uint64:
    return np.uint64(sum(1 << int(person) for person in np.flatnonzero(which)))


def _portion(found: Ways, rounds: int) -> int:
    """How many rounds can be chosen together: so many that their wrongs fit one number."""
    together = min(_TOGETHER, rounds)
    while together > 1 and Scale.of(found, together).most > _NUMBER:
        together -= 1
    return together


def _units(way: NDArray[np.int8]) -> Units:
    return way[(way >= 0).any(1)].astype(np.int32)


class Search:
    """Looks for the best rounds together: by changing one round at a time, then by trying all there is."""

    def __init__(self, cost: Cost, found: Ways, past: Past, rounds: int, chance: Chance) -> None:
        self.cost, self.found, self.past, self.rounds, self.chance = cost, found, past, rounds, chance
        self.scale = Scale.of(found, rounds)
        self.price = found.unmixed * self.scale.unmixed + found.alike * self.scale.alike + found.before
        self.least, self.chosen, self.looks = np.iinfo(np.int64).max, list[int](), 0
        self.floor = self._floor()

    @property
    def proven(self) -> bool:
        return self.least == self.floor or self.looks < _LOOKS

    def best(self) -> list[int]:
        """The ways chosen, in random order."""
        for _ in range(_RESTARTS):
            self._take(self._settled())
            if self.least == self.floor:
                break
        if self.least > self.floor:
            self._try_all()
        return self._fairest([self.chosen[i] for i in self.chance.order(self.rounds)])

    def prices(self, past: Past) -> Ints:
        """What each way costs after these rounds, int64[w]."""
        self.looks += self.found.count
        return self.price + self._dynamic(self.found.meets, self.found.threes, past)

    def _dynamic(self, meets: Words, threes: NDArray[np.uint64], past: Past) -> Ints:
        price = np.zeros(threes.size, np.int64)
        for word, met in zip(meets, past.met, strict=True):
            price += np.multiply(np.bitwise_count(word & met), self.scale.repeat, dtype=np.int64)
        for weight, before in zip(self.scale.again, past.threes, strict=True):
            if before:
                price += np.multiply(np.bitwise_count(threes & before), weight, dtype=np.int64)
        return price

    def total(self, chosen: list[int]) -> int:
        past, spent = self.past, 0
        for way in chosen:
            spent += int(self.prices(past)[way])
            past = past.then(self.found, way)
        return spent

    def _floor(self) -> int:
        """No plan costs less."""
        n, rounds = self.cost.n, self.rounds
        least = rounds * int(self.prices(self.past).min())
        ever = [
            np.bitwise_or.reduce(word) & ~met
            for word, met in zip(self.found.meets, self.past.met, strict=True)
        ]
        strangers = sum(int(np.bitwise_count(word)) for word in ever)
        again = max(0, rounds * int(self.found.meeting().min()) - strangers)
        threes = np.bitwise_count(self.found.threes).astype(np.int64)
        fresh = n - int(np.bitwise_count(self.past.threes[0]))
        twice = max(0, rounds * int(threes.min()) - fresh)
        together = again * self.scale.repeat + twice * self.scale.again[0] + rounds * int(self.price.min())
        return max(least, together)

    def _take(self, chosen: list[int]) -> None:
        spent = self.total(chosen)
        if spent < self.least:
            self.least, self.chosen = spent, chosen

    def _settled(self) -> list[int]:
        """A plan in which no round can be made better beside the others."""
        chosen: list[int] = []
        past = self.past
        for _ in range(self.rounds):
            chosen.append(self._cheapest(past))
            past = past.then(self.found, chosen[-1])
        for _ in range(_SWEEPS):
            before = self.total(chosen)
            for i in self.chance.order(self.rounds).tolist():
                chosen[i] = self._cheapest(self._without(chosen, i))
            if before in (self.total(chosen), self.floor):
                break
        return chosen

    def _without(self, chosen: list[int], i: int) -> Past:
        past = self.past
        for way in chosen[:i] + chosen[i + 1 :]:
            past = past.then(self.found, way)
        return past

    def _cheapest(self, past: Past) -> int:
        price = self.prices(past)
        cheapest = np.flatnonzero(price == price.min())
        return int(cheapest[self.chance.below(cheapest.size, 1)[0]])

    def _fairest(self, chosen: list[int]) -> list[int]:
        """As good, and in-group rounds as evenly shared out as changing one round at a time can."""
        for _ in range(_SWEEPS):
            before = list(chosen)
            for i in range(self.rounds):
                price = self.prices(self._without(chosen, i))
                others = chosen[:i] + chosen[i + 1 :]
                had = self.cost.inside[:-1] + self.found.own[others].sum(0)
                equal = np.flatnonzero(price <= price[chosen[i]])
                unfair = self.found.own[equal] @ had
                if unfair.min() < self.found.own[chosen[i]] @ had:
                    chosen[i] = int(equal[unfair.argmin()])
            if chosen == before:
                break
        return chosen

    def _try_all(self) -> None:
        """Depth first, cheapest first, cutting off what can't become better.

        The order of rounds does not matter, so ways are taken in a fixed order; and of the first, one of each kind is
        enough, since people who are alike can change places.
        """
        price = self.prices(self.past)
        kind = _alike(self.cost, self.found)
        order = np.lexsort((kind, price))
        first = np.sort(np.unique(np.stack([price, kind], axis=1)[order], axis=0, return_index=True)[1])
        self._walk(order, first, self.past, 0, [])

    def _walk(self, order: Ints, starts: Ints | None, past: Past, spent: int, chosen: list[int]) -> None:
        """order: the ways that may still be taken, in their fixed order; starts: which of them may come next."""
        left = self.rounds - len(chosen)
        price = self._prices_of(order, past)
        if left == 1:
            best = int(price.argmin())
            if spent + int(price[best]) < self.least:
                self.least, self.chosen = spent + int(price[best]), [*chosen, int(order[best])]
            return
        room = self.least - spent - (left - 1) * int(price.min())
        starts = np.arange(order.size) if starts is None else starts
        starts = starts[price[starts] < room]
        for at in starts[np.argsort(price[starts], kind="stable")].tolist():
            if self.looks >= _LOOKS or self.least == self.floor:
                return
            bound = spent + int(price[at]) + (left - 1) * int(price.min())
            if bound >= self.least:
                return
            later = order[at:][
                price[at:] < self.least - spent - int(price[at]) - (left - 2) * int(price.min())
            ]
            if later.size:
                self._walk(
                    later,
                    None,
                    past.then(self.found, int(order[at])),
                    spent + int(price[at]),
                    [*chosen, int(order[at])],
                )

    def _prices_of(self, rows: Ints, past: Past) -> Ints:
        self.looks += rows.size + 1000
        meets = [word[rows] for word in self.found.meets]
        return self.price[rows] + self._dynamic(meets, self.found.threes[rows], past)


def _alike(cost: Cost, found: Ways) -> Ints:
    """A number for each way: the same for ways that differ only in people who are alike in everything, int64[w]."""
    n = cost.n
    alone = np.zeros(n + 1, np.bool_)
    a, b = np.triu_indices(n, 1)
    known = cost.apart.has(a, b) | cost.before.has(a, b) | cost.met.has(a, b)
    alone[a[known]] = alone[b[known]] = True
    alone |= cost.trios > 0
    columns = [labels for labels, _ in cost.traits]
    columns += [each for each in (cost.tongues, cost.grounds) if each is not None]
    columns.append(np.where(alone, np.arange(1, n + 2), 0))
    kind = np.unique(
        np.stack([np.unique(each, return_inverse=True)[1] for each in columns]), axis=1, return_inverse=True
    )[1]
    kind = kind.ravel()
    unit = np.sort(np.where(found.units >= 0, kind[found.units] + 1, 0), axis=2).astype(np.int64)
    code = np.sort((unit[:, :, 0] * (n + 2) + unit[:, :, 1]) * (n + 2) + unit[:, :, 2], axis=1)
    return np.unique(code, axis=0, return_inverse=True)[1].ravel().astype(np.int64)
