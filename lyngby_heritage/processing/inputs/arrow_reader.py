"""Reads plain files many times faster than feature by feature: GDAL's columns instead of QGIS's features.

Only what gives the very same rows and values is read this way: a whole file layer without filter, selection, joins or
edits, of plain types, without curves, in the CRS asked for. Everything else goes through QGIS (`sources.read`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProviderRegistry, QgsWkbTypes

from ...core.common.gdal_errors import raising
from .reopening import ask_provider

if TYPE_CHECKING:
    from types import ModuleType

    from ...core.common.errors import Check

Batch = tuple[list[int], dict[str, list[Any]], Any]
"""Rows read at once: the provider's numbers, columns by concept, and the WKB of each, None where none was asked for."""
BATCH = 20_000
MOST_COLUMNS = 100
"""More are read feature by feature: a GeoPackage's are handed to a function of SQLite's, which takes at most 127."""
UTF8_FORMATS = {"GPKG", "GeoJSON"}
"""Formats whose text has one encoding; of a shapefile's QGIS and GDAL may think differently. Not FlatGeobuf: GDAL 3.10
breaks off at a row without a place."""
PLAIN_OPTIONS = {"path", "layerName", "layerId", "subset", "uniqueGeometryType"}


class BrokenOff(Exception):  # noqa: N818 - it is caught where the layer is read in another way
    """The columns end before the layer does."""


def file_of(source: Any) -> tuple[str, str | None] | None:
    """Path and layer name of the file that `source` reads whole and unfiltered, or None."""
    layer = source.layer
    if layer is None or layer.providerType() != "ogr" or layer.isEditable() or layer.subsetString():
        return None
    if layer.vectorJoins() or len(layer.fields()) != len(ask_provider(layer, lambda provider: provider.fields())):
        return None
    if source.filtered or source.source.featureCount() != layer.featureCount():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if any(value for key, value in parts.items() if key not in PLAIN_OPTIONS) or not os.path.isfile(parts["path"]):
        return None
    return parts["path"], parts.get("layerName")


def read_columns(
    source: Any, positions: Mapping[str, int], with_geometry: bool, check: Check
) -> Iterator[Batch] | None:
    """Batches (row ids, columns by concept, WKB or None) of the layer, or None when it can't be read so."""
    found = file_of(source)
    flat = QgsWkbTypes.flatType(source.source.wkbType())
    if found is None or len(positions) > MOST_COLUMNS or (with_geometry and flat not in _PLAIN_GEOMETRIES):
        return None
    try:
        from osgeo import gdal, ogr
    except ImportError:
        return None
    try:
        with raising():
            dataset = gdal.OpenEx(found[0], gdal.OF_VECTOR)
    except RuntimeError:
        return None
    layer = dataset and (dataset.GetLayerByName(found[1]) if found[1] else dataset.GetLayer(0))
    if not layer or not hasattr(layer, "GetArrowStreamAsNumPy") or dataset.GetDriver().ShortName not in UTF8_FORMATS:
        return None
    names = _column_names(source, positions, layer, ogr)
    if names is None:
        return None
    return _batches(dataset, layer, names, with_geometry, check)


_PLAIN_GEOMETRIES = {
    Qgis.WkbType.Point,
    Qgis.WkbType.MultiPoint,
    Qgis.WkbType.Polygon,
    Qgis.WkbType.MultiPolygon,
    Qgis.WkbType.LineString,
    Qgis.WkbType.MultiLineString,
}


def _column_names(source: Any, positions: Mapping[str, int], layer: Any, ogr: ModuleType) -> dict[str, str] | None:
    """The column of each concept, or None where one is of a type that QGIS and GDAL might read differently."""
    plain = {ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTString}
    definition = layer.GetLayerDefn()
    row_number = layer.GetFIDColumn() or "OGC_FID"
    fields = source.source.fields()
    if len({name.lower() for name in fields.names()}) < len(fields.names()):
        return None  # GDAL finds and leaves out a field in any case, its twins with it
    names = {}
    for concept, position in positions.items():
        name = fields.at(position).name()
        column = definition.GetFieldIndex(name)
        if column < 0 or name == row_number:
            return None
        kind = definition.GetFieldDefn(column)
        # GDAL 3.6 reads true after NULL in a GeoPackage's boolean column as false: subtypes go through QGIS.
        if kind.GetType() not in plain or kind.GetSubType() != ogr.OFSTNone:
            return None
        names[concept] = name
    if definition.GetFieldIndex(row_number) >= 0:
        return None
    return names


def _batches(dataset: Any, layer: Any, names: Mapping[str, str], with_geometry: bool, check: Check) -> Iterator[Batch]:
    definition = layer.GetLayerDefn()
    wanted = set(names.values())
    ignored = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
    layer.SetIgnoredFields([one for one in ignored if one not in wanted] + ([] if with_geometry else ["OGR_GEOMETRY"]))
    row_number = layer.GetFIDColumn() or "OGC_FID"
    geometry = layer.GetGeometryColumn() or "wkb_geometry"
    stream = iter(layer.GetArrowStreamAsNumPy(options=[f"MAX_FEATURES_IN_BATCH={BATCH}"]))
    while (batch := _next(stream)) is not None:
        check()
        try:
            columns = {concept: _listed(batch[name]) for concept, name in names.items()}
        except UnicodeDecodeError as error:
            raise BrokenOff from error
        yield batch[row_number].tolist(), columns, _listed(batch[geometry], binary=True) if with_geometry else None
    del dataset  # held until here: the layer lives in it


def _next(stream: Any) -> Any:
    """The next batch, or None at the end. BrokenOff where GDAL cannot go on."""
    try:
        with raising():
            batch = next(stream, None)
    except RuntimeError as error:
        raise BrokenOff from error
    # A stream that failed may say so by batches without rows, and never end.
    if batch is not None and not len(next(iter(batch.values()))):
        raise BrokenOff
    return batch


def _listed(column: Any, binary: bool = False) -> list[Any]:
    """A column as Python values: None where nothing stands, text as str."""
    values: list[Any] = column.tolist()
    if binary:  # of one length all: fixed-width cells, else bytes as they are
        return [None if one is None else bytes(one) for one in values] if column.dtype.kind == "V" else values
    if column.dtype.kind == "S" or (column.dtype.kind == "O" and any(isinstance(one, bytes) for one in values)):
        return [one.decode("utf-8") if isinstance(one, bytes) else one for one in values]
    return values
