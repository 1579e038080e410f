"""Each yes that somebody said to an introduction: from one contribution to another, and of nobody."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tingsha.board.slips import Yes

Couple = tuple[str, str]
"""Two contributions: whose phone said it, and of whom."""


@dataclass(slots=True)
class Yeses:
    _names: dict[Couple, str] = field(default_factory=dict[Couple, str])
    _slips: dict[str, Yes] = field(default_factory=dict[str, Yes])

    def pin(self, name: str, yes: Yes) -> None:
        self._names[yes.mine, yes.to] = name
        self._slips[name] = yes

    def unpin(self, name: str) -> bool:
        """Whether there was a yes of that name."""
        yes = self._slips.pop(name, None)
        if yes is None:
            return False
        self._names.pop((yes.mine, yes.to), None)
        return True

    def of(self, mine: str, to: str) -> Yes | None:
        """What the phone with one contribution said of another."""
        return self._slips.get(self.name(mine, to))

    def name(self, mine: str, to: str) -> str:
        """The name of that slip; empty when there is none."""
        return self._names.get((mine, to), "")

    def both(self, one: str, other: str) -> bool:
        """Whether a yes met a yes."""
        return self.of(one, other) is not None and self.of(other, one) is not None

    def exchanged(self, one: str, other: str) -> bool:
        """Whether both have given their card."""
        there, back = self.of(one, other), self.of(other, one)
        return bool(there and back and there.card and back.card)

    def said_by(self, mine: str) -> Iterator[str]:
        """To which contributions the phone with this one said yes, in the order of chance."""
        return iter(sorted(to for one, to in self._names if one == mine))

    def about(self, contribution: str) -> list[str]:
        """The names of every yes from it or to it."""
        return [name for couple, name in self._names.items() if contribution in couple]
