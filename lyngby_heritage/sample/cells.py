"""The town's skeleton: four-sided cells between roads, cut from one rectangle.

Cells share their sides' nodes exactly: a side is a stretch of a line, and a line keeps the nodes of all cells along it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import shapely

from .ground import Ground
from .tables import Floats, Objects

NODE_SPACING = 30.0
"""Metres between the nodes of a line, so that it bends with the ground."""

EDGE_ROAD = 9.0
"""Metres: the width of the roads round the whole plan."""

MEETING = 5.0
"""Metres: roads that would meet a road from both sides nearer together than this meet it at one crossing."""

Point = tuple[float, float]


@dataclass
class Line:
    """A road's centre line on the plan, straight there, and the nodes on it as fractions of its length."""

    start: Point
    end: Point
    width: float
    nodes: set[float] = field(default_factory=lambda: {0.0, 1.0})

    def point(self, at: float) -> Point:
        """The plan coordinates at a fraction of the line; its ends exactly."""
        if at == 1.0:
            return self.end
        (x0, y0), (x1, y1) = self.start, self.end
        return (x0 + at * (x1 - x0), y0 + at * (y1 - y0))

    @property
    def length(self) -> float:
        """Metres."""
        return float(np.hypot(self.end[0] - self.start[0], self.end[1] - self.start[1]))


class Side(NamedTuple):
    """A stretch of a line, from fraction `first` to fraction `last`, walked with the cell on the left."""

    line: int
    first: float
    last: float


@dataclass(frozen=True)
class Cell:
    """Four sides, counter-clockwise from the south-west corner: south, east, north, west."""

    sides: tuple[Side, Side, Side, Side]
    use: str
    group: int


class Skeleton:
    """Lines and the cutting of cells."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def rectangle(self, west: float, south: float, east: float, north: float, use: str = "") -> Cell:
        """The cell that everything is cut from."""
        corners = [(west, south), (east, south), (east, north), (west, north)]
        sides = []
        for number in range(4):
            self.lines.append(Line(corners[number], corners[(number + 1) % 4], EDGE_ROAD))
            sides.append(Side(len(self.lines) - 1, 0.0, 1.0))
        return Cell((sides[0], sides[1], sides[2], sides[3]), use, 0)

    def corners(self, cell: Cell) -> Floats:
        """The plan coordinates of the four corners, (4, 2)."""
        return np.array([self.lines[side.line].point(side.first) for side in cell.sides])

    def widths(self, cell: Cell) -> Floats:
        """The road widths along the four sides, metres."""
        return np.array([self.lines[side.line].width for side in cell.sides])

    def cut_across(self, cell: Cell, south: float, north: float, width: float) -> tuple[Cell, Cell]:
        """Cut from the south side to the north side, at fractions counted from the west: the cells west and east."""
        low, east, high, west = cell.sides
        bottom, low_west, low_east = self._divide(low, south)
        top, high_east, high_west = self._divide(high, 1 - north)
        self.lines.append(Line(bottom, top, width))
        line = len(self.lines) - 1
        return (
            Cell((low_west, Side(line, 0.0, 1.0), high_west, west), cell.use, cell.group),
            Cell((low_east, east, high_east, Side(line, 1.0, 0.0)), cell.use, cell.group),
        )

    def cut_along(self, cell: Cell, west: float, east: float, width: float) -> tuple[Cell, Cell]:
        """Cut from the west side to the east side, at fractions counted from the south: the cells south and north."""
        low, right, high, left = cell.sides
        start, left_north, left_south = self._divide(left, 1 - west)
        end, right_south, right_north = self._divide(right, east)
        self.lines.append(Line(start, end, width))
        line = len(self.lines) - 1
        return (
            Cell((low, right_south, Side(line, 1.0, 0.0), left_south), cell.use, cell.group),
            Cell((Side(line, 0.0, 1.0), right_north, high, left_north), cell.use, cell.group),
        )

    def _divide(self, side: Side, fraction: float) -> tuple[Point, Side, Side]:
        """The point at a fraction of the side as it is walked, and the stretches before and after it."""
        at = side.first + fraction * (side.last - side.first)
        line = self.lines[side.line]
        low, high = sorted((side.first, side.last))
        inner = [node for node in line.nodes if low < node < high]
        nearest = min(inner, key=lambda node: abs(node - at), default=at)
        if abs(nearest - at) * line.length < MEETING:
            at = nearest
        line.nodes.add(at)
        return line.point(at), Side(side.line, side.first, at), Side(side.line, at, side.last)

    def outlines(self, cells: list[Cell], ground: Ground) -> Objects:
        """The cells as polygons on the ground, (n,); neighbours share every node."""
        fractions: list[Floats] = []
        points: list[Floats] = []
        for line in self.lines:
            at = _with_spacing(np.array(sorted(line.nodes)), line.length)
            fractions.append(at)
            points.append(np.array([line.point(value) for value in at.tolist()]))
        starts = np.cumsum([0] + [len(at) for at in fractions])
        placed = ground.place(np.concatenate(points))
        rings = []
        for cell in cells:
            stretches = []
            for line_number, first, last in cell.sides:
                at = fractions[line_number]
                low, high = np.searchsorted(at, sorted((first, last)))
                stretch = placed[starts[line_number] + low : starts[line_number] + high + 1]
                stretches.append(stretch[:-1] if first < last else stretch[:0:-1])
            rings.append(shapely.Polygon(np.concatenate(stretches)))
        return np.array(rings, dtype=object)


def _with_spacing(nodes: Floats, length: float) -> Floats:
    """The nodes and, where they lie far apart, further ones between them; fractions, ascending."""
    gaps = np.diff(nodes)
    parts = np.maximum(1, np.ceil(gaps * length / NODE_SPACING)).astype(int)
    before = np.repeat(nodes[:-1], parts)
    step = np.repeat(gaps / parts, parts)
    number = np.arange(len(before)) - np.repeat(np.cumsum(parts) - parts, parts)
    return np.append(before + number * step, nodes[-1])


def inset(corners: Floats, distances: Floats) -> Floats:
    """A four-sided cell (4, 2) with its sides moved inwards by `distances` (4,), metres."""
    along = np.roll(corners, -1, axis=0) - corners
    along /= np.hypot(along[:, 0], along[:, 1])[:, None]
    inward = np.column_stack([-along[:, 1], along[:, 0]])
    start = corners + inward * distances[:, None]
    before, d0, d1 = np.roll(start, 1, axis=0), np.roll(along, 1, axis=0), along
    cross = d0[:, 0] * d1[:, 1] - d0[:, 1] * d1[:, 0]
    gap = start - before
    reach = (gap[:, 0] * d1[:, 1] - gap[:, 1] * d1[:, 0]) / cross
    moved: Floats = before + d0 * reach[:, None]
    return moved
