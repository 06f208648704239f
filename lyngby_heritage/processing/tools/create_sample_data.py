"""`createsampledata`: an invented municipality to try the tools on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ...core.common.errors import HeritageError, Note
from ..base import HeritageAlgorithm
from ..outputs.staging import Staging
from ..translation import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Check

EPSG = 25832
NODATA = -9999.0
GEOPACKAGE_OPTIONS = ["VERSION=1.3"]
DEM_OPTIONS = ["COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES"]
BATCH = 5_000
"""Rows written between two looks at whether the run was cancelled."""
MAKING = 55
"""The share of the progress, in %, that making the data takes; the rest is writing."""


class CreateSampleData(HeritageAlgorithm):
    """Makes the sample municipality and writes it as one GeoPackage and, if asked for, a terrain model."""

    NAME = "createsampledata"
    DISPLAY_NAME = "Create sample data"
    GROUP = "Data"
    GROUP_ID = "data"
    HAS_SETTINGS = False
    SHORT_DESCRIPTION = "Makes an invented Danish municipality to try the tools on."
    SHORT_HELP = (
        "Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village "
        "and a station quarter above a river valley, with all layers that the main job reads, the registers as they "
        "are delivered, and a terrain model.\n\n"
        "Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of "
        "the real register, and missing, odd and contradictory values occur as they do there. The same seed and number "
        "of properties always give the same data."
    )
    TAGS = (
        *("eksempeldata", "testdata", "øvelse", "prøv", "FBB", "BBR", "matrikel", "Plandata", "example", "test data"),
        *("try",),
    )
    FRONT = ("PROPERTY_COUNT",)

    PROPERTY_COUNT = "PROPERTY_COUNT"
    SEED = "SEED"
    REGISTERS = "REGISTERS"
    OUTPUT = "OUTPUT"
    OUTPUT_DEM = "OUTPUT_DEM"
    BUILDING_COUNT = "BUILDING_COUNT"

    def declare(self) -> None:
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(self.PROPERTY_COUNT, tr("Number of properties"), whole, 1500, minValue=20)
        )
        self.addParameter(QgsProcessingParameterNumber(self.SEED, tr("Seed"), whole, 173, minValue=0))
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.REGISTERS,
                tr("Also the registers' own tables (FBB, BBR, GeoDanmark, storeys)"),
                True,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Sample data"), tr("GeoPackage") + " (*.gpkg)")
        )
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                self.OUTPUT_DEM, tr("Terrain model"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.PROPERTY_COUNT, tr("Number of properties")))
        self.addOutput(QgsProcessingOutputNumber(self.BUILDING_COUNT, tr("Number of buildings")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        fine, why = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, why
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if not output.lower().endswith(".gpkg"):
            return False, tr("{parameter}: {file} must end in .gpkg.").format(parameter=self.OUTPUT, file=output)
        dem = self.parameterAsOutputLayer(parameters, self.OUTPUT_DEM, context)
        if dem and not dem.lower().endswith((".tif", ".tiff")):
            return False, tr("{parameter}: {file} must end in .tif.").format(parameter=self.OUTPUT_DEM, file=dem)
        return True, ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...sample.municipality import make_municipality

        count = self.parameterAsInt(parameters, self.PROPERTY_COUNT, context)
        seed = self.parameterAsInt(parameters, self.SEED, context)
        registers = self.parameterAsBool(parameters, self.REGISTERS, context)
        targets = {self.OUTPUT: self.parameterAsFileOutput(parameters, self.OUTPUT, context)}
        dem = self.parameterAsOutputLayer(parameters, self.OUTPUT_DEM, context)
        if dem:
            targets[self.OUTPUT_DEM] = dem
        check = self.check(feedback)

        with Staging(context.project()) as staging:
            staged = {name: str(staging.path(name, Path(os.path.abspath(path)))) for name, path in targets.items()}
            self.tell(feedback, staging.notes)
            municipality = make_municipality(
                count, seed, registers, check, lambda share: feedback.setProgress(MAKING * share)
            )
            _write_geopackage(
                staged[self.OUTPUT],
                municipality.tables,
                check,
                lambda share: feedback.setProgress(MAKING + (99 - MAKING) * share),
            )
            if dem:
                _write_terrain(staged[self.OUTPUT_DEM], municipality.terrain)
            check()
            staging.commit()
        made = Note(
            "{properties:property|properties}, {buildings:building|buildings}, {layers:layer|layers}. All of it is "
            "invented.",
            {
                "properties": municipality.property_count,
                "buildings": municipality.building_count,
                "layers": len(municipality.tables),
            },
        )
        self.tell(feedback, [made])
        return {
            **targets,
            self.PROPERTY_COUNT: municipality.property_count,
            self.BUILDING_COUNT: municipality.building_count,
        }


def _write_geopackage(path: str, tables: Iterable[Any], check: Check, progress: Callable[[float], Any]) -> None:
    """Write all tables into one GeoPackage. OGR's own features are the fastest way: 50,000 rows a second."""
    from osgeo import ogr

    total = sum(table.count for table in tables)
    written = 0
    with _gdal_errors(path):
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path, GEOPACKAGE_OPTIONS)
        for table in tables:
            check()
            _write_table(dataset, table, check)
            written += table.count
            progress(written / total)
        dataset.SyncToDisk()
        del dataset


