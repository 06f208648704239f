"""Puts what the steps made into the open project: named, in its group, styled, and not twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayerDefinition,
    QgsLayerTreeGroup,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..processing.export.packaging import GEOPACKAGE as PACKAGE_FILE
from ..processing.inputs.layer_list import CONTENTS
from ..processing.inputs.living_crs import living
from ..processing.outputs.held import same_file
from ..processing.outputs.styling import apply_style
from ..processing.translation import mark, tr
from .panel_roles import GROUPS, ROLES, Role

TOP = "Lyngby Heritage"
TRIED = "lyngby_heritage/tried"
"""The property of a layer that only shows what thresholds would do, and is no data."""
STEP = "lyngby_heritage/step"
"""The property of a group of the layer tree that says of which step it is."""
DEFINITION = "qgis-layer-definition"
"""Of a document without a name nothing comes back from where it is written."""
THEMES_GROUP = mark("Themes")
THEME_STYLE = {"color": "#3374a35c", "outline_color": "#5c8545", "outline_width": "0.26"}
PLAIN_STYLE = {"color": "#30808a94", "outline_color": "#6a7480", "outline_width": "0.26", "size": "1.4"}
BUILDING_STYLES = {
    Qgis.GeometryType.Point: "preparebuildings_point.qml",
    Qgis.GeometryType.Polygon: "preparebuildings.qml",
}


def file_of(layer: QgsMapLayer) -> str:
    """The file that a layer lies in, empty for one of a database, a service or memory."""
    provider = layer.providerType() or ""
    return str(QgsProviderRegistry.instance().decodeUri(provider, layer.source()).get("path") or "")


def lies_in(layer: QgsMapLayer, folder: str) -> bool:
    """Whether a layer is one of the files in a folder."""
    file = file_of(layer)
    return bool(folder and file) and Path(same_file(file)).is_relative_to(same_file(folder))


def data_layers(project: QgsProject, output: str) -> list[QgsVectorLayer]:
    """The vector layers of a project that may be data: those that no step and no plan has made."""
    every = project.mapLayers().values()
    return [
        one
        for one in every
        if isinstance(one, QgsVectorLayer)
        and one.isValid()
        and not lies_in(one, output)
        and not one.customProperty(TRIED)
        and Path(file_of(one)).name != PACKAGE_FILE
    ]


def terrain_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """The rasters of a project that may be a terrain model: of one band, with a value that can be read."""
    every = project.mapLayers().values()
    return [one for one in every if isinstance(one, QgsRasterLayer) and one.isValid() and one.bandCount() == 1]


def step_group(project: QgsProject, key: str, title: str, order: Sequence[str]) -> QgsLayerTreeGroup:
    """The group of a step's layers, made where it is not there; later steps lie above earlier ones."""
    top = _group(_root(project), "", TOP, 0)
    found = [child for child in top.children() if isinstance(child, QgsLayerTreeGroup)]
    above = sum(order.index(one.customProperty(STEP)) > order.index(key) for one in found if _is_step(one, order))
    return _group(top, key, title, above)


def _is_step(group: QgsLayerTreeGroup, order: Sequence[str]) -> bool:
    return group.customProperty(STEP) in order


def _group(parent: Any, key: str, title: str, place: int) -> QgsLayerTreeGroup:
    for child in parent.children():
        if isinstance(child, QgsLayerTreeGroup) and (child.customProperty(STEP) == (key or TOP)):
            return child
    group: QgsLayerTreeGroup = parent.insertGroup(place, title)
    group.setCustomProperty(STEP, key or TOP)
    return group


def add_results(project: QgsProject, context: QgsProcessingContext, group: QgsLayerTreeGroup) -> list[QgsMapLayer]:
    """Put the layers that a tool made into a group; those that are in the project already have read them anew."""
    added: list[QgsMapLayer] = []
    for destination, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
        if layer is None or _is_there(project, layer):
            continue
        layer.setName(details.name or layer.name())
        taken: Any = context.takeResultLayer(layer.id())
        taken.setCrs(living(taken.crs()))
        project.addMapLayer(taken, False)
        group.insertLayer(0, taken)
        added.append(taken)
    return added


def add_collected(
    project: QgsProject, file: Path, known: Mapping[str, str], group: QgsLayerTreeGroup
) -> list[QgsMapLayer]:
    """Put the layers of what was put together into a group, by role, and the themes into one of their own.

    `known` is layer → what its theme is called.
    """
    tables = [one.name() for one in QgsProviderRegistry.instance().querySublayers(str(file))]
    roles = [role for _, group_roles in reversed(GROUPS) for role in reversed(group_roles) if role.name in tables]
    themes = sorted((known[name] or name, name) for name in tables if name in known)
    added = []
    for role in sorted(roles, key=_drawn_last):
        added += _add(project, file, role.name, tr(role.label), group, role)
    if themes:
        inside = _group(group, "themes", tr(THEMES_GROUP), len(group.children()))
        for title, name in reversed(themes):
            added += _add(project, file, name, title, inside, None)
        inside.setItemVisibilityChecked(False)
        inside.setExpanded(False)
    rest = [one for one in tables if one not in known and one not in ROLES and one != CONTENTS]
    for name in rest:
        added += _add(project, file, name, name, group, None)
    return added


