"""Curved types without an arc (MultiSurface, CurvePolygon), as ArcGIS and GML have them, are the polygons they are.

Every tool that reads polygons gives the same rows, whichever way a layer is read and whatever type it declares.
"""

import pytest
from conftest import read_layer

pytestmark = pytest.mark.process

TOOLS = {
    "classifybuildings": ({"BUILDINGS": "bygninger", "PARCELS": "jordstykker"}, ["OUTPUT"]),
    "uniformensembles": ({"BUILDINGS": "bygninger", "PARCELS": "jordstykker"}, ["OUTPUT"]),
    "preparebuildings": (
        {"SAVE": "fbb", "BBR": "bbr", "FOOTPRINTS": "geodanmark_bygning", "FLOORS": "etager"},
        ["OUTPUT"],
    ),
    "checkplotratio": (
        {
            "PARCELS": "jordstykker",
            "BUILDINGS": "bygninger",
            "ZONES": "zoner",
            "PLANS": "lokalplaner",
            "SUB_AREAS": "delomraader",
            "TWO_STOREY_AREAS": "to_etager",
            "ZONE_MAP": "zonekort",
        },
        ["OUTPUT", "OUTPUT_AREAS"],
    ),
    "maplandscape": (
        {"LAYERS": "moelleaadal", "BUILDINGS": "bygninger", "PARCELS": "jordstykker", "BOUNDARY": "kommunegraense"},
        ["OUTPUT", "OUTPUT_BUILDINGS", "OUTPUT_PROPERTIES"],
    ),
    "validatedata": (
        {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "ZONES": "zoner", "BOUNDARY": "kommunegraense"},
        ["OUTPUT"],
    ),
}
KINDS = ["MultiSurface", "CurvePolygon", "MultiSurface in a layer of multipolygons"]


@pytest.fixture(scope="module", params=KINDS)
def curved(request, sample, tmp_path_factory):
    """The sample with every polygon as a curve without an arc."""
    return _converted(sample, tmp_path_factory.mktemp("buer") / "buer.gpkg", request.param)


def _converted(source, target, kind):
    from osgeo import gdal, ogr

    curve = {"M": ogr.wkbMultiSurface, "C": ogr.wkbCurvePolygon}[kind[0]]
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # GDAL warns of a type that the layer does not declare
    read = ogr.Open(str(source))
    written = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))
    for number in range(read.GetLayerCount()):
        layer = read.GetLayer(number)
        polygons = ogr.GT_Flatten(layer.GetGeomType()) in (ogr.wkbPolygon, ogr.wkbMultiPolygon)
        declared = curve if polygons and kind in KINDS[:2] else layer.GetGeomType()
        copy = written.CreateLayer(layer.GetName(), layer.GetSpatialRef(), declared, options=["FID=fid"])
        definition = layer.GetLayerDefn()
        for at in range(definition.GetFieldCount()):
            copy.CreateField(definition.GetFieldDefn(at))
        copy.StartTransaction()
        for feature in layer:
            shape = feature.GetGeometryRef()
            if polygons and shape is not None:
                parts = (
                    shape.GetGeometryCount() if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbMultiPolygon else 0
                )
                if curve == ogr.wkbMultiSurface:
                    feature.SetGeometry(ogr.ForceTo(shape.Clone(), curve))
                elif parts <= 1:
                    feature.SetGeometry(ogr.ForceTo((shape.GetGeometryRef(0) if parts else shape).Clone(), curve))
            copy.CreateFeature(feature)
            del feature, shape
        copy.CommitTransaction()
        del layer, copy
    del read, written
    gdal.PopErrorHandler()
    return target


def _run(process, tool, file, folder):
    inputs, outputs = TOOLS[tool]
    given = [f"{name}={file}|layername={layer}" for name, layer in inputs.items()]
    run = process("run", f"lyngby_heritage:{tool}", "--", *given, *(f"{one}={folder / one}.gpkg" for one in outputs))
    assert run.code == 0, run.err
    return [read_layer(folder / f"{one}.gpkg") for one in outputs]


@pytest.fixture(scope="module")
def straight(process, sample, tmp_path_factory):
    """What each tool makes of the sample as it is."""
    return {tool: _run(process, tool, sample, tmp_path_factory.mktemp(tool)) for tool in TOOLS}


@pytest.mark.parametrize("tool", TOOLS)
def test_every_tool_reads_a_curve_without_an_arc_as_the_polygon_it_is(process, curved, straight, tmp_path, tool):
    found = _run(process, tool, curved, tmp_path)
    assert all(found)
    assert found == straight[tool]


def test_the_package_holds_polygons(process, curved, tmp_path):
    from osgeo import ogr

    layers = {"BUILDINGS": f"{tmp_path}/OUTPUT.gpkg", "BOUNDARY": f"{curved}|layername=kommunegraense"}
    _run(process, "classifybuildings", curved, tmp_path)
    given = [f"{name}={value}" for name, value in layers.items()]
    run = process("run", "lyngby_heritage:exportlokalplan", "--", *given, f"FOLDER={tmp_path / 'pakke'}")
    assert run.code == 0, run.err
    package = ogr.Open(str(tmp_path / "pakke" / "kulturhistorisk_lokalplan.gpkg"))
    for name in ("bygninger", "afgraensning"):
        kinds = {one.GetGeometryRef().GetGeometryName() for one in package.GetLayerByName(name)}
        assert kinds == {"MULTIPOLYGON"}
