"""Rings of degrees as the polygons of GeoJSON: outer rings against the clock, holes with it (RFC 7946, 3.1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .content import Ring, whole_rings


def polygon_of(rings: Iterable[Ring] | None) -> dict[str, Any] | None:
    """The Polygon or MultiPolygon that some rings make, even within odd being a hole; None where they make none."""
    closed = [ring for ring in map(_closed, whole_rings(rings)) if len(ring) > 3]
    if not closed:
        return None
    if len(closed) == 1:
        return {"type": "Polygon", "coordinates": [_turned(closed[0], left=True)]}
    within = [sum(_holds(other, ring) for other in closed if other is not ring) for ring in closed]
    parts = {i: [_turned(ring, left=True)] for i, ring in enumerate(closed) if within[i] % 2 == 0}
    for i, ring in enumerate(closed):
        if within[i] % 2 == 0:
            continue
        around = [j for j in parts if within[j] == within[i] - 1 and _holds(closed[j], ring)]
        if around:
            parts[around[0]].append(_turned(ring, left=False))
    polygons = list(parts.values())
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _closed(ring: Ring) -> list[list[float]]:
    points = [[point[0], point[1]] for point in ring]
    return points if points[0] == points[-1] else [*points, points[0]]


def _turned(ring: list[list[float]], left: bool) -> list[list[float]]:
    """The ring against the clock, or with it."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(_about(ring), _about(ring)[1:]))
    return ring if (twice > 0) is left else ring[::-1]


def _about(ring: list[list[float]]) -> list[tuple[float, float]]:
    """From its first point: degrees of one house differ in their last digits alone."""
    return [(point[0] - ring[0][0], point[1] - ring[0][1]) for point in ring]


def _holds(outer: Sequence[Sequence[float]], ring: Sequence[Sequence[float]]) -> bool:
    """Whether a ring lies within another: by its first point that is not on one of the other's corners."""
    corners = {tuple(point) for point in outer}
    x, y = next((point for point in ring if tuple(point) not in corners), ring[0])
    odd = False
    for a, b in zip(outer, outer[1:]):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            odd = not odd
    return odd
