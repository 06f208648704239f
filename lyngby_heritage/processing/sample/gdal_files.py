"""Tables and terrain of the sample as files, by GDAL. OGR's own features are the fastest way: 50,000 rows a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.common.errors import HeritageError

if TYPE_CHECKING:
    from ...core.common.errors import Check

EPSG = 25832
NODATA = -9999.0
DRIVERS = {"gpkg": "GPKG", "geojson": "GeoJSON", "shp": "ESRI Shapefile"}
GEOPACKAGE_OPTIONS = ["VERSION=1.3"]
RASTER_OPTIONS = ["COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES"]
SHAPEFILE_OPTIONS = ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2026-09-28"]
GEOJSON_OPTIONS = ["COORDINATE_PRECISION=2"]
TODAY = "OGR_CURRENT_DATE"
DAY = "2026-09-28T06:00:00.000Z"
"""When every delivered file says that it was made, so that equal data are equal bytes."""
BATCH = 5_000
"""Rows written between two looks at whether the run was cancelled."""


def write_tables(
    path: str,
    form: str,
    tables: Iterable[Any],
    check: Check,
    progress: Callable[[float], Any] = lambda share: None,
    day: str | None = None,
) -> None:
    """Write tables into one file of a form of DRIVERS; several only into a GeoPackage, which may state its `day`."""
    from osgeo import ogr

    every = list(tables)
    total = max(sum(table.count for table in every), 1)
    written = 0
    with gdal_errors(path), _today_is(day):
        options = GEOPACKAGE_OPTIONS if form == "gpkg" else []
        dataset = ogr.GetDriverByName(DRIVERS[form]).CreateDataSource(path, options)
        for table in every:
            check()
            _write_table(dataset, form, table, check)
            written += table.count
            progress(written / total)
        dataset.SyncToDisk()
        del dataset


@contextmanager
def _today_is(day: str | None) -> Iterator[None]:
    """Let OGR write this day into what it makes; None: the day that it is."""
    from osgeo import gdal

    before = gdal.GetConfigOption(TODAY)
    gdal.SetConfigOption(TODAY, day or before)
    try:
        yield
    finally:
        gdal.SetConfigOption(TODAY, before)


def _options(form: str, table: Any) -> list[str]:
    if form == "shp":
        return SHAPEFILE_OPTIONS
    if form == "geojson":
        return [*GEOJSON_OPTIONS, f"DESCRIPTION=Opdigtede eksempeldata. {table.title}."]
    return [
        f"IDENTIFIER={table.name}: {table.title} (opdigtede eksempeldata)",
        f"DESCRIPTION=Opdigtede eksempeldata. {table.title}.",
        "GEOMETRY_NAME=geom",
    ]


def _write_table(dataset: Any, form: str, table: Any, check: Check) -> None:
    import shapely
    from osgeo import ogr

    types = {
        "None": ogr.wkbNone,
        "Point": ogr.wkbPoint,
        "Polygon": ogr.wkbPolygon,
        "MultiLineString": ogr.wkbMultiLineString,
        "MultiPolygon": ogr.wkbPolygon if form == "shp" else ogr.wkbMultiPolygon,
        "MultiPolygonZ": ogr.wkbMultiPolygon25D,
    }
    layer = dataset.CreateLayer(table.name, reference_system(), types[table.geometry_type], _options(form, table))
    for name, column in table.columns.items():
        layer.CreateField(_field(name, column))
    shapes = [None] * table.count
    spatial = table.geometry is not None
    if spatial:
        shapes = shapely.to_wkb(table.geometry, output_dimension=3 if table.geometry_type.endswith("Z") else 2)
    columns = [column.astype(int) if column.dtype == bool else column for column in table.columns.values()]
    lists = [column.tolist() for column in columns]
    feature = ogr.Feature(layer.GetLayerDefn())
    at_once = dataset.TestCapability(ogr.ODsCTransactions)
    if at_once:
        dataset.StartTransaction()
    for number, (shape, row) in enumerate(zip(shapes, zip(*lists))):
        if number % BATCH == 0:
            check()
        feature.SetFID(-1)
        for position, value in enumerate(row):
            if value is None:
                feature.SetFieldNull(position)
            else:
                feature.SetField(position, value)
        if spatial:
            feature.SetGeometryDirectly(None if shape is None else ogr.CreateGeometryFromWkb(shape))
        layer.CreateFeature(feature)
    if at_once:
        dataset.CommitTransaction()


def _field(name: str, column: Any) -> Any:
    from osgeo import ogr

    if column.dtype == bool:
        field = ogr.FieldDefn(name, ogr.OFTInteger)
        field.SetSubType(ogr.OFSTBoolean)
        return field
    kinds = {"i": ogr.OFTInteger, "f": ogr.OFTReal, "O": ogr.OFTString}
    return ogr.FieldDefn(name, kinds[column.dtype.kind])


def reference_system() -> Any:
    """ETRS89 / UTM zone 32N."""
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    return reference


def write_raster(path: str, raster: Any, title: str) -> None:
    """Write heights (rows, columns) from the north-west as a GeoTIFF: a terrain, or a tile of one."""
    from osgeo import gdal

    rows, columns = raster.heights.shape
    with gdal_errors(path):
        dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, gdal.GDT_Float32, RASTER_OPTIONS)
        dataset.SetGeoTransform((raster.west, raster.cell, 0.0, raster.north, 0.0, -raster.cell))
        dataset.SetProjection(reference_system().ExportToWkt())
        dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", f"Opdigtede eksempeldata: {title}")
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(NODATA)
        band.WriteRaster(0, 0, columns, rows, raster.heights.tobytes())
        dataset.FlushCache()
        del band, dataset


@contextmanager
def gdal_errors(path: str) -> Iterator[None]:
    """GDAL's failures as errors a planner can act on: within it they are exceptions, never return codes."""
    from osgeo import gdal, ogr

    before = gdal.GetUseExceptions(), ogr.GetUseExceptions()
    gdal.UseExceptions()
    ogr.UseExceptions()
    try:
        yield
    except RuntimeError as error:
        raise HeritageError(
            "{file} could not be written: {error}. Is the disk full?", file=Path(path).name, error=str(error)
        ) from error
    finally:
        for library, used in zip((ogr, gdal), reversed(before)):  # GDAL has the last one put back first
            (library.UseExceptions if used else library.DontUseExceptions)()
