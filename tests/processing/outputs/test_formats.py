"""A name that QGIS would write somewhere else, and a format that cannot hold the layer, are refused in words."""

from pathlib import Path

import pytest
from builders import square
from conftest import qgis_process, write_layer

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.outputs.formats import format_notes, refuse_name

FIELDS = ("bygning_id:text", "save_vaerdi:int")


@pytest.mark.parametrize("name", ["a|b.gpkg", "mappe|1/ud.gpkg", "ud.shp.zip", "UD.ZIP", "ud.geojson.gz", "kort.kmz"])
def test_an_archive_and_the_sign_of_a_layer_are_no_names_for_an_output(name):
    with pytest.raises(HeritageError, match=r"^OUTPUT: .*Choose a"):
        refuse_name("OUTPUT", Path("/data") / name)


@pytest.mark.parametrize("name", ["udpegning-v1.0", "ud.gpkg", "100 %.shp", "zip.gpkg", "rapport.html"])
def test_other_names_are_left_alone(name):
    refuse_name("OUTPUT", Path("/data") / name)


@pytest.mark.process
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ud.shp.zip", "is an archive, into which QGIS writes no layer. Choose a name that ends in .gpkg"),
        ("a|b.gpkg", "holds the sign |, after which QGIS looks for the name of a layer. Choose another name."),
        ("ud.dxf", "cannot be written in the format dxf ("),
        ("ud.gpx", "cannot be written in the format gpx ("),
    ],
)
def test_a_run_into_such_a_file_is_refused_and_leaves_nothing(tmp_path, name, said):
    town = write_layer(tmp_path / "by.gpkg", "bygninger", [(square(0), "a", 4)], FIELDS)
    (tmp_path / "ud").mkdir()
    given = (f"BUILDINGS={town}", f"OUTPUT={tmp_path / 'ud' / name}")
    run = qgis_process("run", "lyngby_heritage:classifybuildings", "--", *given)
    assert run.code == 1
    assert f"OUTPUT: {tmp_path / 'ud' / name} {said}" in run.err
    assert ".lyngby_heritage" not in run.err
    assert list((tmp_path / "ud").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "notes"), [("ud.tab", 1), ("UD.MIF", 1), ("ud.shp", 0), ("ud.gpkg", 0), ("ud.csv", 0)]
)
def test_only_mapinfo_turns_what_is_not_known_into_0(name, notes):
    assert [one.warning for one in format_notes("OUTPUT", Path("/data") / name)] == [True] * notes


@pytest.mark.process
def test_a_run_into_mapinfo_says_that_0_stands_where_nothing_is_known(tmp_path):
    town = write_layer(tmp_path / "by.gpkg", "bygninger", [(square(0), "a", None)], FIELDS)
    run = qgis_process(
        "run", "lyngby_heritage:classifybuildings", "--", f"BUILDINGS={town}", f"OUTPUT={tmp_path / 'ud.tab'}"
    )
    assert run.code == 0
    assert "Where nothing is known, 0 will stand in ud.tab. Choose a GeoPackage (.gpkg)." in run.log
