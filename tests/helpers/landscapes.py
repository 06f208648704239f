"""Landscapes of which the valley is known by construction: heights as functions of metres east and north."""

import numpy as np
import shapely

from lyngby_heritage.core.valley.delineation import delineate
from lyngby_heritage.core.valley.outline import parts
from lyngby_heritage.core.valley.rules import Rules
from lyngby_heritage.core.valley.terrain import Grid
from lyngby_heritage.core.valley.watercourses import locate

WIDE, HIGH = 1200, 1500
STREAM = "LINESTRING (600 -50, 600 1550)"

MOELLEAAEN = (
    "LINESTRING (722290 6190000, 722340 6190200, 722430 6190350, 722550 6190400, 722750 6190340, 722900 6190230, "
    "723050 6190190, 723200 6190220, 723330 6190350, 723450 6190500, 723700 6190620, 724000 6190750)"
)
"""The course of Mølleåen from Rådvad to Strandmøllen, drawn by hand on the model."""


def grid(cell, dy=None, wide=WIDE, high=HIGH):
    """A grid from 0, 0 to `wide` east and `high` north, with cells of `cell` × `dy` metres."""
    dy = dy or cell
    return Grid(0.0, float(high), float(cell), float(dy), (round(high / dy), round(wide / cell)))


def places(cells):
    """Metres east and north of the centre of each cell."""
    rows, columns = cells.shape
    return np.meshgrid(cells.x(np.arange(columns)), cells.y(np.arange(rows)))


def v_shape(across, steep=0.1, half=200.0):
    """A valley `half` metres from its stream to the shoulder on either side, and a level plateau beyond."""
    return steep * np.minimum(np.abs(across), half)


def find(heights, cells, lines=(STREAM,), names=None, **changed):
    """The parts of the valley of these watercourses (WKT), and what they were found from."""
    shapes = np.array([shapely.from_wkt(line) for line in lines], dtype=object)
    names = names or [""] * len(shapes)
    heights = heights.astype(np.float32)
    rules = Rules.default(**changed)
    water = locate(shapes, names, heights, cells)
    valley = delineate(heights, water, cells, rules)
    return parts(valley, water, names, cells, rules), valley, water


def union(found, *codes):
    """All parts of these kinds as one shape; of every kind when none is named."""
    return shapely.union_all([part.polygon for part in found if not codes or part.code in codes])


def across(shape, north=HIGH / 2):
    """From where to where a shape reaches along a line from west to east, metres."""
    west, _, east, _ = shapely.intersection(shape, shapely.linestrings([[-1e4, north], [1e4, north]])).bounds
    return west, east


def likeness(one, other):
    """Shared area ÷ area of both together."""
    return shapely.intersection(one, other).area / shapely.union(one, other).area
