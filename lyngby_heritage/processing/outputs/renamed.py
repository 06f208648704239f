"""What QGIS calls by another name from some version on: the newer name where it is there, since the older one will go.

Each asks QGIS itself and not its version. Fields, which take another type from QGIS 3.38 on, are made in `fields`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsLayoutRenderContext,
    QgsProperty,
    QgsScaleBarSettings,
    QgsSymbolLayer,
)

if TYPE_CHECKING:
    from qgis.core import QgsLayoutItemScaleBar


def store_default_style(layer: Any, name: str, description: str) -> str:
    """Store a vector layer's style in the file that it lies in, as the default; what went wrong, or ""."""
    return store_style(layer, name, description, default=True)


def store_style(layer: Any, name: str, description: str, default: bool) -> str:
    """Store a vector layer's style in the file that it lies in, maybe as the default; what went wrong, or ""."""
    if hasattr(layer, "saveStyleToDatabaseV2"):  # QGIS 4
        _, problem = layer.saveStyleToDatabaseV2(name, description, default, "")
        return str(problem)
    return str(layer.saveStyleToDatabase(name, description, default, ""))


def draw_as_vectors(context: Any) -> None:
    """Let a layout be drawn without pictures of what could be lines, whatever its layers' effects."""
    if hasattr(Qgis, "RasterizedRenderingPolicy"):  # QGIS 3.44
        context.setRasterizedRenderingPolicy(Qgis.RasterizedRenderingPolicy.ForceVector)
    else:
        context.setFlag(QgsLayoutRenderContext.Flag.FlagForceVectorOutput, True)


def fit_segments(bar: QgsLayoutItemScaleBar) -> None:
    """Let the segments of a scale bar be as long as fits."""
    if hasattr(Qgis, "ScaleBarSegmentSizeMode"):  # QGIS 3.40
        bar.setSegmentSizeMode(Qgis.ScaleBarSegmentSizeMode.FitWidth)
    else:
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeFitWidth)


def draw_where(layer: QgsSymbolLayer, expression: str) -> None:
    """Let a layer of a symbol be drawn on those features alone that the expression holds for."""
    properties = QgsSymbolLayer.Property
    names = ("LayerEnabled", "PropertyLayerEnabled")  # the second until QGIS 3.36
    enabled = next(getattr(properties, name) for name in names if hasattr(properties, name))
    layer.setDataDefinedProperty(enabled, QgsProperty.fromExpression(expression))


def esri_wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """A coordinate system in ESRI's words."""
    if hasattr(Qgis, "CrsWktVariant"):  # QGIS 3.36
        return str(crs.toWkt(Qgis.CrsWktVariant.Wkt1Esri))
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WKT1_ESRI))
