"""Draws the map of a property's sheet: the plan's buildings and boundaries round it, and its own edge in red."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from qgis.core import (
    Qgis,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from ...core.common.data import load
from ..export.layer_styles import dress_plainly, put_more_labels
from ..inputs.plan_package import BUILDINGS, ENVIRONMENTS, PROPERTIES
from ..outputs.map_image import paint_north_arrow, paint_scale_bar
from ..outputs.public_rows import ONLY_PUBLIC, PUBLIC_FIELD

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer

    from ...core.common.arrays import Geometries
    from ..inputs.plan_package import PlanPackage

WIDTH_MM, HEIGHT_MM = 86.0, 86.0
DPI = 200
MARGIN_M = 25.0
"""Metres round a property that its map shows at least."""
SCALES = (1000, 1250, 1500, 2000, 2500, 4000, 5000, 7500, 10_000, 15_000, 25_000, 50_000)
SMALLEST_SCALE = 5000
"""1:scale, below which a house is too small to be told from another."""
EDGE = "#c1121f"


class SheetMap:
    """Draws one map after another from the layers of a package, each in the style that the package stores."""

    def __init__(self, package: PlanPackage, transform_context: QgsCoordinateTransformContext) -> None:
        self.size = QSize(*(round(side / 25.4 * DPI) for side in (WIDTH_MM, HEIGHT_MM)))
        settings = QgsMapSettings()
        settings.setLayers(_layers(package))
        self.environments = _environments_of(package)
        settings.setDestinationCrs(package.crs)
        settings.setTransformContext(transform_context)
        settings.setOutputSize(self.size)
        settings.setOutputDpi(DPI)
        settings.setBackgroundColor(QColor("#ffffff"))
        settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
        self.settings = settings

    def draw(self, land: shapely.Geometry, shown: shapely.Geometry) -> QImage:
        """The map of a property: its land, and what of it the map shows (`shown_of`), in the package's CRS."""
        self.settings.setExtent(_extent(shown))
        context = QgsExpressionContext()
        context.appendScope(QgsExpressionContextUtils.mapSettingsScope(self.settings))
        self.settings.setExpressionContext(context)
        image = QImage(self.size, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        dots = round(DPI / 0.0254)
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            QgsMapRendererCustomPainterJob(self.settings, painter).renderSynchronously()
            self._edge(painter, land)
            paint_scale_bar(painter, self.size.width(), self.size.height(), self.settings.mapUnitsPerPixel())
            paint_north_arrow(painter, self.size.width())
        finally:
            painter.end()
        return image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)

    def shows_environment(self, shown: shapely.Geometry) -> bool:
        """Whether the boundary of an environment runs across the map of what is `shown`."""
        extent = QgsGeometry.fromRect(_extent(shown))
        return any(one.intersects(extent) and not one.contains(extent) for one in self.environments)

    def _edge(self, painter: QPainter, land: shapely.Geometry) -> None:
        """The property's boundary; of one that is only a place, a ring round it."""
        painter.setPen(QPen(QColor(EDGE), 0.7 / 25.4 * DPI))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        to_pixel = self.settings.mapToPixel()

        def at(x: float, y: float) -> QPointF:
            return QPointF(to_pixel.transform(x, y).x(), to_pixel.transform(x, y).y())

        rings = shapely.get_rings(shapely.get_parts(np.array([land])))
        for ring in rings:
            painter.drawPolygon(QPolygonF([at(*pair) for pair in shapely.get_coordinates(ring).tolist()]))
        if not len(rings):
            reach = 5.0 / 25.4 * DPI
            for pair in shapely.get_coordinates(land).tolist():
                painter.drawEllipse(at(*pair), reach, reach)


def scale_of(land: shapely.Geometry) -> int:
    """The scale of a property's map, 1:scale: the largest that shows it with a margin."""
    west, south, east, north = shapely.bounds(land).tolist()
    needed = max((east - west + 2 * MARGIN_M) / WIDTH_MM, (north - south + 2 * MARGIN_M) / HEIGHT_MM) * 1000
    return next((one for one in SCALES if one >= needed), SCALES[-1])


def shown_of(land: shapely.Geometry, buildings: Geometries) -> shapely.Geometry:
    """What of a property its map shows: all of it, or where its land lies far apart, where its buildings stand.

    A building that reaches beyond the land, or whose property is only a place, is shown whole with it.
    """
    placed = buildings[~shapely.is_missing(buildings)]
    if not len(placed):
        return land
    standing = shapely.envelope(shapely.geometrycollections(placed))
    if scale_of(land) <= SMALLEST_SCALE:
        both = shapely.envelope(shapely.geometrycollections([land, standing]))
        beyond = both.bounds != shapely.envelope(land).bounds
        return both if beyond and scale_of(both) <= SMALLEST_SCALE else land
    return standing if scale_of(standing) < scale_of(land) else land


def shows_all(shown: shapely.Geometry, land: shapely.Geometry) -> bool:
    """Whether what the map shows (`shown_of`) holds all the land."""
    return bool(shapely.covers(shapely.envelope(shown), land))


def _extent(land: shapely.Geometry) -> QgsRectangle:
    west, south, east, north = shapely.bounds(land).tolist()
    scale = scale_of(land)
    width, height = WIDTH_MM / 1000 * scale, HEIGHT_MM / 1000 * scale
    x, y = (west + east) / 2, (south + north) / 2
    return QgsRectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _environments_of(package: PlanPackage) -> list[QgsGeometry]:
    if not package.has(ENVIRONMENTS):
        return []
    return [one.geometry() for one in package.layer(ENVIRONMENTS).getFeatures()]


def _layers(package: PlanPackage) -> list[QgsVectorLayer]:
    """What the map shows, the topmost first: buildings that the public is told of, environments, boundaries."""
    described = {one["key"]: one for one in load("rules/lokalplan.json")["layers"]}
    public = PUBLIC_FIELD in package.tables[BUILDINGS]
    buildings = package.layer(BUILDINGS, ONLY_PUBLIC if public else "")
    buildings.loadDefaultStyle()
    put_more_labels(buildings, described["bygninger"])
    layers = [buildings]
    if package.has(ENVIRONMENTS):
        environments = package.layer(ENVIRONMENTS)
        environments.loadDefaultStyle()
        environments.setLabelsEnabled(False)
        layers.append(environments)
    if package.has(PROPERTIES):
        boundaries = package.layer(PROPERTIES)
        dress_plainly(boundaries, described["skel"]["plain"], "polygon", described["skel"]["title"])
        layers.append(boundaries)
    return layers
