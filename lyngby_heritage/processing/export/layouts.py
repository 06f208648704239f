"""The print layouts of the project: A3 maps of the whole area, and the A4 sheets as an atlas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsPrintLayout,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core.common import wording
from ...core.common.profile import current
from ...core.designation.chosen_values import designation_texts
from ...core.plan.sheets import fitted
from ..outputs.layout_parts import (
    MUTED,
    add_fitting_scale_bar,
    add_label,
    add_legend,
    add_north_arrow,
    place,
    text_format,
)
from ..outputs.place_marks import MARKS_A_PLACE
from .sheet_codes import CODE, add_code

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from ...core.plan.map_annexes import MapAnnex
    from .project import PlanProject

SHEETS = "Kortblade (atlas)"
EDGE = 12.0
FRAME_COLOUR = "#b8b1a5"

# Of the A3 map and the A4 sheet, in mm: where the map lies, and how large it is.
OVERVIEW_MAP = (12.0, 30.0, 300.0, 250.0)
OVERVIEW_NOTE = 26.0  # the height of the words below its legend
SHEET_MAP = (10.0, 25.0, 190.0, 202.0)
SHEET_LEGEND = (10.0, 230.5, 104.0, 50.0)
SHEET_STATE = (10.0, 281.5, 190.0, 3.5)
LOCATOR = (167.0, 232.0, 33.0, 40.0)


TITLE, SOURCE, DATE, STATE = "[% @plan_titel %]", "[% @plan_kilde %]", "[% @plan_dato %]", "[% @plan_tilstand %]"
CREDIT = "[% if(coalesce(@plan_baggrund, '') = '', '', ' · Baggrundskort: ' || @plan_baggrund) %]"
"""What every map says of itself stands in variables of the project, where a planner can change it."""


def overview(plan: PlanProject, annex: MapAnnex, extent: QgsRectangle, note: str = "") -> QgsPrintLayout:
    """Add a lying A3 map of the whole area to the project; `note` stands below its legend."""
    layers = [key for key in annex.layers if key in plan.layers]
    layout = new_layout(plan, f"{annex.name}: {annex.title}", "A3", lying=True)
    wide, tall = 420.0, 297.0
    add_head(layout, wide, 3.0)
    add_label(layout, TITLE, text_format(22, bold=True), EDGE, 7.5, wide - 2 * EDGE, 11)
    subtitle = f"{annex.name} · {annex.title}"
    add_label(layout, subtitle, text_format(12, MUTED), EDGE, 19, wide - 2 * EDGE, 7)
    state = text_format(10, accent_name(), bold=True)
    add_label(layout, STATE, state, 0.4 * wide, 19, 0.6 * wide - EDGE, 9, Qt.AlignmentFlag.AlignRight)
    x, y, w, h = OVERVIEW_MAP
    scale, shown = whole_of(plan, extent)
    view = add_map(layout, plan, layers, OVERVIEW_MAP, ground=True)
    view.setExtent(shown)
    right = x + w + 6
    room = wide - EDGE - right
    bottom = y + h
    below = bottom - 34 - OVERVIEW_NOTE
    add_legend(layout, view, _entries(plan, layers), right, y, (room, below - y), 1.0)
    if note:
        add_label(layout, note, text_format(8, MUTED), right, below, room, OVERVIEW_NOTE, low=True)
    add_north_arrow(layout, wide - EDGE - 16, bottom - 32, 1.15)
    add_label(layout, f"1:{wording.number(scale)} (A3)", text_format(9, bold=True), right, bottom - 16, 60, 6)
    add_fitting_scale_bar(layout, view, right, bottom - 10, 34, 56)
    add_foot(layout, EDGE, tall - 13, wide - 2 * EDGE)
    return layout


def whole_of(plan: PlanProject, extent: QgsRectangle) -> tuple[int, QgsRectangle]:
    """The scale of the maps of the whole, and the ground that they show."""
    bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    margin = 0.02 * max(extent.width(), extent.height())
    scale, shown = fitted(bounds, OVERVIEW_MAP[2:], plan.texts["overview_scales"], margin)
    return scale, QgsRectangle(*shown)


def sheets(plan: PlanProject, extent: QgsRectangle) -> QgsPrintLayout:
    """Add the atlas of standing A4 sheets, one for each row of the layer `kortblade`."""
    keys = [key for key in plan.texts["sheets"]["layers"] if key in plan.layers]
    layout = new_layout(plan, SHEETS, "A4", lying=False)
    wide, tall = 210.0, 297.0
    left = SHEET_MAP[0]
    add_head(layout, wide, 2.5)
    add_label(
        layout,
        '[% coalesce("navn", \'Kortblad \' || "nr") %]',
        text_format(12, bold=True),
        left,
        5,
        190,
        11.5,
        low=True,
    )
    line = 'Kortblad [% "nr" %] af [% @atlas_totalfeatures %] · [% @plan_titel %]'
    add_label(layout, line, text_format(9, MUTED), left, 17.5, 190, 6)
    view = add_map(layout, plan, keys, SHEET_MAP, ground=True)
    view.setAtlasDriven(True)
    view.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    view.setAtlasMargin(0.0)
    below = SHEET_MAP[1] + SHEET_MAP[3]
    entries = _entries(plan, keys)
    add_legend(layout, view, entries, *SHEET_LEGEND[:2], SHEET_LEGEND[2:], by_map=True, columns=2, title="")
    x = left + 108
    for text, points in said_of_sheet(plan.texts["sheets"]["long_text"]):
        add_label(layout, text, text_format(points), x, below + 4.5, 47, 24.5)
    add_label(layout, note_of(plan), text_format(7, MUTED), x, below + 29, 47, 12, low=True)
    add_label(
        layout, "1:[% format_number(\"maalestok\", 0, 'da') %] (A4)", text_format(8, bold=True), x, below + 42, 47, 5
    )
    add_fitting_scale_bar(layout, view, x, below + 46, 20, 42)
    _locator(layout, plan, view, extent)
    ground = {"color": "#ffffff", "outline_color": FRAME_COLOUR, "outline_width": "0.2"}
    add_rectangle(layout, ground, left + SHEET_MAP[2] - 11, SHEET_MAP[1], 11, 17)
    add_north_arrow(layout, left + SHEET_MAP[2] - 13.5, SHEET_MAP[1] + 1.5, 1.0)
    if plan.layers["kortblade"].fields().lookupField(CODE) >= 0:
        add_code(layout, left + SHEET_MAP[2], below)
    add_label(layout, STATE, text_format(7.5, accent_name(), bold=True), *SHEET_STATE)
    add_foot(layout, left, tall - 12, 190)
    atlas = layout.atlas()
    atlas.setEnabled(True)
    atlas.setCoverageLayer(plan.layers["kortblade"])
    atlas.setHideCoverage(True)
    atlas.setPageNameExpression("\"nr\" || coalesce(' ' || \"navn\", '')")
    atlas.setFilenameExpression("'kortblad_' || lpad(\"nr\", 3, '0')")
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"nr"')
    atlas.updateFeatures()
    atlas.first()
    return layout


def said_of_sheet(long_text: int) -> list[tuple[str, float]]:
    """The text of a sheet and the size of its letters, in points: smaller where it would run into what stands below."""
    long = f'length("tekst") > {long_text}'
    return [(f"[% if({holds}, \"tekst\", '') %]", points) for holds, points in ((f"not {long}", 7.5), (long, 6.5))]


def note_of(plan: PlanProject) -> str:
    """What the sheets say of the numbers that their scale shows on the buildings, and of buildings as signs."""
    texts, layer = plan.texts["sheets"], plan.layers.get("bygninger")
    described = next(one for one in plan.texts["layers"] if one["key"] == "bygninger")
    every, own = (QgsExpression.quotedString(texts[name]) for name in ("note", "plan_numbers_note"))
    most, smallest = described["also_label"]["smallest"], described["plan_number"]["smallest"]
    numbers = f'[% if("maalestok" <= {most}, {every}, if("maalestok" <= {smallest}, {own}, \'\')) %]'
    return f"{numbers} {texts['places_note']}" if layer is not None and draws_places(layer) else numbers


def draws_places(layer: QgsVectorLayer) -> bool:
    """Whether a layer of footprints draws buildings as signs too, since their outline is not known (`place_marks`)."""
    places = QgsFeatureRequest().setFilterExpression(MARKS_A_PLACE).setLimit(1)
    return layer.geometryType() == Qgis.GeometryType.Polygon and any(layer.getFeatures(places))


def new_layout(plan: PlanProject, name: str, paper: str, lying: bool) -> QgsPrintLayout:
    """A layout of one sheet, in the project, and drawn as lines and text."""
    layout = QgsPrintLayout(plan.project)
    layout.initializeDefaults()
    layout.setName(name)
    way = QgsLayoutItemPage.Orientation.Landscape if lying else QgsLayoutItemPage.Orientation.Portrait
    layout.pageCollection().page(0).setPageSize(paper, way)
    layout.setUnits(Qgis.LayoutUnit.Millimeters)
    context = layout.renderContext()
    context.setDpi(300)
    layout.setCustomProperty("forceVector", True)
    layout.setCustomProperty("pdfTextFormat", int(Qgis.TextRenderFormat.AlwaysText))
    plan.project.layoutManager().addLayout(layout)
    return layout


def add_map(
    layout: QgsPrintLayout,
    plan: PlanProject,
    keys: Sequence[str],
    room: tuple[float, float, float, float],
    ground: bool = False,
) -> QgsLayoutItemMap:
    """Put a map of some layers of the project, the topmost first, into a room (x, y, width and height in mm).

    `ground` lays them on the background map, where the project has one.
    """
    view = QgsLayoutItemMap(layout)
    place(view, *room)
    below = [plan.background] if ground and plan.background is not None else []
    view.setLayers([*(plan.layers[key] for key in keys), *below])
    view.setKeepLayerSet(True)
    view.setCrs(plan.project.crs())
    view.setFrameEnabled(True)
    view.setFrameStrokeColor(QColor(FRAME_COLOUR))
    view.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, Qgis.LayoutUnit.Millimeters))
    view.setBackgroundColor(QColor("#ffffff"))
    layout.addLayoutItem(view)
    return view


def _entries(plan: PlanProject, keys: Sequence[str]) -> list[tuple[QgsVectorLayer, str | None, list[int]]]:
    """The legend of a map: each layer with the classes that occur; a layer of one class needs no heading."""
    entries = []
    for key, classes in plan.occurring(keys).items():
        layer = plan.layers[key]
        if classes:
            heading = layer.name() if len(layer.renderer().legendSymbolItems()) > 1 else None
            entries.append((layer, heading, classes))
    return entries


def _locator(layout: QgsPrintLayout, plan: PlanProject, view: QgsLayoutItemMap, extent: QgsRectangle) -> None:
    """A small map that says where in the municipality the sheet lies."""
    keys = [key for key in ("afgraensning", "kortblade") if key in plan.layers]
    _, _, w, h = LOCATOR
    small = add_map(layout, plan, keys, LOCATOR)
    bounds = QgsRectangle(extent)
    bounds.combineExtentWith(plan.layers["kortblade"].extent())
    _, shown = fitted(
        (bounds.xMinimum(), bounds.yMinimum(), bounds.xMaximum(), bounds.yMaximum()),
        (w, h),
        plan.texts["overview_scales"],
        0.03 * max(bounds.width(), bounds.height()),
    )
    small.setExtent(QgsRectangle(*shown))
    mark = small.overview()
    mark.setLinkedMap(view)
    mark.setFrameSymbol(
        QgsFillSymbol.createSimple({"color": _accent(90), "outline_color": _accent(), "outline_width": "0.5"})
    )


def add_head(layout: QgsPrintLayout, wide: float, thick: float) -> None:
    """The bar along the upper edge, and the municipality's logo."""
    add_rectangle(layout, {"color": _accent(), "outline_style": "no"}, 0, 0, wide, thick)
    _logo(layout, wide)


