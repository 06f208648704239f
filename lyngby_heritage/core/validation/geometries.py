"""Rules on geometries: missing, invalid, curved, or the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import shapely

from ..common.arrays import Geometries
from ..common.data import load
from .findings import Hits
from .inputs import Inputs
from .roles import BUILDING_ROLES, TABLE_ROLES
from .rule_table import LEVELS, TABLE, Rule
from .rules import rule

OPEN_RING = "Ring is not closed"
"""The fault of what GEOS does not read at all, and so has no word for."""
CORRECT = "Ret den i kilden, eller kør QGIS' værktøj »Ret geometrier«, og se efter, om fladen er den rigtige"
LEAVE = "Arealet er det samme, så der er intet, som skal rettes"
_REASON = re.compile(r"^(.*?)\s*\[([-0-9.e+]+) ([-0-9.e+]+)")


@rule("geometri_mangler")
def missing(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Rows without geometry, or with one that is empty or cannot be read. BBR's have a rule of their own."""
    for layer in data.layers:
        if layer.spatial and layer.role not in ("BBR", *TABLE_ROLES):
            rows = np.setdiff1d(layer.geometry.missing, layer.geometry.repaired)
            yield Hits(layer, rows)


@rule("geometri_ugyldig")
def invalid(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """What is wrong with the geometry and where; what a repair does to its area tells whether it matters.

    An outline that touches itself holds what it held: it is told, and there is nothing to correct.
    """
    known: dict[str, str] = load(TABLE)["geometry_faults"]
    for layer in data.layers:
        rows = layer.geometry.repaired
        if not layer.spatial or not len(rows):
            continue
        originals = layer.geometry.originals
        reasons = [one or OPEN_RING for one in shapely.is_valid_reason(originals).tolist()]
        found = [_REASON.match(one) for one in reasons]
        faults = [match.group(1) if match else reason for match, reason in zip(found, reasons)]
        after = shapely.area(layer.geometries[rows])
        points: Geometries = layer.points(rows)
        for at, match in enumerate(found):
            if match and np.isfinite([float(match.group(2)), float(match.group(3))]).all():
                points[at] = shapely.Point(float(match.group(2)), float(match.group(3)))
        told = np.array([known.get(fault, fault) for fault in faults], dtype=object)
        before, after = np.nan_to_num(shapely.area(originals)), np.nan_to_num(after)
        harmless = (before > 0) & (np.abs(after - before) <= rule.limit("percent") / 100 * before)
        for chosen, level, advice in ((~harmless, "", CORRECT), (harmless, LEVELS[-1], LEAVE)):
            values = {"fejl": told[chosen].tolist(), "foer": before[chosen].tolist(), "efter": after[chosen].tolist()}
            yield Hits(layer, rows[chosen], {**values, "raad": advice}, points[chosen], level)


@rule("geometri_buer")
def curved(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Curves are straightened for the computation."""
    for layer in data.layers:
        yield Hits(layer, np.asarray(layer.curved, dtype=np.intp))


@rule("geometri_dublet")
def doubled(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The same outline twice: the building would count double, and be its own neighbour."""
    for layer in data.of(*BUILDING_ROLES):
        if not layer.spatial:
            continue
        areas = np.flatnonzero(layer.polygons & layer.current)
        keys = np.column_stack([np.round(layer.bounds[areas], 3), np.round(layer.areas[areas], 2)])
        _, first, group, count = np.unique(keys, axis=0, return_index=True, return_inverse=True, return_counts=True)
        alike = np.flatnonzero((count[group.ravel()] > 1) & (first[group.ravel()] != np.arange(len(areas))))
        rows, others = areas[alike], areas[first[group.ravel()[alike]]]
        same = shapely.equals(layer.geometries[rows], layer.geometries[others])
        yield Hits(layer, rows[same], {"anden": [layer.named(one) for one in others[same].tolist()]})
