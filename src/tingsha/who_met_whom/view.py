"""What is shown of who met whom: points, lines, and sentences' worth of figures. No order, no ranks."""

from itertools import combinations
from typing import Protocol

import numpy as np
from msgspec import Struct

from tingsha.gathering.state import FORGOTTEN, REMOVED, Gathering
from tingsha.pairs.known import Pairs
from tingsha.who_met_whom.connections import (
    Connections,
    Figures,
    Ints,
    connections,
    figures,
    told_apart,
)
from tingsha.who_met_whom.layout import layout
from tingsha.who_met_whom.state import WhoMetWhom
from tingsha.words import Instant, Person

FINE = 10_000
"""Places are told in ten-thousandths of the picture."""
MOST_TOLD = 24
"""Of more groups than this the pairs are only counted: nobody reads on."""


class Bridge(Struct):
    """So many conversations between two groups; `chance`: how many there would be had everybody talked with anybody."""

    one: str
    other: str
    lines: int
    chance: int


class Web(Struct):
    """The picture as columns: point k lies at x[k], y[k] (0..10,000), is of groups[group[k]] (-1: not told apart), and
    has a name where that person wants one (else ""). Line k joins points a[k] and b[k]; held[k] is 1 where it is sure,
    new[k] where the two had not met at an earlier gathering.

    `gatherings`: of how many it is; `bridges` between any two groups, for the host, in the order of the groups, and
    `bridged` of `bridgeable` for everybody: how many pairs of groups talked with each other at all. `hardly_met` are
    those that talked at most half as often as chance would have had it.
    """

    groups: list[str]
    x: list[int]
    y: list[int]
    group: list[int]
    name: list[str]
    a: list[int]
    b: list[int]
    held: list[int]
    new: list[int]
    people: int
    conversations: int
    sure: int
    fresh: int
    mixed: int
    sortable: int
    gatherings: int
    bridged: int
    bridgeable: int
    bridges: list[Bridge]
    hardly_met: list[tuple[str, str]]


class Threads(Struct, frozen=True):
    """What a picture is made from, taken out of the session at one instant: lines between points, which of them are
    new, each point's group and name. Points stand in an order that says nothing about who came first."""

    lines: Connections
    new: Ints
    point_group: Ints
    names: list[str]
    groups: list[str]
    counted: Figures
    gatherings: int
    seed: int


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    pairs: Pairs
    web: WhoMetWhom

    def name(self, person: Person) -> str: ...
    def group(self, place: int) -> str | None: ...
    def rounds_held(self, at: Instant) -> int: ...


def seen_lines(session: Sees, at: Instant) -> Connections:
    """The conversations of one gathering between its people; who was removed or erased is in none."""
    there = [each not in (REMOVED, FORGOTTEN) for each in session.gathering.people.whereabouts]
    return connections(session.pairs, session.web, session.rounds_held(at), there)


def threads(session: Sees, at: Instant) -> Threads:
    """Everybody who talked with somebody, and with whom."""
    gathering, people = session.gathering, session.gathering.people
    lines = seen_lines(session, at)
    there = [each not in (REMOVED, FORGOTTEN) for each in people.whereabouts]
    groups = told_apart(people.group, there, gathering.groups)
    ends = zip(lines.a.tolist(), lines.b.tolist(), strict=True)
    new = np.array([couple not in gathering.met_before for couple in ends], np.int64)
    names = {person: session.name(person) for person in session.web.named}
    labels = [session.group(place) or "" for place in range(gathering.groups)]
    return twined(lines, new, groups, labels, names, gatherings=1, seed=gathering.seed)


def twined(
    lines: Connections,
    new: Ints,
    groups: Ints,
    labels: list[str],
    names: dict[Person, str],
    *,
    gatherings: int,
    seed: int,
) -> Threads:
    """Lines between people (their group, their name if they want it seen) as lines between points."""
    talked = np.unique(np.concatenate([lines.a, lines.b]))
    order = np.random.default_rng(seed).permutation(talked.size)
    point = np.full(groups.size, -1, np.int64)
    point[talked] = order
    person = talked[np.argsort(order)]
    return Threads(
        lines=Connections(point[lines.a], point[lines.b], lines.held),
        new=new,
        point_group=groups[person],
        names=[names.get(each, "") for each in person.tolist()],
        groups=labels,
        counted=figures(lines, groups, len(labels)),
        gatherings=gatherings,
        seed=seed,
    )


def drawn(threads: Threads) -> Web:
    """The picture. At 10,000 points this takes a second or so, and wants a thread of its own."""
    lines, counted = threads.lines, threads.counted
    at = layout(len(threads.names), lines.a, lines.b, threads.point_group, threads.seed)
    places = np.rint(at * FINE).astype(np.int64)
    label, shown = threads.groups, set(threads.point_group.tolist())
    bridges = _bridges(threads, shown)
    return Web(
        groups=[words if place in shown else "" for place, words in enumerate(label)],
        x=places[:, 0].tolist(),
        y=places[:, 1].tolist(),
        group=threads.point_group.tolist(),
        name=threads.names,
        a=lines.a.tolist(),
        b=lines.b.tolist(),
        held=lines.held.astype(np.int64).tolist(),
        new=threads.new.tolist(),
        people=counted.people,
        conversations=counted.conversations,
        sure=counted.held,
        fresh=int(threads.new.sum()),
        mixed=counted.mixed,
        sortable=counted.sortable,
        gatherings=threads.gatherings,
        bridged=sum(each.lines > 0 for each in bridges),
        bridgeable=len(bridges),
        bridges=bridges if len(shown) <= MOST_TOLD else [],
        hardly_met=[(label[a], label[b]) for a, b in counted.hardly_met()],
    )


def _bridges(threads: Threads, shown: set[int]) -> list[Bridge]:
    counted, label = threads.counted, threads.groups
    places = [place for place in range(len(label)) if place in shown]
    return [
        Bridge(label[a], label[b], int(counted.between[a, b]), round(float(counted.expected[a, b])))
        for a, b in combinations(places, 2)
    ]
