"""What every measurement shares: one JSON object per line on standard output, progress on standard error."""

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any


def tell(**figures: Any) -> None:
    """One line of results. Seconds, bytes and ratios are rounded to what the machine can really tell."""
    print(json.dumps({name: _short(value) for name, value in figures.items()}), flush=True)


def progress(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)


def seconds(doing: Callable[[], object]) -> float:
    """How long one call takes."""
    gc.collect()
    began = time.perf_counter()
    doing()
    return time.perf_counter() - began


def alternating(doings: Mapping[str, Callable[[], object]], passes: int) -> dict[str, float]:
    """Median seconds of each, taken in turns, so that a busy moment of the machine hits all of them alike."""
    took: dict[str, list[float]] = {name: [] for name in doings}
    for number in range(passes):
        progress(f"pass {number + 1} of {passes}")
        for name, doing in doings.items():
            took[name].append(seconds(doing))
    return {name: median(each) for name, each in took.items()}


def _short(value: Any) -> Any:
    return float(f"{value:.4g}") if isinstance(value, float) else value
