"""A picture of each proposed cultural environment among its surroundings, for the working paper.

Drawn from what the plan knows of its buildings, which holds nothing that the register keeps from the public.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter

from ...core.common import addresses
from ...core.designation.shown_classes import Classes
from ...core.plan.street_lines import street_lines
from ..inputs.reopening import ask_provider
from ..outputs.layout_parts import INK, MUTED, qt_font, text_format
from ..outputs.map_image import png_as_it_is, render_map
from .map_signs import patch

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsSymbol

    from ...core.common.arrays import Integers
    from ...core.common.errors import Check
    from ...core.plan.content import Plan

WIDTH, HEIGHT = 1480, 880
"""Pixels of the map: some 220 to the inch in the paper's column."""
AROUND = 45.0
"""Metres of surroundings on each side of the group."""
BESIDE = 7.0
"""Metres from the line through a street's addresses to a name that keeps off the houses on it."""
NEIGHBOUR, NEIGHBOUR_EDGE, OUTLINE = "#dedad2", "#a8a297", "#3d2f63"
OTHERS = "Andre bygninger"
NOTE = (
    "Forslaget har den stiplede linje. Hovedbygningerne i det har farve efter grundlag, alle andre bygninger er grå. "
    "Tallene er husnumre, hvor der er plads; vejenes navne står, hvor deres adresser ligger. Nord er op."
)


def environment_maps(
    plan: Plan, positions: Sequence[int], crs: QgsCoordinateReferenceSystem, check: Check
) -> Iterator[bytes]:
    """The map of each of some environments as a PNG, in their order. `plan.environments` is there."""
    drawer = _Drawer(plan, crs)
    for position in positions:
        check()
        yield drawer.picture(position)


class _Drawer:
    """Draws environments of one plan."""

    def __init__(self, plan: Plan, crs: QgsCoordinateReferenceSystem) -> None:
        self.plan = plan
        self.crs = crs
        b = plan.buildings
        self.described = Classes.known().described
        self.classes = np.array(Classes.known().of(b.ground, b.designated.tolist(), b.standing_apart), dtype=np.intp)
        self.tree = shapely.STRtree(b.geometries)
        self.x, self.y = shapely.get_x(b.points), shapely.get_y(b.points)

    def picture(self, position: int) -> bytes:
        shape = self.shape(position)
        west, south, east, north = shapely.bounds(shape).tolist()
        extent = QgsRectangle(west - AROUND, south - AROUND, east + AROUND, north + AROUND)
        shown = self.shown(extent)
        inside = self.plan.buildings.main & (self.plan.environment_of == position)
        layers = [*self.streets(shown), self.buildings(shown, inside[shown]), *self.plots(shown)]
        drawn = render_map(self.outline(shape), extent, WIDTH, HEIGHT, layers)
        found = np.unique(self.classes[inside]).tolist()
        entries = [(self.plan.state.map_legend(self.described[one]), patch(self.described[one])) for one in found]
        return _with_legend(drawn, [*entries, (OTHERS, _grey())])

    def shape(self, position: int) -> Any:
        environments = self.plan.environments
        if environments is None:
            raise ValueError("a plan without environments has none to draw")
        return environments.geometries[position]

    def shown(self, extent: QgsRectangle) -> Integers:
        """The buildings on the map, which is larger than the extent one way."""
        reach = max(extent.width(), extent.height()) * 1.1
        middle = extent.center()
        half_w, half_h = reach, reach
        box = shapely.box(middle.x() - half_w, middle.y() - half_h, middle.x() + half_w, middle.y() + half_h)
        return np.sort(self.tree.query(box))

    def layer(self, kind: str, fields: str, rows: Sequence[tuple[Any, Sequence[Any]]]) -> QgsVectorLayer:
        layer: Any = QgsVectorLayer(f"{kind}?{fields}", kind, "memory")
        layer.setCrs(self.crs)
        features = []
        for shape, values in rows:
            feature = QgsFeature(layer.fields())
            geometry = QgsGeometry()
            geometry.fromWkb(shapely.to_wkb(shape))
            feature.setGeometry(geometry)
            feature.setAttributes(list(values))
            features.append(feature)
        ask_provider(layer, lambda provider: provider.addFeatures(features))
        layer.updateExtents()
        made: QgsVectorLayer = layer
        return made

    def outline(self, shape: Any) -> QgsVectorLayer:
        layer = self.layer("MultiPolygon", "", [(_multi(shape), ())])
        edge = {"style": "no", "outline_color": OUTLINE, "outline_width": "0.6", "outline_style": "dash"}
        layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(edge)))
        return layer

    def buildings(self, shown: Integers, inside: Any) -> QgsVectorLayer:
        """The buildings of the map: those of the proposal in their class's look and with their house number."""
        b = self.plan.buildings
        rows = []
        for row, ours in zip(shown.tolist(), inside.tolist()):
            shape = b.geometries[row]
            drawn = shape if shapely.get_dimensions(shape) == 2 else shapely.buffer(shape, 4.0)
            number = addresses.parts(b.addresses[row])[1] if ours else ""
            rows.append((_multi(drawn), (int(self.classes[row]) if ours else -1, number)))
        layer = self.layer("MultiPolygon", "field=klasse:integer&field=nr:string(0)", rows)
        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(_grey(), filterExp='"klasse" < 0'))
        for one, described in enumerate(self.described):
            root.appendChild(QgsRuleBasedRenderer.Rule(patch(described), filterExp=f'"klasse" = {one}'))
        layer.setRenderer(QgsRuleBasedRenderer(root))
        _label(layer, "nr", 6.0, INK, Qgis.LabelPlacement.OverPoint)
        return layer

    def plots(self, shown: Integers) -> Iterator[QgsVectorLayer]:
        """The plots as thin lines, where the plan has them."""
        plots = self.plan.plots
        if plots is None or not len(shown):
            return
        near = shapely.box(*shapely.total_bounds(self.plan.buildings.geometries[shown]).tolist())
        rows = np.sort(shapely.STRtree(plots.geometries).query(near)).tolist()
        areas = [plots.geometries[one] for one in rows if shapely.get_dimensions(plots.geometries[one]) == 2]
        layer = self.layer("MultiPolygon", "", [(_multi(one), ()) for one in areas])
        edge = {"color": "#fbfaf6", "outline_color": "#cfc8bb", "outline_width": "0.15"}
        layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(edge)))
        yield layer

    def streets(self, shown: Integers) -> Iterator[QgsVectorLayer]:
        told = [self.plan.buildings.addresses[row] for row in shown.tolist()]
        lines = street_lines(told, self.x[shown], self.y[shown])
        if not lines:
            return
        layer = self.layer(
            "LineString", "field=navn:string(0)", [(shapely.linestrings(one.line), (one.name,)) for one in lines]
        )
        layer.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"line_style": "no"})))
        _label(layer, "navn", 8.0, MUTED, Qgis.LabelPlacement.Line)
        yield layer


