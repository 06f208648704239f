"""Rules on the terrain model: can it be used, are its cells small enough, and has it heights where the others lie?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..common.arrays import Booleans, Geometries
from .findings import Hits
from .heights import Heights
from .inputs import Inputs, Layer
from .roles import TERRAIN
from .rule_table import Rule
from .rules import rule

HIGH = ("BUILDINGS", "WATERCOURSES")
"""Inputs of which each row is asked for a height where it lies."""


def _models(data: Inputs) -> Iterator[tuple[Layer, Heights]]:
    for layer in data.of(TERRAIN):
        if layer.heights is not None:
            yield layer, layer.heights


@rule("terraen_afvises")
def refused(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No CRS, not in metres, a picture, turned, or damaged: the tools refuse it."""
    for layer, heights in _models(data):
        if heights.refused:
            yield Hits(layer, None, {"hvorfor": heights.refused})


@rule("terraen_grove_celler")
def coarse(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Cells so large that a valley's sides are lost in them."""
    for layer, heights in _models(data):
        if heights.cell > rule.limit("most_m"):
            yield Hits(layer, None, {"celle": heights.cell, "mest": rule.limit("most_m")})


@rule("terraen_uden_hoejder")
def without_heights(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Buildings or watercourses that lie where the model has no height, beyond its edge or in a gap of it."""
    for layer, heights in _models(data):
        for other in data.of(*HIGH):
            if heights.grid is None or not data.usable(other):
                continue
            lost, asked = _lost(heights, other)
            if lost.any() and lost.sum() >= rule.limit("percent") / 100 * asked:
                yield Hits(
                    layer, None, {"antal": int(lost.sum()), "alle": asked, "lag": other.name}, _middle(other, lost)
                )


def _lost(heights: Heights, layer: Layer) -> tuple[Booleans, int]:
    """Which rows that have a place lie without a height, (n,), and how many have a place."""
    there = np.flatnonzero(~layer.placeless & layer.current)
    points = shapely.get_coordinates(layer.points(there))
    lost = np.zeros(len(layer), dtype=bool)
    lost[there] = ~heights.at(points[:, 0], points[:, 1])
    return lost, len(there)


def _middle(layer: Layer, rows: Booleans) -> Geometries | None:
    """The middle of what the public may see of some rows, as the one place of a finding."""
    bounds = layer.bounds[rows & ~layer.withheld]
    if not len(bounds):
        return None
    low, high = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
    point: Geometries = np.array([shapely.Point((low + high) / 2)], dtype=object)
    return point


@rule("terraen_daekker_ikke_kommunen")
def short_of_the_boundary(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A part of the municipality without heights; the sea is often left out, so some of it is allowed."""
    for layer, heights in _models(data):
        for boundary in data.of("BOUNDARY"):
            if heights.grid is None or not data.usable(boundary) or not boundary.polygons.any():
                continue
            whole = shapely.union_all(boundary.geometries[boundary.polygons])
            shapely.prepare(whole)
            x, y = heights.places()
            covered = shapely.contains_xy(whole, x, y).sum() * heights.grid.dx * heights.grid.dy
            lacking = 100 * (1 - covered / shapely.area(whole))
            if lacking > rule.limit("percent"):
                yield Hits(layer, None, {"procent": float(lacking), "graense": boundary.name})
