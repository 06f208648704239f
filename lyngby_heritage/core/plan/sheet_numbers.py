"""Where the numbers of the sheets stand on the map of all of them: none upon another, each in or near its sheet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..common.arrays import Booleans, Floats

STEP = 0.25
"""How far apart the places are that a number tries, as a share of the largest number."""
GAP = 0.15
"""The least gap between two numbers, as a share of the height of the larger one."""


def placed(frames: Floats, sizes: Sequence[Floats]) -> tuple[Floats, int]:
    """The middle of each number (n, 2), and the place among the sizes of the one that they are written in.

    `frames` are west, south, east, north of the sheets, (n, 4); each of `sizes` is the width and the height of every
    number at one size of letters, (n, 2), the largest letters first, in the units of the frames. A number stands in
    the middle of its sheet where there is room, else as near to it as there is, within the sheet as long as that goes.
    The first size is taken at which every number stands within its sheet; at the last they stand wherever there is
    room, which there always is.
    """
    found = np.empty((0, 2))
    for place, size in enumerate(sizes):
        found, within = _placed(frames, size)
        if within.all():
            return found, place
    return found, len(sizes) - 1


def _placed(frames: Floats, size: Floats) -> tuple[Floats, Booleans]:
    """The middle of each number at one size, and whether it stands within its sheet; small sheets choose first."""
    count = len(frames)
    middles = (frames[:, :2] + frames[:, 2:]) / 2
    # The gap is half at each number, so that two of them keep the whole of it.
    size = size + GAP * size[:, 1:].max(initial=0.0)
    offsets = _offsets(count, size.max(axis=0, initial=0.0))
    found, within, done = middles.copy(), np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    for one in np.argsort(np.prod(frames[:, 2:] - frames[:, :2], axis=1), kind="stable").tolist():
        tried = middles[one] + offsets
        inside = np.all((tried - size[one] / 2 >= frames[one, :2]) & (tried + size[one] / 2 <= frames[one, 2:]), axis=1)
        near = _first_free(tried[inside], found[done], (size[one] + size[done]) / 2)
        within[one] = near is not None
        near = near if near is not None else _first_free(tried, found[done], (size[one] + size[done]) / 2)
        found[one] = middles[one] if near is None else near
        done[one] = True
    return found, within


def _first_free(tried: Floats, taken: Floats, apart: Floats) -> Floats | None:
    """The first place that keeps away from all that are taken, along x or along y, (2,); None where none does."""
    start = 0
    while start < len(tried):
        some = tried[start : 4 * start + 32]  # most have the first few free
        free = (np.abs(some[:, None] - taken[None]) >= apart[None]).any(axis=2).all(axis=1)
        if free.any():
            first: Floats = some[int(np.argmax(free))]
            return first
        start += len(some)
    return None


def _offsets(count: int, size: Floats) -> Floats:
    """Steps from the middle, the shortest first, (m, 2): more than so many numbers of at most this size can take.

    A number that stands takes less than 2 / STEP + 1 steps along each side from another of the largest size.
    """
    reach = int(np.ceil(np.sqrt(count) * (2 / STEP + 1) / 2)) + 1
    along = np.arange(-reach, reach + 1)
    steps = np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2) * STEP
    steps = steps[np.argsort(np.hypot(*(steps * size).T), kind="stable")]
    offsets: Floats = steps * size
    return offsets
