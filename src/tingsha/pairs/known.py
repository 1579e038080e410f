"""What is known about who meets whom: the tables, and what people said of it."""

from array import array
from dataclasses import dataclass, field

from tingsha.pairs.events import Word
from tingsha.pairs.spots import Spots
from tingsha.pairs.table import Table
from tingsha.words import Instant, Person


@dataclass(slots=True)
class Ask:
    """A phone that is being asked whether its owner is there."""

    missed_by: Person
    until: Instant


@dataclass(slots=True)
class Pairs:
    spots: Spots = Spots()
    tables: list[Table] = field(default_factory=list[Table])
    seen: "array[int]" = field(default_factory=lambda: array("q"))
    found: dict[tuple[int, Person], bool] = field(default_factory=dict[tuple[int, Person], bool])
    asks: dict[Person, Ask] = field(default_factory=dict[Person, Ask])
    unpaired: dict[tuple[int, Person], None] = field(default_factory=dict[tuple[int, Person], None])
    """Who left their pair in which round …"""
    parted: list[tuple[Person, Person]] = field(default_factory=list[tuple[Person, Person]])
    """… and whom they left there: mending brings them together again only when there is nobody else."""
    hands: dict[Person, int] = field(default_factory=dict[Person, int])
    seeking: dict[Person, None] = field(default_factory=dict[Person, None])
    proposals: dict[Person, dict[Person, None]] = field(default_factory=dict[Person, dict[Person, None]])
    """To whom, from whom."""
    proposed: dict[Person, Person] = field(default_factory=dict[Person, Person])
    """The same the other way round: each has one proposal out."""
    words: dict[Person, Word] = field(default_factory=dict[Person, Word])
    split: list[tuple[int, tuple[int, ...]]] = field(default_factory=list[tuple[int, tuple[int, ...]]])
    counted: dict[int, int] = field(default_factory=dict[int, int])
    """By number: how many people there were, from which round on."""
    fours: list[list[Person]] = field(default_factory=list[list[Person]])
    """For looking back: pairs that come together, the one that stays where it stands first."""
    four_of: dict[Person, int] = field(default_factory=dict[Person, int])
    opened: int = 0
    """The last round whose envelopes were opened."""
    restless: bool = False
    """Somebody came, left or sought since the envelopes were last mended."""

    def counts(self, rounds: int) -> list[int]:
        """How many people counted off, for each round; empty when nobody has yet."""
        if not self.counted:
            return []
        now = self.counted[min(self.counted)]
        counts: list[int] = []
        for round_ in range(1, rounds + 1):
            now = self.counted.get(round_, now)
            counts.append(now)
        return counts

    def table(self, round_: int) -> Table:
        """The table of a round, counted from 1; an empty one, kept nowhere, when there is none yet."""
        return self.tables[round_ - 1] if 0 < round_ <= len(self.tables) else Table()

    def laid_table(self, round_: int) -> Table:
        """The table of a round, to change it."""
        while len(self.tables) < round_:
            self.tables.append(Table())
        return self.tables[round_ - 1]

    def partners(self, person: Person) -> set[Person]:
        """Everybody who shares an envelope with this person in any round."""
        return {other for table in self.tables for other in table.unit_of(person)} - {person}

    def has_seen(self, person: Person) -> int:
        return self.seen[person] if person < len(self.seen) else 0
