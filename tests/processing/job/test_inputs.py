"""The layers of the main job's input, with all that they are recognised by."""

from dataclasses import replace

import pytest
from builders import square
from conftest import write_layer

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.theme_recognition import recognise_theme
from lyngby_heritage.core.plan.layers import sort_layers
from lyngby_heritage.core.registers.recognition import recognise
from lyngby_heritage.processing.collect.theme_numbers import with_numbers
from lyngby_heritage.processing.job.inputs import layers_of, photo_endings, photos_beside, survey_input

PLANS = ("planid:int", "plannr:text", "plannavn:text", "komnr:int", "bebygpct:int", "plantype:text")
ROWS = [(square(0), 1, "1", "x", 173, 30, "20.1"), (square(20), 2, "2", "y", 173, None, None)]


def roles(path):
    found = sort_layers(layers_of(str(path)))
    return {role: layer.name for role, layer in found.layers.items()}


def test_geometry_and_telling_values_are_seen(qgis_app, tmp_path):
    write_layer(tmp_path / "planer.gpkg", "Export_Output", ROWS, PLANS)
    (layer,) = layers_of(str(tmp_path / "planer.gpkg"))
    assert (layer.geometry, layer.values) == ("polygon", {"plantype": ["20.1"]})
    assert layer.names == ("Export_Output", "planer")
    assert roles(tmp_path) == {"lokalplaner": "Export_Output"}


def test_a_file_rightly_named_whose_only_layer_has_another_name(qgis_app, tmp_path):
    """As QGIS exports it, or as a service called it."""
    house = ("bbruuid:text",)
    write_layer(tmp_path / "geodanmark_bygning.gpkg", "Bygninger_med_kaelder", [(square(0), "a")], house)
    write_layer(tmp_path / "lokalplaner.gpkg", "theme_pdk_lokalplan_vedtaget_v", ROWS, PLANS)
    assert roles(tmp_path) == {
        "geodanmark_bygning": "Bygninger_med_kaelder",
        "lokalplaner": "theme_pdk_lokalplan_vedtaget_v",
    }


def test_what_the_tools_write_beside_the_layers_is_none_of_them(qgis_app, tmp_path):
    write_layer(tmp_path / "samlet.gpkg", "lokalplaner", ROWS, PLANS)
    for name in ("indhold", "koersel"):
        write_layer(tmp_path / "samlet.gpkg", name, [(None, "x")], ("fil:text",))
    assert [layer.names for layer in layers_of(str(tmp_path / "samlet.gpkg"))] == [("lokalplaner", "samlet")]


def test_a_file_of_several_layers_lends_none_its_name(qgis_app, tmp_path):
    for name in ("et", "to"):
        write_layer(tmp_path / "zoner.gpkg", name, [(square(0), 1)], ("nr:int",))
    assert [layer.names for layer in layers_of(str(tmp_path))] == [("et",), ("to",)]
    assert roles(tmp_path) == {}


def verdicts(layer):
    """The role, or the nearest with a question mark, and the theme of a layer."""
    role, theme = recognise(layer.header), recognise_theme(layer.header, built_in())
    return role.role or (f"{role.nearest}?" if role.nearest else None), theme.code if theme else None


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "by_name", "without"),
    [
        # without: the same under a name that says nothing
        ("plandata/albertslund_lokalplaner.geojson", ("lokalplaner", None), ("lokalplaner", None)),
        ("plandata/hvidovre_lokalplaner.geojson", ("lokalplaner", None), ("lokalplaner", None)),
        ("plandata/kommuneplanramme_toender_18-650_fullschema.geojson", ("zoner", None), ("zoner", None)),
        ("plandata/tversted_byggefelt.geojson", ("byggefelter", None), (None, None)),  # without any field
        ("miljoeportal/egedal_paragraf3.geojson", (None, "paragraf3"), (None, "paragraf3")),
        ("miljoeportal/hvidovre_fredede_omraader.geojson", (None, "fredning"), (None, "fredning")),
        ("fbb/albertslund_165_as_wfs.geojson", ("fbb", None), ("fbb", None)),
        ("matrikel/tversted_jordstykker.geojson", ("jordstykker", None), ("jordstykker", None)),
        ("matrikel/tversted_bygninger.geojson", ("geodanmark_bygning", None), (None, None)),  # without any field
        ("bbr_geodanmark/bbr_bygning_history_databox.geojson", ("bbr", None), ("bbr", None)),
        (
            "bbr_geodanmark/albertslund_buildings_with_basement.geojson",
            ("geodanmark_bygning?", None),
            ("geodanmark_bygning?", None),
        ),
        ("boundary/lyngby_taarbaek_0173.geojson", ("kommunegraense?", None), ("kommunegraense?", None)),
        ("dhm/moelleaadalen_raadvad_streams.geojson", (None, None), (None, None)),
    ],
)
def test_real_extracts_are_what_they_are(qgis_app, realdata, file, by_name, without):
    (found,) = with_numbers(survey_input(str(realdata / file)).found, built_in())
    layer = found.layer
    assert verdicts(layer) == by_name
    assert verdicts(replace(layer, name="eksport_3", other_names=())) == without


@pytest.mark.realdata
def test_a_real_extract_without_numbers_is_told_by_its_fields(qgis_app, realdata):
    for file, code in (("egedal_paragraf3", "paragraf3"), ("hvidovre_fredede_omraader", "fredning")):
        (layer,) = layers_of(str(realdata / "miljoeportal" / f"{file}.geojson"))
        assert verdicts(replace(layer, name="eksport_3", other_names=(), values={})) == (None, code)


def test_photos_lie_in_the_folder_of_the_input_or_beside_its_file(tmp_path):
    (tmp_path / "data" / "Fotos").mkdir(parents=True)
    (tmp_path / "data" / "lag.gpkg").write_bytes(b"")
    (tmp_path / "uden").mkdir()
    (tmp_path / "uden" / "fotos").write_bytes(b"a file is no folder")
    for given in (tmp_path / "data", tmp_path / "data" / "lag.gpkg"):
        assert photos_beside(str(given)) == str(tmp_path / "data" / "Fotos")
    assert photos_beside(str(tmp_path / "uden")) == ""
    assert photos_beside("postgres://dbname='kort' schema='kultur'") == ""
    assert photos_beside("") == ""


def test_photos_in_the_folder_of_the_input_are_no_files_without_data(tmp_path):
    photos = tmp_path / "data" / "fotos"
    photos.mkdir(parents=True)
    for name in ("a.jpg", "B.JPG", "c.png", "note.txt", ".skjult.jpg"):
        (photos / name).write_bytes(b"")
    assert photo_endings(str(photos), str(tmp_path / "data")) == {".jpg": 2, ".png": 1}
    assert photo_endings(str(photos), str(tmp_path / "data" / "by.gpkg")) == {}  # nothing beside a file is counted
    assert photo_endings(str(photos), str(tmp_path / "andet")) == {}
    assert photo_endings("", str(tmp_path / "data")) == {}
