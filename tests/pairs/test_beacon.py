"""Beacons: told apart across a hall, whatever somebody's eyes can do."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tingsha.pairs.beacon import COLOURS, PALETTE, SHAPES, SIGNS, Beacon, beacon

SCREEN = Path(__file__).parents[2] / "screens" / "shared" / "beacon.tsx"
SHAPE = "#08121a"
LEAST = 16.0
"""A step of 2 can just be seen side by side; across a hall, in other light, it takes several times that."""

# Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
SIGHTS = {
    "all three": np.eye(3),
    "no red": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]),
    "no green": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]),
    "no blue": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
# Ottosson (2020), OKLab.
CONES = np.array([
    [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
])  # fmt: skip
LAB = np.array([
    [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
])  # fmt: skip


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def seen(colour: str, sight: str) -> np.ndarray:
    """Where a colour lies in OKLab for somebody with this sight, times 100."""
    return 100 * LAB @ np.cbrt(CONES @ np.clip(SIGHTS[sight] @ linear(colour), 0, 1))


@pytest.mark.parametrize("sight", SIGHTS)
def test_colours_lie_far_apart_for_every_sight(sight: str) -> None:
    apart = {
        (one, other): float(np.linalg.norm(seen(PALETTE[one], sight) - seen(PALETTE[other], sight)))
        for one, other in combinations(COLOURS, 2)
    }
    assert min(apart.values()) >= LEAST, min(apart, key=lambda pair: apart[pair])


def test_a_dark_shape_stands_out_on_every_colour() -> None:
    def light(colour: str) -> float:
        return float(linear(colour) @ [0.2126, 0.7152, 0.0722]) + 0.05

    assert min(light(PALETTE[each]) / light(SHAPE) for each in COLOURS) >= 4.5


def test_the_phone_paints_the_same_colours() -> None:
    painted = dict(re.findall(r'(\w+): "(#[0-9a-f]{6})"', SCREEN.read_text(encoding="utf-8")))
    assert painted == PALETTE


@given(st.integers(0, 9), st.integers(0, 1_000_000))
def test_all_forty_eight_beacons_come_before_one_returns(round_: int, number: int) -> None:
    assert len({beacon(round_, number + step) for step in range(SIGNS)}) == SIGNS
    assert beacon(round_, number) == beacon(round_, number + SIGNS)


@given(st.integers(0, 9), st.integers(0, 1_000_000), st.sampled_from([1, 7]))
def test_neighbours_in_a_line_and_in_a_grid_differ_in_colour_and_in_shape(
    round_: int, number: int, step: int
) -> None:
    here, there = beacon(round_, number), beacon(round_, number + step)
    assert here.colour != there.colour
    assert here.shape != there.shape


def test_a_spot_has_another_beacon_each_round() -> None:
    for row in range(48):
        assert len({beacon(round_, row) for round_ in range(10)}) == 10


def test_beacons_are_words() -> None:
    assert beacon(0, 0) == Beacon("yellow", "circle")
    assert (len(COLOURS), len(SHAPES)) == (6, 8)
