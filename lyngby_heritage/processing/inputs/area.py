"""The area that a person wants of what there is: the features of the parameter AREA, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry

from ...core.common.errors import HeritageError

if TYPE_CHECKING:
    from .sources import Source


def wanted_area(source: Source | None) -> tuple[QgsGeometry, Any] | None:
    """The area as one geometry, and its CRS; None for everything. HeritageError where nothing is drawn in it."""
    if source is None:
        return None
    shapes = [one.geometry() for one in source.features(source.request(source.crs, [])) if one.hasGeometry()]
    if not shapes:
        raise HeritageError("AREA: {layer} has no area in it. Draw one, or leave it empty.", layer=source.name)
    return QgsGeometry.unaryUnion(shapes), source.crs
