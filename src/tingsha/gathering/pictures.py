"""The picture that phone and stage share, so that people see they are in the right place."""

from typing import Final

PICTURES: Final = (
    "acorn", "anchor", "apple", "badger", "bee", "bicycle", "butterfly", "cherry", "cloud", "clover", "dolphin",
    "duck", "feather", "fox", "hare", "hedgehog", "heron", "kite", "lantern", "lighthouse", "moon", "mushroom",
    "oak", "otter", "owl", "pear", "robin", "sailboat", "seal", "snail", "squirrel", "star", "sunflower", "swan",
    "teapot", "tortoise", "tulip", "umbrella", "whale", "windmill",
)  # fmt: skip

CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Thirty letters and digits that nobody mistakes for one another."""
CODE_LENGTH: Final = 8
