"""From the building that was clicked to the sheet of its property: the tool's dialog, filled in."""

from __future__ import annotations

from importlib import import_module

from qgis.core import QgsFeature, QgsProcessingContext, QgsProviderRegistry, QgsVectorLayer

from ..core.common.errors import HeritageError
from ..processing.inputs.plan_package import PLAN, PlanPackage

TOOL, PROPERTY = "lyngby_heritage:propertysheet", "PROPERTY"


def sheet_parameters(layer: QgsVectorLayer, feature: QgsFeature) -> dict[str, str]:
    """What `propertysheet` is given for the property of a building: {} where its layer lies in no plan package."""
    file = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or ""
    if not str(file).lower().endswith(".gpkg") or not feature.hasGeometry():
        return {}
    try:
        package = PlanPackage(str(file), QgsProcessingContext())
    except HeritageError:  # any other layer of buildings has a card too, and no sheet
        return {}
    point = feature.geometry().pointOnSurface().asPoint()
    place = f"{point.x():.2f},{point.y():.2f}"
    crs = layer.crs().authid()
    return {PLAN: str(package.path), PROPERTY: f"{place} [{crs}]" if crs else place}


def ask_for_sheet(layer: QgsVectorLayer, feature: QgsFeature) -> None:
    """Open the tool's dialog for the property of a building."""
    dialog = import_module("processing").createAlgorithmDialog(TOOL, sheet_parameters(layer, feature))
    dialog.show()
