"""How the data travel to the page: as scripts, which a browser reads from a file server and from a disk alike."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from .content import Ring

STEPS = 1_000_000
"""Steps to a degree: one step is 11 cm north and 6 cm east, less than a point on any screen."""

# What could end a script or a line of it early, as JSON writes it instead.
ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_text(value: Any) -> str:
    """JSON without blanks that harms nothing wherever in a script or a page it stands."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(ESCAPED)


def script(name: str, value: Any) -> str:
    """The file that hands the page one piece of data."""
    return f"Heritage.receive({json_text(name)},{json_text(value)});\n"


def steps(degrees: Sequence[float | None], origin: int) -> list[int | None]:
    """Degrees in whole steps from the origin, which is in steps too; None stays None."""
    return [None if each is None else round(each * STEPS) - origin for each in degrees]


def packed_rings(rings: Sequence[Ring], lon: int, lat: int) -> list[list[int]]:
    """Each ring as [x, y, dx, dy, …] in steps: the first point from (lon, lat), each further one from that before it.

    The last point of a closed ring is left out; a point that a step moves nowhere is too.
    """
    return [packed for packed in (_packed(np.asarray(ring, dtype=np.float64), lon, lat) for ring in rings) if packed]


def _packed(ring: np.ndarray[Any, np.dtype[np.float64]], lon: int, lat: int) -> list[int]:
    points = np.rint(ring[:, :2] * STEPS).astype(np.int64)
    moves = np.diff(points, axis=0)
    moves = moves[moves.any(axis=1)]
    if len(moves) > 1 and (points[0] == points[-1]).all():
        moves = moves[:-1]
    start = points[0] - (lon, lat)
    return [*start.tolist(), *moves.ravel().tolist()]
