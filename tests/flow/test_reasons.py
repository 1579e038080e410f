"""Why a plan is not better than it is, told in every language."""

import pytest

from tests.pairs.rosters import roster
from tingsha.flow.reasons import sentence
from tingsha.languages import languages
from tingsha.pairs.plan import plan
from tingsha.pairs.roster import Roster

HARD = [
    (roster(1), "unresolved-alone"),
    (roster(2, apart=[(0, 1)]), "unresolved-apart"),
    (roster(15, places=[1] * 14 + [2]), "unresolved-place"),
    (roster(5, languages=[1, 1, 1, 1, 2]), "unresolved-language"),
    (roster(13), "trio-odd"),
    (roster(40, places=[1] * 25 + [2] * 15), "trio-circles"),
    (roster(18, apart=[(a, b) for a in range(9) for b in range(9, 18)]), "trio-apart"),
    (roster(4), "repeats-few-people"),
    (roster(16, apart=[(0, b) for b in range(1, 13)]), "repeats-few-others"),
    (roster(20, groups=[0] * 15 + [1] * 5), "unmixed-largest"),
    (roster(20, groups=[0, 1] * 10, languages=[1, 2] * 10), "unmixed-divided"),
    (
        roster(
            14,
            groups=[1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0],
            languages=[2, 1, 3, 1, 1, 3, 1, 3, 1, 1, 3, 1, 3, 3],
        ),
        "unmixed-again",
    ),
]


@pytest.mark.at_length
@pytest.mark.parametrize(("people", "code"), HARD)
def test_what_is_not_as_one_would_wish_has_a_reason(people: Roster, code: str) -> None:
    found = {why.code: why for why in plan(people, 4, 1).why}
    assert code in found
    told = {sentence(found[code], each.reasons) for each in languages().values()}
    assert len(told) == len(languages())
    assert "{" not in "".join(told)
