"""What a delivered file is: its name, its form, and the tables that stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Union

import numpy as np
import shapely

from ...core.common.data import load
from ..tables import Column, Flags, Integers, Objects, SampleTable, repeated, table, texts
from .tiles import Tile

FILE = "sample/delivered.json"
CSV, JSON, GEOJSON, GEOPACKAGE, SHAPEFILE = "csv", "json", "geojson", "gpkg", "shp"
MUNICIPALITY = "0173"
DATA = "leverancer"
"""The folder of what is delivered; beside it lies what is no part of the plan's data."""


@dataclass(frozen=True)
class TableFile:
    """A file of tables. A GeoPackage may hold several; a path that ends in .zip holds one file of the form."""

    path: str
    """Below the folder, with /."""
    form: str
    tables: tuple[SampleTable, ...]
    inside: str = ""
    """What the file in the zip is called; empty: as the zip, with the ending of the form."""
    separator: str = ","
    """Of a CSV; one with a semicolon is as Excel writes it in Danish."""

    @property
    def name_inside(self) -> str:
        """The name of the file in the zip."""
        return self.inside or f"{PurePosixPath(self.path).stem}.{self.form}"

    @property
    def zipped(self) -> bool:
        """Whether the file lies in a zip."""
        return self.path.endswith(".zip")

    @property
    def rows(self) -> int:
        """The rows of all its tables."""
        return sum(one.count for one in self.tables)


@dataclass(frozen=True)
class TileFile:
    """A zip of the height model's tiles."""

    path: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class PlainFile:
    """A file that holds no data: what lies among the downloads, and the words about them."""

    path: str
    content: bytes


DeliveredFile = Union[TableFile, TileFile, PlainFile]


def fildownload(
    register: str, entity: str, form: str, tables: Sequence[SampleTable], *, generation: int, **name: Any
) -> TableFile:
    """A file as Datafordeleren's Fildownload calls it: one in its zip, both of the same name.

    `name` may hold `version` (3), `time` (Current) and `municipality` (0173, empty for the whole country).
    """
    of = {"version": 3, "time": "Current", "municipality": MUNICIPALITY, **name}
    place = f"_{of['municipality']}" if of["municipality"] else ""
    stem = f"{register}_V{of['version']}_{entity}{place}_TotalDownload_{form}_{of['time']}_{generation}"
    return TableFile(f"{DATA}/datafordeler/{stem}.zip", form, tuple(tables))


def picked(
    source: SampleTable, rows: Flags | Integers | slice = slice(None), without: Sequence[str] = ()
) -> dict[str, Column]:
    """Columns of some rows of a table, but for `oprindelse` and those named."""
    left_out = {"oprindelse", *without}
    return {name: values[rows] for name, values in source.columns.items() if name not in left_out}


def register_table(
    what: str,
    columns: Mapping[str, Column],
    *,
    geometry: Objects | None = None,
    geometry_type: str = "None",
    names: Mapping[str, str] | None = None,
) -> SampleTable:
    """A table under all the headings that the register delivers `what` with, empty where the sample knows nothing.

    `names` calls headings otherwise than `delivered.json`. KeyError for a column that the register has no heading for.
    """
    headings: list[str] = load(FILE)["headings"][what]
    unknown = sorted(set(columns) - set(headings))
    if unknown:
        raise KeyError(f"{what} has no heading {unknown[0]}")
    count = len(next(iter(columns.values())))
    full = {(names or {}).get(heading, heading): columns.get(heading, repeated(None, count)) for heading in headings}
    return table(what.split()[1], what, geometry_type, geometry, full)


def headings_only(of: SampleTable) -> SampleTable:
    """The same table without a row."""
    nothing = np.zeros(of.count, dtype=bool)
    shapes = None if of.geometry is None else of.geometry[nothing]
    columns = {name: values[nothing] for name, values in of.columns.items()}
    return SampleTable(of.name, of.title, of.geometry_type, shapes, columns)


def shapes_of(source: SampleTable) -> Objects:
    """The geometries of a table that has some."""
    if source.geometry is None:
        raise TypeError(f"{source.name} has no geometry")
    return source.geometry


def as_text(points: Objects) -> Objects:
    """Points as WKT with two decimals, as BBR writes its coordinates; None where there is none."""
    there = ~shapely.is_missing(points)
    out = repeated(None, len(points))
    out[there] = [f"POINT ({x:.2f} {y:.2f})" for x, y in shapely.get_coordinates(points[there]).tolist()]
    return out


def joined(*parts: Column) -> Column:
    """Columns one after the other, whether or not values are missing in them."""
    if all(part.dtype == object for part in parts):
        return np.concatenate(parts)
    column: Column = np.ma.concatenate(parts)  # type: ignore[no-untyped-call]
    return column


def numbered(first: int, count: int, step: int = 1) -> Objects:
    """Ids of digits, as text."""
    return texts(map(str, range(first, first + step * count, step)))
