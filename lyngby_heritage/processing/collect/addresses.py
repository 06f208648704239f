"""By what QGIS opens a layer that was seen as it lies, and the layer. Asks for no library: the panel looks without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingUtils, QgsVectorLayer

from ...core.common.errors import HeritageError
from . import head as heads
from .survey import ADDRESSED, OPEN

if TYPE_CHECKING:
    from .survey import Found, Place

OPENED = {heads.GEOPACKAGE, heads.SHAPEFILE, heads.GEOJSON, heads.OTHER, heads.CSV}
"""Forms that QGIS opens as they are meant, a table with its geometry in a field left aside."""


def address_of(found: Found) -> str | None:
    """By what QGIS opens a layer as it lies; None where it must be unpacked or put into another form first."""
    where = found.place
    if where.form in (ADDRESSED, OPEN):
        return found.layer.address
    if opens_as_it_lies(where) and where.member is None:
        return in_file(where.file, where.table)
    return None


def opens_as_it_lies(where: Place) -> bool:
    """Whether QGIS opens a file as it is meant, once it is out of its archive."""
    return where.form in OPENED and where.place_field is None and where.opens


def in_file(file: Path, table: str | None) -> str:
    """The address of a layer in a file; `table` is its name in a file that may hold several."""
    return f"{file}|layername={table}" if table else str(file)


def file_layer(address: str, called: str) -> QgsVectorLayer:
    """The layer at an address. HeritageError when it does not open."""
    named, provider, source = QgsProcessingUtils.decodeProviderKeyAndUri(address)
    layer = QgsVectorLayer(source, called, provider) if named else QgsVectorLayer(address, called, "ogr")
    if not layer.isValid():
        raise HeritageError(
            "{file} cannot be opened: it is damaged, or not what its name says. Download it again, or remove it.",
            file=called,
        )
    return layer
