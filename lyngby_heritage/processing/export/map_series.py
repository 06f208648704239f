"""The maps of the whole plan, in their series: what the provisions refer to, the index of streets, what explains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import shapely
from qgis.core import Qgis, QgsGeometry, QgsRectangle
from qgis.PyQt.QtCore import QMetaType

from ...core.common.data import load
from ...core.common.errors import Check
from ...core.common.wording import as_printed, number
from ...core.plan.map_annexes import ANNEX, AREA, EXPLAINING, map_annexes
from ...core.plan.street_index import street_index
from ...core.plan.street_names import street_names
from ..inputs.plan_package import PLAN_AREA
from . import layouts
from .background import VARIABLE, WHOLE, sheet_name
from .index_pages import index_pages
from .project import title_of
from .sheet_numbers import number_sheets

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout, QgsVectorLayer

    from ...core.plan.content import Buildings, Plan, PlanArea
    from ...core.plan.sheets import Sheet
    from .background import Background
    from .geopackage import GeoPackage
    from .project import PlanProject

STREETS = "vejnavne"
SHEETS = "kortblade"
STREET_FIELDS = (("vej", QMetaType.Type.QString), ("antal_huse", QMetaType.Type.Int), ("hoved", QMetaType.Type.Bool))
PLAN_AREA_FIELDS = (
    ("areal_ha", QMetaType.Type.Double),
    ("antal_udpeget", QMetaType.Type.Int),
    ("uden_grund", QMetaType.Type.Int),
    ("antal_miljoeer", QMetaType.Type.Int),
)


def write_plan_area(geopackage: GeoPackage, area: PlanArea | None, names: Mapping[str, str]) -> None:
    """Write what the plan regulates as a layer of one row; nothing where nobody knows it."""
    if area is None:
        return
    geometry = _geometry(area.geometry)
    geometry.convertToMultiType()
    row = (geometry, as_printed(area.hectares, 2), area.buildings, area.groundless, area.environments)
    title = title_of(PLAN_AREA)
    geopackage.write(PLAN_AREA, title, PLAN_AREA_FIELDS, [row], names, Qgis.WkbType.MultiPolygon)


def write_street_names(geopackage: GeoPackage, buildings: Buildings, names: Mapping[str, str]) -> None:
    """Write where the names of the streets stand, as lines; nothing where no address names one."""
    found = street_names(buildings.addresses, buildings.points, buildings.geometries, geopackage.check)
    if len(found.names):
        rows = zip(map(_geometry, found.lines), found.names, found.houses.tolist(), found.chief.tolist())
        geopackage.write(STREETS, title_of(STREETS), STREET_FIELDS, rows, names, Qgis.WkbType.LineString)


def _geometry(shape: shapely.Geometry) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape))
    return geometry


def lay_background(project: PlanProject, background: Background, sheets: Sequence[Sheet], extent: QgsRectangle) -> None:
    """Fetch the background of every map, and put it below the layers of the project."""
    if background.layer is None:
        return
    _, whole = layouts.whole_of(project, extent)
    background.fetch(WHOLE, whole, layouts.OVERVIEW_MAP[2:], project.project)
    for place, one in enumerate(sheets, start=1):
        background.fetch(sheet_name(place), QgsRectangle(*one.bounds), layouts.SHEET_MAP[2:], project.project)
    project.background = background.add_to_project(project.project)
    project.set_variables(**{VARIABLE: background.credit if background.is_shown else ""})


def make_maps(
    project: PlanProject, plan: Plan, sheets: Sequence[Sheet], extent: QgsRectangle, check: Check
) -> tuple[list[QgsPrintLayout], list[QgsPrintLayout]]:
    """Add the maps of the whole to the project: what stands before the sheets, and what explains, behind them.

    The plan is told which maps there are, so that its documents refer to them by number.
    """
    there = project.occurring(list(project.layers))
    # A layer of names alone has no class in a legend.
    named = [key for key, layer in project.layers.items() if not there[key] and _has_names(layer)]
    plan.maps = map_annexes([*(key for key, classes in there.items() if classes), *named])
    pages: dict[str, list[QgsPrintLayout]] = {ANNEX: [], EXPLAINING: []}
    for annex in plan.maps.every:
        said = (
            area_note(plan.area, plan.state.in_force) if annex.key == AREA else "",
            annex.note,
            places_note(project, annex.layers),
        )
        note = " ".join(filter(None, said))
        shown = extent
        if SHEETS in annex.layers:
            shown = sheets_extent(project, extent)
            number_sheets(project.layers[SHEETS], layouts.whole_of(project, shown)[0])
            note = f"{note} {project.texts['sheets']['numbers_note']}".lstrip()
        pages[annex.series].append(layouts.overview(project, annex, shown, note))
        check()
    named = plan.buildings.named.tolist()
    streets = street_index(plan.buildings.addresses, plan.buildings.geometries, plan.buildings.points, named, sheets)
    return [*pages[ANNEX], *index_pages(project, streets)], pages[EXPLAINING]


def sheets_extent(project: PlanProject, extent: QgsRectangle) -> QgsRectangle:
    """What the map of all the sheets shows: they alone, where that is larger than the whole and within its map."""
    own = QgsRectangle(project.layers[SHEETS].extent())
    (scale, shown), (smaller, whole) = layouts.whole_of(project, own), layouts.whole_of(project, extent)
    return own if scale < smaller and whole.contains(shown) else extent


def _has_names(layer: QgsVectorLayer) -> bool:
    """Whether a layer draws nothing but names, and has some."""
    renderer = layer.renderer()
    return renderer is not None and renderer.type() == "nullSymbol" and layer.featureCount() > 0


SIGNS_OF_PLACES = ("bygninger", "aendringer")
"""Keys of the layers that draw a building whose outline is not known as a sign of its class."""


def places_note(project: PlanProject, layers: Sequence[str]) -> str:
    """What a map says of buildings that it draws as signs, as the sheets do; "" where it draws none."""
    drawn = [project.layers[key] for key in layers if key in SIGNS_OF_PLACES and key in project.layers]
    return str(project.texts["sheets"]["places_note"]) if any(map(layouts.draws_places, drawn)) else ""


def area_note(area: PlanArea | None, in_force: bool) -> str:
    """What the map of the plan's area says of the line around it: what it is, and what it lacks.

    A plan that is not in force has designated nothing yet.
    """
    texts = load("rules/lokalplan.json")["area_notes"]
    if area is None:
        return str(texts["unknown"])
    words = texts["words"]["in_force" if in_force else "open"]
    said = [texts["environments" if area.environments else "properties"].format(**words)]
    if area.groundless:
        said.append(texts["lacking"].format(count=number(area.groundless)))
    return " ".join(said)
