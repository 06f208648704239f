"""Writes one layer of a GeoPackage from rows of texts, fast and in bounded memory, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ...core.common.errors import Check, HeritageError
from ...core.common.gdal_errors import raising
from . import head as heads
from .shapes import DANISH_CRS, Shapes

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

OPTIONS = ["VERSION=1.3"]
LOOK = 1_000
"""Rows written between two looks at whether the run was cancelled."""
MOST_COLUMNS = 1_990
"""SQLite takes 2,000."""
GEOMETRY, NUMBER = "geom", "fid"


class LayerWriter:
    """A new layer of a GeoPackage, which is made where it is not there.

    Use as a context: after an error, or when the run is cancelled, the layer is gone, and so is a file made for it.
    """

    def __init__(self, target: Path, layer: str, check: Check) -> None:
        self.target, self.name, self.check = target, layer, check
        self.rows = 0
        self.begun = False
        self.crs: str | None = None
        self._columns: dict[str, int] = {}
        self._taken = {GEOMETRY, NUMBER}
        self._made_file = not target.exists()
        self._errors: AbstractContextManager[None] | None = None
        self._dataset: Any = None
        self._layer: Any = None
        self._feature: Any = None
        self._spatial = False

    def __enter__(self) -> LayerWriter:
        from osgeo import gdal

        self._errors = raising()
        self._errors.__enter__()
        try:
            if self._made_file:
                self._dataset = gdal.GetDriverByName("GPKG").Create(
                    str(self.target), 0, 0, 0, gdal.GDT_Unknown, OPTIONS
                )
            else:
                self._dataset = gdal.OpenEx(str(self.target), gdal.OF_VECTOR | gdal.OF_UPDATE)
        except RuntimeError as error:
            self._errors.__exit__(None, None, None)
            raise self._failed(error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._feature = None
        try:
            if kind is None:
                self._commit()
            else:
                self._undo()
        finally:
            self._layer = self._dataset = None
            if self._errors is not None:
                self._errors.__exit__(None, None, None)
            if kind is not None and self._made_file:
                self.target.unlink(missing_ok=True)

    def begin(self, names: Iterable[str], shapes: Shapes | None, kinds: Mapping[str, type] | None = None) -> None:
        """Make the layer with these fields; `shapes` is None for a table, `kinds` says which are no text."""
        from osgeo import ogr

        names = list(names)
        if shapes is not None:
            shapes.settle_for_good()
        if self._dataset.GetLayerByName(self.name) is not None:
            raise HeritageError(
                "{file} has a layer {layer} already. Choose another name.", file=str(self.target), layer=self.name
            )
        self._spatial = shapes is not None
        lower = {name.lower() for name in names}
        place = GEOMETRY if GEOMETRY not in lower else "the_geom"
        number = NUMBER if NUMBER not in lower else "ogc_fid"
        self._taken = {place, number}
        self.crs = None if shapes is None else shapes.crs or DANISH_CRS
        kind = ogr.wkbNone if shapes is None else _type(shapes)
        system = None if shapes is None else reference_system(self.crs or DANISH_CRS)
        try:
            self._layer = self._dataset.CreateLayer(
                self.name, system, kind, [f"GEOMETRY_NAME={place}", f"FID={number}"]
            )
            self.begun = True
            self.add_fields(names, kinds)
            self._layer.SyncToDisk()  # GDAL makes the table late, and not after it was rolled back
            self._dataset.StartTransaction()
        except RuntimeError as error:
            raise self._failed(error) from error

    def add_fields(self, names: Iterable[str], kinds: Mapping[str, type] | None = None) -> None:
        """Add the fields that are not there yet, as text but for those of another of `kinds`."""
        from osgeo import ogr

        new = [name for name in names if name not in self._columns]
        if not new and self._feature is not None:
            return
        self._feature = None  # GDAL changes no layer of which a feature is held
        for name in new:
            if len(self._columns) == MOST_COLUMNS:
                raise HeritageError(
                    "{file}: the layer {layer} has more than {count:field|fields}, which a GeoPackage cannot hold.",
                    file=str(self.target),
                    layer=self.name,
                    count=MOST_COLUMNS,
                )
            self._columns[name] = len(self._columns)
            try:
                self._layer.CreateField(_field(self._unused(name), (kinds or {}).get(name, str)))
            except RuntimeError as error:
                raise self._failed(error) from error
        self._feature = ogr.Feature(self._layer.GetLayerDefn())

    def write(self, rows: Sequence[Sequence[Any]], wkb: Sequence[bytes | None] | None = None) -> None:
        """Write rows, each with a value for every field in their order, and the geometry of each."""
        from osgeo import ogr

        feature, layer = self._feature, self._layer
        try:
            for number, row in enumerate(rows):
                if number % LOOK == 0:
                    self.check()
                feature.SetFID(-1)
                for position, value in enumerate(row):
                    if value is None or (isinstance(value, str) and (not value or value.isspace())):
                        feature.SetFieldNull(position)
                    else:
                        feature.SetField(position, value)
                if wkb is not None:
                    raw = wkb[number]
                    feature.SetGeometryDirectly(None if raw is None else ogr.CreateGeometryFromWkb(raw))
                layer.CreateFeature(feature)
        except RuntimeError as error:
            raise self._failed(error) from error
        self.rows += len(rows)

    def _unused(self, name: str) -> str:
        """The name, with a number behind it where the layer has it already: SQLite takes no notice of case."""
        name = name.replace("\x00", "") or "felt"
        found, number = name, 2
        while found.lower() in self._taken:
            found, number = f"{name}_{number}", number + 1
        self._taken.add(found.lower())
        return found

    def _commit(self) -> None:
        try:
            if self._layer is not None:
                self._dataset.CommitTransaction()
            self._dataset.FlushCache()
        except RuntimeError as error:
            self._undo()
            raise self._failed(error) from error

    def _undo(self) -> None:
        if self._layer is None:
            return
        self._layer = None
        with suppress(RuntimeError):  # the error that led here is the one to tell
            self._dataset.RollbackTransaction()
        with suppress(RuntimeError):
            names = [self._dataset.GetLayer(number).GetName() for number in range(self._dataset.GetLayerCount())]
            self._dataset.DeleteLayer(names.index(self.name))

    def _failed(self, error: RuntimeError) -> HeritageError:
        return HeritageError(
            "{file} could not be written: {error}. Is the disk full?", file=self.target.name, error=str(error)
        )


def _field(name: str, kind: type) -> Any:
    from osgeo import ogr

    kinds = {int: ogr.OFTInteger64, float: ogr.OFTReal, bool: ogr.OFTInteger}
    field = ogr.FieldDefn(name, kinds.get(kind, ogr.OFTString))
    if kind is bool:
        field.SetSubType(ogr.OFSTBoolean)
    return field


def reference_system(crs: str) -> Any:
    """GDAL's reference system of a name such as EPSG:25832, east before north. HeritageError for an unknown one."""
    from osgeo import osr

    system = osr.SpatialReference()
    try:
        wrong = system.SetFromUserInput(crs)
    except RuntimeError:
        wrong = 1
    if wrong:
        raise HeritageError(
            "The coordinate reference system {crs} is not known. Save the layer in EPSG:25832 and give that.", crs=crs
        )
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _type(shapes: Shapes) -> int:
    from osgeo import ogr

    flat = {
        heads.POINT: ogr.wkbMultiPoint if shapes.several else ogr.wkbPoint,
        heads.LINE: ogr.wkbMultiLineString,
    }.get(shapes.kind or "", ogr.wkbMultiPolygon)
    kind: int = ogr.GT_SetZ(flat) if shapes.has_z else flat
    return kind
