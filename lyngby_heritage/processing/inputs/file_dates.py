"""When the file of a layer was last changed: the least that can be said of how old its data are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ...core.common.dates import danish_day_of_seconds

if TYPE_CHECKING:
    from .sources import Source


SEPARATOR = "; "
"""Stands between the cells of a row of data as text: what it is, its file, its day."""


def dated_name(source: Source) -> str:
    """Name, file and day of a layer as a row of data has them: "beslutninger (b.gpkg); 2026-11-27"."""
    return SEPARATOR.join(filter(None, (source.name_with_file, day_of(source))))


def day_of(source: Source) -> str:
    """The ISO date in Denmark, as the plan's day is.

    "" for a layer that lies in no file here, such as one of a database or a service.
    """
    file = source.file
    try:
        return danish_day_of_seconds(os.path.getmtime(file)).isoformat() if file else ""
    except (OSError, OverflowError, ValueError):  # a path of GDAL's own, as into an archive, or a date beyond all
        return ""
