"""Pictures of a styled layer for a report, drawn where the tool runs."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from .layout_parts import (
    INK,
    length_text,
    nice_length,
    qt_font,
)

METRIC_CRS = "EPSG:25832"

# A picture this wide fills the text column of an A4 page, so that millimetres in the style stay millimetres on paper.
COLUMN_MM = 174.0
MARGIN = 0.04
SMALLEST_M = 150.0
LOWEST, TALLEST = 0.5, 1.3


def map_extent(extent: QgsRectangle, aspect: tuple[float, float] = (LOWEST, TALLEST)) -> tuple[QgsRectangle, float]:
    """The extent with a margin, never too small to draw, and its height ÷ width within the bounds given."""
    centre = extent.center()
    width, height = (max(side * (1 + 2 * MARGIN), SMALLEST_M) for side in (extent.width(), extent.height()))
    ratio = min(max(height / width, aspect[0]), aspect[1])
    if height / width > ratio:
        width = height / ratio
    else:
        height = width * ratio
    return QgsRectangle.fromCenterAndSize(centre, width, height), ratio


def drawn_in(
    layer: QgsVectorLayer, extent: QgsRectangle | None, transform_context: QgsCoordinateTransformContext
) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle | None]:
    """The CRS to draw in, in metres, and the extent in it; none where there is nothing to draw."""
    crs = layer.crs()
    extent = QgsRectangle(layer.extent() if extent is None else extent)
    extent.normalize()
    if extent.isNull() or not extent.isFinite():
        return crs, None
    if crs.isGeographic():
        metric = QgsCoordinateReferenceSystem(METRIC_CRS)
        extent = QgsCoordinateTransform(crs, metric, transform_context).transformBoundingBox(extent)
        crs = metric
    return crs, extent


def render_map(
    layer: QgsVectorLayer,
    extent: QgsRectangle | None = None,
    width_px: int = 1600,
    height_px: int | None = None,
    background_layers: Sequence[QgsVectorLayer] = (),
    title: str | None = None,
    transform_context: QgsCoordinateTransformContext | None = None,
) -> bytes:
    """A PNG of the layer in its own style, with scale bar and north arrow; empty where the layer has no extent.

    `extent` is in the layer's CRS. Touches neither the project nor a widget, so it may run where a tool runs, in the
    thread that the layers live in. A layer in degrees is drawn in EPSG:25832.
    """
    transform_context = transform_context or QgsCoordinateTransformContext()
    crs, extent = drawn_in(layer, extent, transform_context)
    if extent is None:
        return b""
    bounds = (LOWEST, TALLEST) if height_px is None else (height_px / width_px, height_px / width_px)
    extent, ratio = map_extent(extent, bounds)
    height = height_px or round(width_px * ratio)
    dpi = width_px / COLUMN_MM * 25.4

    settings = QgsMapSettings()
    settings.setLayers([layer, *background_layers])
    settings.setDestinationCrs(crs)
    settings.setTransformContext(transform_context)
    settings.setOutputSize(QSize(width_px, height))
    settings.setOutputDpi(dpi)
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
    settings.setFlag(Qgis.MapSettingsFlag.HighQualityImageTransforms, True)
    settings.setFlag(Qgis.MapSettingsFlag.UseAdvancedEffects, True)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)

    band = round(0.055 * width_px) if title else 0
    image = QImage(width_px, height + band, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, band)
        job = QgsMapRendererCustomPainterJob(settings, painter)
        job.renderSynchronously()
        paint_scale_bar(painter, width_px, height, settings.mapUnitsPerPixel())
        paint_north_arrow(painter, width_px)
        if title:
            painter.translate(0, -band)
            painter.fillRect(QRectF(0, 0, width_px, band), QColor("#ffffff"))
            painter.setFont(qt_font(width_px * 0.024, bold=True))
            painter.setPen(QColor(INK))
            room = QRectF(0.02 * width_px, 0, 0.96 * width_px, band)
            words = QFontMetricsF(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
            side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(room, side, words)
    finally:
        painter.end()
    return png_bytes(image)


def png_bytes(image: QImage) -> bytes:
    """An image as PNG of 24 bits a pixel, without what lies behind it."""
    return png_as_it_is(image.convertToFormat(QImage.Format.Format_RGB888))


def png_as_it_is(image: QImage) -> bytes:
    """An image as PNG, with the colours that it has and what shines through it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RuntimeError("The picture could not be written as PNG.")
    return content.data()


