"""The folder of deliveries by the real qgis_process: every file opens, and put together they are the named layers."""

import csv
import hashlib
import io
import json
import sqlite3
import subprocess
import zipfile
from contextlib import closing

import pytest
import shapely
from conftest import qgis_process
from qgis.PyQt.QtGui import QImage

from lyngby_heritage.core.common.errors import Cancelled, HeritageError, never_cancelled
from lyngby_heritage.processing.export.folder import PackageFolder
from lyngby_heritage.processing.sample.delivered import earlier_files, refuse_others, write_delivered
from lyngby_heritage.sample.delivered.folder import delivered_files
from lyngby_heritage.sample.municipality import make_municipality

pytestmark = pytest.mark.process

TOOL = "lyngby_heritage:createsampledata"
DATA = {
    "datafordeler": [
        "BBR_V3_Bygning_0173_TotalDownload_csv_Bitemporal_643.zip",
        "BBR_V3_Bygning_0173_TotalDownload_csv_Current_646.zip",
        "BBR_V3_Ejendomsrelation_0173_TotalDownload_json_Current_646.zip",
        "BBR_V3_Enhed_0173_TotalDownload_csv_Current_646.zip",
        "BBR_V3_Etage_0173_TotalDownload_csv_Current_646.zip",
        "BBR_V3_Grund_0173_TotalDownload_csv_Current_646.zip",
        "BBR_V4_Bygning_0173_TotalDownload_csv_Current_12.zip",
        "DAGI_V1_Kommuneinddeling_TotalDownload_gpkg_Current_268.zip",
        "GEODKV_V3_Bygning_0173_TotalDownload_gpkg_Current_626.zip",
        "GEODKV_V3_Soe_0173_TotalDownload_gpkg_Current_626.zip",
        "GEODKV_V3_Vandloebsmidte_0173_TotalDownload_gpkg_Current_626.zip",
        "MAT_V3_Ejerlav_0173_TotalDownload_json_Current_663.zip",
        "MAT_V3_Jordstykke_0173_TotalDownload_gpkg_Current_663.zip",
        "MAT_V3_Lodflade_0173_TotalDownload_gpkg_Current_663.zip",
        "MAT_V3_SamletFastEjendom_0173_TotalDownload_csv_Current_663.zip",
        "kvittering.txt",
    ],
    "dhm": [
        "DSM_618_71_TIF_UTM32-ETRS89.zip",
        "DTM_618_71_TIF_UTM32-ETRS89.zip",
        "DTM_618_72_TIF_UTM32-ETRS89.zip",
    ],
    "fbb": ["view_bygning_alle.geojson"],
    "fortidsminder": ["fundogfortidsminder_areal_beskyttelse.geojson", "fundogfortidsminder_punkt_fredet.geojson"],
    "geofa": ["t_6205_bygningsvurdering.gpkg"],
    "kommunen": [
        "beslutninger.csv",
        "egne_lag.gpkg",
        "kulturmiljoeer.gpkg",
        "tidligere_bygninger.gpkg",
        "tidligere_landskab.gpkg",
    ],
    "miljoeportal": [
        "BES_NATURTYPER_SHAPE.zip",
        "aa_bes_linjer.gpkg",
        "fredede_omr.geojson",
        "kirkebyggelinjer.gpkg",
        "skovbyggelinjer.geojson",
    ],
    "plandata": [
        "theme_pdk_bevaringsvaerdigelandskaber_vedtaget.gpkg",
        "theme_pdk_kommuneplanramme_alle_vedtaget_v.geojson",
        "theme_pdk_lavbundsareal_vedtaget.geojson",
        "theme_pdk_lokalplan_forslag_v.geojson",
        "theme_pdk_lokalplan_vedtaget_v.gpkg",
        "theme_pdk_lokalplandelomraade_vedtaget_v.geojson",
        "theme_pdk_naturbeskyttelsesomraade_vedtaget.geojson",
        "theme_pdk_oekologiskforbindelse_vedtaget.gpkg",
        "theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget.geojson",
        "theme_pdk_vaerdifuldtkulturmiljoe_vedtaget.geojson",
        "theme_pdk_zonekort_v.geojson",
        "vejledning.pdf",
    ],
}
NAMES = [
    *("LAESMIG.txt", "ejere.csv", "filer.csv", "hoeringssvar.csv", "leverancer/LAESMIG.txt", "leverancer/desktop.ini"),
    *(f"leverancer/{folder}/{name}" for folder, names in DATA.items() for name in names),
]


