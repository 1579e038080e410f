"""Chance from a seed: the same draws on every machine and with every version of NumPy."""

import numpy as np
from numpy.typing import NDArray

_WORD = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


def _mixed(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def _mixed_word(x: int) -> int:
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & _WORD
    return x ^ (x >> 31)


def lot(seed: int, *purpose: int) -> int:
    """One draw for a seed and purpose, 0 … 2**64 - 1: a word at a time, so a million cost no arrays."""
    at = 0
    for part in (seed, *purpose):
        # A seed may be wider than one word (ids are 128 bits), so every word of it counts.
        for word in (part & _WORD, (part >> 64) & _WORD):
            at = _mixed_word((at + _STEP) & _WORD ^ word)
    return at


class Chance:
    """A stream of draws for one seed and purpose (SplitMix64: Steele, Lea and Flood 2014).

    NumPy's own generators may change their streams between versions; a plan must not.
    """

    def __init__(self, seed: int, *purpose: int) -> None:
        self._at = lot(seed, *purpose)

    def draws(self, size: int) -> NDArray[np.uint64]:
        """The next `size` draws, uint64[size]."""
        steps = np.arange(1, size + 1, dtype=np.uint64) * np.uint64(_STEP)
        drawn = _mixed(steps + np.uint64(self._at))
        self._at = (self._at + size * _STEP) & _WORD
        return drawn

    def below(self, bound: int, size: int) -> NDArray[np.int64]:
        """`size` numbers in 0..bound-1, int64[size]."""
        return ((self.draws(size) >> np.uint64(32)) * np.uint64(bound) >> np.uint64(32)).astype(np.int64)

    def order(self, size: int, classes: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        """A random order of 0..size-1, int64[size]; with classes (from 0 to 65,535), one class after the other."""
        bits = np.uint64(max(1, size).bit_length())
        keys = self.draws(size)
        if classes is not None:
            keys >>= np.uint64(16)
            keys |= classes.astype(np.uint64) << np.uint64(48)
        # The place rides in the low bits: no ties, so any sort gives the same order.
        keys >>= bits
        keys <<= bits
        keys |= np.arange(size, dtype=np.uint64)
        keys.sort()
        keys &= (np.uint64(1) << bits) - np.uint64(1)
        return keys.view(np.int64)