def _write_table(dataset: Any, table: Any, check: Check) -> None:
    import shapely
    from osgeo import ogr

    types = {
        "None": ogr.wkbNone,
        "Point": ogr.wkbPoint,
        "MultiLineString": ogr.wkbMultiLineString,
        "MultiPolygon": ogr.wkbMultiPolygon,
        "MultiPolygonZ": ogr.wkbMultiPolygon25D,
    }
    title = f"{table.title} (opdigtede eksempeldata)"
    layer = dataset.CreateLayer(
        table.name,
        _reference_system(),
        types[table.geometry_type],
        [
            f"IDENTIFIER={table.name}: {title}",
            f"DESCRIPTION=Opdigtede eksempeldata. {table.title}.",
            "GEOMETRY_NAME=geom",
        ],
    )
    for name, column in table.columns.items():
        layer.CreateField(_field(name, column))
    shapes = [None] * table.count
    spatial = table.geometry is not None
    if spatial:
        shapes = shapely.to_wkb(table.geometry, output_dimension=3 if table.geometry_type.endswith("Z") else 2)
    columns = [column.astype(int) if column.dtype == bool else column for column in table.columns.values()]
    lists = [column.tolist() for column in columns]
    feature = ogr.Feature(layer.GetLayerDefn())
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
    dataset.CommitTransaction()


def _field(name: str, column: Any) -> Any:
    from osgeo import ogr

    if column.dtype == bool:
        field = ogr.FieldDefn(name, ogr.OFTInteger)
        field.SetSubType(ogr.OFSTBoolean)
        return field
    kinds = {"i": ogr.OFTInteger, "f": ogr.OFTReal, "O": ogr.OFTString}
    return ogr.FieldDefn(name, kinds[column.dtype.kind])


def _reference_system() -> Any:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    return reference


def _write_terrain(path: str, terrain: Any) -> None:
    """Write the terrain model as a GeoTIFF."""
    from osgeo import gdal

    rows, columns = terrain.heights.shape
    with _gdal_errors(path):
        dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, gdal.GDT_Float32, DEM_OPTIONS)
        dataset.SetGeoTransform((terrain.west, terrain.cell, 0.0, terrain.north, 0.0, -terrain.cell))
        dataset.SetProjection(_reference_system().ExportToWkt())
        dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", "Opdigtede eksempeldata: terrænmodel")
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(NODATA)
        band.WriteRaster(0, 0, columns, rows, terrain.heights.tobytes())
        dataset.FlushCache()
        del band, dataset


@contextmanager
def _gdal_errors(path: str) -> Iterator[None]:
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
