"""Files that hold several layers: which of them an output may replace, and which hold what is somebody's.

QGIS's convention is that an output replaces the file that is named, and its dialog asks; a batch, a model and
qgis_process do not. So a layer replaces a file of one layer, and a tool that writes a file of several replaces one in
which a run wrote them all. A project that QGIS stored in the file, and a table of anybody's, stays.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from ...core.common.errors import HeritageError, listed
from ..sample.gdal_files import gdal_errors

ITEM = "LYNGBY_HERITAGE_TABLES"
"""The item of a GeoPackage's metadata: a JSON list of the tables that a run wrote."""
GEOPACKAGES = (".gpkg", ".gpkx")
OTHERS = (".sqlite", ".db", ".xlsx", ".ods", ".kml")
PROJECTS = "qgis_projects"
OWN_OF_FORMAT = ("gpkg_", "rtree_", "sqlite_", "layer_styles")
"""How the tables begin that a GeoPackage and QGIS keep for its layers."""


def refuse_other_layers(parameter: str, file: Path, whole: bool, own: Collection[str] = ()) -> None:
    """HeritageError where a file that an output would replace holds layers that are to stay.

    `whole` says that the tool writes a file of several layers; else it is a file for one. `own` are tables that are the
    tool's by their names, in a file that says nothing of who wrote it. A workbook or a page that a tool makes whole is
    no place for layers: it is replaced as any file is.
    """
    if whole and file.suffix.lower() not in GEOPACKAGES:
        return
    held = layers_in(file)
    written = {*(_remembered(file) or own)} if whole else set(held[:1]) - {PROJECTS}
    others = [one for one in held if one not in written]
    if not others:
        return
    if whole:
        raise HeritageError(
            "{parameter}: {file} is there already, and holds what no run of the tool wrote ({layers}). It would be "
            "lost. Choose another name, or take the file away first.",
            parameter=parameter,
            file=str(file),
            layers=listed(others),
        )
    raise HeritageError(
        "{parameter}: {file} is there already, and holds several layers ({layers}), which would be lost. Choose "
        "another name, or write the layer into the file: ogr:dbname='{file}' table=\"name\" (geom).",
        parameter=parameter,
        file=str(file),
        layers=listed(held),
    )


def layers_in(file: Path) -> list[str]:
    """The layers and tables that people have in a file of several, in its order; [] of a file of another kind."""
    suffix = file.suffix.lower()
    if not file.is_file() or suffix not in (*GEOPACKAGES, *OTHERS):
        return []
    if suffix in GEOPACKAGES:
        return _tables(file)
    from osgeo import gdal

    try:
        dataset = gdal.OpenEx(str(file), gdal.OF_VECTOR)
    except RuntimeError:  # where GDAL raises
        return []
    return [] if dataset is None else [dataset.GetLayer(one).GetName() for one in range(dataset.GetLayerCount())]


def remember_tables(geopackage: Path) -> None:
    """Note in a GeoPackage that a run has written which tables it wrote. HeritageError when it cannot be."""
    from osgeo import gdal

    known = _tables(geopackage)
    with gdal_errors(str(geopackage)):
        dataset = gdal.OpenEx(str(geopackage), gdal.OF_VECTOR | gdal.OF_UPDATE)
        dataset.SetMetadataItem(ITEM, json.dumps(known, ensure_ascii=False))
        dataset.FlushCache()
        del dataset


def _tables(geopackage: Path) -> list[str]:
    """Every table and view but those that the format and QGIS keep for them; a project stored there is one too."""
    try:
        with closing(sqlite3.connect(f"{geopackage.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid"
            ).fetchall()
    except sqlite3.Error:  # no GeoPackage after all: nobody can read a layer in it
        return []
    return [str(one) for (one,) in found if not str(one).startswith(OWN_OF_FORMAT)]


def _remembered(geopackage: Path) -> list[str]:
    from osgeo import gdal

    if not geopackage.is_file() or not _tables(geopackage):
        return []
    try:
        dataset = gdal.OpenEx(str(geopackage), gdal.OF_VECTOR)
        told = json.loads(dataset.GetMetadataItem(ITEM) or "[]") if dataset is not None else []
    except (RuntimeError, ValueError):  # an item of somebody else's: it says nothing of ours
        return []
    return [str(one) for one in told] if isinstance(told, list) else []
