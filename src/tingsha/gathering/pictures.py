"""The picture that phone and stage share, so that people see they are in the right place."""

from typing import Final

PICTURES: Final = (
    "anchor", "apple", "bell", "boat", "butterfly", "candle", "cherry", "cloud", "clover", "cup", "fish",
    "flower", "house", "key", "kite", "leaf", "lighthouse", "moon", "mushroom", "owl", "snail", "star",
    "sun", "tree", "umbrella", "whale", "windmill",
)  # fmt: skip
"""Each is drawn in `screens/pictures`."""

CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Thirty letters and digits that nobody mistakes for one another."""
CODE_LENGTH: Final = 8
