"""Reads raster inputs: which file a layer shows, and whether heights and distances in it are metres."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessingException, QgsProcessingParameterRasterLayer

from ...core.common.errors import HeritageError
from .sources import DANISH_CRS, MERCATOR

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingAlgorithm, QgsProcessingContext


SIDE_FILES = "GDAL_PAM_ENABLED"
"""GDAL's option for the files (.aux.xml) in which it keeps what it has counted of a raster."""
VIRTUAL, ARCHIVE, IN_ARCHIVE = ".vrt", ".zip", "/vsizip/"
NAMED = re.compile(r"<SourceFilename[^>]*>([^<]*)</SourceFilename>")
MOST_NESTED = 3


def in_archive(raster: str, nested: int = 0) -> bool:
    """Whether a raster, or a file that a virtual raster is made of, lies within a zip."""
    if IN_ARCHIVE in raster or raster.lower().endswith(ARCHIVE):
        return True
    if nested > MOST_NESTED or not raster.lower().endswith(VIRTUAL) or not os.path.isfile(raster):
        return False
    beside = os.path.dirname(raster)
    named = NAMED.findall(Path(raster).read_text(encoding="utf-8", errors="replace"))
    return any(in_archive(os.path.join(beside, unescape(one)), nested + 1) for one in named)


@contextmanager
def archives_untouched(values: Iterable[Any]) -> Iterator[None]:
    """Within it the rasters of these addresses are opened without a change to the archives that they lie in.

    QGIS counts the values of a layer that it opens, and GDAL writes down what was counted: of a file in an archive into
    the archive, which is somebody's download. GDAL decides when it opens a raster, and is told so in this thread alone.
    Side files are not read then, so other rasters keep theirs, which may hold their CRS.
    """
    if not any(isinstance(value, str) and in_archive(value) for value in values):
        yield
        return
    from osgeo import gdal

    # Old bindings can only speak to every thread.
    told = getattr(gdal, "SetThreadLocalConfigOption", gdal.SetConfigOption)
    before = getattr(gdal, "GetThreadLocalConfigOption", gdal.GetConfigOption)(SIDE_FILES)
    told(SIDE_FILES, "NO")
    try:
        yield
    finally:
        told(SIDE_FILES, before)


def rasters_among(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> list[Any]:
    """The values of the parameters that are rasters."""
    wanted = (one for one in algorithm.parameterDefinitions() if isinstance(one, QgsProcessingParameterRasterLayer))
    return [parameters.get(one.name()) for one in wanted]


class RasterSource:
    """A raster layer that lies in a file and is measured in metres, with messages that name it."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> None:
        self.parameter = name
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
