"""Coordinate reference systems that outlive the thread that made them.

QGIS keeps the systems that it has read and hands them to every thread; what PROJ knows of one belongs to the thread
that made it, and to those that have used it since. When that thread ends (at the desktop a tool's does, half a minute
after it is done), a system that no other has used says that it is valid, and knows nothing: a layer that is written
with it has none, and whoever asks for it again gets the same. QGIS 3.40 does so.
"""

from __future__ import annotations

import math

from qgis.core import QgsCoordinateReferenceSystem


def living(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """The same system as this thread's own; made anew by its number where the one given knows nothing any more."""
    if not crs.isValid():
        return crs
    if not crs.toWkt() and crs.authid():
        QgsCoordinateReferenceSystem.invalidateCache()  # which holds it, and would hand it out again
        crs = QgsCoordinateReferenceSystem(crs.authid())
    own = QgsCoordinateReferenceSystem(crs)
    if own.toWkt():
        epoch = own.coordinateEpoch()
        own.setCoordinateEpoch(math.nan)  # what is changed is no longer shared; no epoch is no change
        if not math.isnan(epoch):
            own.setCoordinateEpoch(epoch)
    return own
