"""Two rings that face each other, of which one turns: odd numbers look up, even ones down, each round two further.

What an odd number adds depends on the round alone, so a room that grows keeps its rule; only at the two ends of the row
does somebody look past the last number, and goes on from the first. When the number is odd, an empty place closes the
ring: whoever faces it joins a pair.
"""

from typing import Final

Unit = tuple[int, ...]
"""Two or three numbers, the lowest first."""

LEAST_ODD: Final = (3, 9, 13, 17, 21, 27, 29, 35, 37, 43)
"""From how many people on, by the number of rounds, an odd ring has a trio for every round with nobody in two."""


def step(round_: int) -> int:
    """How far up an odd number looks in a round (counted from 1), and an even one down: three, then two further."""
    return 2 * round_ + 1


def turns_well(people: int, rounds: int) -> bool:
    """Whether the rings give so many rounds without a repeat, and with nobody in two trios."""
    if people % 2 == 0:
        return people >= 2 * rounds
    return rounds <= len(LEAST_ODD) and people >= LEAST_ODD[rounds - 1]


def ring(people: int, rounds: int) -> tuple[tuple[Unit, ...], ...]:
    """The units of every round, where the rings turn well."""
    hosts = _hosts(people, rounds) if people % 2 else ()
    return tuple(_round(people, round_, hosts) for round_ in range(1, rounds + 1))


def _round(people: int, round_: int, hosts: tuple[int, ...]) -> tuple[Unit, ...]:
    places = people + people % 2
    up = step(round_) % places
    inside: list[Unit] = [(odd, odd + up) for odd in range(1, people - up + 1, 2)]
    # Past the last number on goes from the first: there an odd number meets one below.
    over: list[Unit] = [(odd + up - places, odd) for odd in range(places - up + 2, places, 2)]
    units = [*inside, *over]
    if people % 2:
        host = next(unit for unit in units if hosts[round_ - 1] in unit)
        units.remove(host)
        units.append(_trio(host[0], host[1], places - up))
    return tuple(sorted(units))


def _trio(one: int, other: int, third: int) -> Unit:
    return tuple(sorted((one, other, third)))


def _around(number: int, places: int) -> int:
    return (number - 1) % places + 1


def _hosts(people: int, rounds: int) -> tuple[int, ...]:
    """Per round the even number whose pair takes in who is left over: so that nobody meets twice or is in two trios."""
    places = people + 1
    steps = {step(round_) % places for round_ in range(1, rounds + 1)}
    chosen: list[int] = []
    busy: set[int] = set()

    def choose(round_: int) -> bool:
        if round_ > rounds:
            return True
        left = _around(places - step(round_), places)
        for turn in range(0, places, 2):
            even = _around(left + 2 * rounds + 3 + turn, places)
            odd = _around(even - step(round_), places)
            trio = {left, odd, even}
            if even == places or (even - left) % places in steps or trio & busy or len(trio) < 3:
                continue
            busy.update(trio)
            chosen.append(even)
            if choose(round_ + 1):
                return True
            busy.difference_update(trio)
            chosen.pop()
        return False

    choose(1)
    return tuple(chosen)
