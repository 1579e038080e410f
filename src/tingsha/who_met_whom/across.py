"""Who met whom over all gatherings of a community: one point for one person, however often they came.

A name stands there only for who wants it at the gathering that shows the picture; who is not at that gathering has
none, because they are not there to say so.
"""

from collections.abc import Sequence

import numpy as np

from tingsha.who_met_whom.connections import Connections, told_apart
from tingsha.who_met_whom.view import Sees, Threads, seen_lines, twined
from tingsha.wording import fold
from tingsha.words import Instant

Couple = tuple[int, int]


def threads_across(sessions: Sequence[Sees], of: Sequence[Sequence[int]], at: Instant) -> Threads:
    """The picture of these gatherings, the one that shows it first, then the newest. of: for each gathering, each
    person's number over all of them."""
    shows, earlier = sessions[0], sessions[1:]
    here = _lines(shows, of[0], at)
    before: dict[Couple, bool] = {}
    for session, numbers in zip(earlier, of[1:], strict=True):
        for couple, held in _lines(session, numbers, at).items():
            before[couple] = before.get(couple, False) or held
    lines = {
        couple: here.get(couple, False) or before.get(couple, False)
        for couple in dict.fromkeys([*before, *here])
    }
    ends = np.array(list(lines), np.int64).reshape(-1, 2)
    groups, labels = _groups(sessions, of)
    return twined(
        Connections(ends[:, 0], ends[:, 1], np.array(list(lines.values()), np.bool_)),
        np.array([couple not in before for couple in lines], np.int64),
        told_apart(groups, [True] * len(groups), len(labels)),
        labels,
        {of[0][person]: shows.name(person) for person in shows.web.named},
        gatherings=len(sessions),
        seed=shows.gathering.seed,
    )


def _lines(session: Sees, numbers: Sequence[int], at: Instant) -> dict[Couple, bool]:
    found: dict[Couple, bool] = {}
    seen = seen_lines(session, at)
    ends: list[Couple] = list(zip(seen.a.tolist(), seen.b.tolist(), strict=True))
    for (a, b), held in zip(ends, seen.held.tolist(), strict=True):
        one, other = min(numbers[a], numbers[b]), max(numbers[a], numbers[b])
        if one != other:
            found[one, other] = found.get((one, other), False) or held
    return found


def _groups(sessions: Sequence[Sees], of: Sequence[Sequence[int]]) -> tuple[list[int], list[str]]:
    """Everybody's group in the newest gathering in which they had one, and what the groups are called there."""
    people = max((number for numbers in of for number in numbers), default=-1) + 1
    groups, labels, place = [-1] * people, list[str](), dict[str, int]()
    for session, numbers in zip(sessions, of, strict=True):
        for person, number in enumerate(numbers):
            label = session.group(session.gathering.people.group[person])
            if groups[number] < 0 and label:
                groups[number] = place.setdefault(fold(label), len(labels))
                labels += [label] if groups[number] == len(labels) else []
    return groups, labels
