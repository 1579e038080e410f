"""What is shown of who met whom: points, lines, and sentences' worth of figures. No order, no ranks."""

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


class Web(Struct):
    """The picture as columns: point k lies at x[k], y[k] (0..10,000), is of groups[group[k]] (-1: not told apart), and
    has a name where that person wants one (else ""). Line k joins points a[k] and b[k]; held[k] is 1 where it is sure.

    `hardly_met` are pairs of groups that talked at most half as often as chance would have had it.
    """

    groups: list[str]
    x: list[int]
    y: list[int]
    group: list[int]
    name: list[str]
    a: list[int]
    b: list[int]
    held: list[int]
    people: int
    conversations: int
    sure: int
    mixed: int
    sortable: int
    hardly_met: list[tuple[str, str]]


class Threads(Struct, frozen=True):
    """What a picture is made from, taken out of the session at one instant: lines between points, each point's group
    and name. Points stand in an order that says nothing about who came first."""

    lines: Connections
    point_group: Ints
    names: list[str]
    groups: list[str]
    counted: Figures
    seed: int


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    pairs: Pairs
    web: WhoMetWhom

    def name(self, person: Person) -> str: ...
    def group(self, place: int) -> str | None: ...
    def rounds_held(self, at: Instant) -> int: ...


def threads(session: Sees, at: Instant) -> Threads:
    """Everybody who talked with somebody, and with whom; who was removed or erased is in no line."""
    gathering, people = session.gathering, session.gathering.people
    there = [each not in (REMOVED, FORGOTTEN) for each in people.whereabouts]
    lines = connections(session.pairs, session.web, session.rounds_held(at), there)
    groups = told_apart(people.group, there, gathering.groups)
    talked = np.unique(np.concatenate([lines.a, lines.b]))
    order = np.random.default_rng(gathering.seed).permutation(talked.size)
    point = np.full(len(people), -1, np.int64)
    point[talked] = order
    person = talked[np.argsort(order)]
    named = session.web.named
    return Threads(
        lines=Connections(point[lines.a], point[lines.b], lines.held),
        point_group=groups[person],
        names=[session.name(each) if each in named else "" for each in person.tolist()],
        groups=[session.group(place) or "" for place in range(gathering.groups)],
        counted=figures(lines, groups, gathering.groups),
        seed=gathering.seed,
    )


def drawn(threads: Threads) -> Web:
    """The picture. At 10,000 points this takes a second or so, and wants a thread of its own."""
    lines, counted = threads.lines, threads.counted
    at = layout(len(threads.names), lines.a, lines.b, threads.point_group, threads.seed)
    places = np.rint(at * FINE).astype(np.int64)
    label = threads.groups
    return Web(
        groups=[words if place in threads.point_group else "" for place, words in enumerate(label)],
        x=places[:, 0].tolist(),
        y=places[:, 1].tolist(),
        group=threads.point_group.tolist(),
        name=threads.names,
        a=lines.a.tolist(),
        b=lines.b.tolist(),
        held=lines.held.astype(np.int64).tolist(),
        people=counted.people,
        conversations=counted.conversations,
        sure=counted.held,
        mixed=counted.mixed,
        sortable=counted.sortable,
        hardly_met=[(label[a], label[b]) for a, b in counted.hardly_met()],
    )