def _label(layer: QgsVectorLayer, field: str, points: float, colour: str, where: Qgis.LabelPlacement) -> None:
    form = text_format(points, colour, bold=where == Qgis.LabelPlacement.Line)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.5)
    halo.setColor(QColor(255, 255, 255, 220))
    form.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(form)
    settings.placement = where
    if where == Qgis.LabelPlacement.Line:
        flag = Qgis.LabelLinePlacementFlag
        on_or_beside = Qgis.LabelLinePlacementFlags(flag.OnLine) | flag.AboveLine | flag.BelowLine
        settings.lineSettings().setPlacementFlags(on_or_beside)
        settings.dist, settings.distUnits = BESIDE, Qgis.RenderUnit.MapUnits
        settings.priority = 8
    else:
        settings.centroidInside = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _grey() -> QgsFillSymbol:
    return patch({"key": "", "fill": NEIGHBOUR, "outline": NEIGHBOUR_EDGE, "pattern": "solid"})


def _multi(shape: Any) -> Any:
    """The polygons of a shape as one of several parts."""
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[shapely.get_dimensions(parts) == 2])


def _with_legend(drawn: bytes, entries: Sequence[tuple[str, QgsSymbol]]) -> bytes:
    """The picture with a frame, and below it what the colours mean."""
    picture = QImage.fromData(drawn)
    font = qt_font(0.0155 * WIDTH)
    metrics = QFontMetricsF(font)
    side, gap = round(0.016 * WIDTH), round(0.008 * WIDTH)
    places, x, line = [], 0.0, 0
    for words, symbol in entries:
        wide = side + gap + metrics.horizontalAdvance(words) + 3 * gap
        if x and x + wide > WIDTH:
            x, line = 0.0, line + 1
        places.append((x, line, words, symbol))
        x += wide
    tall = round(side * 1.55)
    whole = QImage(WIDTH, HEIGHT + gap + (line + 1) * tall, QImage.Format.Format_RGB32)
    whole.fill(QColor("#ffffff"))
    painter = QPainter(whole)
    try:
        painter.drawImage(0, 0, picture)
        painter.setPen(QColor(MUTED))
        painter.drawRect(0, 0, WIDTH - 1, HEIGHT - 1)
        painter.setFont(font)
        painter.setPen(QColor(INK))
        for x, line, words, symbol in places:
            top = HEIGHT + gap + line * tall
            painter.drawImage(round(x), top, symbol.asImage(QSize(side, side)))
            room = QRectF(x + side + gap, top, WIDTH - x - side - gap, side)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
    finally:
        painter.end()
    return _png(whole)


def _png(picture: QImage) -> bytes:
    """The picture as a PNG of its commonest colours: a fifth of the bytes, and no colour of an area is changed."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    line, wide, tall = picture.bytesPerLine(), picture.width(), picture.height()
    bits = picture.constBits()
    if bits is None:
        raise RuntimeError("The map could not be drawn.")
    bits.setsize(line * tall)
    pixels = np.frombuffer(bits.asstring(), dtype=np.uint8).reshape(tall, line)[:, : 3 * wide].reshape(-1, 3)
    shades = pixels.astype(np.int64) @ (65536, 256, 1)
    colours, index, counts = np.unique(shades, return_inverse=True, return_counts=True)
    most = colours[np.argsort(-counts, kind="stable")[:256]]
    told, kept = (np.stack([one >> 16, one >> 8 & 255, one & 255], axis=1) for one in (colours, most))
    nearest = np.argmin(((told[:, None, :] - kept[None, :, :]) ** 2).sum(axis=2), axis=1).astype(np.uint8)
    flat = QImage(nearest[index].tobytes(), wide, tall, wide, QImage.Format.Format_Indexed8)
    flat.setColorTable([int(one) | 0xFF000000 for one in most.tolist()])
    return png_as_it_is(flat)
