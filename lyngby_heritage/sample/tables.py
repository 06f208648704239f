"""Tables of the invented municipality: a geometry array and named columns, ready to be written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]
Column = npt.NDArray[Any]

ORIGIN = "Opdigtede eksempeldata"
"""Stands on every row of every layer, so that no one takes the data for a register's."""

GRID = 0.01
"""Metres: the precision that the registers deliver coordinates with."""


@dataclass(frozen=True)
class SampleTable:
    """One layer. Columns are arrays of equal length (n,); masked entries and None are NULL."""

    name: str
    title: str
    geometry_type: str
    """`Point`, `MultiLineString`, `MultiPolygon`, `MultiPolygonZ`, or `None` for a table without geometry."""
    geometry: Objects | None
    columns: dict[str, Column]

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(next(iter(self.columns.values())))


def table(
    name: str, title: str, geometry_type: str, geometry: Iterable[Any] | None, columns: dict[str, Column]
) -> SampleTable:
    """A table with its column `oprindelse`; the geometries are made the type that the layer has."""
    shapes = None
    if geometry is not None:
        shapes = as_type(np.array(list(geometry), dtype=object), geometry_type)
    count = len(shapes) if shapes is not None else len(next(iter(columns.values())))
    return SampleTable(name, title, geometry_type, shapes, {**columns, "oprindelse": repeated(ORIGIN, count)})


def as_type(geometry: Objects, geometry_type: str) -> Objects:
    """Single lines and polygons as multi geometries where the layer holds multi geometries."""
    if not geometry_type.startswith("Multi") or not len(geometry):
        return geometry
    line, multi = (1, 5) if geometry_type.startswith("MultiLine") else (3, 6)
    single = shapely.get_type_id(geometry) == line
    make = shapely.multilinestrings if multi == 5 else shapely.multipolygons
    out = geometry.copy()
    if single.any():
        out[single] = make(geometry[single], indices=np.arange(int(single.sum())))
    return shapely.normalize(on_the_grid(out)) if multi == 6 else out


def on_the_grid(geometry: Objects) -> Objects:
    """Geometries whose corners stand on the registers' grid to the last bit, whichever GEOS computed them."""
    out: Objects = shapely.transform(
        geometry, lambda corners: corners.round(2), include_z=bool(shapely.has_z(geometry).any())
    )
    return out


def repeated(value: object, count: int) -> Objects:
    """The same object `count` times."""
    out = np.empty(count, dtype=object)
    out[:] = value
    return out


def texts(values: Iterable[object]) -> Objects:
    """A text column; None is NULL."""
    listed = list(values)
    out = np.empty(len(listed), dtype=object)
    out[:] = listed
    return out


def whole(values: npt.ArrayLike, missing: npt.ArrayLike | None = None) -> Column:
    """A column of whole numbers; NULL where `missing`, or where a value is NaN."""
    numbers = np.asarray(values, dtype=np.float64)
    gone = np.isnan(numbers)
    if missing is not None:
        gone = gone | np.asarray(missing, dtype=bool)
    return masked(np.where(gone, 0, numbers).round().astype(np.int64), gone)


def decimal(values: npt.ArrayLike, digits: int = 2) -> Column:
    """A column of decimal numbers; NULL where a value is NaN."""
    numbers = np.asarray(values, dtype=np.float64).round(digits)
    gone = np.isnan(numbers)
    return masked(np.where(gone, 0.0, numbers), gone)


def masked(values: Column, missing: Flags) -> Column:
    """Values (n,) of which those that are missing are NULL."""
    column: Column = np.ma.masked_array(values, mask=missing)  # type: ignore[no-untyped-call]
    return column


def rounded(geometry: Any) -> Any:
    """Geometries on the registers' grid of 0.01 m, still valid."""
    return shapely.set_precision(geometry, GRID)
