"""What lies in a folder: every layer with its head, what cannot be read, what is no data; quickly."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from builders import square
from conftest import write_layer
from delivered import NAME, downloads, packed

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.registers.collection import choose
from lyngby_heritage.processing.collect import survey as surveys
from lyngby_heritage.processing.collect.survey import survey_of

BBR = NAME.format("BBR_V3_Bygning", "csv", 646)


def named(survey):
    return sorted(one.called for one in survey.layers)


def test_files_and_zips_show_the_same_layers(qgis_app, tmp_path):
    plain = survey_of(downloads(tmp_path / "filer"))
    zips = survey_of(packed(downloads(tmp_path / "zipfiler")))
    assert [one.removesuffix(".zip") for one in named(zips)] == [
        one.removesuffix(".csv").removesuffix(".gpkg") for one in named(plain)
    ]
    for one, other in zip(sorted(plain.layers, key=str), sorted(zips.layers, key=str)):
        assert (one.fields, one.geometry, one.rows) == (other.fields, other.geometry, other.rows)


def test_folders_below_are_seen_and_hidden_ones_and_parts_are_not(qgis_app, tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    write_layer(tmp_path / "a" / "b" / "zoner.gpkg", "zoner", [(square(0), 1)], ("n:int",))
    (tmp_path / ".skjult").mkdir()
    shutil.copy(tmp_path / "a" / "b" / "zoner.gpkg", tmp_path / ".skjult" / "x.gpkg")
    (tmp_path / "a" / "noter.qml").write_text("<qgis/>")
    (tmp_path / "~$bog.xlsx").write_text("lås")
    found = survey_of(tmp_path)
    assert named(found) == ["a/b/zoner.gpkg"]
    assert dict(found.others) == {".qml": 1}


def test_a_plan_that_was_made_is_no_input(qgis_app, tmp_path):
    plan = tmp_path / "plan"
    (plan / "arbejdslag").mkdir(parents=True)
    for name in ("kulturhistorisk_lokalplan.gpkg", "arbejdslag/fund.gpkg"):
        write_layer(plan / name, "bygninger", [(square(0), 1)], ("n:int",))
    write_layer(plan / "zoner.gpkg", "zoner", [(square(0), 1)], ("n:int",))
    assert named(survey_of(tmp_path)) == ["plan/zoner.gpkg"]


def test_what_cannot_be_read_is_told_with_its_file(qgis_app, tmp_path):
    (tmp_path / "tom.csv").touch()
    (tmp_path / "halv.zip").write_bytes(b"PK\x03\x04" + b"x" * 50)
    (tmp_path / "ødelagt.gpkg").write_bytes(b"SQLite format 3\x00" + b"\x00" * 100)
    found = survey_of(tmp_path)
    assert [file for file, _, _ in found.unreadable] == ["halv.zip", "tom.csv", "ødelagt.gpkg"]
    assert all(note.warning for _, _, note in found.unreadable)


def test_of_a_gml_without_its_schema_nothing_falls_beside_it(qgis_app, tmp_path):
    (tmp_path / "soe.gml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" '
        'xmlns:gml="http://www.opengis.net/gml" xmlns:g="http://g"><gml:featureMember><g:Soe><g:soetype>Almindelig'
        '</g:soetype><g:geometri><gml:Polygon srsName="EPSG:25832"><gml:exterior><gml:LinearRing><gml:posList>'
        "720000 6188000 720010 6188000 720010 6188010 720000 6188000</gml:posList></gml:LinearRing></gml:exterior>"
        "</gml:Polygon></g:geometri></g:Soe></gml:featureMember></wfs:FeatureCollection>",
        encoding="utf-8",
    )
    (layer,) = survey_of(tmp_path).layers
    assert (layer.name, layer.fields, layer.geometry) == ("Soe", ("soetype",), "polygon")
    assert os.listdir(tmp_path) == ["soe.gml"]


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(HeritageError, match="does not exist"):
        survey_of(tmp_path / "nej")


def test_two_hundred_files_are_opened_by_their_heads_alone(qgis_app, tmp_path, monkeypatch):
    """Each is looked at once, and of their rows only the first are there."""
    read = []
    real = surveys.peek

    def peek(path, *rest):
        read.append(path)
        return real(path, *rest)

    monkeypatch.setattr(surveys, "peek", peek)
    rows = "a,6,120,80\n" * 20_000  # 220 kB
    for number in range(200):
        text = "id_lokalId,status,byg021BygningensAnvendelse,byg041BebyggetAreal\n" + rows
        (tmp_path / f"BBR_V3_Bygning_0173_TotalDownload_csv_Current_{number}.csv").write_text(text)
    found = survey_of(tmp_path)
    assert len(found.layers) == len(read) == 200
    assert {layer.rows for layer in found.layers} == {None}
    choice = choose(found.layers, ["bbr"])
    assert found.layers[choice.roles["bbr"]].name.endswith("_199")


def test_a_zip_of_several_layers_tells_file_and_layer(qgis_app, tmp_path):
    for name in ("zoner", "lokalplaner"):
        write_layer(tmp_path / f"{name}.gpkg", name, [(square(0), 1)], ("n:int",))
    with zipfile.ZipFile(tmp_path / "plandata.zip", "w") as archive:
        for name in ("zoner", "lokalplaner"):
            archive.write(tmp_path / f"{name}.gpkg", f"mappe/{name}.gpkg")
            Path(tmp_path / f"{name}.gpkg").unlink()
    assert named(survey_of(tmp_path)) == ["plandata.zip/mappe/lokalplaner.gpkg", "plandata.zip/mappe/zoner.gpkg"]


def test_what_gdal_keeps_beside_a_raster_in_a_zip_is_no_file_of_anybody_s(qgis_app, tmp_path):
    with zipfile.ZipFile(tmp_path / "DTM_618_71_TIF_UTM32-ETRS89.zip", "w") as archive:
        archive.writestr("DTM_1km_6188_719.tif", b"II*")
        archive.writestr("DTM_1km_6188_719.tif.aux.xml", "<PAMDataset/>")
        archive.writestr("laesmig.txt", "terræn")
    assert dict(survey_of(tmp_path).others) == {".txt": 1}
