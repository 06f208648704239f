"""The zips for Plandata: both formats hold the same records and areas, and the same records are the same bytes."""

import zipfile
from datetime import date

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.delivery.plandata_fields import PLAN, fields_of, record
from lyngby_heritage.processing.delivery.plandata_files import write_zips

DAY = date(2027, 4, 20)
FACTS = {"komnr": 173, "plannr": "300", "plannavn": "Ærø – ½ ådal", "status": "V", "adopted": date(2027, 4, 19)}
AREA = shapely.MultiPolygon(
    [
        shapely.from_wkt(
            "POLYGON((719000.001 6188000.123,719100.456 6188000.999,719100.456 6188100.5,719000.001 6188100,"
            "719000.001 6188000.123),(719020 6188020,719030 6188020,719030.007 6188030.013,719020 6188020))"
        ),
        shapely.box(719200.25, 6188200.75, 719210.25, 6188210.75),
    ]
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filer")
    return folder, write_zips(folder, "plan", fields_of(PLAN), [record(PLAN, FACTS)], [AREA], DAY)


def opened(folder, name, ending):
    """(fields, values, area) of the one row of a file in a zip."""
    from osgeo import ogr

    with zipfile.ZipFile(folder / f"plan_{name}.zip") as archive:
        archive.extractall(folder / name)
    dataset = ogr.Open(str(folder / name / f"plan{ending}"))
    layer = dataset.GetLayer(0)
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(place) for place in range(definition.GetFieldCount())]
    (row,) = layer
    told = {one.GetName(): (one.GetTypeName(), one.GetWidth(), one.GetPrecision()) for one in fields}
    shape = shapely.from_wkb(bytes(row.GetGeometryRef().ExportToWkb()))
    system = layer.GetSpatialRef()
    return told, row.items(), shape, (system.GetProjParm("central_meridian"), system.GetAuthorityCode("DATUM"))


FORMS = [("shape", ".shp"), ("mapinfo", ".tab")]


def test_each_zip_has_one_dataset_whole(written):
    folder, names = written
    assert names == ["plan_shape.zip", "plan_mapinfo.zip"]
    for name, endings in zip(names, (["shp", "shx", "dbf", "prj", "cpg"], ["tab", "dat", "map", "id"])):
        assert zipfile.ZipFile(folder / name).namelist() == [f"plan.{ending}" for ending in endings]


@pytest.mark.parametrize(("form", "ending"), FORMS)
def test_values_and_types_come_back(written, form, ending):
    told, values, _, (meridian, _) = opened(written[0], form, ending)
    assert told["plannavn"] == ("String", 130, 0)
    assert told["datovedt"] == ("Integer", 8, 0)
    assert told["izonereg"] == ("String", 5, 0)
    assert (values["plannavn"], values["plannr"], values["plantype"]) == ("Ærø – ½ ådal", "300", "20.1")
    assert (values["komnr"], values["datovedt"], values["izonereg"]) == (173, 20270419, "true")
    assert meridian == 9.0


def test_an_empty_number_is_never_0(written):
    """A shapefile knows nothing; a table of MapInfo does not, so that it has no such field."""
    told, values, *_ = opened(written[0], "shape", ".shp")
    assert told["maxetager"] == ("Real", 4, 1)
    assert values["anvgen"] is values["planid"] is values["maxetager"] is None
    told, values, *_ = opened(written[0], "mapinfo", ".tab")
    assert not {"anvgen", "planid", "maxetager", "zone"} & set(told)
    assert 0 not in values.values()


@pytest.mark.parametrize(("form", "ending"), FORMS)
def test_the_area_comes_back_to_the_millimetre(written, form, ending):
    area = opened(written[0], form, ending)[2]
    assert area.geom_type == "MultiPolygon"
    rounded = shapely.normalize(shapely.transform(area, lambda corners: np.round(corners, 3)))
    assert rounded.equals_exact(shapely.normalize(AREA), 0)


def test_the_same_records_are_the_same_bytes(written, tmp_path):
    folder, names = written
    write_zips(tmp_path, "plan", fields_of(PLAN), [record(PLAN, FACTS)], [AREA], DAY)
    for name in names:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()
