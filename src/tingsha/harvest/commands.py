"""What may be asked about the harvest."""

from typing import Any

from tingsha.words import Command, Role


class HearPatterns(Command, frozen=True, kw_only=True, tag="hear-patterns"):
    """The patterns as the host heard them, in place of those written before; an empty list takes them away."""

    may = frozenset({Role.HOST})

    patterns: list[str]


COMMANDS: tuple[Any, ...] = (HearPatterns,)
