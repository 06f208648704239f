"""The buildings of a layer as they can be searched for; read once, and again when the layer changes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsProject, QgsVectorLayer

from ..core.common.cells import cell_id, cell_text
from ..core.plan.lookup import Hit, Lookup
from ..core.registers.parcel_names import parcel_name
from ..core.registers.values import normal_id
from .companions import PLOTS, Companions, cells, named

CONCEPTS = ("address", "bfe_number", "property_id", "parcel_id", "district_name", "district_code")
KIND, SECONDARY = "bygningstype", "sekundaer"


class Finder:
    """Looks buildings of one layer up. Made in the main thread; `find` may be asked in another."""

    def __init__(self, layer: QgsVectorLayer, project: QgsProject | None = None) -> None:
        self.layer = layer
        self.count = layer.featureCount()
        names = layer.fields().names()
        field = {concept: named(names, concept) for concept in CONCEPTS}
        wanted = [one for one in {*field.values(), KIND} if one in names]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(wanted, layer.fields())
        plots = _parcels_by_property(layer, project or QgsProject.instance())
        self.features: list[int] = []
        addresses, parcels, properties, main = [], [], [], []
        for feature in layer.getFeatures(request):
            row = cells(feature)

            def text(concept: str, row: dict[str, Any] = row) -> str:
                name = field[concept]
                return "" if name is None else cell_id(row[name]) or ""

            self.features.append(feature.id())
            addresses.append(text("address"))
            own = parcel_name(text("parcel_id"), text("district_name") or text("district_code"))
            parcels.append(plots.get(normal_id(text("property_id")), "") or own)
            properties.append(text("bfe_number") or text("property_id"))
            main.append(row.get(KIND) != SECONDARY)
        self.lookup = Lookup(addresses, parcels, properties, main)

    def is_of(self, layer: QgsVectorLayer) -> bool:
        """Whether it knows the buildings of a layer as they are now."""
        return layer is self.layer and layer.featureCount() == self.count

    def find(self, text: str, most: int = 20) -> list[Hit]:
        """The buildings that a text may mean (`Lookup.find`)."""
        return self.lookup.find(text, most)

    def feature(self, hit: Hit) -> QgsFeature:
        """The building that was found."""
        return self.layer.getFeature(self.features[hit.row])


def _parcels_by_property(layer: QgsVectorLayer, project: Any) -> dict[str, str]:
    """The parcels of each property, with their ejerlav, where a layer of plots tells them."""
    plots = Companions(layer, project).layer(PLOTS)
    if plots is None or plots.fields().lookupField("jordstykker") < 0:
        return {}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["ejendom_id", "jordstykker"], plots.fields())
    found: dict[str, list[str]] = {}
    for feature in plots.getFeatures(request):
        row = cells(feature)
        name = cell_text(row["jordstykker"])
        if name:
            found.setdefault(normal_id(row["ejendom_id"]), []).append(name)
    return {key: "; ".join(dict.fromkeys(names)) for key, names in found.items()}
