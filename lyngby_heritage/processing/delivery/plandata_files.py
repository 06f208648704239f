"""Writes the records for Plandata.dk as a shapefile and as a MapInfo table, each in a zip, by GDAL.

The same records give the same bytes, whenever they are written.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import shapely

from ...core.common.archive import timeless_entry
from ...core.delivery.plandata_fields import DECIMAL, ENCODING, TEXT, YES_NO, Field, Value, shown_form
from ..outputs.held import passing_folder
from ..sample.gdal_files import gdal_errors, reference_system

SHAPE, MAPINFO = "shape", "mapinfo"
FORMS = (SHAPE, MAPINFO)
ENDINGS = {SHAPE: (".shp", ".shx", ".dbf", ".prj", ".cpg"), MAPINFO: (".tab", ".dat", ".map", ".id")}
DRIVERS = {SHAPE: ("ESRI Shapefile", ".shp", []), MAPINFO: ("MapInfo File", ".tab", ["FORMAT=TAB"])}
BOUNDS = "BOUNDS=0,5700000,1000000,6700000"
"""All of Denmark. A table of MapInfo keeps coordinates as whole numbers between bounds: with these, of 0.5 mm."""


def zips_of(name: str) -> list[str]:
    """The names of the zips of a layer."""
    return [f"{name}_{form}.zip" for form in FORMS]


def write_zips(
    folder: Path,
    name: str,
    fields: Sequence[Field],
    records: Sequence[Mapping[str, Value]],
    areas: Sequence[shapely.Geometry],
    day: date,
) -> list[str]:
    """Write `<name>_shape.zip` and `<name>_mapinfo.zip` into a folder; returns their names.

    A record for each area, in EPSG:25832. `day` is when the shapefile says that it was made.
    """
    made = []
    for form, target in zip(FORMS, zips_of(name)):
        held = [one for one in fields if form != MAPINFO or _may_stand(one, records)]
        with passing_folder() as place:
            _write(place, form, name, held, records, areas, day)
            _zip(place, folder / target, [f"{name}{ending}" for ending in ENDINGS[form]])
        made.append(target)
    return made


def _may_stand(field: Field, records: Sequence[Mapping[str, Value]]) -> bool:
    """Whether a table of MapInfo can hold a field: it knows no empty number, and would say 0."""
    return field.kind in (TEXT, YES_NO) or all(one[field.key] is not None for one in records)


def _write(
    place: Path,
    form: str,
    name: str,
    fields: Sequence[Field],
    records: Sequence[Mapping[str, Value]],
    areas: Sequence[shapely.Geometry],
    day: date,
) -> None:
    from osgeo import ogr

    driver, ending, options = DRIVERS[form]
    encoding = f"ENCODING={ENCODING.upper()}"
    of_layer = [encoding, f"DBF_DATE_LAST_UPDATE={day.isoformat()}"] if form == SHAPE else [encoding, BOUNDS]
    path = str(place / f"{name}{ending}")
    with gdal_errors(path):
        dataset = ogr.GetDriverByName(driver).CreateDataSource(path, options)
        layer = dataset.CreateLayer(name, reference_system(), ogr.wkbPolygon, of_layer)
        for field in fields:
            layer.CreateField(_definition(field))
        for record, area in zip(records, areas):
            feature = ogr.Feature(layer.GetLayerDefn())
            for position, field in enumerate(fields):
                value = record[field.key]
                if value is not None:
                    feature.SetField(position, shown_form(value, field.kind) if field.kind in (TEXT, YES_NO) else value)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shapely.to_wkb(area)))
            layer.CreateFeature(feature)
        dataset.SyncToDisk()
        del feature, layer, dataset


def _definition(field: Field) -> Any:
    from osgeo import ogr

    if field.kind in (TEXT, YES_NO):
        made = ogr.FieldDefn(field.column, ogr.OFTString)
    elif field.kind == DECIMAL:
        made = ogr.FieldDefn(field.column, ogr.OFTReal)
        made.SetPrecision(field.decimals)
    else:
        made = ogr.FieldDefn(field.column, ogr.OFTInteger)
    made.SetWidth(field.length)
    return made


def _zip(place: Path, target: Path, names: Sequence[str]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(timeless_entry(name), (place / name).read_bytes())
