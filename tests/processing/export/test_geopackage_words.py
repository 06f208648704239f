"""What the GeoPackage says of itself, as GDAL and QGIS read it: titles, descriptions, codes in words, no warning."""

import os
import sqlite3
import subprocess
from contextlib import closing

import pytest
from builders import square
from conftest import write_layer
from osgeo import gdal, ogr
from qgis.core import Qgis, QgsVectorLayer

pytestmark = pytest.mark.process

NAME = "kulturhistorisk_lokalplan.gpkg"
EAST, NORTH = 720000, 6187000
FIELDS = (
    *("bygning_id:text", "adresse:text", "anvendelse:int", "save_vaerdi:int", "udpeget:int", "udpegning:text"),
    *("begrundelse:text", "egen_note:text"),
)


@pytest.fixture(scope="module")
def path(process, tmp_path_factory):
    """The GeoPackage of a package of two houses and a decided environment, of a municipality with a contact."""
    folder = tmp_path_factory.mktemp("gpkg")
    rows = [
        (square(EAST, NORTH, 10), "id-0", "Bredevej 10", 120, 2, 1, "vaerdi_1_3", "Fordi.", "En note"),
        (square(EAST + 40, NORTH, 10), "id-1", "Bredevej 9", 120, 6, 0, "ikke_udpeget", "Fordi.", None),
    ]
    profile = folder / "profil"
    (profile / "web").mkdir(parents=True)
    (profile / "rules").mkdir()
    (profile / "profile.json").write_text('{"navn": "Prøve", "version": "1", "kommunekode": "0159"}', encoding="utf-8")
    contact = '{"contact": {"url": "mailto:plan@kommune.example"}}'
    (profile / "web" / "settings.json").write_text(contact, encoding="utf-8")
    rights = '{"metadata": {"licence": "CC BY 4.0", "rights": "Kommunen skal nævnes."}}'
    (profile / "rules" / "project.json").write_text(rights, encoding="utf-8")
    given = {
        "BUILDINGS": write_layer(folder / "lag.gpkg", "udpegning", rows, FIELDS),
        "ENVIRONMENTS": write_layer(
            folder / "lag.gpkg",
            "miljoe",
            [(square(EAST - 5, NORTH - 5, 20), "Gaden", "udpeg")],
            ("navn:text", "beslutning:text"),
        ),
        "TITLE": "Plan for Ærø & Å",
        "PROFILE": profile,
        "FOLDER": folder / "pakke",
    }
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *(f"{one}={given[one]}" for one in given))
    assert done.code == 0, done.log
    return folder / "pakke" / NAME


def rows(path, select, *values):
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        return database.execute(select, values).fetchall()