def _drawn_last(role: Role) -> int:
    """Areas lie under lines, and lines under points: tables lie at the bottom of the group."""
    order = ("kommunegraense", "bygninger", "fbb", "bygningsvurdering", "bbr", "vandloeb", "soeer")
    return -order.index(role.name) if role.name in order else -len(order) - (role.style is None)


def _add(
    project: QgsProject, file: Path, table: str, title: str, group: QgsLayerTreeGroup, role: Role | None
) -> list[QgsMapLayer]:
    layer = QgsVectorLayer(f"{file}|layername={table}", title, "ogr")
    if not layer.isValid() or _is_there(project, layer):
        return []
    _dress(layer, role)
    project.addMapLayer(layer, False)
    node: Any = group.insertLayer(0, layer)
    node.setItemVisibilityChecked(role is None or role.shown)
    node.setExpanded(False)
    return [layer]


def _dress(layer: QgsVectorLayer, role: Role | None) -> None:
    """Give a layer of data a simple symbol that leaves room for what the steps find."""
    kind = layer.geometryType()
    if role is not None and role.name == "bygninger" and kind in BUILDING_STYLES:
        apply_style(layer, BUILDING_STYLES[kind], {})
        return
    if kind not in _SYMBOLS:
        return
    style = THEME_STYLE if role is None else dict(role.style or PLAIN_STYLE)
    if kind == Qgis.GeometryType.Line and "line_color" not in style:
        style = {"line_color": style["outline_color"], "line_width": style.get("outline_width", "0.26")}
    layer.setRenderer(QgsSingleSymbolRenderer(_SYMBOLS[kind](style)))


_SYMBOLS = {
    Qgis.GeometryType.Point: QgsMarkerSymbol.createSimple,
    Qgis.GeometryType.Line: QgsLineSymbol.createSimple,
    Qgis.GeometryType.Polygon: QgsFillSymbol.createSimple,
}


def add_package(project: QgsProject, file: Path, group: QgsLayerTreeGroup) -> list[QgsMapLayer]:
    """Put the layers of a plan's project into a group, in its groups and its styles; they replace those of before."""
    package = QgsProject()
    document = QDomDocument(DEFINITION)
    try:
        if not package.read(str(file), Qgis.ProjectReadFlag.DontLoadLayouts):
            return []
        wanted = {_place(one) for one in package.mapLayers().values()}
        if wanted == {_place(node.layer()) for node in group.findLayers() if node.layer() is not None}:
            return []  # a second run: they have read it anew, and what a person changed in their styles stays
        opened = [node.isExpanded() for node in _root(package).findLayers()]
        QgsLayerDefinition.exportLayerDefinition(document, _root(package).children(), QgsReadWriteContext())
    finally:
        package.clear()
    project.removeMapLayers([node.layerId() for node in group.findLayers()])
    group.removeAllChildren()
    before = set(project.mapLayers())
    QgsLayerDefinition.loadLayerDefinition(document, project, group, QgsReadWriteContext())
    for node, expanded in zip(group.findLayers(), opened):
        node.setExpanded(expanded)  # QGIS folds a legend of ten classes, and that of the buildings has as many
    return [layer for name, layer in project.mapLayers().items() if name not in before]


def gather(project: QgsProject, files: Iterable[str], group: QgsLayerTreeGroup) -> None:
    """Bring layers that QGIS itself put into the project into a group; of two of one place the newer goes."""
    root = _root(project)
    for file in files:
        place = _place(QgsVectorLayer(file, "", "ogr"))
        found = [node for node in root.findLayers() if node.layer() is not None and _place(node.layer()) == place]
        inside = [node for node in found if node.parent() != root]
        kept = next(iter(inside or found), None)
        project.removeMapLayers([node.layerId() for node in found if node != kept])
        if kept is not None and not inside:
            group.insertChildNode(0, kept.clone())
            root.removeChildNode(kept)


def hide_others(group: QgsLayerTreeGroup, beside: Sequence[str] = ()) -> None:
    """Show of the panel's groups this one, and those of the steps `beside` it; the others stay, hidden and closed."""
    key, parent = group.customProperty(STEP), group.parent()
    for child in parent.children() if parent is not None else ():
        own = child.customProperty(STEP)
        child.setItemVisibilityChecked(own == key or own in beside)
        child.setExpanded(own == key)


def _is_there(project: QgsProject, layer: QgsMapLayer) -> bool:
    return any(_place(one) == _place(layer) for one in project.mapLayers().values())


def _place(layer: QgsMapLayer | None) -> tuple[str, str]:
    if layer is None:
        return "", ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType() or "", layer.source())
    path = str(parts.get("path") or "")
    return (same_file(path) if path else layer.source()), str(parts.get("layerName") or "")


def whole_extent(layers: Iterable[QgsMapLayer]) -> QgsMapLayer | None:
    """The layer that says best where the data lie: the municipality's boundary, else that of the buildings."""
    spatial = [one for one in layers if one.isSpatial() and not one.extent().isEmpty()]
    for table in ("kommunegraense", "bygninger", "fbb", "bygningsvurdering", "jordstykker"):
        found = next((one for one in spatial if _place(one)[1] == table), None)
        if found is not None:
            return found
    return spatial[0] if spatial else None


def _root(project: QgsProject) -> Any:
    return project.layerTreeRoot()
