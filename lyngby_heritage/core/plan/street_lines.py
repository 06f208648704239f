"""Where a map writes the names of streets: along a line through their addresses, since no layer has the streets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common import addresses
from ..common.arrays import Floats

LEAST = 2
"""Addresses of a street that show which way it goes."""
STRAIGHT = 0.5
"""From this share of being a line rather than a heap (0–1) the addresses of a street show its direction."""


@dataclass(frozen=True)
class StreetLine:
    """A street by its name, and the line that its addresses lie along, (2, 2), in metres."""

    name: str
    line: npt.NDArray[np.float64]


def street_lines(told: Sequence[str], x: Floats, y: Floats) -> list[StreetLine]:
    """The streets of some buildings by their addresses, (n,), and their places in metres, NaN for none.

    A street with houses on both sides is written between them, one with houses on one side on them. A street of fewer
    than LEAST addresses shows no direction and is left out.

    >>> found = street_lines(["Ågade 1", "Ågade 3", "Ågade 2"], np.array([0., 40, 20]), np.array([0., 0, 20]))
    >>> found[0].name, found[0].line.tolist()
    ('Ågade', [[0.0, 10.0], [40.0, 10.0]])
    """
    places = np.stack([x, y], axis=1)
    rows: dict[str, list[int]] = {}
    for row, address in enumerate(told):
        street, number = addresses.parts(address) if address else ("", "")
        if street and number and np.isfinite(places[row]).all():
            rows.setdefault(street, []).append(row)
    found = []
    for street in sorted(rows, key=addresses.danish_key):
        if len(rows[street]) >= LEAST:
            odd = np.array([_is_odd(told[row]) for row in rows[street]], dtype=bool)
            found.append(StreetLine(street, _line(places[rows[street]], odd)))
    return found


def _is_odd(address: str) -> bool:
    digits = "".join(one for one in addresses.parts(address)[1].split("-")[0] if one.isdigit())
    return bool(digits) and int(digits) % 2 == 1


def _line(places: npt.NDArray[np.float64], odd: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """The line along places, (k, 2), between those of odd and those of even numbers where there are both."""
    sides = [places[side] for side in (odd, ~odd) if side.any()]
    # Each side about its own middle: else the width of the street tilts a short one.
    flat = np.concatenate([side - side.mean(axis=0) for side in sides])
    values, vectors = np.linalg.eigh(flat.T @ flat)
    straight = (values[1] - values[0]) / max(values[1] + values[0], 1e-9)
    along = vectors[:, 1] if straight >= STRAIGHT else np.array([1.0, 0.0])
    along = along if along[0] >= 0 else -along
    across = np.array([-along[1], along[0]])
    depth = np.mean([(side @ across).mean() for side in sides])
    reach = places @ along
    ends = [along * end + across * depth for end in (reach.min(), reach.max())]
    return np.round(np.array(ends), 2)
