"""Who is looking for somebody, as others who look may see them. Only who raised a hand or asked for a partner."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, Protocol

from tingsha.gathering.state import Gathering
from tingsha.pairs.known import Pairs
from tingsha.words import Person

Knows = Literal["met", "group"]


class Sees(Protocol):
    """What this room reads of a session."""

    gathering: Gathering
    pairs: Pairs

    def here(self, person: Person) -> bool: ...


def kept_apart(gathering: Gathering, a: Person, b: Person) -> bool:
    return (a, b) in gathering.apart or (b, a) in gathering.apart


def know_each_other(session: Sees, round_: int, a: Person, b: Person) -> Knows | None:
    """Whether two have met in an earlier round or gathering, or belong to the same group. A word for them, never a
    no."""
    earlier, couple = session.pairs.tables[: round_ - 1], (min(a, b), max(a, b))
    if couple in session.gathering.met_before or any(b in table.unit_of(a) for table in earlier):
        return "met"
    group = session.gathering.people.group
    return "group" if group[a] == group[b] >= 0 else None


def looking_for(session: Sees, round_: int, person: Person) -> Iterator[Person]:
    """Everybody whom this person might walk up to now, in the order of arrival, beginning after themselves."""
    pairs, table = session.pairs, session.pairs.table(round_)
    raised = {each for each, hand in pairs.hands.items() if hand == round_}
    up = sorted(raised | pairs.seeking.keys())
    after = (each for each in up if each > person)
    before = (each for each in up if each < person)
    for each in chain(after, before):
        alone = len(table.unit_of(each)) < 2
        if alone and session.here(each) and not kept_apart(session.gathering, person, each):
            yield each
