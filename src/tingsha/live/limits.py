"""How often somebody may try. Token buckets: generous to a hall that shares one address, tight on guessing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

MOST_BUCKETS: Final = 50_000


class Bucket:
    """Tokens that come back at `rate` per second, up to `most`. One bucket per key; an idle one is forgotten."""

    def __init__(self, rate: float, most: float, clock: Callable[[], float]) -> None:
        self._rate, self._most, self._clock = rate, most, clock
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, key: str) -> float:
        """Seconds until there is a token again; 0 when there is one now."""
        return max(0.0, (1 - self._tokens(key)) / self._rate)

    def take(self, key: str) -> float:
        """Take a token, or say how many seconds it will be until there is one."""
        tokens = self._tokens(key)
        if tokens < 1:
            return (1 - tokens) / self._rate
        if len(self._left) >= MOST_BUCKETS:
            self._forget_idle()
        self._left[key] = (tokens - 1, self._clock())
        return 0.0

    def _tokens(self, key: str) -> float:
        tokens, since = self._left.get(key, (self._most, 0.0))
        return min(self._most, tokens + (self._clock() - since) * self._rate)

    def _forget_idle(self) -> None:
        """Drop the full ones; when everybody is busy, the half that was seen longest ago."""
        self._left = {key: left for key, left in self._left.items() if self._tokens(key) < self._most}
        for key in list(self._left)[: max(0, len(self._left) - MOST_BUCKETS // 2)]:
            del self._left[key]


@dataclass(slots=True)
class Limits:
    """All the buckets of a server. Rates per second."""

    joins_per_minute: int
    clock: Callable[[], float]
    wrong_codes: Bucket = field(init=False)
    wrong_codes_anywhere: Bucket = field(init=False)
    wrong_tokens: Bucket = field(init=False)
    wrong_keys: Bucket = field(init=False)
    wrong_tags: Bucket = field(init=False)
    joins: Bucket = field(init=False)
    joins_together: Bucket = field(init=False)
    searches: Bucket = field(init=False)
    advice: Bucket = field(init=False)
    paper: Bucket = field(init=False)
    board: Bucket = field(init=False)
    commands: Bucket = field(init=False)
    host_commands: Bucket = field(init=False)

    def __post_init__(self) -> None:
        per_second = self.joins_per_minute / 60
        self.wrong_codes = Bucket(1, 60, self.clock)
        # 30^8 codes: at this rate a guess among them finds one open gathering in a century.
        self.wrong_codes_anywhere = Bucket(200, 2_000, self.clock)
        self.wrong_tokens = Bucket(2, 120, self.clock)
        self.wrong_keys = Bucket(0.2, 10, self.clock)
        # A tag has three letters: a slip or two is human, trying them all is not.
        self.wrong_tags = Bucket(1 / 60, 6, self.clock)
        self.joins = Bucket(per_second, self.joins_per_minute, self.clock)
        self.joins_together = Bucket(4 * per_second, 4 * self.joins_per_minute, self.clock)
        self.searches = Bucket(2 * per_second, 2 * self.joins_per_minute, self.clock)
        self.advice = Bucket(5, 120, self.clock)
        self.paper = Bucket(0.2, 12, self.clock)
        # By ticket nobody is known but the address, which a whole hall may share.
        self.board = Bucket(2 * per_second, 2 * self.joins_per_minute, self.clock)
        self.commands = Bucket(5, 60, self.clock)
        self.host_commands = Bucket(20, 200, self.clock)
