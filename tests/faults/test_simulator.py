"""Two hosts press at once, retries double, servers race: in 250 schedules nothing happens twice or unasked.

The same schedules without one defence go wrong, so that they would show it when that defence was lost.
"""

import asyncio

import pytest
from msgspec import structs

from tests.faults.mutants import NoCas, NoIdem
from tests.faults.simulator import first_bad
from tests.faults.two_servers import changed_pairs, right
from tingsha.flow import evolve as fold
from tingsha.flow.session import Session
from tingsha.live.keeper import Keeper
from tingsha.words import Event, Steering

SCHEDULES = 250


def test_whoever_presses_is_obeyed_once_or_told_why_not():
    assert asyncio.run(first_bad(SCHEDULES, Keeper)) is None


@pytest.mark.parametrize("mutant", [NoCas, NoIdem])
def test_without_this_defence_a_schedule_goes_wrong(mutant: type[Keeper]):
    assert asyncio.run(first_bad(SCHEDULES, mutant)) is not None


def test_two_servers_on_one_log_never_change_what_was_shown():
    assert [seed for seed in range(SCHEDULES) if changed_pairs(seed, right)] == []


def test_a_fold_that_ignores_the_base_changes_what_was_shown():
    changed = [seed for seed in range(SCHEDULES) if changed_pairs(seed, ignoring_the_base)]
    assert len(changed) > SCHEDULES / 10


def ignoring_the_base(session: Session, event: Event) -> bool:
    """`nocas` in the fold itself."""
    based = structs.replace(event, base=session.control) if isinstance(event, Steering) else event
    return fold.evolve(session, based)