def test_the_file_is_whole_and_a_valid_geopackage(path):
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    checked = subprocess.run(
        ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_gdal_opens_it_without_a_word_of_warning(path):
    heard = []
    gdal.PushErrorHandler(lambda *told: heard.append(told))
    try:
        opened = ogr.Open(str(path))
        for place in range(opened.GetLayerCount()):
            layer = opened.GetLayer(place)
            assert sum(1 for _ in layer) == layer.GetFeatureCount()
    finally:
        gdal.PopErrorHandler()
    assert heard == []


def test_each_layer_says_its_title_and_what_it_holds(path):
    said = {
        one: (title, about)
        for one, title, about in rows(path, "SELECT table_name, identifier, description FROM gpkg_contents")
    }
    assert said["bygninger"][0] == "Bygninger"
    assert said["bygninger"][1].startswith("Bygningerne med SAVE-værdi, udpegning og begrundelse, en række for hver.")
    assert said["koersel"] == (
        "Kørsel: hvad pakken er lavet af",
        "Hvad pakken er lavet af: værktøj, versioner, indstillinger, lag med kontrolsum, profil og filer. "
        "Gør det muligt at efterprøve og gentage planen.",
    )
    opened = ogr.Open(str(path))
    assert opened.GetLayerByName("kortblade").GetMetadataItem("DESCRIPTION").startswith("Kortbladene i kort.pdf")


def test_the_codes_of_a_column_are_known_to_gdal_in_words(path):
    opened = gdal.OpenEx(str(path))
    fields = opened.GetLayerByName("bygninger").GetLayerDefn()
    domain = fields.GetFieldDefn(fields.GetFieldIndex("udpegning")).GetDomainName()
    assert domain == "bygninger_udpegning"
    assert opened.GetFieldDomain(domain).GetEnumeration()["vaerdi_1_3"] == "Høj bevaringsværdi"
    assert fields.GetFieldDefn(fields.GetFieldIndex("begrundelse")).GetDomainName() == ""
    use = opened.GetFieldDomain("bygninger_anvendelse")
    assert use.GetFieldType() == ogr.OFTInteger
    assert use.GetEnumeration()["120"] == "fritliggende enfamiliehus"
    environments = opened.GetLayerByName("kulturmiljoeer").GetLayerDefn()
    assert (
        environments.GetFieldDefn(environments.GetFieldIndex("beslutning")).GetDomainName()
        == "kulturmiljoeer_beslutning"
    )


def test_every_code_in_the_rows_is_in_the_list_of_its_column(path):
    opened = gdal.OpenEx(str(path))
    layer = opened.GetLayerByName("bygninger")
    codes = set(opened.GetFieldDomain("bygninger_udpegning").GetEnumeration())
    assert {one["udpegning"] for one in layer} <= codes


def test_columns_are_described_and_those_of_the_layer_s_own_keep_their_name(path):
    select = (
        "SELECT name, title, description, constraint_name FROM gpkg_data_columns "
        "WHERE table_name = 'bygninger' AND column_name = ?"
    )
    ((name, title, description, constraint),) = rows(path, select, "loebenr")
    assert (name, title, constraint) == ("Nr. i planen", "Nr. i planen", None)
    assert description.startswith("Bygningens nummer i planen")
    ((_, title, description, constraint),) = rows(path, select, "plangruppe")
    assert (title, constraint) == ("Gruppe i planen", "bygninger_plangruppe")
    assert rows(path, select, "egen_note") == []


def test_qgis_reads_the_metadata_of_a_layer(qgis_app, path):
    layer = QgsVectorLayer(f"{path}|layername=bygninger", "x", "ogr")
    metadata = layer.metadata()
    assert (metadata.title(), metadata.language(), metadata.identifier()) == ("Bygninger", "da", "bygninger")
    assert "Grundlaget for lokalplanens udpegning, kort og bilag." in metadata.abstract()
    assert "Plan for Ærø & Å" in metadata.abstract()
    assert metadata.history()[0].startswith("Registrenes bygninger, udpeget af værktøjet classifybuildings")
    assert (metadata.licenses(), metadata.rights()) == (["CC BY 4.0"], ["Kommunen skal nævnes."])
    (contact,) = metadata.contacts()
    assert (contact.organization, contact.email) == ("Gladsaxe Kommune", "plan@kommune.example")
    assert metadata.crs().authid() == "EPSG:25832"
    (extent,) = metadata.extent().spatialExtents()
    assert (extent.bounds.xMinimum(), extent.bounds.yMaximum()) == (EAST, NORTH + 10)
    assert metadata.dateTime(Qgis.MetadataDateType.Created).isValid()


def test_a_bare_qgis_shows_the_words_of_a_column_whose_style_is_left_out(qgis_app, path):
    layer = QgsVectorLayer(f"{path}|layername=kulturmiljoeer", "x", "ogr", QgsVectorLayer.LayerOptions(False))
    setup = layer.dataProvider().fields().field("beslutning").editorWidgetSetup()
    assert (setup.type(), setup.config()["map"]) == ("ValueMap", [{"Udpeg": "udpeg"}, {"Udpeg ikke": "udpeg_ikke"}])
