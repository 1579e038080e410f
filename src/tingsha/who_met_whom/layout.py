"""Where each point lies in the picture.

Springs along the lines, and all points pushing each other away (Fruchterman and Reingold 1991, "Graph drawing by
force-directed placement"). The pushing is that of a whole crowd, so it is taken from a mesh: points are laid on a grid
and the grid is convolved with the force once, by Fourier transform, as particle-mesh codes do (Hockney and Eastwood
1988, "Computer simulation using particles"). A step costs about as much as its lines, however many points push.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Ints = NDArray[np.int64]

_MESH: Final = 128
_STEPS: Final = 120
_SPRING: Final = 1.2
_HOME: Final = 7.0
"""Towards the middle of one's own group, so that groups can be told apart."""
_MIDDLE: Final = 4.0
"""Towards the middle of the picture, so that nobody drifts out of it: with this much the crowd comes to rest in a disc
of radius 1/sqrt of it."""


def layout(n: int, a: Ints, b: Ints, groups: Ints, seed: int) -> Points:
    """Places of points 0..n-1 in the unit square, float64[n, 2]; lines run between a[i] and b[i].

    Points of a group (>= 0) lie towards each other. The same arguments give the same picture.
    """
    if n == 0:
        return np.zeros((0, 2))
    at: Points = _begin(n, groups, seed)
    ends = np.concatenate([a, b]), np.concatenate([b, a])
    kernel = _kernel()
    for step in range(_STEPS):
        force = _push(at, kernel) / n + _SPRING * _springs(at, *ends) + _HOME * _homing(at, groups)
        force += _MIDDLE * (0.5 - at)
        long = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-12)
        most = 0.06 * (1 - step / _STEPS) + 0.0005
        at = np.clip(at + force * (np.minimum(long * 0.1, most) / long)[:, None], 0.0, 1.0)
    return _filling(at)


def _begin(n: int, groups: Ints, seed: int) -> Points:
    """Every group on its own side of a circle, its points scattered around."""
    draw = np.random.default_rng(seed)
    labels, number = np.unique(groups, return_inverse=True)
    turn = 2 * np.pi * number / max(labels.size, 1)
    middle = 0.5 + 0.28 * np.stack([np.cos(turn), np.sin(turn)], axis=1) * (labels.size > 1)
    return np.clip(middle + draw.normal(0, 0.12, (n, 2)), 0.02, 0.98)


def _kernel() -> NDArray[np.complex128]:
    """The push of one point on its surroundings, as a transform, complex128[2, 2m, m + 1]; 1/r beyond one cell."""
    size = 2 * _MESH
    offset = (np.arange(size) + _MESH) % size - _MESH
    y, x = np.meshgrid(offset, offset, indexing="ij")
    square = (x * x + y * y + 1.0) / _MESH
    return np.fft.rfft2(np.stack([x / square, y / square]))


def _push(at: Points, kernel: NDArray[np.complex128]) -> Points:
    """The push of all on each, float64[n, 2]."""
    size = 2 * _MESH
    cell = np.minimum((at * _MESH).astype(np.int64), _MESH - 1)
    crowd = np.zeros((size, size))
    np.add.at(crowd, (cell[:, 1], cell[:, 0]), 1.0)
    field: Points = np.fft.irfft2(np.fft.rfft2(crowd) * kernel, s=(size, size))
    return field[:, cell[:, 1], cell[:, 0]].T


def _springs(at: Points, start: Ints, end: Ints) -> Points:
    """The pull of the lines, float64[n, 2]."""
    pull = at[end] - at[start]
    n = len(at)
    return np.stack([np.bincount(start, pull[:, axis], n).astype(np.float64) for axis in (0, 1)], axis=1)


def _homing(at: Points, groups: Ints) -> Points:
    """Towards the middle of one's own group, float64[n, 2]; those without one stay as they are."""
    number = groups + 1
    count = np.maximum(np.bincount(number), 1)
    middle = np.stack([np.bincount(number, at[:, axis]) / count for axis in (0, 1)], axis=1)
    return (middle[number] - at) * (groups >= 0)[:, None]


def _filling(at: Points) -> Points:
    """The same picture, as large as the square lets it be."""
    low, high = at.min(0), at.max(0)
    wide = max(float((high - low).max()), 1e-9)
    return 0.5 + (at - (low + high) / 2) / wide * 0.96
