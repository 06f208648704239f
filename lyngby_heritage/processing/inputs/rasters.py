"""Reads raster inputs: which file a layer shows, and whether heights and distances in it are metres."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessingException

from ...core.common.errors import HeritageError
from .sources import DANISH_CRS, MERCATOR

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingAlgorithm, QgsProcessingContext


SIDE_FILES = "GDAL_PAM_ENABLED"
"""GDAL's option for the files (.aux.xml) in which it keeps what it has counted of a raster."""
VIRTUAL, IN_ARCHIVE = ".vrt", b"/vsizip/"


@contextmanager
def archives_untouched(value: Any) -> Iterator[None]:
    """Within it a virtual raster is opened without a change to the archives that its tiles lie in.

    QGIS counts the values of a layer that it opens, and GDAL writes down what was counted of each tile: of one in an
    archive into the archive, which is somebody's download. Side files are not read then, so other rasters keep theirs,
    which may hold their CRS.
    """
    path = value if isinstance(value, str) and value.lower().endswith(VIRTUAL) and os.path.isfile(value) else None
    if path is None or IN_ARCHIVE not in Path(path).read_bytes():
        yield
        return
    from osgeo import gdal

    before = gdal.GetConfigOption(SIDE_FILES)
    gdal.SetConfigOption(SIDE_FILES, "NO")
    try:
        yield
    finally:
        gdal.SetConfigOption(SIDE_FILES, before)


class RasterSource:
    """A raster layer that lies in a file and is measured in metres, with messages that name it."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> None:
        self.parameter = name
        with archives_untouched(parameters.get(name)):
            layer = algorithm.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            raise QgsProcessingException(algorithm.invalidRasterError(parameters, name))
        self.layer = layer
        self.name = self.layer.name() or name
        if self.layer.providerType() != "gdal":
            raise HeritageError(
                "The layer {layer} ({parameter}) comes from a service ({kind}), which delivers pictures and not "
                "heights that can be computed with. Download the terrain model as a file (GeoTIFF) and give that.",
                layer=self.name,
                parameter=name,
                kind=self.layer.providerType(),
            )
        self.path = self.layer.source()

    @property
    def file(self) -> str | None:
        """The file that the layer lies in, or None."""
        return self.path if os.path.isfile(self.path) else None

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The layer's CRS. HeritageError when it has none, or none that is metric."""
        crs = self.layer.crs()
        if not crs.isValid():
            raise HeritageError(
                "The terrain model {layer} ({parameter}) has no coordinate reference system, so no distance can be "
                "measured. Set it (Layer CRS, or the tool gdal:assignprojection); the Danish terrain model is in "
                "{used}.",
                layer=self.name,
                parameter=self.parameter,
                used=DANISH_CRS,
            )
        if crs.isGeographic() or crs.mapUnits() != Qgis.DistanceUnit.Meters or crs.authid() in MERCATOR:
            raise HeritageError(
                "The terrain model {layer} ({parameter}) is in {crs}, where a cell is not so many metres wide and "
                "high. Reproject it first, with the tool gdal:warpreproject to {used}.",
                layer=self.name,
                parameter=self.parameter,
                crs=crs.authid() or crs.description(),
                used=DANISH_CRS,
            )
        return crs
