"""What a rehearsal saw, and whether the rules of the method held: everybody met, nobody twice, nobody alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from statistics import quantiles
from typing import Final

MOST_LISTED: Final = 12
ALONE_AFTER_S: Final = 2.0
"""Who lost a partner this shortly before the bell could not have been helped in time."""

Unit = frozenset[str]


@dataclass(slots=True)
class Round:
    """One round as its phones showed it when the bell rang. Units hold participants' ids."""

    units: set[Unit] = field(default_factory=set[Unit])
    heard: int = 0
    spread_ms: int = 0
    """How far apart the phones that were connected rang."""


@dataclass(slots=True)
class Ledger:
    """Everything that is counted on the way. `took_ms` holds the commands that were answered."""

    joined: int = 0
    late: int = 0
    reconnects: int = 0
    changed: int = 0
    """Envelopes whose partners changed after a phone had them."""
    took_ms: list[float] = field(default_factory=list[float])
    waits_s: list[float] = field(default_factory=list[float])
    declined: Counter[str] = field(default_factory=Counter[str])
    """Refusals that are ordinary when many act at once: the round was just over, the partner just back."""
    problems: Counter[str] = field(default_factory=Counter[str])
    rounds: dict[int, Round] = field(default_factory=dict[int, Round])
    groups: dict[str, str] = field(default_factory=dict[str, str])
    """Participants' groups, by id."""
    mixed_bound: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])
    """Per round how many units could be mixed at best, of how many, as the server says."""

    def round(self, number: int) -> Round:
        return self.rounds.setdefault(number, Round())

    @property
    def errors(self) -> int:
        return self.problems.total()

    def repeats(self) -> int:
        """Couples who met in more than one round."""
        met: Counter[Unit] = Counter()
        for played in self.rounds.values():
            met.update({frozenset(couple) for unit in played.units for couple in combinations(unit, 2)})
        return sum(1 for times in met.values() if times > 1)

    def repeats_excused(self) -> bool:
        """So few people that, with somebody leaving, two had to meet again."""
        return self.joined < 4 * len(self.rounds) + 2

    def kept(self) -> bool:
        """Whether the rules held."""
        return bool(self.rounds) and not self.problems and (not self.repeats() or self.repeats_excused())

    def lines(self) -> Iterator[str]:
        """The closing report."""
        yield f"people                  {self.joined} ({self.late} of them late)"
        yield from map(self._round, sorted(self.rounds))
        yield self._repeats()
        yield f"longest wait            {max(self.waits_s, default=0):.1f} s for a partner"
        yield f"envelopes changed       {self.changed}"
        yield f"reconnects              {self.reconnects}"
        yield f"commands                {self._latency()}"
        if self.declined:
            yield f"declined, as they may   {_listed(self.declined)}"
        yield f"problems                {_listed(self.problems) if self.problems else 'none'}"
        yield "The rules held." if self.kept() else "The rules did not hold."

    def _round(self, number: int) -> str:
        played = self.rounds[number]
        pairs = sum(1 for unit in played.units if len(unit) == 2)
        more = len(played.units) - pairs
        said = f"{pairs} pairs" + (f", {more} of three" if more else "")
        return f"round {number}                 {said}{self._mixed(number, played)}; bell heard by {played.heard}"

    def _mixed(self, number: int, played: Round) -> str:
        if not self.groups or not played.units:
            return ""
        mixed = sum(1 for unit in played.units if len({self.groups.get(each, each) for each in unit}) > 1)
        bound, units = self.mixed_bound.get(number, (0, 0))
        best = f" (at best {min(100, round(100 * bound / units))} %)" if units else ""
        return f", {100 * mixed / len(played.units):.0f} % mixed{best}"

    def _repeats(self) -> str:
        excuse = (
            " (so few people that it could not be helped)"
            if self.repeats() and self.repeats_excused()
            else ""
        )
        return f"met twice               {self.repeats()}{excuse}"

    def _latency(self) -> str:
        if len(self.took_ms) < 2:
            return str(len(self.took_ms))
        cuts = quantiles(self.took_ms, n=100, method="inclusive")
        return f"{len(self.took_ms)}, answered in {cuts[49]:.0f} ms (half of them), {cuts[98]:.0f} ms (99 %)"


def _listed(found: Counter[str]) -> str:
    return "; ".join(f"{what} × {times}" for what, times in found.most_common(MOST_LISTED))
