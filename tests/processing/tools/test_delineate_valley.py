"""`delineatevalley` by the real qgis_process: files of every kind in, whole styled outputs out, or nothing at all."""

import hashlib
import json
import sqlite3
from contextlib import closing

import numpy as np
import pytest
import shapely
from conftest import TOOL, read_layer, write_layer
from interrupting import stops_and_leaves_nothing
from landscapes import MOELLEAAEN

pytestmark = pytest.mark.process

EAST, NORTH = 720_000.0, 6_190_000.0
STREAM = [(f"LINESTRING ({EAST + 600} {NORTH - 50}, {EAST + 600} {NORTH + 1050})", "Prøveåen")]
NAMED = ("navn:text",)


def v_shape(cell=5.0, wide=1200, high=1000, dy=None):
    """Heights and cells of a valley with its stream at 600 m, sides of 15 % and shoulders at 450 and 750 m."""
    dy = dy or cell
    x = (np.arange(round(wide / cell)) + 0.5) * cell
    rows = round(high / dy)
    return np.repeat(0.15 * np.minimum(np.abs(x - 600), 150)[None] + 2, rows, axis=0).astype("float32"), cell, dy


def write_terrain(
    path, heights, cell=5.0, dy=None, epsg=25832, nodata=-9999.0, west=EAST, north=NORTH + 1000, kind=None
):
    from osgeo import gdal, osr

    types = {"float32": gdal.GDT_Float32, "int16": gdal.GDT_Int16, "uint8": gdal.GDT_Byte}
    heights = np.asarray(heights, dtype=kind or "float32")
    bands = heights if heights.ndim == 3 else heights[None]
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), bands.shape[2], bands.shape[1], len(bands), types[str(heights.dtype)]
    )
    dataset.SetGeoTransform((west, cell, 0, north, 0, -(dy or cell)))
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
    for number, values in enumerate(bands, start=1):
        band = dataset.GetRasterBand(number)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteRaster(0, 0, bands.shape[2], bands.shape[1], np.ascontiguousarray(values).tobytes())
        del band
    del dataset
    return path


