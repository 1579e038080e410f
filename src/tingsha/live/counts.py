"""Numbers about the work, for whoever runs the server. None of them is about a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from tingsha.live.keeper import Answer, Keeper
from tingsha.words import Refusal


@dataclass(slots=True)
class Counts:
    """Commands since the start: how many, how many were refused, and how long the others took in all (ms)."""

    commands: int = 0
    refused: int = 0
    stored: int = 0
    storing_ms: int = 0

    def note(self, answer: Answer | Refusal, took_ms: int) -> None:
        self.commands += 1
        if isinstance(answer, Refusal):
            self.refused += 1
            return
        self.stored += 1
        self.storing_ms += took_ms


def exposition(counts: Counts, keepers: Iterable[Keeper], gatherings: int) -> str:
    """The numbers in the text format that Prometheus reads."""
    live = list(keepers)
    numbers = (
        ("gatherings", "gauge", "Gatherings kept", gatherings),
        ("gatherings_live", "gauge", "Gatherings in memory", len(live)),
        (
            "people",
            "gauge",
            "People here in live gatherings",
            sum(each.session.gathering.here for each in live),
        ),
        ("listeners", "gauge", "Open streams", sum(len(each.listeners) for each in live)),
        ("commands_total", "counter", "Commands answered", counts.commands),
        ("refused_total", "counter", "Commands refused", counts.refused),
        ("append_ms_count", "counter", "Commands stored", counts.stored),
        ("append_ms_sum", "counter", "Milliseconds from command to stored", counts.storing_ms),
    )
    lines = (
        f"# HELP tingsha_{name} {says}.\n# TYPE tingsha_{name} {kind}\ntingsha_{name} {number}\n"
        for name, kind, says, number in numbers
    )
    return "".join(lines)
