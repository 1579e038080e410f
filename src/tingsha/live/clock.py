"""The server's clock: the wall's time at the start, and from there on a clock that nobody sets back."""

import time
from collections.abc import Callable

from tingsha.words import Instant

Clock = Callable[[], Instant]


def server_clock() -> Clock:
    """A clock in ms since the epoch. It counts on through a laptop's sleep, and does not jump with the wall's."""
    source = getattr(time, "CLOCK_BOOTTIME", None)

    def ticks() -> int:
        return time.monotonic_ns() if source is None else time.clock_gettime_ns(source)

    wall, begun = time.time_ns(), ticks()
    return lambda: (wall + ticks() - begun) // 1_000_000
