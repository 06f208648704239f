"""Terrain models of any size, read in strips and averaged by area to the cells that are worked on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage, sparse

from ..common.errors import Check, HeritageError, never_cancelled
from .raster import GeoTiff, Placement, RasterError, open_raster
from .rules import constant

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.intp]

STRIP_CELLS = 4_000_000
"""Cells read at a time: some 60 MB with what is made of them, and a fraction of a second."""
NODATA = -9999.0
LOWEST, HIGHEST = -500.0, 9000.0
"""Metres; what lies outside is no height on Earth but a NoData value that the file does not name."""
METRES_PER_UNIT = {
    **dict.fromkeys(("", "m", "metre", "metres", "meter", "meters", "mtr"), 1.0),
    **dict.fromkeys(("dm", "decimetre", "decimeter"), 0.1),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeter", "centimeters"), 0.01),
    **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), 0.001),
    **dict.fromkeys(("ft", "foot", "feet", "international foot"), 0.3048),
    **dict.fromkeys(("us-ft", "us_ft", "ftus", "sft", "us survey foot", "us survey feet", "foot_us"), 1200 / 3937),
}
"""The units that a raster file names, in any case; one that names none is in metres, as the Danish terrain model."""
WORTH_AVERAGING = 1.0001
"""A wanted cell this much larger than the model's is made by averaging; up to that the model's own are taken."""


@dataclass(frozen=True)
class Grid:
    """North-up cells: the western and northern edge, the cells' width and height in metres, rows and columns."""

    west: float
    north: float
    dx: float
    dy: float
    shape: tuple[int, int]

    @property
    def cell(self) -> float:
        """The side of a square cell of the same area, metres."""
        return float(np.sqrt(self.dx * self.dy))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        rows, columns = self.shape
        return self.west, self.north - rows * self.dy, self.west + columns * self.dx, self.north

    @property
    def placement(self) -> Placement:
        """Where the cells lie, as a raster file says it."""
        return Placement(self.west, self.dx, 0.0, self.north, 0.0, -self.dy)

    def part(self, top: int, left: int, shape: tuple[int, int]) -> Grid:
        """The cells of this grid from a row and column on."""
        return Grid(self.west + left * self.dx, self.north - top * self.dy, self.dx, self.dy, shape)

    def places(self, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> tuple[Any, Any]:
        """Rows and columns of points, counted from the centre of the first cell; fractions between centres."""
        return (self.north - y) / self.dy - 0.5, (x - self.west) / self.dx - 0.5

    def x(self, column: Any) -> Any:
        """Eastings of (fractional) columns."""
        return self.west + (np.asarray(column) + 0.5) * self.dx

    def y(self, row: Any) -> Any:
        """Northings of (fractional) rows."""
        return self.north - (np.asarray(row) + 0.5) * self.dy


class TerrainModel:
    """A terrain model in a file; use as a context. HeritageError where it is none."""

    def __init__(self, path: str, name: str) -> None:
        self.name = name
        try:
            self._file = open_raster(path)
        except RasterError as error:
            raise HeritageError(
                "The terrain model {layer} cannot be read as a raster file: {error}", layer=name, error=str(error)
            ) from error
        if self._file.bands > 2 and self._file.is_bytes:
            self._file.close()
            raise HeritageError(
                "{layer} has {count} bands of whole numbers up to 255: it is a picture. Give the terrain model itself, "
                "with heights in metres.",
                layer=name,
                count=self._file.bands,
            )
        metres = METRES_PER_UNIT.get(self._file.unit.strip().lower().rstrip("."))
        if metres is None:
            self._file.close()
            raise HeritageError(
                "The terrain model {layer} says that its heights are in '{unit}', which is no unit known here (m, dm, "
                "cm, mm, ft, US survey foot). Convert it to metres, or correct the unit with gdal_edit -units m.",
                layer=name,
                unit=self._file.unit,
            )
        self._metres_per_unit = metres
        place = self._file.placement
        if not place.north_up:
            self._file.close()
            raise HeritageError(
                "The terrain model {layer} is turned or mirrored on the map. Straighten it first, with the tool "
                "gdal:warpreproject to EPSG:25832.",
                layer=name,
            )
        self.grid = Grid(place.x, place.y, place.x_per_column, -place.y_per_row, self._file.shape)

    def __enter__(self) -> TerrainModel:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def target(self, resolution: float, most_cells: int | None = None) -> Grid:
        """The grid of square cells of `resolution` metres, 0 for the model's own; coarser where they are too many.

        A resolution finer than the model's gives the model's own cells.
        """
        own = self.grid
        rows, columns = own.shape
        if resolution > own.cell * WORTH_AVERAGING:
            dx = dy = resolution
        else:
            dx, dy = own.dx, own.dy
        if most_cells is not None:
            factor = int(np.ceil(np.sqrt(rows * own.dy * columns * own.dx / (dx * dy) / most_cells)))
            dx, dy = dx * max(factor, 1), dy * max(factor, 1)
        shape = (_count(rows * own.dy / dy), _count(columns * own.dx / dx))
        return Grid(own.west, own.north, dx, dy, shape)

    def read(self, grid: Grid, check: Check = never_cancelled) -> Floats:
        """The heights of all cells of a grid from `target`, (rows, columns), NaN where nothing is known."""
        heights = np.empty(grid.shape, dtype=np.float32)
        for first, strip in self.strips(grid, check):
            heights[first : first + len(strip)] = strip
        return heights

    def strips(self, grid: Grid, check: Check = never_cancelled) -> Iterator[tuple[int, Floats]]:
        """Strips of a grid from north to south: its first row, and heights (n, columns)."""
        own = self.grid
        per_row = max(own.shape[1] * grid.dy / own.dy, 1)
        rows_at_a_time = max(1, int(STRIP_CELLS / per_row))
        across = _weights(grid.shape[1], own.shape[1], grid.dx / own.dx)
        for first in range(0, grid.shape[0], rows_at_a_time):
            check()
            count = min(rows_at_a_time, grid.shape[0] - first)
            yield first, self._strip(grid, first, count, across)

    def _strip(self, grid: Grid, first: int, count: int, across: Any) -> Floats:
        own = self.grid
        ratio = grid.dy / own.dy
        top = int(np.floor(first * ratio + 1e-6))
        bottom = min(int(np.ceil((first + count) * ratio - 1e-6)), own.shape[0])
        heights = self._metres(self._rows(top, bottom))
        if across is None and ratio == 1:
            return heights
        down = _weights(count, bottom - top, ratio, first * ratio - top)
        known = ~np.isnan(heights)
        complete = known.all()
        heights[~known] = 0
        total = _averaged(heights, down, across)
        weight = _averaged(np.ones_like(heights) if complete else known.astype(np.float32), down, across)
        # A cell says too little when less than half of what the model covers of it is known.
        covered = np.outer(_total(down, count), _total(across, grid.shape[1]))
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.where(weight >= 0.4999 * covered, total / weight, np.nan)
        return np.asarray(mean, dtype=np.float32)

    def _rows(self, top: int, bottom: int) -> Floats:
        try:
            return self._file.rows(top, bottom)
        except RasterError as error:
            raise HeritageError(
                "The terrain model {layer} is damaged or cut off: rows {top} to {bottom} of {rows} cannot be read "
                "({error}). Fetch the file again.",
                layer=self.name,
                top=top + 1,
                bottom=bottom,
                rows=self.grid.shape[0],
                error=str(error),
            ) from error

    def _metres(self, heights: Floats) -> Floats:
        scale, offset, metres = self._file.scale, self._file.offset, self._metres_per_unit
        if metres < 1:
            # What is no height in metres may pass for one in centimetres.
            with np.errstate(invalid="ignore"):
                heights[heights <= NODATA] = np.nan
        if scale != 1 or offset != 0 or metres != 1:
            heights = (heights * np.float32(scale * metres) + np.float32(offset * metres)).astype(np.float32)
        with np.errstate(invalid="ignore"):
            heights[~((heights > LOWEST) & (heights < HIGHEST))] = np.nan
        return heights


def _count(cells: float) -> int:
    """How many cells cover a length; a sliver of a cell at the end is left out."""
    return max(1, int(np.ceil(cells - 1e-3)))


def _weights(count: int, source: int, ratio: float, start: float = 0.0) -> Any:
    """Sparse (count, source) shares of source cells in target cells `ratio` times as long; None for the identity."""
    if ratio == 1 and start == 0:
        return None
    edges = start + np.arange(count + 1) * ratio
    edges = np.where(np.abs(edges - np.round(edges)) < 1e-6, np.round(edges), edges)
    low = np.clip(np.floor(edges[:-1]).astype(int), 0, source - 1)
    high = np.clip(np.ceil(edges[1:]).astype(int), low + 1, source)
    counts = high - low
    target = np.repeat(np.arange(count), counts)
    cells = np.repeat(low, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    share = np.minimum(cells + 1, edges[target + 1]) - np.maximum(cells, edges[target])
    return sparse.csr_matrix((share.astype(np.float32), (target, cells)), shape=(count, source))


def _total(weights: Any, count: int) -> Any:
    return np.ones(count) if weights is None else np.asarray(weights.sum(axis=1)).ravel()


def _averaged(values: Floats, down: Any, across: Any) -> Any:
    summed = values if down is None else down @ values
    return summed if across is None else (across @ summed.T).T


def without_frame(heights: Floats, grid: Grid) -> tuple[Floats, Grid]:
    """Heights and grid without the rows and columns at the edges in which there is no height at all.

    Tiles are whole kilometres, of which the terrain may fill a part: where it ends, it ends, whether the file goes on
    without heights or not. What has no height anywhere stays as it is.
    """
    known = ~np.isnan(heights)
    rows, columns = np.flatnonzero(known.any(axis=1)), np.flatnonzero(known.any(axis=0))
    if not len(rows):
        return heights, grid
    part = np.ascontiguousarray(heights[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    return part, grid.part(int(rows[0]), int(columns[0]), (part.shape[0], part.shape[1]))


def write_heights(
    path: str, model: TerrainModel, grid: Grid, level: Floats, level_grid: Grid, crs_wkt: str, check: Check
) -> None:
    """Write the height of each cell of `grid` above `level` (on a grid of its own) as a compressed GeoTIFF.

    Beyond the grid of `level` the nearest one in it counts. Strip by strip, so that a model of any size needs little
    memory. HeritageError when the disk is full.
    """
    east, south = grid.west - level_grid.west, level_grid.north - grid.north
    across = (east + (np.arange(grid.shape[1]) + 0.5) * grid.dx) / level_grid.dx
    column = np.clip(np.floor(across).astype(np.intp), 0, level.shape[1] - 1)
    title = "Højde over nærmeste vandløb, meter"
    try:
        with GeoTiff(path, grid.shape, grid.placement, crs_wkt, NODATA, title) as file:
            for first, strip in model.strips(grid, check):
                down = (south + (first + np.arange(len(strip)) + 0.5) * grid.dy) / level_grid.dy
                row = np.floor(down).astype(np.intp)
                above = strip - level[np.clip(row, 0, level.shape[0] - 1)[:, None], column]
                file.write(first, np.where(np.isnan(above), np.float32(NODATA), np.round(above, 2)).astype(np.float32))
    except (RasterError, OSError) as error:
        raise HeritageError(
            "{file} could not be written: {error}. Is the disk full?", file=path, error=str(error)
        ) from error


def sea(heights: Floats, grid: Grid, level: float, watercourse: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which cells are sea: at or below `level`, in one piece with the model's edge or its end, and large enough.

    Level ground at that height through which most of the watercourse runs is its floor.
    """
    low: npt.NDArray[np.bool_] = heights <= level + constant("sea_tolerance_m")
    pieces, count = ndimage.label(low, np.ones((3, 3)))
    if not count:
        return low
    outside = np.isnan(heights)
    at_edge = ndimage.binary_dilation(outside, np.ones((3, 3))) if outside.any() else outside
    at_edge[[0, -1]] = at_edge[:, [0, -1]] = True
    size = np.bincount(pieces.ravel(), minlength=count + 1)
    inside = np.bincount(pieces[watercourse], minlength=count + 1)
    wanted = np.bincount(pieces[at_edge & low], minlength=count + 1) > 0
    wanted &= size * grid.dx * grid.dy >= constant("sea_min_ha") * 10_000
    wanted &= inside <= constant("sea_most_of_watercourse") * max(int(watercourse.sum()), 1)
    wanted[0] = False
    found: npt.NDArray[np.bool_] = wanted[pieces]
    return found
