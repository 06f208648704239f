"""The main job on data as they are delivered: zips, parts, history and stubs give the plan that named layers give."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import PurePath
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.process

SAME = ("bilag_bygninger.csv", "bestemmelser.md")
MADE_OF = {"koersel", "layer_styles", "afgraensning"}
"""Tables that say what the package was made of and when; the boundary has DAGI's fields or the named layer's."""


@pytest.fixture(scope="module")
def plans(process, tmp_path_factory):
    """The folders of the two packages, and the run on the delivered form."""
    folder = tmp_path_factory.mktemp("to veje")
    given = ["PROPERTY_COUNT=70", f"OUTPUT={folder / 'by.gpkg'}", f"OUTPUT_DEM={folder / 'terraen.tif'}"]
    done = process("run", "lyngby_heritage:createsampledata", "--", *given, f"FOLDER={folder / 'leverance'}")
    assert done.code == 0, done.log
    _without(folder / "by.gpkg", "bygninger")  # so that both begin with the registers
    runs = {}
    for name, given in (("navne", folder / "by.gpkg"), ("leverance", folder / "leverance")):
        runs[name] = process(
            "run",
            "lyngby_heritage:heritageplan",
            "--json",
            "--",
            f"INPUT={given}",
            f"FOLDER={folder / name}_plan",
            "TITLE=x",
        )
        assert runs[name].code == 0, runs[name].log
    return folder / "navne_plan", folder / "leverance_plan", runs["leverance"]


def _without(path, layer):
    from osgeo import ogr

    dataset = ogr.Open(str(path), 1)
    for number in range(dataset.GetLayerCount()):
        if dataset.GetLayer(number).GetName() == layer:
            dataset.DeleteLayer(number)
            return


def _tables(path):
    """Table → its rows without the row number, in their order."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        names = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]
        return {
            name: [
                {key: row[key] for key in row.keys() if key != "fid"}  # noqa: SIM118 - a Row is no dict
                for row in database.execute(f'SELECT * FROM "{name}"')
            ]
            for name in names
        }


def test_the_package_is_the_same_value_by_value(plans):
    named, delivered, _ = (plans[0], plans[1], plans[2])
    one, other = (_tables(folder / "kulturhistorisk_lokalplan.gpkg") for folder in (named, delivered))
    assert set(one) == set(other)
    assert len(one["bygninger"]) > 70
    assert len(one["ejendomme"]) > 40
    assert len(one["dal"]) > 0
    assert {name for name in one if one[name] != other[name]} <= MADE_OF
    assert [row["geom"] for row in one["afgraensning"]] == [row["geom"] for row in other["afgraensning"]]
    for file in SAME:
        assert (named / file).read_bytes() == (delivered / file).read_bytes()


def test_report_and_package_say_what_every_file_was_taken_for(plans):
    _, delivered, done = plans
    with closing(sqlite3.connect(delivered / "kulturhistorisk_lokalplan.gpkg")) as database:
        rows = dict(database.execute("SELECT navn, vaerdi FROM koersel WHERE emne = 'job_data'"))
        counts = dict(database.execute("SELECT navn, antal FROM koersel WHERE emne = 'job_data'"))
    surfaces = next(name for name in rows if "MAT_V3_Lodflade" in name)
    assert rows[surfaces].startswith("lodflader: Lodflade er Matriklens Lodflade")
    assert next(count for name, count in counts.items() if "fredede_omr" in name) == 1  # of a GeoJSON, once it is read
    stub = next(name for name in rows if "BBR_V4_Bygning" in name)
    assert rows[stub].startswith("ikke brugt: ")
    page = (delivered / "rapport.html").read_text(encoding="utf-8").replace("<wbr>", "")
    assert "Inddata: hvad der er taget for hvad" in page
    assert "MAT_V3_Lodflade" in page
    assert "Jordstykkerne er dannet af" in page
    assert "rækker i registrene er enten ikke koblet til en bygning eller ikke brugt" in page
    assert "Sag uden placering og uden opførelsesår" in page
    assert "af Danmarks Højdemodel" in page  # the terrain is a part of the data that the plan was made from
    assert "should be" not in page
    assert "of its own" not in done.log
    assert "DSM" in done.log  # the surface model lies there, and is not used


def test_what_was_downloaded_is_as_it_was(plans):
    """Reading the terrain writes nothing into the archives that its tiles lie in."""
    for archive in (plans[0].parent / "leverance").rglob("D?M_*.zip"):
        assert {PurePath(name).suffix for name in zipfile.ZipFile(archive).namelist()} == {".tif"}


def _nameless(file):
    """The fields of each layer of a GeoPackage that neither its style nor the file has a name for."""
    with closing(sqlite3.connect(file)) as database:
        layers = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]
        styles = dict(database.execute("SELECT f_table_name, styleQML FROM layer_styles"))
        named = set()
        if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_data_columns'").fetchone():
            named = set(database.execute("SELECT table_name, column_name FROM gpkg_data_columns WHERE name <> ''"))
        found = []
        for layer in (one for one in layers if one != "layer_styles"):
            aliases = [alias.attrib for alias in ElementTree.fromstring(styles.get(layer, "<qgis/>")).iter("alias")]
            said = {one["field"] for one in aliases if one["name"]}
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{layer}")')]
            found += [
                f"{layer}.{one}" for one in columns if one not in {"fid", "geom", *said} and (layer, one) not in named
            ]
    return found


def test_every_field_of_the_package_has_a_name_that_people_read(plans):
    """Also those for each theme, and those that the registers bring along."""
    files = [plans[1] / "kulturhistorisk_lokalplan.gpkg", *(plans[1] / "arbejdslag").glob("*.gpkg")]
    assert len(files) > 5
    assert [one for file in files for one in _nameless(file)] == []


def test_no_folder_of_work_is_left(plans, tmp_path, monkeypatch, process):
    """What was unpacked and built lies in a folder of its own, which is gone afterwards."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import tempfile

    tempfile.tempdir = None
    source = plans[0].parent / "leverance"
    given = {"inputs": {"INPUT": str(source), "OUTPUT": str(tmp_path / "s.gpkg")}}
    done = process("run", "lyngby_heritage:collectdata", "--json", "-", stdin=json.dumps(given))
    tempfile.tempdir = None
    assert done.code == 0, done.log
    assert "layers written. Nothing is missing. Not recognised: 0." in done.log  # and no hyphen for nothing
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("lyngby-")] == []
    assert (done.results["UNKNOWN_COUNT"], done.results["JORDSTYKKER_COUNT"] > 60) == (0, True)
