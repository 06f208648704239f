"""The layers that belong to a layer of designated buildings: those of its package, and those of the open project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..core.registers.aliases import find_field, plain
from ..core.registers.deliveries import deliveries
from ..processing.job.inputs import LAYERS
from ..processing.job.layers_told import address_told

BUILDINGS = ("udpegning", "udpeget", "begrundelse")
"""What tells a layer of designated buildings."""
PAIRS, PLOTS, THEMES, ENVIRONMENTS = "naboer", "ejendomme", "bygninger_temaer", "kulturmiljoe_forslag"
DECIDED = "kulturmiljoeer"
PLANS, PARCELS = "lokalplaner", "jordstykker"
SIGNS = {
    PAIRS: ("fra_id", "til_id", "lighed"),
    PLOTS: ("ejendom_id", "bebyggelsesprocent", "status"),
    THEMES: ("bygning_id", "temaer"),
    ENVIRONMENTS: ("ensemble_id", "opfoert_fra", "antal_udpeget"),
    DECIDED: ("navn", "beslutning", "baerende_vaerdier"),
}
"""What each of them is told by: fields that no other output has together."""


def is_buildings(layer: Any) -> TypeGuard[QgsVectorLayer]:
    """Whether a layer is an output of classifybuildings."""
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and _has(layer, BUILDINGS)


def layers_of_buildings(project: QgsProject) -> list[QgsVectorLayer]:
    """The layers of designated buildings of a project, the topmost first; each of several looks on one table once."""
    found: dict[str, QgsVectorLayer] = {}
    root = project.layerTreeRoot()
    for layer in root.layerOrder() if root is not None else ():
        if is_buildings(layer):
            found.setdefault(layer.source(), layer)
    return list(found.values())


def file_of(layer: QgsVectorLayer) -> Path | None:
    """The file that a layer lies in, None for one in a database or in memory."""
    if layer.providerType() != "ogr":
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    return Path(path) if path and Path(path).is_file() else None


@dataclass
class Companions:
    """The layers beside one of designated buildings, each looked for when it is first asked for."""

    buildings: QgsVectorLayer
    project: QgsProject
    _found: dict[str, QgsVectorLayer | None] = field(default_factory=dict)

    def layer(self, role: str) -> QgsVectorLayer | None:
        """The layer of a role, None where there is none; one that was closed meanwhile is looked for anew."""
        if self._found.get(role) is None or not self._found[role].isValid():  # type: ignore[union-attr]
            self._found[role] = self._look(role)
        return self._found[role]

    def rows(self, role: str, column: str, value: str) -> list[QgsFeature] | None:
        """The rows of a role's layer that have a value in a column; None without such a layer."""
        layer = self.layer(role)
        return None if layer is None else rows_with(layer, column, value)

    def _look(self, role: str) -> QgsVectorLayer | None:
        told = {PLANS: _is_plan, PARCELS: is_parcels}.get(role) or _signed(SIGNS[role])
        for layer in (*self._beside(role), *self.project.mapLayers().values()):
            if isinstance(layer, QgsVectorLayer) and layer.isValid() and told(layer):
                return layer
        return None

    def _beside(self, role: str) -> Iterator[QgsVectorLayer]:
        """The layers in the buildings' own file, in the files beside it, and in those of the package."""
        own = file_of(self.buildings)
        if own is None:
            return
        yield QgsVectorLayer(f"{own}|layername={role}", role, "ogr")
        for folder in (own.parent, own.parent / LAYERS):
            file = folder / f"{role}.gpkg"
            if file.is_file() and file != own:
                yield QgsVectorLayer(str(file), role, "ogr")
        address = address_told(own, role)
        if address is not None:
            yield QgsVectorLayer(address, role, "ogr")


def rows_with(layer: QgsVectorLayer, column: str, value: str) -> list[QgsFeature]:
    """The rows of a layer with a value in a column, as text."""
    quoted = value.replace("'", "''")
    request = QgsFeatureRequest().setFilterExpression(f"\"{column}\" = '{quoted}'")
    return list(layer.getFeatures(request))


def cells(feature: QgsFeature) -> dict[str, Any]:
    """The values of a row by field name, NULL as None."""
    names = feature.fields().names()
    return {name: None if _is_null(value) else value for name, value in zip(names, feature.attributes())}


def named(names: list[str], concept: str) -> str | None:
    """The field of a layer that holds a concept of the registers, None where none does."""
    position = find_field(names, concept)
    return None if position is None else names[position]


def _is_null(value: Any) -> bool:
    return value is None or (hasattr(value, "isNull") and bool(value.isNull()))


def _has(layer: QgsVectorLayer, fields: tuple[str, ...]) -> bool:
    return all(layer.fields().lookupField(one) >= 0 for one in fields)


def _signed(fields: tuple[str, ...]) -> Callable[[QgsVectorLayer], bool]:
    return lambda layer: _has(layer, fields)


def _is_plan(layer: QgsVectorLayer) -> bool:
    """Whether a layer is one of lokalplaner: not of their delområder, the kommuneplan or a theme."""
    names = layer.fields().names()
    excluded = {name for one in deliveries().every if one.role == PLANS for name in one.excluded}
    if excluded.intersection(plain(name) for name in names):
        return False
    known = [find_field(names, concept) is not None for concept in ("plan_number", "plan_name", "parent_plan")]
    return layer.geometryType() == Qgis.GeometryType.Polygon and known == [True, True, False]


def is_parcels(layer: QgsVectorLayer) -> bool:
    """Whether a layer is one of parcels, and not of the plots made of them."""
    names = layer.fields().names()
    known = all(find_field(names, concept) is not None for concept in ("parcel_id", "registered_area"))
    return layer.geometryType() == Qgis.GeometryType.Polygon and known and not _has(layer, SIGNS[PLOTS])
