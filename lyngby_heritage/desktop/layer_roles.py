"""Which layer of the open project is certainly the one that a parameter asks for; none where there is any doubt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.registers.aliases import plain
from ..core.registers.asked_for import asked_for
from ..core.registers.recognition import CERTAIN, OWN_NAME, REGISTER_NAME, Header, recognise
from ..processing.inputs.layer_list import names_of

TERRAIN = "terraen"
"""The main job's name of a terrain model; rasters have no other names that are known."""

OTHERWISE = {
    *(("exportgeofa", "BUILDINGS"), ("exportlokalplan", "BUILDINGS"), ("exportlokalplan", "BOUNDARY")),
    ("followdesignations", "PLANS"),  # those in force now, and not those of the package that is followed
}
"""(tool, parameter) that ask for something else than the parameter's name says elsewhere."""

_GEOMETRIES = {
    Qgis.GeometryType.Point: "point",
    Qgis.GeometryType.Line: "line",
    Qgis.GeometryType.Polygon: "polygon",
    Qgis.GeometryType.Null: "none",
}
_KINDS = {
    "point": QgsProcessing.SourceType.TypeVectorPoint,
    "line": QgsProcessing.SourceType.TypeVectorLine,
    "polygon": QgsProcessing.SourceType.TypeVectorPolygon,
}


def roles_of(parameter: str) -> tuple[str, ...]:
    """The roles of a layer that is right in a parameter, the best first."""
    if parameter == "DEM":
        return (TERRAIN,)
    asked = asked_for().get(parameter)
    return () if asked is None else asked.prefilled


def certain_layers(algorithm: Any, project: QgsProject) -> dict[str, QgsMapLayer]:
    """Parameter → layer, for each parameter of a tool that exactly one layer of the project certainly fits.

    A layer goes to the first parameter that asks for it: it cannot be in two roles.
    """
    by_role = _by_role(project.mapLayers().values())
    chosen: dict[str, QgsMapLayer] = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if (algorithm.name(), name) in OTHERWISE:
            continue
        for role in roles_of(name):
            there = [one for one in by_role.get(role, []) if _takes(definition, one)]
            if len(there) == 1 and there[0] not in chosen.values():
                chosen[name] = there[0]
            if there:  # two that fit are a question, which a lesser role does not answer
                break
    return chosen


_SEEN: dict[tuple[str, ...], str | None] = {}
"""What was seen of a layer → its role: every parameter of a dialog asks, and a file is opened for its names."""


def role_of(layer: QgsMapLayer) -> str | None:
    """The role that a layer certainly has, by a name of its own or of a register; None else."""
    fields = layer.fields().names() if isinstance(layer, QgsVectorLayer) else []
    seen = (layer.id(), layer.source(), layer.name(), *fields)
    if seen not in _SEEN:
        _SEEN[seen] = _recognised(layer)
    return _SEEN[seen]


def _recognised(layer: QgsMapLayer) -> str | None:
    if isinstance(layer, QgsRasterLayer):
        return TERRAIN if plain(layer.name()) == TERRAIN else None
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return None
    header = Header(tuple(names_of(layer)), tuple(layer.fields().names()), _GEOMETRIES.get(layer.geometryType()))
    seen = recognise(header)
    whole = seen.part_of is None and seen.state is None and not (seen.download and seen.download.delta)
    return seen.role if whole and seen.sure == CERTAIN and seen.by in (OWN_NAME, REGISTER_NAME) else None


def _by_role(layers: Iterable[QgsMapLayer]) -> dict[str, list[QgsMapLayer]]:
    found: dict[str, list[QgsMapLayer]] = {}
    for layer in layers:
        role = role_of(layer)
        if role is not None:
            found.setdefault(role, []).append(layer)
    return found


def _takes(definition: Any, layer: QgsMapLayer) -> bool:
    """Whether a parameter takes layers of such a geometry."""
    if isinstance(definition, QgsProcessingParameterRasterLayer):
        return isinstance(layer, QgsRasterLayer)
    if not isinstance(layer, QgsVectorLayer):
        return False
    asked = set(definition.dataTypes())
    if not asked or QgsProcessing.SourceType.TypeVector in asked:
        return True
    kind = _KINDS.get(_GEOMETRIES.get(QgsWkbTypes.geometryType(layer.wkbType()), ""))
    return kind is not None and (kind in asked or QgsProcessing.SourceType.TypeVectorAnyGeometry in asked)