def accent_name() -> str:
    """The accent colour of the plan's pages, as letters take one."""
    return str(designation_texts()["accent"])


def _accent(opacity: int = 255) -> str:
    """The accent colour of the plan's pages, as QGIS writes one."""
    red, green, blue = QColor(accent_name()).getRgb()[:3]
    return f"{red},{green},{blue},{opacity}"


def _logo(layout: QgsPrintLayout, wide: float) -> None:
    """The logo of the municipality's profile, in the upper right corner of the sheet."""
    profile = current()
    if profile is None or not profile.logo:
        return
    picture = QgsLayoutItemPicture(layout)
    vector = profile.logo.startswith("data:image/svg")
    kind = Qgis.PictureFormat.SVG if vector else Qgis.PictureFormat.Raster
    picture.setPicturePath(f"base64:{profile.logo.partition(',')[2]}", kind)
    picture.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperRight)
    place(picture, wide - EDGE - 40, 5, 40, 12)
    layout.addLayoutItem(picture)


def add_rectangle(
    layout: QgsPrintLayout, symbol: dict[str, str], x: float, y: float, wide: float, tall: float
) -> QgsLayoutItemShape:
    """Put a rectangle there, in mm; `symbol` is what QgsFillSymbol makes one of."""
    shape = QgsLayoutItemShape(layout)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    shape.setSymbol(QgsFillSymbol.createSimple(symbol))
    place(shape, x, y, wide, tall)
    layout.addLayoutItem(shape)
    return shape


def add_foot(layout: QgsPrintLayout, x: float, y: float, wide: float) -> None:
    """Source and date."""
    add_label(layout, SOURCE + CREDIT, text_format(7, MUTED), x, y, wide - 42, 8)
    add_label(layout, DATE, text_format(7, MUTED), x + wide - 40, y, 40, 8, Qt.AlignmentFlag.AlignRight)