def paint_scale_bar(painter: QPainter, width: int, height: int, metres_per_pixel: float) -> None:
    """A bar of two halves in the lower left corner, a round number of metres long, on a pale ground."""
    metres = nice_length(0.24 * width * metres_per_pixel)
    long, thick, edge = metres / metres_per_pixel, 0.006 * width, 0.022 * width
    font = qt_font(0.0145 * width)
    metrics = QFontMetricsF(font)
    marks = [(0.0, "0"), (0.5, length_text(metres / 2)), (1.0, length_text(metres))]
    left = edge + metrics.horizontalAdvance("0")
    top = height - edge - thick
    ground = QRectF(
        edge * 0.5,
        top - metrics.height() * 1.45,
        left + long + metrics.horizontalAdvance(marks[-1][1]) / 2 + edge * 0.3,
        metrics.height() * 1.45 + thick + edge * 0.55,
    )
    painter.fillRect(ground, QColor(255, 255, 255, 215))
    painter.setPen(QPen(QColor(INK), max(1.0, 0.001 * width)))
    for i, fill in enumerate((INK, "#ffffff")):
        painter.setBrush(QColor(fill))
        painter.drawRect(QRectF(left + i * long / 2, top, long / 2, thick))
    painter.setFont(font)
    for share, text in marks:
        wide = metrics.horizontalAdvance(text) + 4
        room = QRectF(left + share * long - wide / 2, top - metrics.height() * 1.2, wide, metrics.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def paint_north_arrow(painter: QPainter, width: int) -> None:
    """An arrow half dark, half light in the upper right corner, with its N."""
    size, edge = 0.034 * width, 0.03 * width
    middle, top = width - edge - size * 0.25, edge
    font = qt_font(0.018 * width, bold=True)
    metrics = QFontMetricsF(font)
    ground = QRectF(middle - size * 0.62, top * 0.5, size * 1.24, size * 1.5 + metrics.height() + top * 0.6)
    painter.fillRect(ground, QColor(255, 255, 255, 215))
    painter.setPen(QColor(INK))
    painter.setFont(font)
    room = QRectF(middle - size / 2, top * 0.75, size, metrics.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "N")
    tip = room.bottom() + 0.1 * size
    painter.setPen(QPen(QColor(INK), max(1.0, 0.001 * width)))
    for side, fill in ((-1, INK), (1, "#ffffff")):
        painter.setBrush(QColor(fill))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle, tip),
                    QPointF(middle + side * size * 0.36, tip + size * 1.3),
                    QPointF(middle, tip + size),
                ]
            )
        )


def quieten(layer: QgsVectorLayer) -> None:
    """Give a background layer thin grey lines, so that it says where without drawing the eye."""
    kind = layer.geometryType()
    if kind == Qgis.GeometryType.Polygon:
        symbol: QgsSymbol | None = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": "#cfc8bb", "outline_width": "0.12", "outline_width_unit": "MM"}
        )
    elif kind == Qgis.GeometryType.Line:
        symbol = QgsLineSymbol.createSimple({"line_color": "#a9b9c4", "line_width": "0.3", "line_width_unit": "MM"})
    else:
        symbol = QgsMarkerSymbol.createSimple({"color": "#cfc8bb", "outline_style": "no", "size": "0.6"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabelsEnabled(False)
