"""What a run found out about its data and its result, for the log."""

from __future__ import annotations

import numpy as np

from ..common.arrays import Booleans
from ..common.errors import Note
from .outline import FLOOR, SIDE, SIDE_VALLEY, Part
from .terrain import Grid
from .watercourses import Watercourses


def on_the_model(water: Watercourses, mine: Booleans, repaired: int, missing: int, layer: str) -> list[Note]:
    """What of the rows of `layer`, those of `mine` (n,) among all that were given, lies on the terrain model."""
    rows, outside, partly = (int(np.count_nonzero(one & mine)) for one in (mine, water.outside, water.partly))
    notes = []
    if outside:
        notes.append(
            Note(
                "{count} of {rows:row|rows} of {layer} {count:=lies|lie} outside the terrain model and "
                "{count:=counts|count} for nothing.",
                {"count": outside, "rows": rows, "layer": layer},
                warning=True,
            )
        )
    if partly:
        notes.append(
            Note(
                "{count} of {rows:row|rows} of {layer} {count:=lies|lie} partly outside the terrain model, or where "
                "it has no heights: the valley is found as far as the model goes.",
                {"count": partly, "rows": rows, "layer": layer},
                warning=True,
            )
        )
    if repaired:
        notes.append(
            Note(
                "{count:invalid geometry|invalid geometries} of {layer} {count:=was|were} repaired.",
                {"count": repaired, "layer": layer},
                warning=True,
            )
        )
    if missing:
        notes.append(
            Note(
                "{count:row|rows} of {layer} {count:=has|have} no usable geometry and {count:=counts|count} for "
                "nothing.",
                {"count": missing, "layer": layer},
                warning=True,
            )
        )
    return notes


def on_the_cells(own: Grid, used: Grid, wanted: float, unknown_share: float) -> list[Note]:
    """Which cells were worked on, and how much of the model has no heights."""
    notes = [
        Note(
            "Outlines are worked out on {rows} × {columns} cells of {dx} × {dy} m (the model's are {own_dx} × "
            "{own_dy} m).",
            {
                "rows": used.shape[0],
                "columns": used.shape[1],
                "dx": used.dx,
                "dy": used.dy,
                "own_dx": own.dx,
                "own_dy": own.dy,
            },
        )
    ]
    if 0 < wanted < own.cell * 0.999:
        notes.append(
            Note(
                "A cell of {wanted} m (RESOLUTION) is finer than the model's of {cell} m; the model's own are used.",
                {"wanted": wanted, "cell": own.cell},
                warning=True,
            )
        )
    if unknown_share > 0:
        notes.append(
            Note(
                "{share} % of the terrain model has no heights; no valley is drawn there.",
                {"share": round(100 * unknown_share, 1)},
            )
        )
    return notes


def on_the_result(parts: list[Part]) -> list[Note]:
    """What was found."""
    if not parts:
        return [
            Note(
                "No valley was found: nowhere along the watercourses do slopes rise on both sides as MIN_SLOPE and "
                "MIN_RELIEF ask. Lower them, or look at the height above the watercourse (OUTPUT_HEIGHT).",
                warning=True,
            )
        ]
    return [
        Note(
            "{floors:valley floor|valley floors} ({floor_ha} ha), {sides:side|sides} ({side_ha} ha), "
            "{side_valleys:side valley|side valleys} "
            "({side_valley_ha} ha). It is a proposal: look at it on the map.",
            {
                "floors": count_of(parts, FLOOR),
                "floor_ha": area_of(parts, FLOOR),
                "sides": count_of(parts, SIDE),
                "side_ha": area_of(parts, SIDE),
                "side_valleys": count_of(parts, SIDE_VALLEY),
                "side_valley_ha": area_of(parts, SIDE_VALLEY),
            },
        )
    ]


def count_of(parts: list[Part], code: str) -> int:
    """How many parts are of a kind."""
    return sum(1 for part in parts if part.code == code)


def area_of(parts: list[Part], code: str) -> float:
    """The area of all parts of a kind, ha."""
    return round(sum(part.area_ha for part in parts if part.code == code), 2)
