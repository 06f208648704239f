"""Reads the rows of a layer that GDAL opened: all of them, or an error that says after which row the file ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...core.common.errors import HeritageError


def features_of(layer: Any, file: str) -> Iterator[Any]:
    """Every row of an OGR layer, where GDAL raises; `file` is what messages call it."""
    row = 0
    try:
        for feature in layer:
            row += 1
            yield feature
    except RuntimeError as error:
        raise HeritageError(
            "{file} is damaged or cut off after row {row}. Fetch it again.", file=file, row=row
        ) from error
