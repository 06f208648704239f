"""A layer without a row may have neither kind of geometry nor CRS: so QGIS reads a GeoJSON that came back empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsWkbTypes

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeatureSource


def kindless(source: QgsProcessingFeatureSource) -> bool:
    """Whether a layer has not one row and does not say what it would hold: it fits every role, and has nothing in it.

    A service that does not count its rows has some.
    """
    return QgsWkbTypes.flatType(source.wkbType()) == Qgis.WkbType.NoGeometry and source.featureCount() == 0
