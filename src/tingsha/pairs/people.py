"""From the people of a gathering to the engine's columns, and from its plan to an event."""

from dataclasses import replace
from typing import Final

import numpy as np

from tingsha.gathering.state import HERE, PLACES, Gathering
from tingsha.pairs.events import RoundPaired, RoundsPaired
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Attribute, Bools, Roster
from tingsha.pairs.spots import Spots
from tingsha.pairs.standing import stand
from tingsha.words import Person

ENOUGH: Final = 6
"""From so many people on, two on one phone are kept from each other."""


def roster_of(gathering: Gathering) -> Roster:
    """Everybody who ever arrived, as columns; present are those who are here now."""
    people = gathering.people
    languages = np.array(people.languages, np.uint64)
    return Roster(
        n=len(people),
        attributes=[Attribute(np.array(people.group, np.int32))] if gathering.groups else [],
        languages=languages if languages.any() else None,
        places=np.frombuffer(bytes(people.place), np.uint8) if gathering.mode == "hybrid" else None,
        present=np.frombuffer(bytes(people.whereabouts), np.uint8) == HERE,
        apart=np.array([*gathering.apart, *_on_one_phone(gathering)], np.int64).reshape(-1, 2),
    )


def _on_one_phone(gathering: Gathering) -> list[tuple[Person, Person]]:
    """They came together, so they meet others; among a handful that could leave somebody alone."""
    return list(gathering.beside.items()) if gathering.here >= ENOUGH else []


def coming(gathering: Gathering) -> Roster:
    """The same for rounds that are still sealed: the joker stays out while the others are an even number."""
    roster = roster_of(gathering)
    if gathering.stands_by < 0:
        return roster
    present = roster.present.copy()
    present[gathering.stands_by] = False
    return replace(roster, present=present)


def paired(gathering: Gathering, spots: Spots, rounds: int, seed: int, base: int) -> list[RoundsPaired]:
    """All rounds paired jointly, each on its spot; nothing when nobody is here."""
    if not gathering.here:
        return []
    met = np.array(list(gathering.met_before), np.int64).reshape(-1, 2)
    made = plan(coming(gathering), rounds, seed, met=met)
    laid = stand(made.rounds, spots, _in_room(gathering), seed)
    return [
        RoundsPaired(
            base=base,
            rounds=[
                RoundPaired(
                    units=units.ravel().tolist(), mixed=facts.cross_units, mixed_bound=facts.bound,
                    repeats=facts.repeats, unresolved=facts.lost(),
                    width=units.shape[1],
                )
                for units, facts in zip(laid, made.certificate, strict=True)
            ],
        )
    ]  # fmt: skip


def _in_room(gathering: Gathering) -> Bools:
    """Who takes up room: everybody but those who take part from elsewhere."""
    return np.frombuffer(bytes(gathering.people.place), np.uint8) != PLACES["remote"]
