"""Beacons and spots."""

from tingsha.pairs.beacon import COLOURS, PALETTE, SHAPES, Beacon, beacon, spot


def test_all_forty_eight_beacons_come_before_one_returns() -> None:
    assert len({beacon(0, row) for row in range(48)}) == 48


def test_neighbours_differ_in_colour_and_in_shape() -> None:
    for round_ in range(10):
        for row in range(200):
            here, there = beacon(round_, row), beacon(round_, row + 1)
            assert here.colour != there.colour
            assert here.shape != there.shape


def test_a_spot_has_another_beacon_each_round() -> None:
    for row in range(48):
        assert len({beacon(round_, row) for round_ in range(10)}) == 10


def test_beacons_are_words() -> None:
    assert beacon(0, 0) == Beacon("yellow", "circle")
    assert len(COLOURS) == 6
    assert len(SHAPES) == 8
    assert set(PALETTE) == set(COLOURS)


def test_a_dark_shape_stands_out_on_every_colour() -> None:
    # WCAG 2.2 asks 3:1 of graphical objects; the shape is nearly black.
    assert all((_light(PALETTE[colour]) + 0.05) / 0.06 >= 3 for colour in COLOURS)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_spots_count_from_one() -> None:
    assert spot(0) == 1
