"""What a plan reached, counted by code that shares nothing with the engine."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from tingsha.pairs.roster import Roster, Units


def counted(roster: Roster, rounds: list[Units]) -> dict[str, Any]:
    """mixed: units with more than one label, weighted, over all rounds; repeats; misfits: couples who share no language
    or place, or who are kept apart; everybody: whether each round holds each person once."""
    couples = [_couples(units) for units in rounds]
    keys = np.concatenate([np.sort(each, axis=1) @ np.array([roster.n, 1]) for each in couples])
    alone = len(roster.attributes) == 1
    return {
        "mixed": sum(
            (1 if alone else weight) * _mixed(labels, units)
            for units in rounds
            for labels, weight in roster.attributes
        ),
        "repeats": int(keys.size - np.unique(keys).size),
        "misfits": sum(_misfits(roster, each) for each in couples),
        "everybody": all(np.array_equal(np.sort(units[units >= 0]), np.arange(roster.n)) for units in rounds),
    }


def _couples(units: Units) -> NDArray[np.int64]:
    wide = units[units[:, 2] >= 0]
    parts = [units[:, [0, 1]], wide[:, [0, 2]], wide[:, [1, 2]]]
    return np.concatenate(parts).astype(np.int64)


def _mixed(labels: NDArray[np.int32], units: Units) -> int:
    own = np.where(units >= 0, labels[units], labels[units[:, :1]])
    return int((own.min(1) != own.max(1)).sum())


def _misfits(roster: Roster, couples: NDArray[np.int64]) -> int:
    a, b = couples.T
    wrong = np.zeros(a.size, np.bool_)
    if roster.languages is not None:
        wrong |= (roster.languages[a] & roster.languages[b]) == 0
    if roster.places is not None:
        wrong |= (roster.places[a] & roster.places[b]) == 0
    apart = np.sort(roster.apart, axis=1) @ np.array([roster.n, 1])
    return int(wrong.sum() + np.isin(np.sort(couples, axis=1) @ np.array([roster.n, 1]), apart).sum())
