"""Files that lie beside a GeoPackage and are called after it: which of them a run wrote, and nobody has changed since.

The person who names the GeoPackage is asked whether it may be replaced, and nobody asks about the files beside it. The
GeoPackage holds their checksums, where people do not look and no layer is in the way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from ..export.folder import sha256
from ..sample.gdal_files import gdal_errors

ITEM = "LYNGBY_HERITAGE_FILES"
"""The item of the file's metadata: a JSON object, name → SHA-256."""


def remember_beside(geopackage: Path, files: Iterable[Path]) -> None:
    """Note in a GeoPackage that was written which files were written with it. HeritageError when it cannot be."""
    from osgeo import gdal

    known = {one.name: sha256(one) for one in files}
    with gdal_errors(str(geopackage)):
        dataset = gdal.OpenEx(str(geopackage), gdal.OF_VECTOR | gdal.OF_UPDATE)
        dataset.SetMetadataItem(ITEM, json.dumps(known, ensure_ascii=False, sort_keys=True))
        dataset.FlushCache()
        del dataset


def is_somebodys(file: Path, geopackage: Path) -> bool:
    """Whether a file beside a GeoPackage is there and not as a run wrote it: a person's own, or worked on since."""
    return file.is_file() and _remembered(geopackage).get(file.name) != sha256(file)


def _remembered(geopackage: Path) -> dict[str, str]:
    from osgeo import gdal

    if not geopackage.is_file():
        return {}
    try:
        dataset = gdal.OpenEx(str(geopackage), gdal.OF_VECTOR)
        told = json.loads(dataset.GetMetadataItem(ITEM) or "{}") if dataset is not None else {}
    except (RuntimeError, ValueError):  # no GeoPackage, or an item of somebody else's: it says nothing of ours
        return {}
    return told if isinstance(told, dict) else {}
