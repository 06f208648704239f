"""A quarter: rows of plots along streets, laid out in a four-sided cell. Backs and sides adjoin with shared nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .tables import Flags, Floats, Integers

SNAP = 2.2
"""Metres: corners nearer than this on a common back boundary become one corner."""

FIRST, LAST, BOTH = 1, 2, 3
"""How a house adjoins: with the plot after it, with the plot before it, with both; 0 is not at all."""

SOUTH_SIDE, NORTH_SIDE = -1, -2
"""Streets of a row that faces one of the cell's own sides; inner streets are numbered from 0."""


@dataclass(frozen=True)
class Layout:
    """The plots of one quarter, n of them, on m nodes in plan coordinates."""

    nodes: Floats
    front: Integers
    """(n, 2) node numbers of the corners at the street."""
    back: Integers
    """(n, 2) node numbers of the corners at the back; the nodes between two of them lie on the boundary too."""
    row: Integers
    street: Integers
    upper: Flags
    """Whether the plot lies on the north side of its street's row, so that its back is further south."""
    along: Floats
    """Where the plot lies along its row, 0–1 from west to east."""
    adjoins: Integers


def lay_out(corners: Floats, kind: dict[str, Any], rng: np.random.Generator) -> Layout:
    """Lay out the plots of a cell without its roads, given by its plan corners (4, 2), counter-clockwise.

    Streets run from corner 0 to corner 1. Depths and widths adapt so that the cell is filled.
    """
    south, east = corners[1] - corners[0], corners[2] - corners[1]
    north, west = corners[2] - corners[3], corners[3] - corners[0]
    length = float(np.hypot(*south) + np.hypot(*north)) / 2
    height = float(np.hypot(*east) + np.hypot(*west)) / 2
    street, depth = float(kind["street_width"]), float(kind["plot_depth"])
    jitter = float(kind["jitter"])
    bend = min(float(kind["bend"]), 0.05 * height) * rng.uniform(-1, 1) / height
    waves, phase = rng.uniform(0.4, 1.0), rng.uniform(0, 2 * np.pi)

    single = kind["layout"] == "single" or height < 1.35 * depth
    blocks = 1 if single else max(1, round((height + street) / (2 * depth + street)))
    share = (height - (blocks - 1) * street) / blocks / height
    unit = rng.uniform(*kind["plot_width"])

    positions: list[Floats] = []
    parts: list[Layout] = []
    count = 0

    def add(s: npt.NDArray[Any], t: npt.NDArray[Any]) -> Integers:
        nonlocal count
        positions.append(np.column_stack([s, t]))
        count += len(s)
        return np.arange(count - len(s), count)

    for block in range(blocks):
        t0 = block * (share + street / height)
        t2 = t0 + share
        t1 = t2 if single else (t0 + t2) / 2
        lower, lower_adjoins = _cuts(length, kind, unit, rng)
        upper, upper_adjoins = (np.array([0.0, 1.0]), np.zeros(1, dtype=np.int64))
        if not single:
            upper, upper_adjoins = _cuts(length, kind, unit, rng)
            upper = _snapped(upper, lower, SNAP / length)
        back = lower if single else np.union1d(lower, upper)
        room = np.minimum(np.diff(back, prepend=-1.0), np.diff(back, append=2.0)) * 0.3
        shift = np.clip(rng.normal(0, jitter / length, len(back)), -room, room)
        shift[[0, -1]] = 0
        lift = np.clip(rng.normal(0, jitter, len(back)), -2 * jitter, 2 * jitter) / height
        if single:
            lift = -np.abs(lift)
        behind = add(back + shift, t1 + lift)
        for above, cuts, adjoins, t in ((False, lower, lower_adjoins, t0), (True, upper, upper_adjoins, t2)):
            if above and single:
                continue
            inwards = np.abs(rng.normal(0, 0.35 * jitter, len(cuts))) if jitter > 2 else np.zeros(len(cuts))
            street_line = add(cuts, t + (-inwards if above else inwards) / height)
            at = behind[np.searchsorted(back, cuts)]
            plots = len(cuts) - 1
            number = SOUTH_SIDE if not above and block == 0 else NORTH_SIDE if above and block == blocks - 1 else block
            parts.append(
                Layout(
                    np.empty((0, 2)),
                    np.column_stack([street_line[:-1], street_line[1:]]),
                    np.column_stack([at[:-1], at[1:]]),
                    np.full(plots, len(parts)),
                    np.full(plots, number if number < 0 or above else block - 1),
                    np.full(plots, above),
                    (cuts[:-1] + cuts[1:]) / 2,
                    adjoins,
                )
            )

    s, t = np.concatenate(positions).T
    t = t + bend * np.sin(np.pi * np.clip(t, 0, 1)) * np.sin(2 * np.pi * waves * s + phase)
    s, t = s[:, None], t[:, None]
    nodes = (1 - t) * ((1 - s) * corners[0] + s * corners[1]) + t * ((1 - s) * corners[3] + s * corners[2])
    return Layout(
        nodes,
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("front", "back", "row", "street", "upper", "along", "adjoins")
        ),
    )


def _cuts(length: float, kind: dict[str, Any], unit: float, rng: np.random.Generator) -> tuple[Floats, Integers]:
    """Where a row is divided, as fractions 0–1, and how each plot's house adjoins its neighbours."""
    layout = kind["layout"]
    if layout == "terraces":
        widths, adjoins = _terraces(length, kind, unit, rng)
    elif layout == "pairs":
        pairs = max(1, round(length / (2 * unit)))
        widths = np.repeat(rng.uniform(0.94, 1.06, pairs), 2)
        adjoins = np.tile([FIRST, LAST], pairs)
    else:
        low, high = kind["plot_width"]
        count = 1 if layout == "single" else max(1, round(length / ((low + high) / 2)))
        widths = rng.uniform(low, high, count)
        adjoins = np.zeros(count, dtype=np.int64)
        if layout == "closed" and count > 1:
            adjoins[:] = BOTH
            adjoins[[0, -1]] = FIRST, LAST
    cuts = np.concatenate([[0.0], np.cumsum(widths)]) / widths.sum()
    cuts[-1] = 1.0
    return cuts, adjoins


def _terraces(length: float, kind: dict[str, Any], unit: float, rng: np.random.Generator) -> tuple[Floats, Integers]:
    """Groups of equal units wall to wall; the units at a group's ends have a strip of garden beside them."""
    garden = float(kind["end_garden"])
    group = int(rng.integers(kind["group"][0], kind["group"][1] + 1))
    groups = max(1, round(length / (group * unit + 2 * garden)))
    each = max(2, round((length / groups - 2 * garden) / unit))
    widths = np.full((groups, each), (length / groups - 2 * garden) / each)
    widths[:, 0] += garden
    widths[:, -1] += garden
    adjoins = np.full((groups, each), BOTH)
    adjoins[:, 0], adjoins[:, -1] = FIRST, LAST
    return widths.ravel(), adjoins.ravel()


def _snapped(cuts: Floats, others: Floats, reach: float) -> Floats:
    """Cuts moved onto those of the row behind where they nearly meet, so that no boundary is shorter than `reach`."""
    nearest = others[np.abs(cuts[:, None] - others).argmin(axis=1)]
    moved = np.where(np.abs(nearest - cuts) < reach, nearest, cuts)
    return moved if len(np.unique(moved)) == len(cuts) else cuts
