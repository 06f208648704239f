"""QGIS's search field (Ctrl+K): "lh" and an address, a parcel or a BFE number leads to a building's card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsProject,
    QgsVectorLayer,
)

from ..core.plan.lookup import By
from ..processing.translation import tr
from .companions import layers_of_buildings
from .finding import Finder

PREFIX = "lh"
Found = Callable[[QgsVectorLayer, QgsFeature], None]


class CardLocator(QgsLocatorFilter):
    """Calls `found` with the layer and the building that was chosen."""

    def __init__(self, found: Found, finder: Finder | None = None) -> None:
        super().__init__()
        self.chosen = found
        self.finder = finder

    def clone(self) -> CardLocator:
        """The one that searches in a thread of its own, with what was read before."""
        return CardLocator(self.chosen, self.finder)

    def name(self) -> str:
        """What QGIS calls it in its settings."""
        return "lyngby_heritage"

    def displayName(self) -> str:
        """What people read above its results."""
        return tr("Buildings of the heritage plan")

    def prefix(self) -> str:
        """What is typed before a search that is for this alone."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Its results come early."""
        return QgsLocatorFilter.Priority.High

    def prepare(self, string: str | None, context: QgsLocatorContext) -> list[str]:
        """Read the buildings, here in the main thread, where they were not or have changed."""
        layers = layers_of_buildings(QgsProject.instance())  # type: ignore[arg-type]
        if not layers:
            self.finder = None
        elif self.finder is None or not self.finder.is_of(layers[0]):
            self.finder = Finder(layers[0])
        return []

    def fetchResults(self, string: str | None, context: QgsLocatorContext, feedback: QgsFeedback | None) -> None:
        """List what the text may mean."""
        if self.finder is None or not string:
            return
        groups = {By.ADDRESS: tr("Address"), By.PARCEL: tr("Parcel"), By.PROPERTY: tr("BFE number")}
        for hit in self.finder.find(string):
            if feedback is not None and feedback.isCanceled():
                return
            result = QgsLocatorResult(self, hit.shown, self.finder.features[hit.row])
            result.description = hit.beside
            result.group = groups[hit.by]
            self.resultFetched.emit(result)

    def triggerResult(self, result: Any) -> None:
        """Show the building that was chosen."""
        layers = layers_of_buildings(QgsProject.instance())  # type: ignore[arg-type]
        if layers:
            data = result.userData() if callable(getattr(result, "userData", None)) else result.userData
            self.chosen(layers[0], layers[0].getFeature(int(data)))
