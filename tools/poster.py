"""A poster of a styled layer: title, map, legend, scale bar, north arrow, source and date on a lying sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from lyngby_heritage.core.common.dates import danish_date
from lyngby_heritage.processing.outputs.layout_parts import (
    ACCENT,
    MUTED,
    add_label,
    add_legend,
    add_north_arrow,
    add_scale_bar,
    place,
    text_format,
)
from lyngby_heritage.processing.outputs.map_image import drawn_in, map_extent


def render_poster(
    layer: QgsVectorLayer,
    path: str | Path,
    title: str,
    subtitle: str = "",
    source: str = "",
    background_layers: Sequence[QgsVectorLayer] = (),
    paper: str = "A4",
    dpi: int = 200,
    extent: QgsRectangle | None = None,
    day: date | None = None,
) -> None:
    """Write a PNG of a lying sheet (A4 or A3): title, map, legend, scale bar, north arrow, source and date.

    In the main thread only. The layers become the property of a project of the poster's own: pass clones of layers
    that are used elsewhere.
    """
    project = QgsProject()
    crs, extent = drawn_in(layer, extent, project.transformContext())
    if extent is None:
        raise ValueError(f"The layer {layer.name()} has no extent, so there is nothing to draw.")
    project.setCrs(crs)
    for each in (*background_layers, layer):
        project.addMapLayer(each)

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.renderContext().setDpi(dpi)
    layout.pageCollection().page(0).setPageSize(paper, QgsLayoutItemPage.Orientation.Landscape)
    size = layout.pageCollection().page(0).pageSize()
    wide, tall = size.width(), size.height()
    grow = wide / 297.0
    edge, top, foot, legend_width = 10 * grow, 25 * grow, 9 * grow, 64 * grow

    stroke = QgsLayoutItemShape(layout)
    stroke.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    stroke.setSymbol(QgsFillSymbol.createSimple({"color": ACCENT, "outline_style": "no"}))
    place(stroke, 0, 0, wide, 2.6 * grow)
    layout.addLayoutItem(stroke)
    add_label(layout, title, text_format(20 * grow, bold=True), edge, 6.5 * grow, wide - 2 * edge, 9.5 * grow)
    if subtitle:
        add_label(layout, subtitle, text_format(11 * grow, MUTED), edge, 16.2 * grow, wide - 2 * edge, 6 * grow)

    room_wide = wide - 2 * edge - legend_width - 5 * grow
    room_tall = tall - top - edge - foot
    shown, _ = map_extent(extent, (room_tall / room_wide, room_tall / room_wide))
    view = QgsLayoutItemMap(layout)
    place(view, edge, top, room_wide, room_tall)
    view.setLayers([layer, *background_layers])
    view.setCrs(crs)
    view.setExtent(shown)
    view.setFrameEnabled(True)
    view.setFrameStrokeColor(QColor("#b8b1a5"))
    view.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, Qgis.LayoutUnit.Millimeters))
    layout.addLayoutItem(view)

    right = wide - edge - legend_width
    add_legend(layout, view, [(layer, None, None)], right, top, (legend_width, room_tall), grow, by_map=True)
    add_scale_bar(layout, view, right, top + room_tall - 9 * grow, legend_width, grow)
    add_north_arrow(layout, wide - edge - 10 * grow, top + room_tall - 15.5 * grow, grow)
    made = danish_date(day or date.today())
    words = f"{source} · {made}" if source else made
    add_label(layout, words, text_format(7.5 * grow, MUTED), edge, tall - edge - 3 * grow, wide - 2 * edge, 5 * grow)

    # Not exportToImage: that asks GDAL to write the position into the PNG, which it cannot and says so.
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
    if image.isNull() or not image.save(str(path), "PNG"):
        raise OSError(f"The poster could not be written to {path}.")