def photographed(made):
    """The pictures of the sample, by their place: each is named by a building of high value."""
    return sorted(f"fotos/{one.name}" for one in (made[2] / "fotos").iterdir())


def run(**parameters):
    given = [f"{name}={value}" for name, value in parameters.items()]
    return qgis_process("run", TOOL, "--json", "--", *given)


def files(folder):
    return {
        one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """OUTPUT, OUTPUT_DEM and FOLDER of one run."""
    place = tmp_path_factory.mktemp("eksempel")
    done = run(
        PROPERTY_COUNT=300, OUTPUT=place / "e.gpkg", OUTPUT_DEM=place / "terraen.tif", FOLDER=place / "data" / "hentet"
    )
    assert done.code == 0, done.err
    assert done.results["FOLDER"] == str(place / "data" / "hentet")
    return place / "e.gpkg", place / "terraen.tif", place / "data" / "hentet"


@pytest.fixture(scope="module")
def unpacked(made, tmp_path_factory):
    """The files of every zip, beside one another."""
    place = tmp_path_factory.mktemp("pakket_ud")
    for one in made[2].rglob("*.zip"):
        zipfile.ZipFile(one).extractall(place)
    return place


def named(made, layer):
    return gpkg(made[0], layer)


def gpkg(path, layer):
    """Rows as dicts, `geom` as a geometry."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute(f'SELECT * FROM "{layer}" ORDER BY fid')
        names = [one[0] for one in found.description]
        rows = [dict(zip(names, row)) for row in found]
    for row in rows:
        if row.get("geom") is not None:
            blob = row["geom"]
            row["geom"] = shapely.from_wkb(blob[8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7] :])
        del row["fid"]
    return rows


def by_ogr(path):
    """The rows of a file's only layer as OGR reads them; a text of a GeoJSON that looks like a time stays a text."""
    from osgeo import gdal

    options = ["DATE_AS_STRING=YES"] if path.suffix == ".geojson" else []
    dataset = gdal.OpenEx(str(path), open_options=options)
    assert dataset.GetLayerCount() == 1
    rows = []
    for feature in dataset.GetLayer(0):
        shape = feature.GetGeometryRef()
        rows.append(
            {**feature.items(), "geom": None if shape is None else shapely.from_wkb(bytes(shape.ExportToWkb()))}
        )
    return rows


def register_csv(unpacked, entity):
    (path,) = unpacked.glob(f"*_V3_{entity}_0173_*Current*.csv")
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_every_file_is_there_under_its_name(made):
    assert list(files(made[2])) == sorted([*NAMES, *photographed(made)])


def test_twenty_buildings_of_high_value_have_a_picture(made):
    values = {row["bygning_id"]: row["save_vaerdi"] for row in named(made, "bygninger")}
    pictures = [name.removeprefix("fotos/").removesuffix(".jpg") for name in photographed(made)]
    assert len(pictures) == 20
    assert {values[one] for one in pictures} <= {1, 2, 3}
    image = QImage(str(made[2] / photographed(made)[0]))
    assert (image.width(), image.height()) == (1280, 960)
    assert image.pixelColor(20, 940).lightness() < 60  # the band that says that it is invented


def test_each_download_holds_one_file_of_the_same_name(made):
    for one in (made[2] / "leverancer" / "datafordeler").glob("*.zip"):
        (inside,) = zipfile.ZipFile(one).namelist()
        assert inside.rpartition(".")[0] == one.stem
        assert f"_{inside.rpartition('.')[2]}_" in one.stem


def test_the_list_tells_rows_and_checksums(made):
    folder = made[2]
    told = csv.DictReader(io.StringIO((folder / "filer.csv").read_text(encoding="utf-8-sig")), delimiter=";")
    rows = {row["fil"]: row for row in told}
    found = files(folder)
    assert {name: row["sha256"] for name, row in rows.items()} == {k: v for k, v in found.items() if k != "filer.csv"}
    current = "leverancer/datafordeler/BBR_V3_Bygning_0173_TotalDownload_csv_Current_646.zip"
    assert int(rows[current]["raekker"]) == len([row for row in named(made, "bbr") if row["virkningTil"] is None])


def test_every_layer_opens_with_its_rows(made, unpacked):
    from osgeo import ogr

    spatial = [*made[2].rglob("*.geojson"), *made[2].rglob("*.gpkg"), *unpacked.glob("*.gpkg"), *unpacked.glob("*.shp")]
    assert len(spatial) == 13 + 10 + 6 + 1
    for path in spatial:
        dataset = ogr.Open(str(path))
        for number in range(dataset.GetLayerCount()):
            layer = dataset.GetLayer(number)
            assert layer.GetFeatureCount() > 0
            system = layer.GetSpatialRef()
            assert system is None or system.GetAuthorityCode(None) == "25832"


def in_force(rows):
    return [
        row for row in rows if row["status"] == "Gældende" and not row["virkningTil"] and not row["registreringTil"]
    ]


def test_the_four_parts_put_together_are_the_parcels(made, unpacked):
    """Every row and value of `jordstykker`, by a join that knows nothing of the tool's own."""
    part = {one.name.split("_")[2]: one for one in unpacked.glob("MAT_*")}
    faces = in_force(gpkg(part["Lodflade"], "Lodflade"))
    parcels = in_force(gpkg(part["Jordstykke"], "Jordstykke"))
    properties = {row["id_lokalId"]: row for row in register_csv(unpacked, "SamletFastEjendom")}
    districts = {row["id_lokalId"]: row for row in json.loads(part["Ejerlav"].read_text(encoding="utf-8"))}
    shapes = {}
    for face in faces:
        shapes.setdefault(face["jordstykkeLokalId"], []).append(face["geom"])
    assert max(map(len, shapes.values())) == 2
    joined = [
        {
            "id": row["id_lokalId"],
            "matrikel": (row["matrikelnummer"], districts[row["ejerlavLokalId"]]["ejerlavskode"]),
            "ejerlav": districts[row["ejerlavLokalId"]]["ejerlavsnavn"],
            "areal": (row["registreretAreal"], row["vejareal"], row["faelleslod"]),
            "bfe": int(properties[row["samletFastEjendomLokalId"]]["BFEnummer"]),
            "geom": shapely.normalize(shapely.multipolygons([shapely.union_all(shapes[row["id_lokalId"]])])).wkb,
        }
        for row in parcels
    ]
    assert joined == [
        {
            "id": row["id_lokalId"],
            "matrikel": (row["matrikelnummer"], row["ejerlavskode"]),
            "ejerlav": row["ejerlavsnavn"],
            "areal": (row["registreretAreal"], row["vejareal"], row["faelleslod"]),
            "bfe": int(row["samletFastEjendomLokalId"]),
            "geom": shapely.normalize(row["geom"]).wkb,
        }
        for row in named(made, "jordstykker")
    ]


@pytest.mark.parametrize(
    ("layer", "path"),
    [
        ("fbb", "fbb/view_bygning_alle.geojson"),
        ("bygningsvurdering", "geofa/t_6205_bygningsvurdering.gpkg"),
        ("kulturmiljoeer", "kommunen/kulturmiljoeer.gpkg"),
        ("tidligere_bygninger", "kommunen/tidligere_bygninger.gpkg"),
        ("zoner", "plandata/theme_pdk_kommuneplanramme_alle_vedtaget_v.geojson"),
        ("lokalplaner", "plandata/theme_pdk_lokalplan_vedtaget_v.gpkg"),
        ("zonekort", "plandata/theme_pdk_zonekort_v.geojson"),
        ("fredede_omr", "miljoeportal/fredede_omr.geojson"),
        ("bes_naturtyper", "bes_naturtyper.shp"),
    ],
)
def test_values_and_places_are_those_of_the_named_layer(made, unpacked, layer, path):
    """In GeoJSON, in GeoPackage, and in a shapefile: each form holds every value."""
    place = unpacked / path if path.endswith(".shp") else made[2] / "leverancer" / path
    read, ours = by_ogr(place), named(made, layer)
    assert len(read) == len(ours)
    for one, other in zip(read, ours):
        shape, expected = one.pop("geom"), other.pop("geom")
        assert one == other
        if layer == "bes_naturtyper":  # which opens as one part where it has one
            assert shapely.equals(shape, expected)
        else:
            assert shape.wkb == expected.wkb


def test_the_decisions_are_those_of_the_named_table(made):
    text = (made[2] / "leverancer" / "kommunen" / "beslutninger.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows == named(made, "beslutninger")


def test_the_newest_version_of_bbr_is_headings_and_the_older_one_has_a_history(made, unpacked):
    stub = made[2] / "leverancer/datafordeler/BBR_V4_Bygning_0173_TotalDownload_csv_Current_12.zip"
    assert stub.stat().st_size < 10_000
    (headings,) = zipfile.ZipFile(stub).read(stub.with_suffix(".csv").name).decode().splitlines()
    assert headings.split(",") == list(register_csv(unpacked, "Bygning")[0])
    (older,) = unpacked.glob("BBR_V3_Bygning*Bitemporal*.csv")
    rows = list(csv.DictReader(io.StringIO(older.read_text(encoding="utf-8"))))
    assert any(row["virkningTil"] for row in rows)
    assert any(row["registreringTil"] for row in rows)
    assert not any(row["virkningTil"] or row["registreringTil"] for row in register_csv(unpacked, "Bygning"))


def test_the_tiles_together_are_the_terrain(made, unpacked, tmp_path):
    from osgeo import gdal

    tiles = sorted(unpacked.glob("DTM_1km_*.tif"))
    subprocess.run(["gdalbuildvrt", "-q", str(tmp_path / "t.vrt"), *map(str, tiles)], check=True)
    whole, terrain = gdal.Open(str(tmp_path / "t.vrt")), gdal.Open(str(made[1]))
    assert whole.RasterXSize % 200 == whole.RasterYSize % 200 == 0
    (west, cell, _, north, *_), (own_west, own_cell, _, own_north, *_) = (
        one.GetGeoTransform() for one in (whole, terrain)
    )
    assert (cell, own_cell, west % 1000, north % 1000) == (5, 5, 0, 0)
    window = ((own_west - west) / cell, (north - own_north) / cell, terrain.RasterXSize, terrain.RasterYSize)
    assert (whole.ReadAsArray(*window) == terrain.ReadAsArray()).all()
    known = whole.ReadAsArray() != whole.GetRasterBand(1).GetNoDataValue()
    assert known.sum() == terrain.RasterXSize * terrain.RasterYSize
    (surface,) = unpacked.glob("DSM_1km_*.tif")
    heights = gdal.Open(str(surface)).ReadAsArray()
    below = gdal.Open(str(unpacked / surface.name.replace("DSM", "DTM"))).ReadAsArray()
    assert (heights[heights != -9999] > below[heights != -9999] + 6).all()


def test_equal_seed_and_count_are_equal_bytes(made, tmp_path):
    done = run(PROPERTY_COUNT=300, OUTPUT=tmp_path / "igen.gpkg", FOLDER=tmp_path / "igen")
    assert done.code == 0, done.err
    assert files(tmp_path / "igen") == files(made[2])


def test_the_registers_are_delivered_whether_or_not_they_are_among_the_named_layers(made, tmp_path):
    given = {"PROPERTY_COUNT": 300, "REGISTERS": "false", "OUTPUT": tmp_path / "e.gpkg", "FOLDER": tmp_path / "data"}
    assert run(**given).code == 0
    assert files(tmp_path / "data") == files(made[2])
    with closing(sqlite3.connect(tmp_path / "e.gpkg")) as database:
        names = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
    assert "jordstykker" in names
    assert not names & {"bbr", "enheder", "fbb"}


def test_another_sample_replaces_this_one_and_leaves_other_files_alone(tmp_path):
    given = {"OUTPUT": tmp_path / "e.gpkg", "FOLDER": tmp_path / "data"}
    assert run(PROPERTY_COUNT=700, **given).code == 0
    (tmp_path / "data" / "notat.txt").write_text("mit", encoding="utf-8")
    first = files(tmp_path / "data")
    assert run(PROPERTY_COUNT=20, SEED=1, **given).code == 0
    second = files(tmp_path / "data")
    pictures = {name for name in second if name.startswith("fotos/")}  # of other buildings: no old one stays
    assert pictures
    assert not pictures & set(first)
    assert set(second) - pictures <= set(first)
    assert second["notat.txt"] == first["notat.txt"]
    assert second["ejere.csv"] != first["ejere.csv"]


@pytest.mark.parametrize("theirs", ["ejere.csv", "leverancer/kommunen/beslutninger.csv"])
def test_what_somebody_has_changed_is_not_replaced(tmp_path, theirs):
    given = {"PROPERTY_COUNT": 20, "OUTPUT": tmp_path / "e.gpkg", "FOLDER": tmp_path / "data"}
    assert run(**given).code == 0
    (tmp_path / "data" / theirs).write_text("rettet", encoding="utf-8")
    before = files(tmp_path)
    done = run(**{**given, "SEED": 5})
    assert done.code == 1
    assert (
        f"the sample data would replace, and that this tool did not write or somebody has changed since: {theirs}"
        in (done.log)
    )
    assert files(tmp_path) == before


def test_a_folder_of_somebody_else_s_is_refused_where_names_meet(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "ejere.csv").write_text("rigtige ejere", encoding="utf-8")
    done = run(PROPERTY_COUNT=20, OUTPUT=tmp_path / "e.gpkg", FOLDER=tmp_path / "data")
    assert done.code == 1
    assert "ejere.csv" in done.log
    assert list(files(tmp_path)) == ["data/ejere.csv"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"OUTPUT": "data/leverancer/e.gpkg", "FOLDER": "data"}, "would lie inside FOLDER"),
        ({"OUTPUT": "e.gpkg", "OUTPUT_DEM": "data/t.tif", "FOLDER": "data"}, "would lie inside FOLDER"),
        ({"OUTPUT": "e.gpkg", "FOLDER": "fil.txt"}, "is a file"),
    ],
)
def test_bad_places_are_refused_and_nothing_is_written(tmp_path, given, told):
    (tmp_path / "fil.txt").write_text("", encoding="utf-8")
    done = run(PROPERTY_COUNT=20, **{name: tmp_path / value for name, value in given.items()})
    assert done.code == 1
    assert told in done.log
    assert list(files(tmp_path)) == ["fil.txt"]


@pytest.mark.parametrize("looks", [1, 40, 90])
def test_a_cancelled_run_leaves_nothing(qgis_app, tmp_path, looks):
    delivered = delivered_files(make_municipality(20, 173))
    count = 0

    def check():
        nonlocal count
        count += 1
        if count == looks:
            raise Cancelled

    with pytest.raises(Cancelled), PackageFolder("FOLDER", str(tmp_path / "data")) as folder:
        write_delivered(folder.staged, delivered, check)
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_the_end(qgis_app, tmp_path):
    told = []
    write_delivered(tmp_path, delivered_files(make_municipality(20, 173)), never_cancelled, told.append)
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("content", ["", "fil;raekker\na.txt;1\n", "noget helt andet"])
def test_a_list_that_is_not_the_tool_s_vouches_for_nothing(tmp_path, content):
    (tmp_path / "filer.csv").write_text(content, encoding="utf-8")
    assert earlier_files(tmp_path) == {}
    with pytest.raises(HeritageError, match=r"filer\.csv"):
        refuse_others(tmp_path, ["a.txt", "filer.csv"], {})
