"""From the people of a gathering to the engine's columns, and from its plan to an event."""

import numpy as np

from tingsha.gathering.state import HERE, Gathering
from tingsha.pairs.events import RoundPaired, RoundsPaired
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Attribute, Roster


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
        apart=np.array(gathering.apart, np.int64).reshape(-1, 2),
    )


def paired(gathering: Gathering, rounds: int, seed: int, base: int) -> list[RoundsPaired]:
    """All rounds paired jointly; nothing when nobody is here."""
    if not gathering.here:
        return []
    made = plan(roster_of(gathering), rounds, seed)
    return [
        RoundsPaired(
            base=base,
            rounds=[
                RoundPaired(
                    units=units.ravel().tolist(), mixed=facts.cross_units, mixed_bound=facts.bound,
                    repeats=facts.repeats, unresolved=facts.lost(),
                    width=units.shape[1],
                )
                for units, facts in zip(made.rounds, made.certificate, strict=True)
            ],
        )
    ]  # fmt: skip
