"""How a planner finds the way in the project: a map theme for each subject, a bookmark for each place of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsBookmark, QgsMapThemeCollection, QgsRectangle, QgsReferencedRectangle

from ...core.common.data import load
from ...core.plan.places import places_of
from .geopackage_words import layer_metadata
from .package_metadata import about_package, describe_project
from .project_forms import add_relations

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from ...core.plan.content import Plan
    from ...core.plan.places import Place
    from ...core.plan.sheets import Sheet
    from .project import PlanProject


def furnish(plan: PlanProject, content: Plan, sheets: Sequence[Sheet], extent: QgsRectangle) -> None:
    """Give the project what a planner finds the way in it by, and what it says of itself."""
    whole = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    add_themes(plan)
    add_bookmarks(plan, places_of(whole, content.environments, sheets))
    add_relations(plan.project, plan.layers)
    said = about_package(content)
    describe_project(plan.project, said)
    for described in plan.texts["layers"]:
        layer = plan.layers.get(described["key"])
        if layer is not None:
            layer.setMetadata(layer_metadata(described["table"], described["title"], said, plan.project.crs()))


def add_themes(plan: PlanProject) -> None:
    """Add the map themes. A layer that is no part of the plan, such as a background map, is in each as it is now."""
    themes = plan.project.mapThemeCollection()
    others = list(_background(plan))
    for described in load("rules/project.json")["themes"]:
        if not any(key in plan.layers for key in described["needs"]):
            continue
        theme = QgsMapThemeCollection.MapThemeRecord()
        for layer in [*(plan.layers[key] for key in described["layers"] if key in plan.layers), *others]:
            shown = QgsMapThemeCollection.MapThemeLayerRecord(layer)
            shown.isVisible = True
            shown.usingCurrentStyle = True
            shown.currentStyle = layer.styleManager().currentStyle()
            theme.addLayerRecord(shown)
        themes.insert(described["title"], theme)


def _background(plan: PlanProject) -> Iterator[QgsMapLayer]:
    own = {layer.id() for layer in plan.layers.values()}
    for node in plan.project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is not None and node.itemVisibilityChecked() and layer.isSpatial() and layer.id() not in own:
            yield layer


def add_bookmarks(plan: PlanProject, places: Iterable[Place]) -> None:
    """Add a spatial bookmark for each place, in its group."""
    manager = plan.project.bookmarkManager()
    for number, place in enumerate(places, start=1):
        bookmark = QgsBookmark()
        bookmark.setId(f"sted_{number}")
        bookmark.setGroup(place.group)
        bookmark.setName(place.name)
        bookmark.setExtent(QgsReferencedRectangle(QgsRectangle(*place.bounds), plan.project.crs()))
        manager.addBookmark(bookmark)