def parts(path):
    """Code, name, area and polygon of each row."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(f'SELECT "del", navn, areal_ha, geom FROM "{path.stem}" ORDER BY fid').fetchall()
    # A GeoPackage's header is 8 bytes and an envelope, 32 bytes for a polygon.
    return [(code, name, area, shapely.from_wkb(blob[8 + 32 :])) for code, name, area, blob in rows]


def read_raster(path):
    from osgeo import gdal

    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = np.frombuffer(band.ReadRaster(buf_type=gdal.GDT_Float32), dtype="float32")
    return values.reshape(dataset.RasterYSize, dataset.RasterXSize), band.GetNoDataValue(), dataset.GetGeoTransform()


@pytest.fixture(scope="session")
def delineate(process):
    """Run delineatevalley with these parameters and read its answer as JSON."""

    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:delineatevalley", "--json", "--", *given, env=env)

    return run


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dal")
    heights, cell, dy = v_shape()
    return {
        "DEM": write_terrain(folder / "terraen.tif", heights, cell, dy),
        "WATERCOURSES": write_layer(folder / "vandloeb.gpkg", "vandloeb", STREAM, NAMED, kind="LINE"),
    }


def test_floor_and_sides_with_name_area_style_and_height(delineate, given, tmp_path):
    folder = tmp_path / "ud"
    folder.mkdir()
    run = delineate(**given, OUTPUT=folder / "dal.gpkg", OUTPUT_HEIGHT=folder / "hoejde.tif")
    assert run.code == 0, run.log
    assert sorted(one.name for one in folder.iterdir()) == ["dal.gpkg", "hoejde.qml", "hoejde.tif"]
    rows = parts(folder / "dal.gpkg")
    assert [row[:2] for row in rows] == [(code, "Prøveåen") for code in ("dalbund", "dalside", "dalside")]
    # 3 m above the water at 20 m (half a cell more: the lowest cell is 0.4 m above the bed); shoulders at 450 and 750.
    assert [row[2] for row in rows] == pytest.approx([4.5, 12.75, 12.75], abs=0.3)
    assert all(row[2] == pytest.approx(row[3].area / 10_000, abs=0.005) for row in rows)
    assert run.results["PART_COUNT"] == 3
    assert [run.results[f"{kind}_COUNT"] for kind in ("FLOOR", "SIDE", "SIDE_VALLEY")] == [1, 2, 0]
    assert all(type(value) is int for name, value in run.results.items() if name.endswith("COUNT"))
    assert run.results["FLOOR_AREA"] == rows[0][2]
    with closing(sqlite3.connect(folder / "dal.gpkg")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        ((qml,),) = database.execute("SELECT styleQML FROM layer_styles WHERE useAsDefault").fetchall()
    assert all(code in qml for code in ("dalbund", "dalside", "sidedal"))
    heights, nodata, place = read_raster(folder / "hoejde.tif")
    assert (heights.shape, nodata, place[1], place[5]) == ((200, 240), -9999, 5, -5)
    assert heights[100, 0] == pytest.approx(22.5 - 0.375, abs=0.02)
    assert heights[100, 119:121] == pytest.approx([0, 0], abs=0.02)
    assert "singlebandpseudocolor" in (folder / "hoejde.qml").read_text(encoding="utf-8")


def test_two_runs_write_the_same(delineate, given, tmp_path):
    for name in ("en", "to"):
        assert delineate(**given, OUTPUT=tmp_path / f"{name}.gpkg").code == 0
    assert parts(tmp_path / "en.gpkg") == parts(tmp_path / "to.gpkg")


def test_resolution_sets_the_cells_and_hardly_moves_the_outline(delineate, given, tmp_path):
    delineate(**given, OUTPUT=tmp_path / "a.gpkg")
    run = delineate(**given, RESOLUTION=15, OUTPUT=tmp_path / "b.gpkg", OUTPUT_HEIGHT=tmp_path / "h.tif")
    assert run.code == 0, run.log
    fine, coarse = (shapely.union_all([row[3] for row in parts(tmp_path / name)]) for name in ("a.gpkg", "b.gpkg"))
    assert fine.intersection(coarse).area / fine.union(coarse).area > 0.95
    values, _, place = read_raster(tmp_path / "h.tif")
    assert (place[1], place[5], values.shape) == (15, -15, (67, 80))


def test_a_frame_without_heights_changes_no_value(delineate, given, tmp_path):
    """Tiles are whole kilometres, and what they hold may end within one."""
    heights, cell, dy = v_shape()
    framed = np.full((240, 300), -9999, dtype="float32")
    framed[17:217, 25:265] = heights
    frame = write_terrain(tmp_path / "r.tif", framed, cell, dy, west=EAST - 25 * 5, north=NORTH + 1000 + 17 * 5)
    for name, model in (("uden", given["DEM"]), ("med", frame)):
        run = delineate(
            DEM=model,
            WATERCOURSES=given["WATERCOURSES"],
            OUTPUT=tmp_path / f"{name}.gpkg",
            OUTPUT_HEIGHT=tmp_path / f"{name}.tif",
        )
        assert run.code == 0, run.log
    assert parts(tmp_path / "uden.gpkg") == parts(tmp_path / "med.gpkg")
    bare, nodata, _ = read_raster(tmp_path / "uden.tif")
    values, _, place = read_raster(tmp_path / "med.tif")
    assert (values[17:217, 25:265] == bare).all()
    assert (values == nodata).sum() == values.size - bare.size
    assert (place[0], place[3]) == (EAST - 125, NORTH + 1085)


def test_tiles_as_a_vrt_with_a_gap_and_cells_that_are_not_square(delineate, tmp_path):
    from osgeo import gdal

    heights, cell, dy = v_shape(16, dy=15.957, high=1005)
    half = heights.shape[1] // 2
    heights[10:14, 5:9] = -9999
    tiles = [
        write_terrain(tmp_path / "a.tif", heights[:, :half], cell, dy, north=NORTH + 1000),
        write_terrain(tmp_path / "b.tif", heights[:, half:], cell, dy, west=EAST + half * cell, north=NORTH + 1000),
    ]
    gdal.BuildVRT(str(tmp_path / "t.vrt"), [str(one) for one in tiles]).FlushCache()
    line = write_layer(tmp_path / "v.gpkg", "v", STREAM, NAMED, kind="LINE")
    run = delineate(
        DEM=tmp_path / "t.vrt", WATERCOURSES=line, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HEIGHT=tmp_path / "h.tif"
    )
    assert run.code == 0, run.log
    assert [row[0] for row in parts(tmp_path / "ud.gpkg")] == ["dalbund", "dalside", "dalside"]
    values, nodata, place = read_raster(tmp_path / "h.tif")
    assert (place[1], round(-place[5], 3)) == (16, 15.957)
    assert (values[10:14, 5:9] == nodata).all()
    assert (values == nodata).sum() == 16
    assert "has no heights" in run.log


def test_lakes_outside_the_model_are_told_as_lakes(delineate, given, tmp_path):
    """One lake on the stream, one far away; the one watercourse runs beyond the model's edges."""
    lakes = [
        (f"POLYGON (({x} {NORTH + 300}, {x + 20} {NORTH + 300}, {x + 20} {NORTH + 320}, {x} {NORTH + 300}))", None)
        for x in (EAST + 590, EAST + 9000)
    ]
    layer = write_layer(tmp_path / "s.gpkg", "soer", lakes, NAMED)
    run = delineate(**given, LAKES=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "1 of 2 rows of soer (s.gpkg) lies outside the terrain model and counts for nothing." in run.log
    assert "1 of 1 row of vandloeb lies partly outside the terrain model" in run.log


def test_whole_numbers_and_polygons_in_degrees(delineate, tmp_path):
    heights, cell, dy = v_shape()
    dem = write_terrain(tmp_path / "t.tif", np.round(heights), cell, dy, kind="int16")
    # The stream as a polygon 4 m wide, in longitude and latitude.
    from osgeo import osr

    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(25832)
    target.ImportFromEPSG(4326)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_degrees = osr.CoordinateTransformation(source, target)
    ring = [(598, -20), (602, -20), (602, 1020), (598, 1020), (598, -20)]
    corners = [to_degrees.TransformPoint(EAST + x, NORTH + y)[:2] for x, y in ring]
    wkt = shapely.to_wkt(shapely.Polygon(corners), rounding_precision=-1)
    layer = write_layer(tmp_path / "v.gpkg", "v", [(wkt,)], epsg=4326)
    run = delineate(DEM=dem, WATERCOURSES=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = parts(tmp_path / "ud.gpkg")
    assert [row[:2] for row in rows] == [(code, None) for code in ("dalbund", "dalside", "dalside")]
    assert shapely.union_all([row[3] for row in rows]).area == pytest.approx(300 * 1000, rel=0.06)


def test_a_watercourse_half_outside_is_told_and_odd_rows_do_no_harm(delineate, given, tmp_path):
    rows = [
        *STREAM,
        (f"LINESTRING ({EAST + 600} {NORTH + 900}, {EAST + 600} {NORTH + 5000})", None),
        (f"LINESTRING ({EAST + 9000} {NORTH}, {EAST + 9000} {NORTH + 500})", "Langt væk"),
        (None, "Uden geometri"),
        ("LINESTRING EMPTY", "Tom"),
        (f"LINESTRING ({EAST + 600} {NORTH + 5}, {EAST + 600} {NORTH + 5})", "Uden længde"),
    ]
    layer = write_layer(tmp_path / "v.gpkg", "bække", rows, NAMED, kind="LINE")
    run = delineate(DEM=given["DEM"], WATERCOURSES=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "of 6 rows of bække" in run.log
    assert "outside the terrain model" in run.log
    assert "partly outside" in run.log
    assert "2 rows of bække" in run.log
    assert [row[0] for row in parts(tmp_path / "ud.gpkg")] == ["dalbund", "dalside", "dalside"]


def test_an_invalid_polygon_is_repaired_and_lakes_are_floor(delineate, given, tmp_path):
    bow_tie = f"POLYGON (({EAST + 560} {NORTH + 300}, {EAST + 640} {NORTH + 500}, {EAST + 640} {NORTH + 300}, "
    bow_tie += f"{EAST + 560} {NORTH + 500}, {EAST + 560} {NORTH + 300}))"
    lakes = write_layer(tmp_path / "s.gpkg", "soeer", [(bow_tie,)])
    run = delineate(**given, LAKES=lakes, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    floor = next(row[3] for row in parts(tmp_path / "ud.gpkg") if row[0] == "dalbund")
    assert floor.bounds[2] > EAST + 632


def test_no_valley_is_a_result_too(delineate, given, tmp_path):
    dem = write_terrain(tmp_path / "t.tif", np.full((200, 240), 5.0))
    run = delineate(DEM=dem, WATERCOURSES=given["WATERCOURSES"], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert run.results["PART_COUNT"] == 0
    assert parts(tmp_path / "ud.gpkg") == []
    assert "No valley was found" in run.log


def test_a_named_field_and_a_shapefiles_cut_name(delineate, given, tmp_path):
    layer = write_layer(
        tmp_path / "v.gpkg", "v", [(STREAM[0][0], "Andet", "Åen")], ("navn:text", "x:text"), kind="LINE"
    )
    run = delineate(DEM=given["DEM"], WATERCOURSES=layer, NAME_FIELD="x", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert {row[1] for row in parts(tmp_path / "ud.gpkg")} == {"Åen"}
    layer = write_layer(tmp_path / "w.gpkg", "w", STREAM, ("VANDLOEBSN:text",), kind="LINE")
    delineate(DEM=given["DEM"], WATERCOURSES=layer, OUTPUT=tmp_path / "ud2.gpkg")
    assert {row[1] for row in parts(tmp_path / "ud2.gpkg")} == {"Prøveåen"}


def test_other_formats_and_a_temporary_height(delineate, given, tmp_path):
    run = delineate(**given, OUTPUT=tmp_path / "ud.geojson", OUTPUT_HEIGHT="TEMPORARY_OUTPUT")
    assert run.code == 0, run.log
    assert len(json.loads((tmp_path / "ud.geojson").read_text(encoding="utf-8"))["features"]) == 3
    assert run.results["OUTPUT_HEIGHT"].endswith(".tif")


def test_the_log_is_danish_in_a_danish_qgis(delineate, given, tmp_path):
    run = delineate(**given, OUTPUT=tmp_path / "ud.gpkg", env={"LANG": "da_DK.UTF-8", "LC_ALL": "da_DK.UTF-8"})
    assert "Det er et forslag: se på det på kortet." in run.log


# What bad input gets --------------------------------------------------------------------------------------------------


def untouched(folder):
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


@pytest.fixture
def refused(delineate, given, tmp_path):
    """Run with earlier outputs in place; it must be refused with exit code 1 and leave everything as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    for name in ("ud.gpkg", "h.tif", "h.qml"):
        (folder / name).write_text("an earlier result that must survive", encoding="utf-8")

    def run(*expected, **parameters):
        before = untouched(folder)
        done = delineate(**{**given, "OUTPUT": folder / "ud.gpkg", "OUTPUT_HEIGHT": folder / "h.tif", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert untouched(folder) == before

    return run


def test_no_watercourse_on_the_model(refused, tmp_path):
    layer = write_layer(
        tmp_path / "v.gpkg", "bæk", [("LINESTRING (600000 6100000, 600000 6101000)", "x")], NAMED, kind="LINE"
    )
    refused("No watercourse of bæk (v.gpkg) lies on the terrain model", "720000, 6190000", WATERCOURSES=layer)


def test_an_empty_layer(refused, tmp_path):
    refused("has no rows", WATERCOURSES=write_layer(tmp_path / "v.gpkg", "v", [], NAMED, kind="LINE"))


def test_points_and_tables_are_no_watercourses(refused, tmp_path):
    point = [(f"POINT ({EAST + 600} {NORTH + 5})",)]
    refused("WATERCOURSES", WATERCOURSES=write_layer(tmp_path / "p.gpkg", "p", point, kind="POINT"))
    refused("WATERCOURSES", WATERCOURSES=write_layer(tmp_path / "t.gpkg", "t", [(None, "x")], NAMED, kind="NONE"))


def test_a_named_field_that_is_not_there(refused):
    refused("has no field 'x9'", "navn", NAME_FIELD="x9")


def test_watercourses_without_a_crs(refused, tmp_path):
    layer = write_layer(tmp_path / "v.gpkg", "v", STREAM, NAMED, epsg=None, kind="LINE")
    refused("no coordinate reference system", WATERCOURSES=layer)


@pytest.mark.parametrize(("epsg", "said"), [(4326, "gdal:warpreproject"), (3857, "EPSG:3857"), (None, "Set it")])
def test_a_model_that_is_not_in_metres(refused, tmp_path, epsg, said):
    heights, _, _ = v_shape()
    cell = 1e-4 if epsg == 4326 else 5
    place = {"west": 12.5, "north": 55.8} if epsg == 4326 else {}
    refused("terrain model", said, DEM=write_terrain(tmp_path / "t.tif", heights, cell, epsg=epsg, **place))


def test_a_model_without_heights_and_a_picture(refused, tmp_path):
    refused("no heights at all", DEM=write_terrain(tmp_path / "t.tif", np.full((200, 240), -9999.0)))
    picture = write_terrain(tmp_path / "b.tif", np.full((3, 200, 240), 7), kind="uint8", nodata=None)
    refused("it is a picture", DEM=picture)


def test_a_model_that_is_not_there(refused, tmp_path):
    refused("DEM", DEM=tmp_path / "findes_ikke.tif")
    (tmp_path / "tekst.tif").write_text("ikke et raster", encoding="utf-8")
    refused("DEM", DEM=tmp_path / "tekst.tif")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RESOLUTION", -1),
        ("MAX_HEIGHT", 0),
        ("MIN_AREA", -0.1),
        ("MIN_SLOPE", 0),
        ("MIN_SLOPE", 61),
        ("MIN_RELIEF", 0),
        ("MAX_WIDTH", 5),
        ("SIDE_DEPTH", 0),
        ("MAX_SIDE_LENGTH", -1),
    ],
)
def test_thresholds_outside_their_range(refused, name, value):
    refused(name, **{name: value})


def test_an_unknown_parameter_and_another_raster_format(refused, tmp_path):
    refused("Unknown parameter MAXHEIGHT", MAXHEIGHT=3)
    refused("OUTPUT_HEIGHT", "must end in .tif", OUTPUT_HEIGHT=tmp_path / "h.asc")


def test_an_output_that_is_an_input_or_cannot_be_written(refused, given):
    refused("OUTPUT_HEIGHT is the same file as DEM", OUTPUT_HEIGHT=given["DEM"])
    refused("OUTPUT", OUTPUT="/proc/ud.gpkg")
    refused("OUTPUT_HEIGHT", OUTPUT_HEIGHT="/findes/ikke/h.tif")


def test_cancelling_stops_soon_and_leaves_nothing(given, tmp_path):
    heights, _, _ = v_shape(0.5)
    dem = write_terrain(tmp_path / "stor.tif", heights, 0.5)
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"earlier")
    given = [f"DEM={dem}", f"WATERCOURSES={given['WATERCOURSES']}"]
    given += [f"OUTPUT={folder / 'ud.gpkg'}", f"OUTPUT_HEIGHT={folder / 'h.tif'}"]
    command = [TOOL, "run", "lyngby_heritage:delineatevalley", "--", *given]
    assert stops_and_leaves_nothing(command, (2.5, 4.0, 6.0), folder, ["ud.gpkg", "h.tif", "h.qml"], within=6)


# The sample and the real model ----------------------------------------------------------------------------------------


def test_the_sample_municipality_has_its_valley_and_side_valleys(delineate, process, tmp_path):
    made = process(
        "run",
        "lyngby_heritage:createsampledata",
        "--",
        "PROPERTY_COUNT=400",
        "REGISTERS=false",
        f"OUTPUT={tmp_path / 'e.gpkg'}",
        f"OUTPUT_DEM={tmp_path / 't.tif'}",
    )
    assert made.code == 0, made.err
    run = delineate(
        DEM=tmp_path / "t.tif",
        WATERCOURSES=f"{tmp_path / 'e.gpkg'}|layername=vandloeb",
        LAKES=f"{tmp_path / 'e.gpkg'}|layername=soeer",
        OUTPUT=tmp_path / "dal.gpkg",
    )
    assert run.code == 0, run.log
    rows = parts(tmp_path / "dal.gpkg")
    streams = read_layer(tmp_path / "e.gpkg", "vandloeb")
    assert {row[1] for row in rows if row[0] == "dalbund"} == {streams[0]["navn"]}
    # Each tributary of the sample runs in a side valley of its own.
    assert {row[1] for row in rows if row[0] == "sidedal"} >= {one["navn"] for one in streams[1:]}


WITHOUT_RASTERIO = "import sys\nsys.modules |= dict.fromkeys(('rasterio', 'fiona'))\n"


@pytest.mark.realdata
def test_without_rasterio_the_valley_is_the_same_to_the_last_value(delineate, realdata, tmp_path):
    """QGIS for Windows has no rasterio: the model is read, and the height written, through GDAL's own bindings."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_RASTERIO, encoding="utf-8")
    found = {}
    for way, env in (("med", {}), ("uden", {"PYTHONPATH": str(tmp_path)})):
        done = delineate(
            DEM=realdata / "dhm" / "moelleaadalen_raadvad_dtm.tif",
            WATERCOURSES=realdata / "dhm" / "moelleaadalen_raadvad_streams.geojson",
            RESOLUTION=3.2,
            OUTPUT=tmp_path / f"{way}.gpkg",
            OUTPUT_HEIGHT=tmp_path / f"{way}.tif",
            env=env,
        )
        assert done.code == 0, done.log
        found[way] = parts(tmp_path / f"{way}.gpkg"), read_raster(tmp_path / f"{way}.tif")
    assert len(found["med"][0]) > 3
    assert [part[:3] for part in found["med"][0]] == [part[:3] for part in found["uden"][0]]
    assert [part[3].wkb for part in found["med"][0]] == [part[3].wkb for part in found["uden"][0]]
    (one, nodata, place), (other, *same) = found["med"][1], found["uden"][1]
    np.testing.assert_array_equal(one, other)
    assert same == [nodata, place]


@pytest.mark.realdata
def test_moelleaadalen_at_raadvad_is_where_a_person_sees_it(delineate, realdata, tmp_path):
    layer = write_layer(tmp_path / "v.gpkg", "v", [(MOELLEAAEN, "Mølleåen")], NAMED, kind="LINE")
    dem = realdata / "dhm" / "moelleaadalen_raadvad_dtm.tif"
    run = delineate(DEM=dem, WATERCOURSES=layer, OUTPUT=tmp_path / "dal.gpkg")
    assert run.code == 0, run.log
    rows = parts(tmp_path / "dal.gpkg")

    def inside(code, *points):
        shape = shapely.union_all([row[3] for row in rows if row[0] == code])
        return [bool(shapely.contains_xy(shape, x, y)) for x, y in points]

    # Meadow on both sides of the stream; the steep side north of it; the gullies in that side; the plateau above.
    assert all(inside("dalbund", (722600, 6190350), (722900, 6190280), (723400, 6190450)))
    assert all(inside("dalside", (722650, 6190560), (723150, 6190330), (722640, 6190180)))
    assert all(inside("sidedal", (722600, 6190740), (723500, 6190960)))
    plateau = [(722300, 6191300), (723000, 6190900), (723600, 6190200), (721200, 6191500)]
    assert not any(any(inside(code, *plateau)) for code in ("dalbund", "dalside", "sidedal"))
    # Neither the sea nor the tunnel valley to the north-west, whose watercourse was not given.
    assert not any(
        any(inside(code, (723950, 6192800), (721500, 6192100))) for code in ("dalbund", "dalside", "sidedal")
    )


@pytest.mark.realdata
def test_streams_in_a_hundred_pieces(delineate, realdata, tmp_path):
    folder = realdata / "dhm"
    run = delineate(
        DEM=folder / "moelleaadalen_raadvad_dtm.tif",
        WATERCOURSES=folder / "moelleaadalen_raadvad_streams.geojson",
        OUTPUT=tmp_path / "dal.gpkg",
        OUTPUT_HEIGHT=tmp_path / "h.tif",
    )
    assert run.code == 0, run.log
    rows = parts(tmp_path / "dal.gpkg")
    shapes = np.array([row[3] for row in rows], dtype=object)
    assert shapely.is_valid(shapes).all()
    assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area, abs=1e-2)
    floor = shapely.union_all(shapes[[row[0] == "dalbund" for row in rows]])
    assert shapely.contains_xy(floor, [722900, 721900, 720300], [6190250, 6192700, 6190950]).all()
    # The plateau in the middle has ditches and no valley.
    assert not shapely.contains_xy(shapely.union_all(shapes), [722000, 722300], [6191700, 6191400]).any()
